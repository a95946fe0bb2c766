"""Plain data to a model, or everything that does not fit, in our own words."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final, TypeVar

from pydantic import ValidationError

from tmplan.errors import Word
from tmplan.plan import misfit
from tmplan.plan.codes import DUPLICATE_KEY, NEEDS_QUOTES, TAG
from tmplan.plan.nearest import choices, nearest
from tmplan.plan.problem import Code, Path, Problem, Severity
from tmplan.plan.shape import allowed, is_field, is_text, keys_of, kind_at
from tmplan.plan.source import Source, ambiguous
from tmplan.plan.words import MOMENTS, Words

W = TypeVar("W", bound=Words)

MOST: Final = 200
"""What does not fit beyond this number is not explained: nobody will read it."""

_PLAIN: Final[Mapping[str, Code]] = {
    "string_type": misfit.NOT_TEXT,
    "tuple_type": misfit.NOT_A_LIST,
    "list_type": misfit.NOT_A_LIST,
    "dict_type": misfit.NOT_A_GROUP,
    "model_type": misfit.NOT_A_GROUP,
    "model_attributes_type": misfit.NOT_A_GROUP,
    "bad_number": misfit.NOT_A_NUMBER,
    "bad_count": misfit.NOT_A_COUNT,
    "bad_yes_no": misfit.NOT_YES_NO,
    "bad_id": misfit.BAD_ID,
    "bad_duration": misfit.BAD_LENGTH,
    "bad_date": misfit.BAD_DATE,
    "bad_start": misfit.BAD_START,
    "bad_when": misfit.BAD_WHEN,
    "bad_moment": misfit.BAD_MOMENT,
    "string_pattern_mismatch": misfit.BAD_BLANK,
    "empty_text": misfit.EMPTY,
    "too_short": misfit.NONE_GIVEN,
    "string_too_long": misfit.TOO_LONG,
    "too_long": misfit.TOO_LONG,
}
_HARMLESS: Final = frozenset({DUPLICATE_KEY.id, TAG.id})
"""Errors of a file after which its data is whole enough to be looked at further."""

_PARENTS: Final[Mapping[str, str]] = {
    "Plan": "a plan",
    "About": "the part `about`",
    "PlanReview": "the part `review`",
    "Organisation": "the part `organisation`",
    "Group": "a group",
    "Role": "a role",
    "Person": "a person",
    "Level": "a level",
    "Phase": "a phase",
    "Gate": "a gate",
    "Question": "a question",
    "Answer": "an answer",
    "Band": "a band",
    "EventType": "an event type",
    "Classify": "the part `classify`",
    "Floor": "a floor",
    "Raise": "a raise",
    "Measure": "a measure",
    "Link": "a link",
    "Step": "a step",
    "Evidence": "a piece of evidence",
    "Notice": "a notice",
    "Obligation": "an obligation",
    "Stage": "a stage",
    "Category": "a category of supplies",
    "Supply": "a supply",
    "Part": "a part of a plan",
    "Scenario": "a scenario",
    "Inject": "an inject",
    "Objective": "an objective",
}


def fit(model: type[W], words: object) -> tuple[W | None, list[Problem]]:
    """The model these words make, or None and every place where they do not fit."""
    try:
        return model.model_validate(words), []
    except ValidationError as error:
        errors = error.errors(include_url=False)
    problems = [_explain(model, words, each) for each in errors[:MOST]]
    return None, list(_paired(problems))


def doubts(source: Source, model: type[Words]) -> Iterator[Problem]:
    """Text that other readers of YAML take for something else, in fields where text is meant.

    Not said of answers given to questions, whose number may well be a number.
    """
    for path, code, raw in ambiguous(source):
        field = path[:-1] if path and isinstance(path[-1], int) else path
        if is_text(kind_at(model, field)) and (code is not NEEDS_QUOTES or is_field(model, field)):
            yield Problem(code, path, {"raw": raw})


_SIGNS_OF_NOTES: Final = ("x-", "\\")
"""Without these no key begins with `x-`, however it is written."""


def words_in(source: Source) -> dict[str, Any] | None:
    """What a file says, without notes; None if it is too broken to be looked at further."""
    errors = (each.code for each in source.problems if each.code.severity is Severity.ERROR)
    if not isinstance(source.value, dict) or not all(each.id in _HARMLESS for each in errors):
        return None
    if any(sign in source.text for sign in _SIGNS_OF_NOTES):
        return strip_notes(source.value)  # type: ignore[no-any-return]
    return source.value


def strip_notes(value: Any) -> Any:
    """The same data without the keys that begin with ``x-``: notes of the writer's own."""
    match value:
        case dict():
            return {
                key: strip_notes(inner) for key, inner in value.items() if not key.startswith("x-")
            }
        case list():
            return [strip_notes(inner) for inner in value]
        case _:
            return value


def value_at(words: object, path: Path) -> Any:
    """The value a path leads to; None if it leads nowhere."""
    value: Any = words
    for part in path:
        try:
            value = value[part]
        except (LookupError, TypeError):
            return None
    return value


def _explain(model: type[Words], words: object, error: Mapping[str, Any]) -> Problem:
    kind, loc = error["type"], tuple(error["loc"])
    at_key = bool(loc) and loc[-1] == "[key]"
    path = _existing(words, loc[:-1] if at_key else loc)
    value = path[-1] if at_key else value_at(words, path)
    match kind:
        case "missing":
            return Problem(
                misfit.MISSING_KEY, loc[:-1], {"key": loc[-1], "parent": _parent(model, loc[:-1])}
            )
        case "extra_forbidden":
            return _unknown_key(model, words, loc)
        case "literal_error" if isinstance(value, str):
            return _not_a_choice(model, path, value)
        case "literal_error":
            code = misfit.NOT_TEXT
        case "bad_when":
            path, code = _narrow(words, path), misfit.BAD_WHEN
        case _:
            code = _PLAIN.get(kind, misfit.DOES_NOT_FIT)
    if value is None:
        return Problem(misfit.EMPTY, path, at_key=True)
    if "{raw}" in code.message and not isinstance(value, str):
        code = misfit.NOT_TEXT
    params = {
        "raw": _short(value),
        "limit": error.get("ctx", {}).get("max_length", ""),
        "allowed": ", ".join(f"`{each}`" for each in MOMENTS),
    }
    return Problem(code, path, params, at_key=at_key or kind == "too_short")


def _existing(words: object, loc: Path) -> Path:
    """As much of a path as the file has: one text may stand for a list of one."""
    value: Any = words
    for length, part in enumerate(loc):
        if not isinstance(value, dict | list):
            return loc[:length]
        value = value_at(value, (part,))
    return loc


def _narrow(words: object, path: Path) -> Path:
    """The one term that spoils a condition."""
    group = value_at(words, path)
    if not isinstance(group, dict):
        return path
    for key, wanted in group.items():
        good = isinstance(wanted, str) or (
            isinstance(wanted, list) and wanted and all(isinstance(each, str) for each in wanted)
        )
        if key == "outcome" and isinstance(wanted, dict):
            inner = _narrow(words, (*path, key))
            if len(inner) > len(path) + 1:
                return inner
        elif not good:
            return (*path, key)
    return path


def _unknown_key(model: type[Words], words: object, loc: Path) -> Problem:
    key, parent = str(loc[-1]), kind_at(model, loc[:-1])
    known = keys_of(parent) if isinstance(parent, type) and issubclass(parent, Words) else {}
    present = value_at(words, loc[:-1]) or {}
    missing = [each for each in known if each not in present]
    near = nearest(key.lower(), missing)
    params = {"key": _short(key), "parent": _parent(model, loc[:-1])}
    if near:
        return Problem(misfit.MISTYPED_KEY, loc, {**params, "nearest": near}, at_key=True)
    return Problem(misfit.UNKNOWN_KEY, loc, {**params, "known": choices(key, missing)}, at_key=True)


def _not_a_choice(model: type[Words], path: Path, value: str) -> Problem:
    if len(path) == 1 and str(path[0]).startswith("tmplan"):
        return Problem(misfit.OTHER_VERSION, path, {"raw": _short(value), "key": path[0]})
    known = allowed(kind_at(model, path))
    return Problem(
        misfit.NOT_A_CHOICE, path, {"raw": _short(value), "allowed": choices(value, known)}
    )


def _parent(model: type[Words], path: Path) -> Word:
    kind = kind_at(model, path)
    return Word(_PARENTS.get(getattr(kind, "__name__", ""), "this part"))


def _paired(problems: Iterable[Problem]) -> Iterator[Problem]:
    """Without the key that is missing only because it was mistyped."""
    many = list(problems)
    meant = {
        (*each.path[:-1], each.params["nearest"])
        for each in many
        if each.code is misfit.MISTYPED_KEY
    }
    for each in many:
        if each.code is not misfit.MISSING_KEY or (*each.path, each.params["key"]) not in meant:
            yield each


def _short(value: object) -> str:
    text = " ".join(str(value).split())
    return text if len(text) <= 60 else text[:59] + "…"
