"""A plan with one mistake made on purpose: the problem stands exactly where the mistake was made.

Where a mistake is made is found by counting spaces and dashes in the lines of the file, without any
reader of YAML. All dice are seeded, so that a failure comes again.
"""

import random
import re
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any, Literal, get_args, get_origin, get_type_hints

import pytest

from tmplan.cli.scenarios import load_scenario
from tmplan.drill.scenario import At, Scenario
from tmplan.plan.load import plan_of
from tmplan.plan.model import Plan
from tmplan.plan.problem import Problem, Severity
from tmplan.plan.shape import bare
from tmplan.plan.words import (
    ClockStart,
    Condition,
    Count,
    Date,
    Id,
    Ids,
    Length,
    LevelId,
    Number,
    Text,
    Texts,
    Words,
    YesNo,
)

ROOT = Path(__file__).parents[2]
TODAY = date(2026, 11, 24)
FILES = {
    "store": ("plans/store.yaml", Plan),
    "command": ("plans/store-command.yaml", Plan),
    "minimal": ("tests/minimal.yaml", Plan),
    "scenario": ("plans/drills/network-attack-weekend.yaml", Scenario),
}
OF_EACH = 15
GONE = "nowhere-at-all"


@dataclass(frozen=True)
class Spot:
    """A key or an item of a file: its line from 0, and the columns of key and value from 1."""

    line: int
    end: int  # the first line that does not belong to it
    path: tuple[str | int, ...]
    column: int
    value_column: int
    value: str
    kind: Any  # what belongs here
    parent: Any  # what the group around it is
    first: tuple[int, int]  # where the group around it begins
    siblings: int

    @property
    def key(self) -> str:
        return str(self.path[-1])

    @property
    def is_key(self) -> bool:
        return isinstance(self.path[-1], str)


@dataclass(frozen=True)
class Mistake:
    """A file with one mistake, and the place and code that say so."""

    text: str
    code: str
    line: int
    column: int
    absent: tuple[str, str] = ("", "")  # a code that must not speak of this key


@cache
def text_of(name: str) -> str:
    return (ROOT / FILES[name][0]).read_text(encoding="utf-8")


@cache
def spots_of(name: str) -> tuple[Spot, ...]:
    """Every key and item that stands on a line of its own, by counting spaces."""
    lines = text_of(name).split("\n")
    found: list[tuple[int, tuple[str | int, ...], int, int, str]] = []
    open_: list[tuple[int, tuple[str | int, ...], bool]] = []  # column, path, whether a list
    deep = 0  # a block of text is indented deeper than this
    for number, line in enumerate(lines):
        indent = len(line) - len(line.lstrip(" "))
        if not line.strip() or line.lstrip().startswith("#") or (deep and indent >= deep):
            continue
        deep, at, rest = 0, indent, line[indent:]
        while True:
            while open_ and open_[-1][0] > at:
                open_.pop()
            here = open_.pop()[1] if open_ and open_[-1][0] == at else None
            above = open_[-1][1] if open_ else ()
            if rest.startswith("- "):
                same = here is not None and isinstance(here[-1], int)
                path = (*here[:-1], here[-1] + 1) if same else (*(here or above), 0)
                if here is not None and not same:  # a list below a key in the same column
                    open_.append((at, here, False))
                open_.append((at, path, True))
                skip = len(rest) - len(rest[1:].lstrip(" "))
                at, rest = at + skip, rest[skip:]
                if not re.match(r"[A-Za-z0-9_-]+:( |$)", rest) and not rest.startswith("- "):
                    found.append((number, path, at + 1, at + 1, rest))
                    break
                continue
            key, _, value = rest.partition(":")
            path = (*above, key)
            open_.append((at, path, False))
            found.append((number, path, at + 1, at + len(key) + 3, value.strip()))
            if re.fullmatch(r"[|>][-+0-9]*", value.strip()):
                deep = at + 1
            break
    return tuple(_spots(name, found, lines))


def _spots(name, found, lines) -> Iterator[Spot]:
    model = FILES[name][1]
    starts: dict[tuple[str | int, ...], tuple[int, int]] = {}
    counts: dict[tuple[str | int, ...], int] = {}
    for line, path, column, _, _ in found:
        starts.setdefault(path[:-1], (line, column))
        counts[path[:-1]] = counts.get(path[:-1], 0) + 1
    for number, (line, path, column, value_column, value) in enumerate(found):
        after = (each[0] for each in found[number + 1 :] if each[1][: len(path)] != path)
        parent = model
        for part in path[:-1]:
            parent = below(parent, part)
        kind = below(parent, path[-1])
        yield Spot(
            *(line, next(after, len(lines)), path, column, value_column, value, kind),
            *(bare(parent), starts[path[:-1]], counts[path[:-1]]),
        )


def below(kind: Any, part: str | int) -> Any:
    """What belongs under a key or at an index, with all its conditions."""
    kind = bare(kind)
    if is_group(kind):
        aliases = {field.alias or name: name for name, field in kind.model_fields.items()}
        return get_type_hints(kind, include_extras=True).get(aliases.get(str(part), ""))
    if get_origin(kind) in (dict, tuple):
        return get_args(kind)[1 if get_origin(kind) is dict else 0]
    return None


def plain_kind(kind: Any) -> Any:
    """The kind without `or nothing`; with its conditions, unlike `bare`."""
    many = [each for each in get_args(kind) if each is not type(None)]
    return many[0] if type(None) in get_args(kind) and many else kind


def is_group(kind: Any) -> bool:
    return isinstance(kind, type) and issubclass(kind, Words)


def replaced(name: str, spot: Spot, value: str) -> str:
    """The file with another value there, and without what stood below."""
    lines = text_of(name).split("\n")
    line = lines[spot.line]
    lines[spot.line : spot.end] = [
        line[: spot.value_column - 1].rstrip().ljust(spot.value_column - 1) + value
    ]
    return "\n".join(lines)


def at_value(name: str, spot: Spot, value: str, code: str) -> Mistake:
    return Mistake(replaced(name, spot, value), code, spot.line + 1, spot.value_column)


def wrong_type(name: str, spot: Spot, dice: random.Random) -> Mistake | None:
    kind = plain_kind(spot.kind)
    lists, groups, word = ["[a]", "[]", "[[b], c]"], ["{a: b}", "{a: {b: c}}"], ["文字", "x", "'1'"]
    if kind in (Text, Id, LevelId, Length, Date) or get_origin(kind) is Literal:
        return at_value(name, spot, dice.choice(lists + groups), "TM203")
    if kind in (YesNo, Number, Count):
        return at_value(name, spot, dice.choice([*lists, *groups, "两", "maybe", "'1 '"]), "TM203")
    if kind in (Texts, Ids):
        return at_value(name, spot, dice.choice(groups), "TM203")
    if is_group(bare(kind)) or get_origin(bare(kind)) is dict:
        return at_value(name, spot, dice.choice([*lists, *word]), "TM203")
    if get_origin(bare(kind)) is tuple:
        return at_value(name, spot, dice.choice([*groups, *word]), "TM203")
    if kind in (ClockStart, At):
        return at_value(name, spot, dice.choice([*lists, *groups, "whenever"]), "TM205")
    if kind == Condition:
        return at_value(name, spot, dice.choice([*lists, *word]), "TM205")
    return None


def misspelt_key(name: str, spot: Spot, dice: random.Random) -> Mistake | None:
    key = spot.key
    if not (spot.is_key and is_group(spot.parent)) or key.startswith("tmplan") or len(key) < 4:
        return None
    at = dice.randrange(1, len(key) - 1)
    ways = [
        key[:at] + key[at + 1 :],
        key[:at] + key[at] + key[at:],
        key[: at - 1] + key[at] + key[at - 1] + key[at + 1 :],
        key.capitalize(),
    ]
    wrong = dice.choice([each for each in ways if each != key])
    return Mistake(with_key(name, spot, wrong), "TM201", spot.line + 1, spot.column, ("TM202", key))


def foreign_key(name: str, spot: Spot, dice: random.Random) -> Mistake | None:
    if not (spot.is_key and is_group(spot.parent)):
        return None
    lines = text_of(name).split("\n")
    key = dice.choice(["zebra", "Zugehörig", "负责人", "'quoted key'", "x_note", "1"])
    value = dice.choice(["x", "[a, b]", "{a: b}", "'1'", ""])
    lines.insert(spot.end, " " * (spot.column - 1) + f"{key}: {value}".rstrip())
    return Mistake("\n".join(lines), "TM201", spot.end + 1, spot.column)


def missing_key(name: str, spot: Spot, dice: random.Random) -> Mistake | None:
    if not (spot.is_key and is_group(spot.parent)) or spot.key.startswith("tmplan"):
        return None
    fields = {field.alias or each: field for each, field in spot.parent.model_fields.items()}
    if not fields[spot.key].is_required() or spot.siblings < 2:
        return None
    lines = text_of(name).split("\n")
    removed = lines[spot.line : spot.end]
    del lines[spot.line : spot.end]
    line, column = spot.first
    if (spot.line, spot.column) == spot.first:
        while not lines[line].strip() or lines[line].lstrip().startswith("#"):
            line += 1
        # the next key becomes the first and takes over the dash, if there is one
        lines[line] = removed[0][: column - 1] + lines[line][column - 1 :]
    return Mistake("\n".join(lines), "TM202", line + 1, column)


def duplicate_key(name: str, spot: Spot, dice: random.Random) -> Mistake | None:
    if not spot.is_key:
        return None
    lines = text_of(name).split("\n")
    second = f"{spot.key}: again" if dice.random() < 0.7 else f'"{spot.key}": [a, b]'
    lines.insert(spot.end, " " * (spot.column - 1) + second)
    return Mistake("\n".join(lines), "TM102", spot.end + 1, spot.column)


def bad_choice(name: str, spot: Spot, dice: random.Random) -> Mistake | None:
    if get_origin(plain_kind(spot.kind)) is not Literal:
        return None
    code = "TM209" if spot.key.startswith("tmplan") else "TM204"
    return at_value(name, spot, dice.choice(["zzz", "'2'", "Must", "必须"]), code)


def bad_id(name: str, spot: Spot, dice: random.Random) -> Mistake | None:
    wrong = dice.choice(["Bad", "组长", "a_b", "-a", "'a b'", "x" * 65])
    kind = plain_kind(spot.kind)
    if get_origin(spot.parent) is dict and get_args(spot.parent)[0] == Id:
        return Mistake(with_key(name, spot, wrong), "TM205", spot.line + 1, spot.column)
    if kind in (Id, LevelId):
        return at_value(name, spot, wrong, "TM205")
    if kind == Ids and spot.value.startswith("["):
        return in_list(name, spot, wrong, "TM205", dice)
    return None


def bad_length(name: str, spot: Spot, dice: random.Random) -> Mistake | None:
    wrong = ["soon", "30", "-5 min", "5  minuten", "1.5 h", "半小时", "30 min x"]
    if plain_kind(spot.kind) != Length:
        return None
    return at_value(name, spot, dice.choice(wrong), "TM205")


def bad_date(name: str, spot: Spot, dice: random.Random) -> Mistake | None:
    wrong = ["2026-02-30", "2026/11/23", "23.11.2026", "去年", "2026-1-1", "0000-01-01"]
    if plain_kind(spot.kind) != Date:
        return None
    return at_value(name, spot, dice.choice(wrong), "TM205")


REFERENCES = {
    **dict.fromkeys(
        ("role", "helpers", "lead", "led_by", "on_duty", "keeper", "roles", "approve"), "TM302"
    ),
    **dict.fromkeys(("open", "event"), "TM303"),
    **dict.fromkeys(("after", "if_failed", "step", "steps"), "TM304"),
    **dict.fromkeys(("min_level", "only_levels", "level", "unknown"), "TM307"),
    **dict.fromkeys(("held_by", "deputies"), "TM326"),
    **dict.fromkeys(("group", "under", "interpreted_by"), "TM325"),
    "notice": "TM305",
    "skip": "TM318",
    "ask": "TM315",
    "discharges": "TM317",
}


def undefined_reference(name: str, spot: Spot, dice: random.Random) -> Mistake | None:
    kind = plain_kind(spot.kind)
    code = REFERENCES.get(spot.key, "")
    many = get_origin(bare(kind)) is tuple and spot.value.startswith("[")
    if not code or not (kind in (Id, LevelId, Ids) or many):
        return None
    if spot.key == "ask" and "classify" not in spot.path:
        return None
    wrong = f"{GONE}.x" if spot.key == "discharges" else GONE
    if spot.value.startswith("["):
        return in_list(name, spot, wrong, code, dice)
    return at_value(name, spot, wrong, code) if spot.value else None


def in_list(name: str, spot: Spot, wrong: str, code: str, dice: random.Random) -> Mistake:
    """One item of a list in brackets is replaced."""
    items = spot.value.strip("[]").split(", ")
    at = dice.randrange(len(items))
    column = spot.value_column + len("[" + "".join(f"{each}, " for each in items[:at]))
    items[at] = wrong
    text = replaced(name, spot, "[" + ", ".join(items) + "]")
    return Mistake(text, code, spot.line + 1, column)


def with_key(name: str, spot: Spot, key: str) -> str:
    lines = text_of(name).split("\n")
    line = lines[spot.line]
    start = spot.column - 1
    lines[spot.line] = line[:start] + key + line[start + len(spot.key) :]
    return "\n".join(lines)


WAYS: tuple[Callable[[str, Spot, random.Random], Mistake | None], ...] = (
    *(wrong_type, misspelt_key, foreign_key, missing_key, duplicate_key),
    *(bad_choice, bad_id, bad_length, bad_date, undefined_reference),
)


def mistakes() -> Iterator[tuple[str, Mistake]]:
    for name in FILES:
        for way in WAYS:
            dice = random.Random(f"{name} {way.__name__}")
            possible = [spot for spot in spots_of(name) if way(name, spot, random.Random(0))]
            few = len(possible) < OF_EACH
            chosen = possible * 2 if few else dice.sample(possible, OF_EACH)
            for number, spot in enumerate(chosen[:OF_EACH]):
                mistake = way(name, spot, dice)
                assert mistake
                yield f"{name}-{way.__name__}-{number}", mistake


ALL = list(mistakes())


@pytest.fixture(scope="module")
def drills(tmp_path_factory) -> Path:
    """A folder for scenarios, where they find their plan."""
    folder = tmp_path_factory.mktemp("plans")
    shutil.copy(ROOT / "plans/store.yaml", folder)
    (folder / "drills").mkdir()
    return folder / "drills"


def problems_of(name: str, text: str, drills: Path) -> tuple[Problem, ...]:
    if FILES[name][1] is Plan:
        return plan_of(text.encode(), "plan.yaml", drills, today=TODAY).problems
    path = drills / "scenario.yaml"
    path.write_bytes(text.encode())
    return load_scenario(path).problems


def test_there_are_enough_mistakes() -> None:
    assert len(ALL) >= 500
    assert {each.__name__ for each in WAYS} == {name.split("-")[1] for name, _ in ALL}


@pytest.mark.parametrize(("name", "mistake"), ALL, ids=[name for name, _ in ALL])
def test_a_mistake_is_found_where_it_was_made(name: str, mistake: Mistake, drills: Path) -> None:
    dice = random.Random(name)
    text = dice.choice(["", "", "\ufeff"]) + mistake.text.replace("\n", dice.choice(["\n", "\r\n"]))
    found = problems_of(name.partition("-")[0], text, drills)
    places = [(each.code.id, each.span.line, each.span.column) for each in found if each.span]
    assert (mistake.code, mistake.line, mistake.column) in places
    code, key = mistake.absent
    assert not any(each.code.id == code and each.params.get("key") == key for each in found)


@pytest.mark.parametrize("name", FILES)
def test_counting_spaces_finds_every_key(name: str, drills: Path) -> None:
    """The lines are understood: what they were counted to be is what the file means."""
    spots = spots_of(name)
    assert len(spots) > 30
    assert all(spot.kind is not None for spot in spots if is_group(spot.parent))
    found = problems_of(name, text_of(name), drills)
    assert not [each for each in found if each.code.severity is Severity.ERROR]
