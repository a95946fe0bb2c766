"""Report and activation, in one act."""

from datetime import datetime

from tmplan.errors import Refused, WrongUse
from tmplan.incident import entry as e
from tmplan.plan.model import Plan


def open_incident(
    plan: Plan, *, title: str, event: str | None, discovered: datetime | None, at: datetime
) -> e.Opened:
    """Report and activation in one act; who holds which role is what the plan says."""
    if event is not None and event not in plan.events:
        raise WrongUse("there is no event type {event} in this plan", event=event)
    if discovered is not None and discovered > at:
        raise Refused(
            "it cannot have been discovered after now: {time}",
            hint="give the time it was first noticed",
            time=discovered.isoformat(timespec="minutes"),
        )
    return e.Opened(
        plan=plan.id,
        plan_version=plan.version,
        pinned="",
        sources={},
        title=title,
        event=event,
        discovered_at=discovered.isoformat(timespec="milliseconds") if discovered else "",
        roles={
            role: words.held_by[0]
            for role, words in plan.organisation.roles.items()
            if words.held_by
        },
    )
