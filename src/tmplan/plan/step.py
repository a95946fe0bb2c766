"""One thing that one role does."""

from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field

from tmplan.plan.words import (
    ClockStart,
    Condition,
    Id,
    Ids,
    Length,
    LevelId,
    Text,
    Texts,
    Words,
    YesNo,
)

Need = Literal["must", "must-unless-documented", "may"]


class Choice(Words):
    """One outcome that a choice of evidence may have."""

    id: Text
    text: Text


def _choice(value: Any) -> Any:
    return {"id": value, "text": value} if isinstance(value, str) else value


class Evidence(Words):
    """What is to be kept as proof that a step was done."""

    id: Id
    kind: Literal["text", "number", "choice", "time", "file", "url"]
    ask: Text
    required: YesNo = False
    unit: Text | None = None
    choices: tuple[Annotated[Choice, BeforeValidator(_choice)], ...] = ()


class ByRole(Words):
    """The role whose word is wanted."""

    role: Id


class Repeat(Words):
    """How often a step is done again, and until when."""

    every: Length
    until: Id = "recovered"


class Step(Words):
    """One imperative sentence, and everything that surrounds doing it."""

    id: Id
    do: Text
    why: Text | None = None
    warn: Text | None = None
    role: Id
    helpers: Ids = ()
    need: Need = "must-unless-documented"
    min_level: LevelId | None = None
    only_levels: tuple[LevelId, ...] = ()
    when: Condition | None = None
    when_unknown: Literal["skip", "apply"] = "apply"
    within: Length | None = None
    start: ClockStart | None = Field(default=None, alias="from")
    after: Ids = ()
    evidence: tuple[Evidence, ...] = ()
    approve: ByRole | None = None
    sign: ByRole | None = None
    irreversible: YesNo = False
    stop_power: YesNo = False
    notice: Id | None = None
    discharges: Texts = ()
    repeat: Repeat | None = None
    fallback: YesNo = False
    if_failed: Id | None = None
