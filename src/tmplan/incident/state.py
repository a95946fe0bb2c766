"""State is a replay of entries: the same entries always give the same incident."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum
from functools import reduce
from typing import assert_never

from tmplan.errors import JournalDamaged
from tmplan.incident import entry as e


class StepState(StrEnum):
    """What has become of a step; only ``done`` counts as done."""

    TODO = "todo"
    DOING = "doing"
    DONE = "done"
    FAILED = "failed"
    SKIPPED = "skipped"
    NA = "na"
    DEFERRED = "deferred"
    OFF = "off"


class Status(StrEnum):
    """Where an incident stands as a whole."""

    OPEN = "open"
    RECOVERED = "recovered"
    CLOSED = "closed"
    CANCELLED = "cancelled"


@dataclass(frozen=True, slots=True)
class StepRecord:
    """What was last recorded of a step.

    What it achieved stays with it while it is done over and over; only reopening takes it back.
    """

    state: StepState = StepState.TODO
    at: str = ""
    by: str = ""
    role: str = ""
    reason: str = ""
    until: str = ""
    evidence: Mapping[str, str] = field(default_factory=dict)
    notice: str = ""
    signed_by: str = ""
    ever_failed: bool = False
    first_done: str = ""
    last_done: str = ""
    discharges: tuple[str, ...] = ()


UNTOUCHED = StepRecord()


@dataclass(frozen=True, slots=True)
class Incident:
    """One response as it stands after some entry: never stored, always replayed.

    Times are RFC 3339 texts, empty while the moment has not come.
    """

    title: str
    plan: str
    plan_version: str
    pinned: str
    opened_at: str
    discovered_at: str
    event: str | None = None
    answers: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    answered_by: Mapping[str, str] = field(default_factory=dict)
    level: str | None = None
    reasons: tuple[Mapping[str, str], ...] = ()
    override: bool = False
    classified_at: str = ""
    steps: Mapping[str, StepRecord] = field(default_factory=dict)
    approvals: Mapping[str, str] = field(default_factory=dict)
    approved_texts: Mapping[str, str] = field(default_factory=dict)
    roles: Mapping[str, str] = field(default_factory=dict)
    facts: Mapping[str, str] = field(default_factory=dict)
    facts_at: Mapping[str, str] = field(default_factory=dict)
    phases_began: Mapping[str, str] = field(default_factory=dict)
    outcomes: Mapping[str, str] = field(default_factory=dict)
    published_at: str = ""
    gate_passed_at: str = ""
    gate_passed_by: str = ""
    recovered_at: str = ""
    review: e.Reviewed | None = None
    closed_at: str = ""
    cancelled_at: str = ""
    injected_at: Mapping[str, str] = field(default_factory=dict)
    evaluation: e.Evaluated | None = None
    scenario: str | None = None
    scenario_pinned: str | None = None
    level_at: Mapping[str, str] = field(default_factory=dict)
    last_at: str = ""
    unknown_types: int = 0

    @property
    def status(self) -> Status:
        """Where the incident stands as a whole."""
        if self.closed_at:
            return Status.CLOSED
        if self.cancelled_at:
            return Status.CANCELLED
        return Status.RECOVERED if self.recovered_at else Status.OPEN

    @property
    def over(self) -> bool:
        """Whether nothing more is to be done."""
        return bool(self.closed_at or self.cancelled_at)

    @property
    def classified(self) -> bool:
        """Whether somebody has judged it at least once."""
        return bool(self.classified_at)

    def step(self, step: str) -> StepRecord:
        """What was last recorded of a step."""
        return self.steps.get(step, UNTOUCHED)

    def met_at(self, duty: str) -> str:
        """When a duty was first met by a step that still counts as done; empty if it was not."""
        times = [each.first_done for each in self.steps.values() if duty in each.discharges]
        return min(times, key=datetime.fromisoformat, default="")


def replay(entries: Iterable[e.Entry]) -> Incident:
    """The incident these entries tell, in their order.

    Raises:
        JournalDamaged: the first fact is not the opening.
    """
    rest = iter(entries)
    early: list[e.Entry] = []
    for first in rest:
        if isinstance(first.fact, e.Opened):
            return reduce(apply, rest, reduce(apply, early, _opened(first, first.fact)))
        early.append(first)
    raise JournalDamaged(
        "the record has no opening entry",
        hint="run `tmplan incident verify`; if it came from another machine, copy all of it",
    )


def _opened(entry: e.Entry, fact: e.Opened) -> Incident:
    return Incident(
        title=fact.title,
        plan=fact.plan,
        plan_version=fact.plan_version,
        pinned=fact.pinned,
        opened_at=entry.happened_at,
        discovered_at=fact.discovered_at or entry.happened_at,
        event=fact.event,
        roles=fact.roles,
        phases_began=_began({}, entry),
        scenario=fact.scenario,
        scenario_pinned=fact.scenario_pinned,
        last_at=entry.happened_at,
    )


def apply(incident: Incident, entry: e.Entry) -> Incident:
    """The incident after one more entry; entries were checked before they were written."""
    at, fact = entry.happened_at, entry.fact
    if entry.phase_began is not None:
        incident = replace(incident, phases_began=_began(incident.phases_began, entry))
    match fact:
        case e.Opened():
            return incident
        case e.Answered():
            return _answered(incident, fact, entry)
        case e.Classified():
            return _classified(incident, fact.level, fact.reasons, at, override=fact.override)
        case e.StepStarted():
            return _step(incident, fact.step, entry, state=StepState.DOING)
        case e.StepDone():
            return _done(incident, fact, entry)
        case e.StepFailed():
            return _step(
                incident,
                fact.step,
                entry,
                state=StepState.FAILED,
                reason=fact.reason,
                ever_failed=True,
            )
        case e.StepSkipped():
            return _step(incident, fact.step, entry, state=StepState.SKIPPED, reason=fact.reason)
        case e.StepNotApplicable():
            return _step(incident, fact.step, entry, state=StepState.NA, reason=fact.reason)
        case e.StepDeferred():
            return _step(
                incident,
                fact.step,
                entry,
                state=StepState.DEFERRED,
                reason=fact.reason,
                until=fact.until,
            )
        case e.StepReopened():
            return _reopened(incident, fact, entry)
        case e.Approved():
            return replace(
                incident,
                approvals={**incident.approvals, fact.subject: entry.actor},
                approved_texts={**incident.approved_texts, fact.subject: fact.text},
            )
        case e.Signed():
            signed = replace(incident.step(fact.step), signed_by=entry.actor)
            return replace(incident, steps={**incident.steps, fact.step: signed}, last_at=at)
        case e.FactRecorded():
            return replace(
                incident,
                facts={**incident.facts, fact.name: fact.value},
                facts_at={fact.name: at, **incident.facts_at},
            )
        case e.RoleAssigned():
            return replace(incident, roles={**incident.roles, fact.assigned: fact.person})
        case e.GatePassed():
            return replace(incident, gate_passed_at=at, gate_passed_by=entry.actor, last_at=at)
        case e.Recovered():
            return replace(incident, recovered_at=at, last_at=at)
        case e.Reviewed():
            return replace(incident, review=fact, last_at=at)
        case e.Closed():
            return replace(incident, closed_at=at, last_at=at)
        case e.Cancelled():
            return replace(incident, cancelled_at=at, last_at=at)
        case e.Injected():
            return replace(incident, injected_at={**incident.injected_at, fact.inject: at})
        case e.Evaluated():
            return replace(incident, evaluation=fact)
        case e.Noted() | e.Repaired():
            return incident
        case e.Unknown():
            return replace(incident, unknown_types=incident.unknown_types + 1)
        case _:
            assert_never(fact)


def _began(began: Mapping[str, str], entry: e.Entry) -> dict[str, str]:
    if entry.phase_began is None or entry.phase_began in began:
        return dict(began)
    return {**began, entry.phase_began: entry.happened_at}


def _answered(incident: Incident, fact: e.Answered, entry: e.Entry) -> Incident:
    at = entry.happened_at
    incident = replace(
        incident,
        event=fact.event or incident.event,
        answers={**incident.answers, **fact.answers},
        answered_by={**incident.answered_by, **dict.fromkeys(fact.answers, entry.actor)},
        last_at=at,
    )
    if not fact.classified:
        return incident
    return _classified(incident, fact.level, fact.reasons, at, override=False)


def _classified(
    incident: Incident,
    level: str | None,
    reasons: tuple[Mapping[str, str], ...],
    at: str,
    *,
    override: bool,
) -> Incident:
    """A later classification changes the level but never restarts a clock."""
    reached = dict(incident.level_at)
    if level is not None:
        reached.setdefault(level, at)
    return replace(
        incident,
        level=level,
        reasons=reasons,
        override=override,
        classified_at=incident.classified_at or at,
        level_at=reached,
        last_at=at,
    )


def _step(
    incident: Incident,
    step: str,
    entry: e.Entry,
    *,
    state: StepState,
    reason: str = "",
    until: str = "",
    ever_failed: bool = False,
) -> Incident:
    before = incident.step(step)
    record = replace(
        before,
        state=state,
        at=entry.happened_at,
        by=entry.actor,
        role=entry.role,
        reason=reason,
        until=until,
        notice="",
        signed_by="",
        ever_failed=before.ever_failed or ever_failed,
    )
    return replace(incident, steps={**incident.steps, step: record}, last_at=entry.happened_at)


def _reopened(incident: Incident, fact: e.StepReopened, entry: e.Entry) -> Incident:
    """What the step was recorded to have shown and met no longer counts."""
    before, at = incident.step(fact.step), entry.happened_at
    record = StepRecord(
        at=at,
        by=entry.actor,
        role=entry.role,
        reason=fact.reason,
        ever_failed=before.ever_failed,
    )
    kept = {name: seen for name, seen in incident.outcomes.items() if name not in before.evidence}
    return replace(incident, steps={**incident.steps, fact.step: record}, outcomes=kept, last_at=at)


def _done(incident: Incident, fact: e.StepDone, entry: e.Entry) -> Incident:
    before, at = incident.step(fact.step), entry.happened_at
    notice = str(fact.notice.get("id", ""))
    record = StepRecord(
        state=StepState.DONE,
        at=at,
        by=entry.actor,
        role=entry.role,
        reason=fact.reason,
        evidence={**before.evidence, **fact.evidence},
        notice=notice,
        ever_failed=before.ever_failed,
        first_done=before.first_done or at,
        last_done=at,
        discharges=fact.discharges,
    )
    return replace(
        incident,
        steps={**incident.steps, fact.step: record},
        outcomes={**incident.outcomes, **fact.evidence} if fact.evidence else incident.outcomes,
        published_at=at if notice else incident.published_at,
        last_at=at,
    )
