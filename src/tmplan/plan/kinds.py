"""What each kind of word looks like to an editor, in JSON Schema.

For the models a scalar is the text that stands there; an editor has already made numbers and
`true` of some. So wherever a number or `true` is text that would do, it is allowed here, too.
Patterns keep to what every dialect of regular expressions knows.
"""

from collections.abc import Mapping
from typing import Any, Final

from tmplan.plan import misfit
from tmplan.plan.duration import AT_ONCE_WORDS, UNIT_WORDS
from tmplan.plan.duty import BLANK, FieldName
from tmplan.plan.meaning import NOTE
from tmplan.plan.words import (
    COUNT,
    LEVELS,
    LONGEST_TEXT,
    MOMENTS,
    NUMBER,
    SLUG,
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
    YesNo,
)

Schema = dict[str, Any]

WRONG: Final = "errorMessage"
HINT: Final = "patternErrorMessage"
"""Keywords of editors for what to say of a wrong type and instead of showing a pattern."""
SENTENCES: Final = frozenset({"description", WRONG, HINT})
"""The keywords whose texts are for people."""

NOTES: Final[Schema] = {"^x-": {"description": NOTE}}
SOME_KEY: Final[Schema] = {"not": {"type": "object", "propertyNames": {"pattern": "^x-"}}}
"""At least one key that is not a note."""


def whole(pattern: str) -> str:
    """A pattern that must take the whole text."""
    return f"^({pattern})$"


def group(keys: Mapping[str, Schema], required: list[str]) -> Schema:
    """A group of keys and no others, save notes."""
    return {
        "type": "object",
        "properties": dict(keys),
        **({"required": required} if required else {}),
        "patternProperties": NOTES,
        "additionalProperties": False,
    }


def table(value: Schema, **names: Schema) -> Schema:
    """Any number of keys that the writer chooses, each with one kind of value."""
    return {"type": "object", **names, "patternProperties": NOTES, "additionalProperties": value}


def or_nothing(schema: Schema) -> Schema:
    """The same, and there may also be nothing after the colon."""
    if "anyOf" in schema:
        return {**schema, "anyOf": [*schema["anyOf"], {"type": "null"}]}
    if "enum" in schema:
        return {**schema, "enum": [*schema["enum"], None]}
    return {**schema, "type": [*types_of(schema), "null"]}


def or_many(schema: Schema, reference: Schema) -> Schema:
    """The same, or a list of it."""
    message = misfit.NOT_A_LIST.message
    return {**schema, "type": [*types_of(schema), "array"], WRONG: message, "items": reference}


def types_of(schema: Schema) -> list[str]:
    """The types a schema allows."""
    types = schema["type"]
    return list(types) if isinstance(types, list) else [types]


def _any_case(word: str) -> str:
    return "".join(
        f"[{each.upper()}{each}]" if each.isascii() and each.isalpha() else each for each in word
    ).replace(" ", r"\s+")


_YEAR: Final = "([1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])"
_FOURTH: Final = "(0[48]|[2468][048]|[13579][26])"
_MONTH_AND_DAY: Final = (
    "(0[1-9]|1[0-2])-(0[1-9]|1[0-9]|2[0-8])|(0[13-9]|1[0-2])-(29|30)|(0[13578]|1[02])-31"
)
_DAY: Final = rf"{_YEAR}-({_MONTH_AND_DAY})|([0-9]{{2}}{_FOURTH}|{_FOURTH}00)-02-29"
_AT_ONCE: Final = "|".join(each.replace(" ", r"\s+") for each in AT_ONCE_WORDS)
_UNIT: Final = "|".join(map(_any_case, sorted(UNIT_WORDS, key=len, reverse=True)))
_LENGTH: Final = rf"\s*({_AT_ONCE}|[0-9]{{1,6}}\s*({_UNIT}))\s*"

ANY_TEXT: Final[Schema] = {
    "type": ["string", "number", "boolean"],
    WRONG: misfit.NOT_TEXT.message,
}
_TERM: Final[Schema] = {**or_many(ANY_TEXT, ANY_TEXT), "minItems": 1}
_TEXT: Final[Schema] = {
    **ANY_TEXT,
    "pattern": r"\S",
    "maxLength": LONGEST_TEXT,
    HINT: misfit.EMPTY.hint,
}
_ID: Final[Schema] = {
    **ANY_TEXT,
    "type": ["string", "integer", "boolean"],
    "pattern": whole(SLUG),
    "minimum": 0,
    HINT: misfit.BAD_ID.hint,
}
_LEVEL_ID: Final[Schema] = {**_ID, "pattern": whole("|".join((*LEVELS, SLUG)))}

KINDS: Final[Mapping[Any, tuple[str, Schema]]] = {
    Id: ("id", _ID),
    LevelId: ("level-id", _LEVEL_ID),
    Text: ("text", _TEXT),
    YesNo: (
        "yes-no",
        {
            "type": ["boolean", "string"],
            "pattern": whole("true|false"),
            WRONG: misfit.NOT_YES_NO.message,
            HINT: misfit.NOT_YES_NO.hint,
        },
    ),
    Number: (
        "number",
        {
            "type": ["number", "string"],
            "pattern": whole(NUMBER),
            "exclusiveMinimum": -(10**15),
            "exclusiveMaximum": 10**15,
            WRONG: misfit.NOT_A_NUMBER.message,
            HINT: misfit.NOT_A_NUMBER.hint,
        },
    ),
    Count: (
        "count",
        {
            "type": ["integer", "string"],
            "pattern": whole(COUNT),
            "minimum": 0,
            "maximum": 10**9 - 1,
            WRONG: misfit.NOT_A_COUNT.message,
            HINT: misfit.NOT_A_COUNT.hint,
        },
    ),
    Date: (
        "date",
        {
            "type": ["string"],
            "pattern": whole(_DAY),
            WRONG: misfit.BAD_DATE.hint,
            HINT: misfit.BAD_DATE.hint,
        },
    ),
    Length: (
        "length",
        {
            "type": ["string"],
            "pattern": whole(_LENGTH),
            WRONG: misfit.BAD_LENGTH.hint,
            HINT: misfit.BAD_LENGTH.hint,
        },
    ),
    Texts: ("texts", or_many(_TEXT, {"$ref": "#/$defs/text"})),
    Ids: ("ids", or_many(_ID, {"$ref": "#/$defs/id"})),
    Condition: (
        "condition",
        {**table(_TERM), "properties": {"outcome": table(_TERM)}, **SOME_KEY},
    ),
    ClockStart: (
        "start",
        {"anyOf": [{"enum": list(MOMENTS)}, group({"step": ANY_TEXT}, ["step"])]},
    ),
}
"""Each with the name of its definition."""

KEYS: Final[Mapping[Any, Schema]] = {
    Id: {"pattern": rf"^x-|{whole(SLUG)}", HINT: misfit.BAD_ID.hint},
    Text: {"pattern": r"\S", "maxLength": LONGEST_TEXT},
    FieldName: {"pattern": rf"^x-|{whole(BLANK)}", HINT: misfit.BAD_BLANK.hint},
}
"""Kinds that stand before the colon, where a note is always allowed."""
