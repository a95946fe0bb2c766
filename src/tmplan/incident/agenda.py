"""What comes next: one task at a time, in the order of the process."""

from dataclasses import dataclass
from datetime import datetime

from tmplan.incident.checklist import FIRST, Checklist, Item, checklist, phases_of
from tmplan.incident.deadline import due_again, moment
from tmplan.incident.state import Incident, StepState
from tmplan.plan.classify import next_question
from tmplan.plan.model import Plan


@dataclass(frozen=True, slots=True)
class NameType:
    """Say what kind of event it is."""


@dataclass(frozen=True, slots=True)
class DoStep:
    """Do one step."""

    item: Item


@dataclass(frozen=True, slots=True)
class AnswerQuestion:
    """Answer one question of the classification."""

    question: str


@dataclass(frozen=True, slots=True)
class Judge:
    """Classify; nothing more is asked."""


@dataclass(frozen=True, slots=True)
class PassGate:
    """Confirm by name that it is safe to resume operations."""


@dataclass(frozen=True, slots=True)
class DeclareRecovered:
    """Confirm every recovery criterion."""


@dataclass(frozen=True, slots=True)
class RecordReview:
    """Record the review."""


@dataclass(frozen=True, slots=True)
class Close:
    """Close the incident."""


Task = (
    NameType | DoStep | AnswerQuestion | Judge | PassGate | DeclareRecovered | RecordReview | Close
)


def next_task(
    plan: Plan, incident: Incident, now: datetime, *, passed_over: frozenset[str] = frozenset()
) -> Task | None:
    """The one task to do next, or None once the incident is over.

    Steps in ``passed_over`` were tried in this sitting and are not offered again.
    """
    if incident.over:
        return None
    if incident.event is None:
        return NameType()
    items = checklist(plan, incident)

    def offered(chapter: str) -> Item | None:
        ready = _ready(plan, incident, items, chapter, now)
        return next((item for item in ready if item.step.id not in passed_over), None)

    step = offered(FIRST)
    if step is not None:
        return DoStep(step)
    question = next_question(plan, incident.event, incident.answers)
    if question is not None:  # also after a level set by hand: answers tell more than the level
        return AnswerQuestion(question)
    if not incident.classified:
        return Judge()
    for phase in phases_of(plan, incident.event):
        if phase.kind == "recover" and not incident.gate_passed_at:
            return PassGate()
        if phase.kind == "review" and not incident.recovered_at:
            return DeclareRecovered()
        step = offered(phase.id)
        if step is not None:
            return DoStep(step)
    return Close() if incident.review else RecordReview()


def next_act(plan: Plan, incident: Incident, now: datetime) -> Task | None:
    """The act of the engine that is next once no step is left before it."""
    steps = frozenset(item.step.id for item in checklist(plan, incident))
    return next_task(plan, incident, now, passed_over=steps)


def task_phase(plan: Plan, task: Task | None) -> str | None:
    """The phase a task belongs to."""
    match task:
        case None:
            return None
        case DoStep(item):
            return item.phase
        case NameType():
            return plan.phase_of_kind("report").id
        case AnswerQuestion() | Judge():
            return plan.phase_of_kind("assess").id
        case PassGate() | DeclareRecovered():
            return plan.phase_of_kind("recover").id
        case RecordReview() | Close():
            return plan.phase_of_kind("review").id


def current_phase(plan: Plan, incident: Incident) -> str | None:
    """The first phase with an open step or built-in act, ``first`` before all; None once over."""
    if incident.over:
        return None
    items = checklist(plan, incident)
    if incident.event and _unsettled(items, FIRST):
        return FIRST
    for phase in phases_of(plan, incident.event):
        match phase.kind:
            case "report":
                waiting = incident.event is None
            case "assess":
                waiting = not incident.classified or _asks(plan, incident)
            case "recover":
                waiting = not incident.recovered_at
            case "review":
                waiting = True
            case _:
                waiting = False
        if waiting or _unsettled(items, phase.id):
            return phase.id
    return None


def recommended(
    plan: Plan, incident: Incident, items: Checklist, now: datetime
) -> tuple[Item, ...]:
    """The steps that can be done now, in recommended order."""
    if incident.over:
        return ()
    waiting = {
        phase.id
        for phase in plan.phases
        if (phase.kind == "recover" and not incident.gate_passed_at)
        or (phase.kind == "review" and not incident.recovered_at)
    }
    chapters = [FIRST, *(phase.id for phase in phases_of(plan, incident.event))]
    return tuple(
        item
        for chapter in chapters
        if chapter not in waiting
        for item in _ready(plan, incident, items, chapter, now)
    )


def _asks(plan: Plan, incident: Incident) -> bool:
    event = incident.event
    return event is not None and next_question(plan, event, incident.answers) is not None


def _unsettled(items: Checklist, phase: str) -> bool:
    return any(not item.settled for item in items.of_phase(phase))


def _ready(
    plan: Plan, incident: Incident, items: Checklist, phase: str, now: datetime
) -> list[Item]:
    """Open steps whose predecessors release them; failed ones last, blocked ones not at all."""
    fresh, again = [], []
    for item in items.of_phase(phase):
        blocked = [
            other
            for other in items.waits_for(item)
            if other.state in (StepState.TODO, StepState.DOING)
        ]
        if blocked:
            continue
        match item.state:
            case StepState.TODO | StepState.DOING:
                fresh.append(item)
            case StepState.DEFERRED:
                until = moment(item.record.until)
                if until is None or until <= now:
                    fresh.append(item)
            case StepState.FAILED if not item.settled:
                again.append(item)
            case StepState.DONE:
                due = due_again(plan, incident, item)
                if due is not None and due <= now:
                    again.append(item)
            case _:
                pass
    return fresh + again
