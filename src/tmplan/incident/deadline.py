"""Clocks computed from entries; they report what is due and late, and never decide anything."""

from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Final
from zoneinfo import ZoneInfo

from tmplan.incident.checklist import FIRST, Checklist, Item, circumstances
from tmplan.incident.state import Incident, StepState
from tmplan.plan.classify import holds
from tmplan.plan.duration import Duration, Unit
from tmplan.plan.model import Calendar, Plan
from tmplan.plan.words import Start


class ClockState(StrEnum):
    """How a clock stands."""

    RUNNING = "running"
    MET = "met"
    LATE = "late"
    MET_LATE = "met-late"
    WAIVED = "waived"


@dataclass(frozen=True, slots=True)
class Clock:
    """One time limit: its id, when it is due and how it stands."""

    id: str
    due: datetime
    state: ClockState


GRACE: Final = timedelta(minutes=5)
"""What is due at once is shown as overdue only after this; see decision 0008."""


@dataclass(frozen=True, slots=True)
class Limit:
    """When something is due, and from when on it is overdue while it is open.

    What is due at once has no measure in minutes: once done it is met, whenever that was.
    """

    due: datetime
    late_after: datetime
    measured: bool = True

    def missed(self, done: datetime) -> bool:
        """Whether what was done then was done too late."""
        return self.measured and done > self.due


def limit_from(begun: datetime, length: Duration, plan: Plan) -> Limit:
    """The limit that a length of time sets from its start."""
    due = after(begun, length, plan)
    return Limit(due, due) if length.amount else Limit(due, due + GRACE, measured=False)


def moment(text: str) -> datetime | None:
    """A recorded time, or None where nothing was recorded."""
    return datetime.fromisoformat(text) if text else None


def after(start: datetime, length: Duration, plan: Plan) -> datetime:
    """The moment a length of time after a start.

    Months and years clamp to the last day; working days exclude the first day and end with
    the last one, on the plan's own calendar over Monday to Friday. What no calendar reaches is
    due at the end of all calendars.
    """
    try:
        return _after(start, length, plan)
    except (OverflowError, ValueError):
        return datetime(9999, 1, 1, tzinfo=start.tzinfo)


def _after(start: datetime, length: Duration, plan: Plan) -> datetime:
    local = start.astimezone(ZoneInfo(plan.timezone))
    match length.unit:
        case Unit.MONTH | Unit.YEAR:
            months = length.amount * (12 if length.unit is Unit.YEAR else 1)
            return _months_later(local, months)
        case Unit.WORKING_DAY:
            day = _working_days_later(local.date(), length.amount, plan.calendar)
            return datetime.combine(day, local.timetz().replace(23, 59, 59, 0))
        case _:
            return start + timedelta(seconds=length.seconds or 0)


def _months_later(start: datetime, months: int) -> datetime:
    year, month = divmod(start.year * 12 + start.month - 1 + months, 12)
    return start.replace(
        year=year, month=month + 1, day=min(start.day, monthrange(year, month + 1)[1])
    )


def _working_days_later(day: date, count: int, calendar: Calendar) -> date:
    while count > 0:
        day += timedelta(days=1)
        if day in calendar.workdays or (day.weekday() < 5 and day not in calendar.holidays):
            count -= 1
    return day


def start_of(incident: Incident, start: Start, phase: str) -> datetime | None:
    """When a clock started, or None while it has not."""
    match start.moment:
        case "discovered":
            return moment(incident.discovered_at)
        case "opened":
            return moment(incident.opened_at)
        case "classified":
            return moment(incident.classified_at)
        case "phase":
            return moment(incident.phases_began.get(phase, ""))
        case "handling-ended":
            return moment(incident.recovered_at)
        case "step":
            return moment(incident.step(start.step or "").first_done)
        case fact:
            return moment(incident.facts_at.get(fact, ""))


def step_limit(plan: Plan, incident: Incident, item: Item) -> Limit | None:
    """When a step is due, the first time or once more; None while no clock of it has started."""
    again = due_again(plan, incident, item)
    if again is not None:
        return Limit(again, again)
    if item.step.within is None:
        return None
    early = item.phase == FIRST or item.phase == plan.phase_of_kind("report").id
    start = item.step.start or Start("discovered" if early else "opened")
    begun = start_of(incident, start, item.phase)
    return None if begun is None else limit_from(begun, item.step.within, plan)


def due_again(plan: Plan, incident: Incident, item: Item) -> datetime | None:
    """When a repeated step that was done is to be done once more, or None where it is not."""
    repeat, done = item.step.repeat, moment(item.record.last_done)
    if repeat is None or done is None or incident.over:
        return None
    match repeat.until:
        case "recovered":
            ended = bool(incident.recovered_at)
        case "phase-end":
            ended = any(name in incident.phases_began for name in _later(plan, item.phase))
        case step:
            ended = bool(incident.step(step).first_done)
    return None if ended else after(done, repeat.every, plan)


def _later(plan: Plan, phase: str) -> list[str]:
    """The phases that come after one in practice: reporting begins first and ends last of three.

    The type is asked for before the first steps, and questions before the steps of reporting.
    """
    names = [known.id for known in plan.phases]
    report, assess = plan.phase_of_kind("report").id, plan.phase_of_kind("assess").id
    if phase == FIRST:
        return [name for name in names if name != report]
    return [name for name in names[names.index(phase) + 1 :] if (phase, name) != (report, assess)]


def clocks(plan: Plan, incident: Incident, items: Checklist, now: datetime) -> tuple[Clock, ...]:
    """Every clock that runs or ran: steps, obligations, telling and updating by level."""
    return (
        *_step_clocks(plan, incident, items, now),
        *_obligation_clocks(plan, incident, items, now),
        *_level_clocks(plan, incident, now),
    )


def _step_clocks(
    plan: Plan, incident: Incident, items: Checklist, now: datetime
) -> Iterator[Clock]:
    for item in items:
        limit = step_limit(plan, incident, item)
        if limit is None or item.state is StepState.OFF:
            continue
        done = moment(item.record.first_done)
        if done is not None and due_again(plan, incident, item) is None:
            yield _met(item.step.id, limit, done)
        else:
            left_out = item.settled and item.state is not StepState.DONE
            yield _running(item.step.id, limit, now, over=left_out or incident.over)


def _obligation_clocks(
    plan: Plan, incident: Incident, items: Checklist, now: datetime
) -> Iterator[Clock]:
    if incident.event is None:
        return
    known = circumstances(incident)
    for name, duty in plan.obligations.items():
        if duty.when is not None and not holds(plan, duty.when, known):
            continue
        for stage in duty.stages:
            begun = start_of(incident, stage.start, "")
            if begun is None:
                continue
            clock = f"{name}.{stage.id}"
            limit = limit_from(begun, stage.within, plan)
            met = moment(incident.met_at(clock))
            if met is not None:
                yield _met(clock, limit, met)
            else:
                over = bool(incident.cancelled_at) or _ruled_out(items, clock)
                yield _running(clock, limit, now, over=over)


def _ruled_out(items: Checklist, clock: str) -> bool:
    """Whether every step that would meet a duty was left out or does not fit, with its reason."""
    meets = [item for item in items if clock in item.step.discharges]
    left_out = (StepState.SKIPPED, StepState.NA)
    return bool(meets) and all(item.state in left_out for item in meets)


def _level_clocks(plan: Plan, incident: Incident, now: datetime) -> Iterator[Clock]:
    level = next((known for known in plan.levels if known.id == incident.level), None)
    if level is None:
        return
    begun = moment(incident.level_at.get(level.id, "")) or moment(incident.classified_at)
    if level.tell and begun:
        limit = limit_from(begun, level.tell.within, plan)
        met = moment(incident.facts_at.get(f"told-{level.id}", ""))
        name = f"tell-{level.id}"
        yield _met(name, limit, met) if met else _running(name, limit, now, over=incident.over)
    if level.update_every and begun:
        last = max(filter(None, (begun, moment(incident.published_at))))
        ended = bool(incident.recovered_at) or incident.over
        limit = limit_from(last, level.update_every, plan)
        yield _running(f"update-{level.id}", limit, now, over=ended)


def _met(name: str, limit: Limit, done: datetime) -> Clock:
    return Clock(name, limit.due, ClockState.MET_LATE if limit.missed(done) else ClockState.MET)


def _running(name: str, limit: Limit, now: datetime, *, over: bool) -> Clock:
    if over:
        return Clock(name, limit.due, ClockState.WAIVED)
    late = now > limit.late_after
    return Clock(name, limit.due, ClockState.LATE if late else ClockState.RUNNING)
