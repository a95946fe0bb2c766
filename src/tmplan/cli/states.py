"""What became of a step or an incident, in words."""

from enum import Enum

from tmplan.i18n import say
from tmplan.incident.state import Status, StepState


def state_word(state: Enum) -> str:
    """What became of a step or an incident, as a word; anything else as it is."""
    match state:
        case StepState():
            return state_name(state)
        case Status():
            return status_name(state)
        case _:
            return str(state.value)


def state_name(state: StepState) -> str:
    """How a step stands."""
    match state:
        case StepState.TODO:
            return say("to do")
        case StepState.DOING:
            return say("doing")
        case StepState.DONE:
            return say("done")
        case StepState.FAILED:
            return say("failed")
        case StepState.SKIPPED:
            return say("skipped")
        case StepState.NA:
            return say("not applicable")
        case StepState.DEFERRED:
            return say("put off")
        case StepState.OFF:
            return say("does not apply now")


def status_name(status: Status) -> str:
    """How an incident stands."""
    match status:
        case Status.OPEN:
            return say("open")
        case Status.RECOVERED:
            return say("recovered")
        case Status.CLOSED:
            return say("closed")
        case Status.CANCELLED:
            return say("cancelled")
