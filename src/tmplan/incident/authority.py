"""Who may act as what: roles, their holders in this incident, and who leads."""

from tmplan.incident.state import Incident
from tmplan.plan.model import Plan


def leader_role(plan: Plan, incident: Incident) -> str:
    """Who leads: the level's own leader; without a level the role on duty."""
    level = next((known for known in plan.levels if known.id == incident.level), None)
    return (level.led_by if level and level.led_by else plan.organisation.on_duty) or "anyone"


def actual_role(plan: Plan, incident: Incident, role: str) -> str:
    """The role a step means by ``leader`` or ``anyone``."""
    match role:
        case "leader":
            return leader_role(plan, incident)
        case "anyone":
            return plan.organisation.on_duty or "anyone"
        case _:
            return role


def holder(plan: Plan, incident: Incident, role: str) -> str | None:
    """Who holds a role in this incident; else its first holder or deputy, else its group's lead."""
    role = actual_role(plan, incident, role)
    if role in incident.roles:
        return incident.roles[role]
    words = plan.organisation.roles.get(role)
    if words is None:
        return None
    named = (*words.held_by, *words.deputies)
    if named:
        return named[0]
    group = plan.organisation.groups.get(words.group or "")
    if group is None or group.lead is None or group.lead == role:
        return None
    return holder(plan, incident, group.lead)


def may_act_as(plan: Plan, incident: Incident, person: str, role: str) -> bool:
    """Whether a person holds a role here, or is its holder or deputy in the plan."""
    if role != "anyone":
        role = actual_role(plan, incident, role)
    if role == "anyone":
        return True
    words = plan.organisation.roles.get(role)
    named = (*words.held_by, *words.deputies) if words else ()
    return person in named or person == holder(plan, incident, role)


def leads(plan: Plan, incident: Incident, person: str) -> bool:
    """Whether a person is the one who leads this incident, or stands in."""
    return may_act_as(plan, incident, person, leader_role(plan, incident))


def people_of(plan: Plan, role: str) -> str:
    """Names of those the plan puts in a role, for a sentence."""
    words = plan.organisation.roles.get(role)
    named = (*words.held_by, *words.deputies) if words else ()
    return ", ".join(named) or "-"
