"""What a walk shows: where we are, what is next, what is late."""

from datetime import datetime

from tmplan.cli import console
from tmplan.cli.states import status_name
from tmplan.cli.words import (
    clock_left,
    clock_name,
    clock_text,
    event_name,
    left_text,
    level_name,
)
from tmplan.i18n import say
from tmplan.incident.checklist import Item, checklist
from tmplan.incident.deadline import Clock, ClockState, clocks, step_limit
from tmplan.incident.decide.judging import reclassification_due
from tmplan.journal.live import Record

_MOST_LATE = 3


def how_to_go_on(record: Record) -> str:
    """What to type to go on with it."""
    return f"tmplan {'drill' if record.mode == 'drill' else 'incident'} resume {record.id}"


def show_damage(record: Record) -> None:
    """A damaged journal does not stop a response, but nobody may overlook it."""
    if record.damaged:
        console.talk(
            say("× the journal is damaged; what can be believed is shown. See: verify"),
            style="bad",
        )


def show_drill(record: Record) -> None:
    """What stands over everything that is shown of a drill."""
    if record.mode == "drill":
        console.talk(say("═══ 演练 / DRILL: a rehearsal, nothing here is real ═══"), style="drill")


def show_head(record: Record, now: datetime) -> None:
    """Which incident, what type, how grave, and everything that is late."""
    console.talk()
    show_damage(record)
    show_drill(record)
    console.talk(head_line(record), style="title")
    show_late(record, now)


def head_line(record: Record) -> str:
    """Which incident, what type, how it stands, and how grave it is."""
    plan, incident = record.plan, record.incident
    parts = [record.id, event_name(plan, incident.event), status_name(incident.status)]
    if plan.levels:
        parts.append(say("level: {level}", level=level_name(plan, incident.level)))
    return " · ".join(parts)


def show_late(record: Record, now: datetime) -> None:
    """What has run out, and what should be judged again."""
    late = overdue(record, now)
    for clock in late[:_MOST_LATE]:
        console.talk(f"× {late_text(record, clock, now)}", style="bad")
    if reclassification_due(record.plan, record.incident, now):
        text = say("still unknown after the plan's time; judge again with l")
        console.talk(f"! {text}", style="warn")
    if len(late) > _MOST_LATE:
        more = say("… and {n} more overdue", n=len(late) - _MOST_LATE)
        console.talk(more, style="bad")


def late_text(record: Record, clock: Clock, now: datetime) -> str:
    """A clock that has run out."""
    return say(
        "overdue: {name}, due {time}, {left}",
        name=clock_name(record.plan, clock.id),
        time=clock_text(record.plan, clock.due, now),
        left=clock_left(clock, now),
    )


def overdue(record: Record, now: datetime) -> tuple[Clock, ...]:
    """The clocks that have run out."""
    return _clocks(record, now, ClockState.LATE)


def time_line(record: Record, item: Item | None, now: datetime) -> str:
    """The line below every prompt: how long this step has, what is late, what is due next."""
    late = overdue(record, now)
    parts = []
    limit = step_limit(record.plan, record.incident, item) if item else None
    if limit is not None:
        parts.append(say("this step: {left}", left=left_text(limit.due, now)))
    if late:
        parts.append(say("overdue: {n}", n=len(late)))
    ahead = _clocks(record, now, ClockState.RUNNING)
    if ahead:
        clock = min(ahead, key=lambda each: each.due)
        name = clock_name(record.plan, clock.id)
        parts.append(say("next: {left}, {name}", left=clock_left(clock, now), name=name))
    line = " · ".join(parts) or record.id
    return console.wrap(line, console.columns())[0]


def _clocks(record: Record, now: datetime, state: ClockState) -> tuple[Clock, ...]:
    items = checklist(record.plan, record.incident)
    known = clocks(record.plan, record.incident, items, now)
    return tuple(clock for clock in known if clock.state is state)
