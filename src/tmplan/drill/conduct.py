"""Which injects are due: plan, scenario, incident and time in; messages out."""

from datetime import datetime

from tmplan.drill.scenario import Inject, Moment, Scenario
from tmplan.incident.deadline import after, moment
from tmplan.incident.state import Incident
from tmplan.plan.model import Plan


def injects_due(
    plan: Plan, scenario: Scenario, incident: Incident, now: datetime
) -> tuple[tuple[datetime, Inject], ...]:
    """The injects whose moment has come and which were not played, the earliest first."""
    due = [
        (at, number, inject)
        for number, inject in enumerate(scenario.injects)
        if inject.id not in incident.injected_at
        for at in (_moment_of(plan, inject.at, incident),)
        if at is not None and at <= now
    ]
    return tuple((at, inject) for at, _, inject in sorted(due, key=lambda row: row[:2]))


def _moment_of(plan: Plan, at: Moment, incident: Incident) -> datetime | None:
    if at.offset is not None:
        opened = moment(incident.opened_at)
        return None if opened is None else after(opened, at.offset, plan)
    if at.step is not None:
        return moment(incident.step(at.step).first_done)
    if at.phase is not None:
        return moment(incident.phases_began.get(at.phase, ""))
    return moment(incident.facts_at.get(at.fact or "", ""))
