"""Which injects are due: scenario, incident and time in; messages out."""

from datetime import datetime, timedelta

from tmplan.drill.scenario import Inject, Moment, Scenario
from tmplan.incident.deadline import moment
from tmplan.incident.state import Incident, StepState


def injects_due(
    scenario: Scenario, incident: Incident, now: datetime
) -> tuple[tuple[datetime, Inject], ...]:
    """The injects whose moment has come and which were not played, the earliest first."""
    due = [
        (at, number, inject)
        for number, inject in enumerate(scenario.injects)
        if inject.id not in incident.injected_at
        for at in (_moment_of(inject.at, incident),)
        if at is not None and at <= now
    ]
    return tuple((at, inject) for at, _, inject in sorted(due, key=lambda row: row[:2]))


def _moment_of(at: Moment, incident: Incident) -> datetime | None:
    if at.offset is not None:
        opened = moment(incident.opened_at)
        seconds = at.offset.seconds
        return None if opened is None or seconds is None else opened + timedelta(seconds=seconds)
    if at.step is not None:
        record = incident.step(at.step)
        return moment(record.at) if record.state is StepState.DONE else None
    if at.phase is not None:
        return moment(incident.phases_began.get(at.phase, ""))
    return moment(incident.facts_at.get(at.fact or "", ""))
