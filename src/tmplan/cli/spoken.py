"""What stands inside a sentence, in the chosen language too."""

from collections.abc import Mapping
from enum import Enum

from tmplan.errors import TmplanError, Word
from tmplan.i18n import say


def explain(error: TmplanError) -> str:
    """A refusal or an ending in the chosen language."""
    return say(error.message, **spoken(error.params))


def advise(error: TmplanError) -> str:
    """What to do next about it, in the chosen language."""
    return say(error.hint, **spoken(error.params)) if error.hint else ""


def spoken(params: Mapping[str, object]) -> dict[str, object]:
    """Parameters that are words of ours or endings themselves, in the chosen language."""
    return {name: _spoken(value) for name, value in params.items()}


def _spoken(value: object) -> object:
    match value:
        case Word():
            return say(value)
        case TmplanError():
            return explain(value)
        case Enum():  # what became of a step, or of an incident
            from tmplan.cli.states import state_word  # only acts speak of states

            return state_word(value)
        case _:
            return value
