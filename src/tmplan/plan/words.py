"""What the words of a file may look like, before any of them is compared with another.

Every scalar arrives as text, exactly as written; the field decides what it becomes. A value
that does not fit raises a ``PydanticCustomError`` whose type names our own problem code.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Annotated, Any, Final

from pydantic import BaseModel, BeforeValidator, ConfigDict, StringConstraints
from pydantic_core import PydanticCustomError

from tmplan.plan.duration import Duration, parse_duration

SLUG: Final = r"[a-z0-9][a-z0-9-]{0,63}"
LEVELS: Final = ("I", "II", "III", "IV")
NUMBER: Final = r"-?(0|[1-9][0-9]{0,14})(\.[0-9]{1,6})?"
COUNT: Final = r"0|[1-9][0-9]{0,8}"
LONGEST_TEXT: Final = 20_000
UNKNOWN: Final = "unknown"


class Words(BaseModel):
    """A group of keys in a file; unknown keys are refused and nothing changes afterwards."""

    model_config = ConfigDict(
        extra="forbid", frozen=True, arbitrary_types_allowed=True, defer_build=True
    )


_is_slug: Final = re.compile(SLUG).fullmatch
_is_number: Final = re.compile(NUMBER).fullmatch
_is_count: Final = re.compile(COUNT).fullmatch
_is_day: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}").fullmatch


def _id(value: object) -> object:
    if isinstance(value, str) and not _is_slug(value):
        raise PydanticCustomError("bad_id", "not an id", {"raw": value})
    return value


def _level_id(value: object) -> object:
    return value if isinstance(value, str) and value in LEVELS else _id(value)


def _text(value: object) -> object:
    if isinstance(value, str) and not value.strip():
        raise PydanticCustomError("empty_text", "empty", {})
    return value


def _yes_no(value: object) -> object:
    match value:
        case "true" | True:
            return True
        case "false" | False:
            return False
        case _:
            raise PydanticCustomError("bad_yes_no", "not true or false", {"raw": str(value)})


def _number(value: object) -> object:
    if isinstance(value, int | Decimal):
        return value
    if isinstance(value, str) and _is_number(value):
        return Decimal(value)
    raise PydanticCustomError("bad_number", "not a number", {"raw": str(value)})


def _count(value: object) -> object:
    if isinstance(value, str) and _is_count(value):
        return int(value)
    if isinstance(value, int):
        return value
    raise PydanticCustomError("bad_count", "not a whole number", {"raw": str(value)})


def _date(value: object) -> object:
    if isinstance(value, date):
        return value
    if isinstance(value, str) and _is_day(value):
        try:
            return date.fromisoformat(value)
        except ValueError:
            pass
    raise PydanticCustomError("bad_date", "not a date", {"raw": str(value)})


def _duration(value: object) -> object:
    if isinstance(value, Duration):
        return value
    found = parse_duration(value) if isinstance(value, str) else None
    if found is None:
        raise PydanticCustomError("bad_duration", "not a length of time", {"raw": str(value)})
    return found


def _one_or_many(value: object) -> object:
    return (value,) if isinstance(value, str) else value


Id = Annotated[str, BeforeValidator(_id)]
LevelId = Annotated[str, BeforeValidator(_level_id)]
Text = Annotated[str, BeforeValidator(_text), StringConstraints(max_length=LONGEST_TEXT)]
YesNo = Annotated[bool, BeforeValidator(_yes_no)]
Number = Annotated[Decimal, BeforeValidator(_number)]
Count = Annotated[int, BeforeValidator(_count)]
Date = Annotated[date, BeforeValidator(_date)]
Length = Annotated[Duration, BeforeValidator(_duration)]
Texts = Annotated[tuple[Text, ...], BeforeValidator(_one_or_many)]
Ids = Annotated[tuple[Id, ...], BeforeValidator(_one_or_many)]


@dataclass(frozen=True, slots=True)
class When:
    """Conditions that must all hold; of the values of one key, any one suffices."""

    terms: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    outcome: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


def _terms(value: object) -> dict[str, tuple[str, ...]]:
    if not isinstance(value, Mapping):
        raise PydanticCustomError("bad_when", "not conditions", {})
    terms: dict[str, tuple[str, ...]] = {}
    for key, wanted in value.items():
        many = [wanted] if isinstance(wanted, str) else wanted
        if not isinstance(many, list | tuple) or not many:
            raise PydanticCustomError("bad_when", "not conditions", {})
        if not all(isinstance(item, str) for item in many):
            raise PydanticCustomError("bad_when", "not conditions", {})
        terms[key] = tuple(many)
    return terms


def _when(value: object) -> object:
    if isinstance(value, When):
        return value
    if not isinstance(value, Mapping) or not value:
        raise PydanticCustomError("bad_when", "not conditions", {})
    outcome: Any = value.get("outcome", {})
    rest = {key: wanted for key, wanted in value.items() if key != "outcome"}
    return When(_terms(rest), _terms(outcome))


Condition = Annotated[When, BeforeValidator(_when)]


@dataclass(frozen=True, slots=True)
class Start:
    """The moment a clock starts: a named moment, or when a step was done."""

    moment: str
    step: str | None = None


MOMENTS: Final = (
    "discovered",
    "opened",
    "classified",
    "phase",
    "handling-ended",
    "principal-told",
)


def _start(value: object) -> object:
    match value:
        case Start():
            return value
        case str() if value in MOMENTS:
            return Start(value)
        case {"step": str() as step, **rest} if not rest:
            return Start("step", step)
        case _:
            raise PydanticCustomError("bad_start", "not a start", {"raw": str(value)})


ClockStart = Annotated[Start, BeforeValidator(_start)]
