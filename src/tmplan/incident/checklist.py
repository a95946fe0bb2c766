"""The plan's steps as they stand for one incident: which apply, which are settled, what is next."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from tmplan.incident.state import Incident, StepRecord, StepState
from tmplan.plan.classify import Circumstances, holds
from tmplan.plan.model import Phase, Plan
from tmplan.plan.step import Need, Step

FIRST: Final = "first"
_BEFORE_GATE: Final = ("report", "assess", "respond", "publish", "handle")

_SETTLED: Final[Mapping[Need, frozenset[StepState]]] = {
    "must": frozenset({StepState.DONE, StepState.NA, StepState.SKIPPED, StepState.OFF}),
    "must-unless-documented": frozenset(
        {StepState.DONE, StepState.NA, StepState.SKIPPED, StepState.FAILED, StepState.OFF}
    ),
    "may": frozenset(set(StepState) - {StepState.TODO, StepState.DOING}),
}
_RELEASES: Final = frozenset({StepState.DONE, StepState.SKIPPED, StepState.NA, StepState.OFF})


@dataclass(frozen=True, slots=True)
class Item:
    """One step of the plan, as it stands in one incident."""

    step: Step
    phase: str
    record: StepRecord
    state: StepState
    replaced: bool = False

    @property
    def settled(self) -> bool:
        """Whether nothing more is expected of it; done by its alternative settles a failure."""
        if self.state is StepState.FAILED and self.replaced:
            return True
        return self.state in _SETTLED[self.step.need]

    @property
    def releases(self) -> bool:
        """Whether steps that wait for it may go on without an override."""
        return self.state in _RELEASES

    @property
    def unsigned(self) -> bool:
        """Whether it was done and still lacks the signature the plan asks for."""
        asked = self.step.sign is not None
        return asked and self.state is StepState.DONE and not self.record.signed_by


@dataclass(frozen=True, slots=True)
class Checklist:
    """Every step that this event type knows, in the order of the process."""

    items: tuple[Item, ...]

    def __iter__(self) -> Iterator[Item]:
        """Items in the order of the process."""
        return iter(self.items)

    def find(self, step: str) -> Item | None:
        """The item of a step, or None if this event type does not know it."""
        return next((item for item in self.items if item.step.id == step), None)

    def of_phase(self, phase: str) -> tuple[Item, ...]:
        """The items of one phase."""
        return tuple(item for item in self.items if item.phase == phase)

    def waits_for(self, item: Item) -> tuple[Item, ...]:
        """The steps an item waits for that do not release it yet."""
        before = (self.find(step) for step in item.step.after)
        return tuple(other for other in before if other is not None and not other.releases)


def checklist(plan: Plan, incident: Incident) -> Checklist:
    """The steps of an incident; without an event type only the common ones are known."""
    known = circumstances(incident)
    rows = tuple(steps_of(plan, incident.event))
    called = frozenset(
        step.if_failed
        for _, step in rows
        if step.if_failed
        and _gave_up(incident.step(step.id))
        and _applies(plan, incident, step, known)
    )
    return Checklist(
        tuple(_item(plan, incident, phase, step, known, called) for phase, step in rows)
    )


def steps_of(plan: Plan, event: str | None) -> Iterator[tuple[str, Step]]:
    """Phase and step in the order of the process, first steps at the head."""
    if event is None:
        for phase in plan.phases:
            yield from ((phase.id, step) for step in phase.steps)
        return
    yield from ((FIRST, step) for step in plan.events[event].first)
    for phase in phases_of(plan, event):
        yield from ((phase.id, step) for step in plan.steps_of(event, phase))


def phases_of(plan: Plan, event: str | None) -> tuple[Phase, ...]:
    """The phases that apply to an event type."""
    left_out = plan.events[event].skip if event else ()
    return tuple(phase for phase in plan.phases if phase.id not in left_out)


def circumstances(incident: Incident) -> Circumstances:
    """What conditions may ask of this incident."""
    return Circumstances(
        event=incident.event or "",
        answers=incident.answers,
        level=incident.level,
        outcomes=incident.outcomes,
    )


def blocks_gate(plan: Plan, items: Checklist) -> tuple[Item, ...]:
    """Open ``must`` steps of the first steps and of the phases before the gate."""
    before = {phase.id for phase in plan.phases if phase.kind in _BEFORE_GATE} | {FIRST}
    return tuple(
        item
        for item in items
        if item.phase in before and item.step.need == "must" and not item.settled
    )


def blocks_close(items: Checklist) -> tuple[Item, ...]:
    """Open mandatory steps, and steps done that still lack a signature."""
    return tuple(
        item for item in items if (item.step.need != "may" and not item.settled) or item.unsigned
    )


def _gave_up(record: StepRecord) -> bool:
    """Whether a step failed and has not been done, or dispensed with, since."""
    return record.ever_failed and record.state not in _RELEASES


def _item(
    plan: Plan,
    incident: Incident,
    phase: str,
    step: Step,
    known: Circumstances,
    called: frozenset[str],
) -> Item:
    record = incident.step(step.id)
    state = record.state
    if state not in _SETTLED[step.need]:
        hidden = step.fallback and step.id not in called
        applies = not hidden and _applies(plan, incident, step, known)
        state = state if applies else StepState.OFF
    replaced = bool(step.if_failed) and incident.step(step.if_failed or "").state is StepState.DONE
    return Item(step, phase, record, state, replaced)


def _applies(plan: Plan, incident: Incident, step: Step, known: Circumstances) -> bool:
    if step.min_level or step.only_levels:
        if incident.level is None:
            return False
        if step.min_level and plan.rank(incident.level) > plan.rank(step.min_level):
            return False
        if step.only_levels and incident.level not in step.only_levels:
            return False
    if step.when is None:
        return True
    if incident.event is None:
        return False
    return holds(plan, step.when, known, unknown_matches=step.when_unknown == "apply")
