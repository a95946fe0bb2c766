"""Files as careless or malicious hands leave them: sound ones, bent a few times."""

import random
import re
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[2]
WORDS = [
    *("", "~", "null", "yes", "no", "010", "1.10", "12:30", "2026-02-30", "2026-11-23", "unknown"),
    *("30 min", "-1 min", "at-once", "999999 h", "1e9", ".inf", "0x1F", "9" * 40, "x" * 25_000),
    *("[]", "{}", "[a, b]", "{a: b}", "[[[]]]", "{step: x}", "{outcome: {}}", "{a: [b, {c: d}]}"),
    *("&a b", "*a", "*gone", "!!int 1", "!x y", "!!str 1", "<<: *a", "&a [*a]", "? [x]", "- - -"),
    *('"', "'", '"\\ud800"', '"\\e[2J"', '"\\x"', "'it's'", "“好”", "：", "，", "｛", "{{ x }}"),
    *("|", ">", "|2", ">-", "@x", "`x`", "%x", "# x", "a #3", "a: b", "a:b", "-b", "---", "..."),
    *("\t", "\r", "\x00", "\x07", "\x1b[31m", "\x85", "\u2028", "\u202e", "\u200b", "\ufeff"),
    *("　", "\xa0", "👨\u200d👩\u200d👧", "é", "𠮷", "a\u0301", "{name}", "{", "}", "{0}", "{a.b}"),
    *("leader", "anyone", "I", "IV", "phase-end", "recovered", "opened", "../../x", "x-note", "%s"),
]


def bend(data: bytes, dice: random.Random, *, most: int = 200_000) -> bytes:
    """The same with one to four things done to it."""
    for _ in range(dice.randint(1, 4)):
        data = dice.choice(WAYS)(data, dice)[:most]
    return data


@cache
def seeds() -> tuple[bytes, ...]:
    """Small files that use everything the format has."""
    found = [ROOT / "tests/minimal.yaml"]
    found += sorted((ROOT / "plans/drills").glob("*.yaml"))
    found += sorted((ROOT / "src/tmplan/cli/starter").glob("*/*.yaml"))
    return (*dict.fromkeys(each.read_bytes() for each in found), *parts_of_plans())


def parts_of_plans() -> list[bytes]:
    """A sound head with one part of a large plan after the other."""
    head = (ROOT / "tests/minimal.yaml").read_text(encoding="utf-8")
    found = []
    for name in ("store.yaml", "store-command.yaml"):
        text = (ROOT / "plans" / name).read_text(encoding="utf-8")
        for part in re.split(r"^(?=[a-z])", text, flags=re.MULTILINE):
            key = part.partition(":")[0]
            rest = re.sub(rf"^{key}:.*\n(?:[ -].*\n|\n)*", "", head, flags=re.MULTILINE)
            if len(part) < 12_000:
                found.append((rest + part).encode())
    return found


def _lines(change):
    def way(data: bytes, dice: random.Random) -> bytes:
        lines = data.split(b"\n")
        change(lines, dice)
        return b"\n".join(lines)

    return way


def _at(many, dice: random.Random) -> int:
    return dice.randrange(len(many)) if many else 0


@_lines
def drop(lines, dice):
    at = _at(lines, dice)
    del lines[at : at + dice.choice([1, 1, 1, 2, 10])]


@_lines
def repeat(lines, dice):
    at = _at(lines, dice)
    lines[at:at] = lines[at : at + dice.choice([1, 1, 2, 10])] * dice.choice([1, 1, 1, 3])


@_lines
def move(lines, dice):
    at, count = _at(lines, dice), dice.choice([1, 1, 5])
    taken = lines[at : at + count]
    del lines[at : at + count]
    to = _at(lines, dice)
    lines[to:to] = taken


@_lines
def indent(lines, dice):
    at = _at(lines, dice)
    by = dice.choice([-2, -1, 1, 2, 4])
    for here in range(at, min(at + dice.choice([1, 1, 5]), len(lines))):
        lines[here] = b" " * by + lines[here] if by > 0 else lines[here].removeprefix(b" " * -by)


@_lines
def other_value(lines, dice):
    places = [here for here, line in enumerate(lines) if b":" in line or b"- " in line]
    if places:
        at = dice.choice(places)
        start = re.match(rb"(?s)(.*?(?:: ?|- ))|", lines[at])[0]
        lines[at] = start + dice.choice(WORDS).encode()


@_lines
def other_key(lines, dice):
    keys = [re.match(rb" *(?:- )?([^ :]+):", line) for line in lines]
    keys = [each[1] for each in keys if each]
    at = _at(lines, dice)
    if keys and lines:
        lines[at] = re.sub(rb"[^ :-][^:]*:", lambda _: dice.choice(keys) + b":", lines[at], count=1)


@_lines
def swap_values(lines, dice):
    one, two = _at(lines, dice), _at(lines, dice)
    if lines and b": " in lines[one] and b": " in lines[two]:
        (a, _, b), (c, _, d) = lines[one].partition(b": "), lines[two].partition(b": ")
        lines[one], lines[two] = a + b": " + d, c + b": " + b


@_lines
def other_breaks(lines, dice):
    for here in range(0, len(lines), dice.choice([1, 1, 2, 7])):
        lines[here] += b"\r"


def insert(data, dice):
    at = _at(data, dice)
    return data[:at] + dice.choice(WORDS).encode() + data[at:]


def smudge(data, dice):
    at = _at(data, dice)
    return data[:at] + bytes([dice.randrange(256)]) + data[at + dice.randint(0, 3) :]


def cut(data, dice):
    return data[: _at(data, dice)] if dice.random() < 0.3 else data


def graft(data, dice):
    other = dice.choice(seeds())
    start = _at(other, dice)
    at = _at(data, dice)
    return data[:at] + other[start : start + dice.randint(1, 400)] + data[at:]


def name_and_repeat(data, dice):
    """Anchors and aliases where values stand."""
    lines = data.split(b"\n")
    places = [here for here, line in enumerate(lines) if b": " in line]
    if len(places) > 1:
        one, two = sorted(dice.sample(places, 2))
        lines[one] = lines[one].replace(b": ", b": &n ", 1)
        lines[two] = lines[two].partition(b": ")[0] + b": *n"
    return b"\n".join(lines)


WAYS = [
    *(drop, repeat, move, indent, other_value, other_value, other_key, swap_values, other_breaks),
    *(insert, smudge, cut, graft, name_and_repeat),
]
