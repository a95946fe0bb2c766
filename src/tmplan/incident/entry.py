"""One entry is one fact in the past tense; an incident is nothing but its entries.

Each fact is a frozen dataclass whose fields are its ``data`` in the journal: text, true or
false, whole numbers, and groups or rows of these. A kind of entry is added here, in ``Fact``
and in ``state.apply``; a kind this version does not know is kept as ``Unknown``.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from typing import Any, ClassVar, Final

Texts = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Opened:
    """The incident was reported and the plan activated, in the same moment."""

    TYPE: ClassVar[str] = "incident.opened"
    plan: str
    plan_version: str
    pinned: str
    sources: Mapping[str, str]
    title: str = ""
    event: str | None = None
    discovered_at: str = ""
    roles: Mapping[str, str] = field(default_factory=dict)
    scenario: str | None = None
    scenario_pinned: str | None = None
    warnings: Texts = ()


@dataclass(frozen=True, slots=True)
class Answered:
    """Questions were answered; the answer that left none open also classified."""

    TYPE: ClassVar[str] = "incident.answered"
    answers: Mapping[str, Texts] = field(default_factory=dict)
    event: str | None = None
    classified: bool = False
    level: str | None = None
    reasons: tuple[Mapping[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Classified:
    """The level was worked out again, or set by a person with a reason."""

    TYPE: ClassVar[str] = "incident.classified"
    level: str | None
    reasons: tuple[Mapping[str, str], ...] = ()
    override: bool = False
    reason: str = ""


@dataclass(frozen=True, slots=True)
class StepStarted:
    """Somebody began a step."""

    TYPE: ClassVar[str] = "step.started"
    step: str


@dataclass(frozen=True, slots=True)
class StepDone:
    """A step was done, with its evidence, the notice it published and the duties it met."""

    TYPE: ClassVar[str] = "step.done"
    step: str
    evidence: Mapping[str, str] = field(default_factory=dict)
    notice: Mapping[str, Any] = field(default_factory=dict)
    discharges: Texts = ()
    ahead_of: Texts = ()
    late: bool = False
    reason: str = ""


@dataclass(frozen=True, slots=True)
class StepFailed:
    """A step was tried and did not succeed."""

    TYPE: ClassVar[str] = "step.failed"
    step: str
    reason: str = ""


@dataclass(frozen=True, slots=True)
class StepSkipped:
    """A step was left out."""

    TYPE: ClassVar[str] = "step.skipped"
    step: str
    reason: str = ""
    break_glass: bool = False


@dataclass(frozen=True, slots=True)
class StepNotApplicable:
    """A step does not fit this case."""

    TYPE: ClassVar[str] = "step.na"
    step: str
    reason: str = ""


@dataclass(frozen=True, slots=True)
class StepDeferred:
    """A step was put off until a time."""

    TYPE: ClassVar[str] = "step.deferred"
    step: str
    until: str
    reason: str = ""


@dataclass(frozen=True, slots=True)
class StepReopened:
    """A step is to be done again, or was recorded wrongly."""

    TYPE: ClassVar[str] = "step.reopened"
    step: str
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Approved:
    """A step, or a notice as it then read, was approved before the act."""

    TYPE: ClassVar[str] = "approval.given"
    subject: str
    text: str = ""


@dataclass(frozen=True, slots=True)
class Signed:
    """A step that somebody else did was signed off."""

    TYPE: ClassVar[str] = "signature.given"
    step: str


@dataclass(frozen=True, slots=True)
class Noted:
    """Somebody wrote something down, word for word."""

    TYPE: ClassVar[str] = "note.added"
    text: str
    step: str | None = None


@dataclass(frozen=True, slots=True)
class FactRecorded:
    """A named fact became known: a blank of a notice, or a moment a clock waits for."""

    TYPE: ClassVar[str] = "fact.recorded"
    name: str
    value: str = ""


@dataclass(frozen=True, slots=True)
class RoleAssigned:
    """A person took a role in this incident."""

    TYPE: ClassVar[str] = "role.assigned"
    assigned: str
    person: str


@dataclass(frozen=True, slots=True)
class GatePassed:
    """Somebody confirmed by name that it is safe to resume operations."""

    TYPE: ClassVar[str] = "gate.passed"
    over: Texts = ()
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Recovered:
    """Every recovery criterion was confirmed; handling ended."""

    TYPE: ClassVar[str] = "incident.recovered"
    confirmed: Texts = ()


@dataclass(frozen=True, slots=True)
class Reviewed:
    """What was expected, what happened, why, and what changes."""

    TYPE: ClassVar[str] = "review.recorded"
    summary: str
    findings: tuple[Mapping[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Closed:
    """The incident ended; its obligations run on."""

    TYPE: ClassVar[str] = "incident.closed"


@dataclass(frozen=True, slots=True)
class Cancelled:
    """It was a false alarm."""

    TYPE: ClassVar[str] = "incident.cancelled"
    reason: str


@dataclass(frozen=True, slots=True)
class Injected:
    """A scripted message of a drill was played."""

    TYPE: ClassVar[str] = "drill.injected"
    inject: str
    text: str = ""


@dataclass(frozen=True, slots=True)
class Evaluated:
    """A drill was held against its scenario."""

    TYPE: ClassVar[str] = "drill.evaluated"
    passed: bool
    results: tuple[Mapping[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Repaired:
    """The journal mended itself, or found damage it does not touch."""

    TYPE: ClassVar[str] = "journal.repaired"
    details: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Unknown:
    """A kind of entry that this version does not know: kept, ignored and counted."""

    TYPE: ClassVar[str] = "unknown"
    type: str


Fact = (
    Opened
    | Answered
    | Classified
    | StepStarted
    | StepDone
    | StepFailed
    | StepSkipped
    | StepNotApplicable
    | StepDeferred
    | StepReopened
    | Approved
    | Signed
    | Noted
    | FactRecorded
    | RoleAssigned
    | GatePassed
    | Recovered
    | Reviewed
    | Closed
    | Cancelled
    | Injected
    | Evaluated
    | Repaired
    | Unknown
)

_KINDS: Final[Mapping[str, type[Any]]] = {
    kind.TYPE: kind for kind in Fact.__args__ if kind not in (Repaired, Unknown)
}
_FIELDS: Final[Mapping[str, frozenset[str]]] = {
    name: frozenset(known.name for known in fields(kind)) for name, kind in _KINDS.items()
}
TYPES: Final[tuple[str, ...]] = tuple(_KINDS)
PHASE_BEGAN: Final = "phase_began"


@dataclass(frozen=True, slots=True)
class Entry:
    """A fact with who acted, as what, when it was recorded and when it happened.

    ``phase_began`` names the phase that this entry was the first to reach.
    """

    fact: Fact
    actor: str
    role: str
    recorded_at: str
    happened_at: str
    phase_began: str | None = None


def encode(fact: Fact, phase_began: str | None = None) -> tuple[str, dict[str, object]]:
    """A fact as the ``type`` and ``data`` of its journal line; defaults are left out."""
    written: dict[str, object] = {}
    for known in fields(fact):
        value = getattr(fact, known.name)
        if value or value is False or not _has_default(known):
            written[known.name] = _thaw(value)
    if phase_began is not None:
        written[PHASE_BEGAN] = phase_began
    return fact.TYPE, written


def _has_default(known: Any) -> bool:
    from dataclasses import MISSING

    return known.default is not MISSING or known.default_factory is not MISSING


def decode(kind: str, data: Mapping[str, Any]) -> Fact:
    """The fact a journal line tells; fields of a newer version are left aside."""
    known = _FIELDS.get(kind)
    if known is None:
        return Repaired(data) if kind.startswith("journal.") else Unknown(kind)
    try:
        fact: Fact = _KINDS[kind](**{key: _freeze(data[key]) for key in data if key in known})
    except TypeError:
        return Unknown(kind)
    return fact


def _freeze(value: Any) -> Any:
    match value:
        case list():
            return tuple(_freeze(item) for item in value)
        case dict():
            return {key: _freeze(item) for key, item in value.items()}
        case _:
            return value


def _thaw(value: Any) -> Any:
    match value:
        case tuple():
            return [_thaw(item) for item in value]
        case Mapping():
            return {key: _thaw(item) for key, item in value.items()}
        case _:
            return value
