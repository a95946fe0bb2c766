"""The script of a rehearsal: a story, messages at moments, and what it must show."""

from dataclasses import dataclass
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field
from pydantic_core import PydanticCustomError

from tmplan.incident.answers import AnswersFile
from tmplan.plan.duration import Duration, parse_duration
from tmplan.plan.words import Id, Ids, Length, LevelId, Text, Words


@dataclass(frozen=True, slots=True)
class Moment:
    """When an inject is played: after the start, or when a step, phase or fact is reached."""

    offset: Duration | None = None
    step: str | None = None
    phase: str | None = None
    fact: str | None = None


def _moment(value: Any) -> Any:
    match value:
        case Moment():
            return value
        case str() if (length := parse_duration(value)) is not None:
            return Moment(offset=length)
        case {"step": str() as step, **rest} if not rest:
            return Moment(step=step)
        case {"phase": str() as phase, **rest} if not rest:
            return Moment(phase=phase)
        case {"fact": str() as fact, **rest} if not rest:
            return Moment(fact=fact)
        case _:
            raise PydanticCustomError("bad_moment", "not a moment", {"raw": str(value)})


At = Annotated[Moment, BeforeValidator(_moment)]


class StepExpected(Words):
    """What an inject should make people do, and within which time."""

    step: Id
    within: Length | None = None


class Inject(Words):
    """A scripted message at a moment."""

    id: Id
    at: At
    kind: Text = "message"
    text: Text
    expect: StepExpected | None = None


class Objective(Words):
    """What the drill must show: steps done, each within a time of the opening."""

    id: Id
    text: Text
    steps: Ids = ()
    within: Length | None = None


class Expected(Words):
    """How the event should be judged."""

    level: LevelId | None = None
    classified_within: Length | None = None


class Scenario(Words):
    """A scenario file."""

    tmplan_drill: Literal["1"] = Field(alias="tmplan-drill")
    id: Id
    plan: Text
    event: Id
    title: Text
    form: Literal["tabletop", "functional", "full"] = "tabletop"
    content: Literal["single", "comprehensive"] = "single"
    purpose: Literal["check", "show", "study"] = "check"
    narrative: Text
    expect: Expected = Expected()
    objectives: tuple[Objective, ...] = ()
    injects: tuple[Inject, ...] = ()
    script: AnswersFile | None = None
