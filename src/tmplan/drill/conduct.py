"""Which injects are due: scenario, incident and time in; messages out."""

from datetime import datetime, timedelta

from tmplan.drill.scenario import Inject, Moment, Scenario
from tmplan.incident.deadline import moment
from tmplan.incident.state import Incident


def injects_due(
    scenario: Scenario, incident: Incident, now: datetime
) -> tuple[tuple[datetime, Inject], ...]:
    """The injects whose moment has come and which were not played, the earliest first."""
    due = [
        (at, number, inject)
        for number, inject in enumerate(scenario.injects)
        if inject.id not in incident.injected_at
        for at in (_moment_of(inject.at, incident, now),)
        if at is not None and at <= now
    ]
    return tuple((at, inject) for at, _, inject in sorted(due, key=lambda row: row[:2]))


def _moment_of(at: Moment, incident: Incident, now: datetime) -> datetime | None:
    if at.offset is not None:
        opened = moment(incident.opened_at)
        if opened is None or at.offset.seconds is None:
            return None
        offset = timedelta(seconds=at.offset.seconds)
        return opened + offset if offset <= now - opened else None  # a sum may leave the calendar
    if at.step is not None:
        return moment(incident.step(at.step).first_done)
    if at.phase is not None:
        return moment(incident.phases_began.get(at.phase, ""))
    return moment(incident.facts_at.get(at.fact or "", ""))
