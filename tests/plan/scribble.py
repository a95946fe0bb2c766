"""Plans written by a careless hand: right data in every odd layout that YAML allows."""

import json
import re
from typing import get_args, get_origin

from tmplan.plan.shape import bare, below, keys_of
from tmplan.plan.words import Words

TEXTS = [
    "李",
    "yes",
    "010",
    "1.10",
    "2026-11-23",
    "12:30",
    "true",
    "first: second",
    "a #b",
    "# no comment",
    "断网，留证；别关机！",
    "- dash",
    "*star*",
    "{brace}",
    "[x]",
    "it's",
    'say "go"',
    "back\\slash",
    "two\nlines\n",
    "para one\n\npara two",
    "  led by spaces\nthen none\n",
    "ends with many\n\n\n",
    "\n",
    "",
    "~",
    "null",
    " edge ",
    "tab\there",
    "a long text of many words that somebody folded over several lines of the file",
    "网址 https://example.com/a?b=c#d",
    "x  y",
]
PLAIN = re.compile(r"[A-Za-z0-9\u4e00-\u9fff][A-Za-z0-9\u4e00-\u9fff .，；/]*(?<! )")


class Scribbler:
    """Writes data down, choosing among all the ways by the dice it is given."""

    def __init__(self, dice):
        self.dice = dice
        self.comments = []
        self.lines = []
        self.block = None  # number of lines when a block of text ended, and where it may not go on

    # data

    def data(self, kind, depth=0):
        kind = bare(kind)
        if isinstance(kind, type) and issubclass(kind, Words):
            known = [key for key in keys_of(kind) if self.dice.random() < (0.5 if depth else 0.4)]
            odd = [each for each in ("x-note", "unheard", "x-b", "yes", "010") if self.rarely(12)]
            keys = [*known, *odd] or ["name"]
            self.dice.shuffle(keys)
            return {key: self.data(below(kind, key), depth + 1) for key in keys}
        origin = get_origin(kind)
        if origin is dict:
            count = self.dice.randint(0, 2)
            return {f"id-{n}": self.data(get_args(kind)[1], depth + 1) for n in range(count)}
        if origin is tuple:
            return [self.data(get_args(kind)[0], depth + 1) for _ in range(self.dice.randint(0, 3))]
        if kind is None and self.rarely(3):
            return self.dice.choice([{"b": "1", "a": ["x"]}, ["y", {"k": "v"}], [["z", []]], {}])
        return None if self.rarely(15) else self.dice.choice(TEXTS)

    # text

    def file(self, data):
        if self.rarely(2):
            self.lines += ["# yaml-language-server: $schema=x.json", self.said()]
            self.comments.append("# yaml-language-server: $schema=x.json")
        if self.rarely(4):
            self.lines.append("---")
        self.above(0)
        self.group(data, self.dice.choice([0, 0, 0, 2]))
        if self.block and self.block[0] == len(self.lines):
            return "\n".join(self.lines) + "\n"
        if self.rarely(3):
            self.lines += ["", " " * self.dice.choice([0, 2, 5]) + self.said()]
        return "\n".join(self.lines) + self.dice.choice(["\n", "\n", "", "\n\n\n"])

    def rarely(self, sides):
        return self.dice.randrange(sides) == 0

    def said(self):
        self.comments.append(
            f"# note {len(self.comments)}" + self.dice.choice(["", ": 断网", " #x"])
        )
        return self.comments[-1]

    def above(self, indent):
        while self.rarely(5):
            if self.block and self.block[0] == len(self.lines):
                self.lines.append(" " * self.dice.randint(0, self.block[1]) + self.said())
                continue
            where = self.dice.choice([indent, indent, 0, indent + 3, max(indent - 2, 0)])
            self.lines.append(" " * where + self.said() if self.rarely(2) else "")

    def beside(self):
        return "  " * self.dice.randint(1, 2) + self.said() if self.rarely(8) else ""

    def group(self, data, indent, lead=None):
        for key, value in data.items():
            start = " " * indent if lead is None else lead
            if lead is None:
                self.above(indent)
            lead = None
            name = key if self.dice.randrange(5) else json.dumps(key)
            self.value(
                start + name + self.dice.choice([":", ":", ":", " :"]), value, indent, keyed=True
            )

    def list(self, data, indent, lead=None):
        for value in data:
            start = " " * indent if lead is None else lead
            if lead is None:
                self.above(indent)
            lead = None
            self.value(start + "-", value, indent, keyed=False)

    def value(self, opening, value, indent, *, keyed):
        many = isinstance(value, (dict, list))
        if many and (not value or self.rarely(4)):
            return self.flow(opening, value, indent)
        if not many:
            return self.scalar(opening, value, indent)
        write = self.group if isinstance(value, dict) else self.list
        if not keyed and self.dice.randrange(3):
            gap = " " * self.dice.randint(1, 3)
            return write(value, len(opening + gap), opening + gap)
        self.lines.append(opening + self.beside())
        step = self.dice.randint(1, 4)
        if keyed and isinstance(value, list) and self.rarely(3):
            step = 0
        return write(value, indent + step)

    def scalar(self, opening, value, indent):
        if value is None:
            word = self.dice.choice(["", " null", " ~"])
            self.lines.append(opening + word + self.beside())
            return
        ways = [self.double]
        if PLAIN.fullmatch(value) and value != "null":
            ways += [self.plain] * 3
            ways += [self.folded] * (" " in value and "  " not in value)
        if "\n" not in value:
            ways.append(self.single)
        if value.strip() and "\t" not in value and not value.startswith("\n"):
            ways += [self.literal] * 2
        self.dice.choice(ways)(opening, value, indent)

    def put(self, opening, text, indent):
        if self.rarely(8):
            self.lines.append(opening + self.beside())
            self.above(indent + 1)
            self.lines.append(" " * (indent + self.dice.randint(1, 4)) + text + self.beside())
        else:
            self.lines.append(opening + " " * self.dice.randint(1, 2) + text + self.beside())

    def plain(self, opening, value, indent):
        self.put(opening, value, indent)

    def double(self, opening, value, indent):
        self.put(opening, json.dumps(value, ensure_ascii=False), indent)

    def single(self, opening, value, indent):
        self.put(opening, "'" + value.replace("'", "''") + "'", indent)

    def folded(self, opening, value, indent):
        first, *more = value.split(" ")
        text = first
        for word in more:
            broken = "\n" + " " * (indent + self.dice.randint(1, 5))
            text += (broken if self.rarely(3) else " ") + word
        mark = self.dice.choice(["", "'", '"'])
        self.lines.append(f"{opening} {mark}{text}{mark}" + self.beside())

    def literal(self, opening, value, indent):
        body = value.rstrip("\n")
        ends = len(value) - len(body)
        step = self.dice.randint(1, 4)
        sign = str(step) if body.startswith(" ") else self.dice.choice(["", "", str(step)])
        chomp = {0: "-", 1: self.dice.choice(["", "+"])}.get(ends, "+")
        self.lines.append(f"{opening} |{sign}{chomp}" + self.beside())
        margin = " " * (indent + step)
        self.lines += [margin + line if line else "" for line in body.split("\n")]
        self.lines += [""] * (ends - 1)
        if chomp != "+" and self.rarely(3):
            self.lines.append("")
        self.block = len(self.lines), indent

    # brackets

    def flow(self, opening, value, indent):
        text = self.brackets(value, indent + 1, wide=self.rarely(2))
        lines = f"{opening} {text}".split("\n")
        self.lines += [*lines[:-1], lines[-1] + self.beside()]

    def brackets(self, value, indent, *, wide):
        if not isinstance(value, (dict, list)):
            return "null" if value is None else self.in_brackets(value)
        left, right = "{}" if isinstance(value, dict) else "[]"
        parts = [
            (f"{key}: " if left == "{" else "") + self.brackets(inner, indent + 1, wide=wide)
            for key, inner in (value.items() if left == "{" else enumerate(value))
        ]
        if not wide or not parts:
            return left + self.dice.choice(["", " "]) + ", ".join(parts) + right
        margin = "\n" + " " * (indent + self.dice.randint(0, 3))
        text = left + self.beside() + margin
        for part in parts:
            text += part + "," + self.beside() + margin
            while self.rarely(6):
                text += self.said() + margin
        return text + right

    def in_brackets(self, value):
        if re.fullmatch("(?!null)[A-Za-z0-9\u4e00-\u9fff]+", value) and self.dice.randrange(3):
            return value
        return json.dumps(value, ensure_ascii=False)


def in_order(value, kind):
    """The same data with its keys as the format orders them, as lists of pairs."""
    kind = bare(kind)
    if isinstance(value, list):
        return [in_order(each, below(kind, n)) for n, each in enumerate(value)]
    if not isinstance(value, dict):
        return value
    keys = list(value)
    if isinstance(kind, type) and issubclass(kind, Words):
        order = list(keys_of(kind))
        keys.sort(
            key=lambda key: order.index(key) if key in order else len(order) + key.startswith("x-")
        )
    return [(key, in_order(value[key], below(kind, key))) for key in keys]


def as_written(value):
    """Data as lists of pairs, in the order in which it stands there."""
    if isinstance(value, list):
        return [as_written(each) for each in value]
    if isinstance(value, dict):
        return [(key, as_written(each)) for key, each in value.items()]
    return value
