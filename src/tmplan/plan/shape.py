"""The fields of a model, looked up along a path of its file."""

from collections.abc import Mapping
from functools import cache
from types import UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from tmplan.plan.problem import Path
from tmplan.plan.words import Words


@cache
def keys_of(model: type[Words]) -> dict[str, Any]:
    """Every key a group may have, and what belongs there."""
    return {field.alias or name: field.annotation for name, field in model.model_fields.items()}


def is_kind(words: Mapping[str, object], model: type[Words], first_key: str) -> bool:
    """Whether a file is meant to be of this kind, be it ever so broken."""
    if not first_key or first_key in words:
        return True
    if any(key.startswith("tmplan") for key in words):
        return False
    return sum(key in model.model_fields for key in words) > 1


def kind_at(model: type[Words], path: Path) -> Any:
    """What belongs at this place, None if nothing does."""
    kind: Any = model
    for part in path:
        kind = below(bare(kind), part)
    return bare(kind)


def bare(kind: Any) -> Any:
    """The same kind without its conditions and without `or nothing`."""
    while True:
        origin = get_origin(kind)
        if origin is Annotated:
            kind = get_args(kind)[0]
        elif origin in {Union, UnionType}:
            kind = next((each for each in get_args(kind) if each is not type(None)), None)
        else:
            return kind


def is_text(kind: Any) -> bool:
    """Whether text belongs here, alone or in a list that may be written as one text."""
    kind = bare(kind)
    return kind is str or (get_origin(kind) is tuple and bare(get_args(kind)[0]) is str)


def is_field(model: type[Words], path: Path) -> bool:
    """Whether a key of our own leads here, not one that the writer of the file chose."""
    kind = kind_at(model, path[:-1])
    return isinstance(kind, type) and issubclass(kind, Words)


def allowed(kind: Any) -> tuple[str, ...]:
    """The words a field is limited to, if it is."""
    return tuple(get_args(kind)) if get_origin(kind) is Literal else ()


def below(kind: Any, part: str | int) -> Any:
    """What belongs under this key or at this index of a kind."""
    match get_origin(kind):
        case None if isinstance(kind, type) and issubclass(kind, Words):
            return keys_of(kind).get(str(part))
        case container if container is dict:
            return get_args(kind)[1]
        case container if container is tuple:
            return get_args(kind)[0]
        case _:
            return None
