"""The walk: show, ask, decide, write, believe; the one loop under incidents and drills."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from enum import Enum, auto
from typing import Literal, Protocol

from tmplan.cli.timing import Clock
from tmplan.cli.unsaved import on_paper
from tmplan.errors import FileTrouble, NotSaved, Refused, WrongUse
from tmplan.incident.agenda import DoStep, Task, next_task
from tmplan.incident.checklist import checklist
from tmplan.incident.decide.scene import Decision
from tmplan.incident.entry import Entry
from tmplan.incident.state import StepState
from tmplan.journal.live import Record


@dataclass(frozen=True, slots=True)
class Act:
    """Something to decide and write, who does it as what, and how many seconds it takes."""

    decision: Decision
    by: str
    role: str
    takes: int = 0


@dataclass(frozen=True, slots=True)
class GoTo:
    """Look at another step next; at none in particular, at what comes next."""

    step: str | None


@dataclass(frozen=True, slots=True)
class Pause:
    """Stop here; the incident stays open."""


Move = Act | GoTo | Pause


class Aside(Enum):
    """An aside was dealt with; the question stands."""

    TAKEN = auto()


AsideTaken = Move | Literal[Aside.TAKEN] | None
TakeAside = Callable[[str], AsideTaken]
"""What was said in; a move, TAKEN, or None if it was no aside."""


class Respondent(Protocol):
    """Who answers: a person at a terminal, or an answers file."""

    @property
    def passed_over(self) -> frozenset[str]:
        """Steps not to be offered again in this sitting."""

    def respond(self, record: Record, task: Task, now: datetime) -> Move:
        """What to do about a task."""

    def accepted(self, record: Record, task: Task, entry: Entry) -> None:
        """An act was saved."""

    def refused(self, record: Record, task: Task, refusal: Refused | WrongUse | NotSaved) -> None:
        """An act was not allowed or not saved; raising ends the walk."""


class Attendant(Protocol):
    """Somebody beside the walk who may write entries of their own, such as a drill's conductor."""

    def attend(self, record: Record, task: Task | None, clock: Clock) -> None:
        """Called before every task, and after time has passed."""


class Nobody:
    """A real incident has no conductor."""

    def attend(self, record: Record, task: Task | None, clock: Clock) -> None:
        """Nothing to do."""


def walk(record: Record, respondent: Respondent, clock: Clock, attendant: Attendant) -> bool:
    """Go through the incident task by task; whether it is over when the walk ends."""
    chosen: str | None = None
    while True:
        with suppress(FileTrouble):  # a folder that is gone for a moment stops no response
            record.refresh()
        task = _task(record, respondent, clock, chosen)
        attendant.attend(record, task, clock)
        task = _task(record, respondent, clock, chosen)
        if task is None:
            return True
        match respondent.respond(record, task, clock.now()):
            case Act() as act:
                if _do(record, respondent, clock, attendant, task, act) and _left(record, chosen):
                    chosen = None
            case GoTo(step):
                chosen = step
            case Pause():
                return False


def _task(record: Record, respondent: Respondent, clock: Clock, chosen: str | None) -> Task | None:
    if chosen is not None and not record.incident.over:
        item = checklist(record.plan, record.incident).find(chosen)
        if item is not None and item.state is not StepState.OFF:
            return DoStep(item)
    return next_task(record.plan, record.incident, clock.now(), passed_over=respondent.passed_over)


def _left(record: Record, chosen: str | None) -> bool:
    """Whether the chosen step has been dealt with, so that the walk goes back to its order."""
    if chosen is None:
        return False
    return record.incident.step(chosen).state not in (StepState.TODO, StepState.DOING)


def _do(
    record: Record,
    respondent: Respondent,
    clock: Clock,
    attendant: Attendant,
    task: Task,
    act: Act,
) -> bool:
    if act.takes:
        clock.spend(act.takes)
        attendant.attend(record, None, clock)
    try:
        with on_paper(record.plan, record.incident.event):
            entry = record.act(
                act.decision, by=act.by, role=act.role, now=clock.now(), at=clock.stamp()
            )
    except (Refused, WrongUse, NotSaved) as refusal:
        respondent.refused(record, task, refusal)
        return False
    respondent.accepted(record, task, entry)
    return True
