"""Ids into names, times into words, reasons into sentences: what the plan and journal mean."""

from collections.abc import Mapping
from datetime import datetime
from zoneinfo import ZoneInfo

from tmplan.i18n import say
from tmplan.incident.authority import actual_role, holder, people_of
from tmplan.incident.checklist import steps_of
from tmplan.incident.deadline import Clock, ClockState
from tmplan.incident.state import Incident
from tmplan.plan.classify import NOT_KNOWN
from tmplan.plan.duration import Duration, Unit
from tmplan.plan.model import Plan


def person_name(plan: Plan, person: str | None) -> str:
    """A person's name; somebody the plan does not know keeps the name that was given."""
    if not person:
        return say("nobody")
    words = plan.organisation.people.get(person)
    return words.name if words else person


def role_name(plan: Plan, role: str) -> str:
    """A role's name."""
    if role == "anyone":
        return say("whoever found it")
    words = plan.organisation.roles.get(role)
    return words.name if words else role


def role_people(plan: Plan, role: str) -> str:
    """The people the plan puts in a role, by name."""
    return people_names(plan, people_of(plan, role))


def people_names(plan: Plan, people: str) -> str:
    """People in a row, by name."""
    return say(", ").join(person_name(plan, each) for each in people.split(", "))


def who(plan: Plan, incident: Incident, role: str) -> str:
    """A role with the person who holds it now."""
    actual = actual_role(plan, incident, role)
    name = role_name(plan, actual)
    return f"{name} · {person_name(plan, holder(plan, incident, role))}"


def level_name(plan: Plan, level: str | None) -> str:
    """A level with its name."""
    found = next((known for known in plan.levels if known.id == level), None)
    if found is None:
        return say("not judged yet") if plan.levels else say("no levels in this plan")
    return f"{found.id} {found.name}"


def phase_name(plan: Plan, phase: str | None) -> str:
    """A phase's name."""
    if phase == "first":
        return say("first steps")
    return next((known.name for known in plan.phases if known.id == phase), say("over"))


def event_name(plan: Plan, event: str | None) -> str:
    """An event type's name."""
    return plan.events[event].name if event in plan.events else say("type not known yet")


def need_name(need: str) -> str:
    """How strongly a step is wanted."""
    match need:
        case "must":
            return say("must be done")
        case "may":
            return say("may be done")
        case _:
            return say("must be done, or documented why not")


def unit_text(unit: str | None) -> str:
    """The unit a number is asked in."""
    return say("minutes") if unit == "min" else unit or ""


def audience_text(plan: Plan, audience: str) -> str:
    """Whom a notice is for: one of the answers about whom it touches, or the plan's own words."""
    scopes = (words for words in plan.questions.values() if words.scope)
    texts = {answer.id: answer.text for words in scopes for answer in words.answers}
    return texts.get(audience, audience)


def answer_text(plan: Plan, event: str, question: str, given: tuple[str, ...]) -> str:
    """An answer as people said it."""
    if given == NOT_KNOWN:
        return say("unknown")
    words = plan.question(event, question)
    if words.bands:
        return f"{given[0]} {unit_text(words.unit)}".strip()
    texts = {answer.id: answer.text for answer in words.answers}
    return say(", ").join(texts.get(value, value) for value in given)


def reason_text(plan: Plan, incident: Incident, reason: Mapping[str, str]) -> str:
    """Why the level is what it is, as a sentence."""
    event, subject = incident.event or "", reason["subject"]
    match reason["cause"]:
        case "answer":
            given = incident.answers.get(subject, NOT_KNOWN)
            return say(
                "{question} → {answer}: level {level}",
                question=plan.questions[subject].ask,
                answer=answer_text(plan, event, subject, given),
                level=reason["level"],
            )
        case "unknown":
            return say(
                "{question} → unknown, so the worse is assumed: level {level}",
                question=plan.questions[subject].ask,
                level=reason["level"],
            )
        case "floor":
            return say(
                "floor {number} of the plan: at least level {level}",
                number=subject,
                level=reason["level"],
            )
        case "waited":
            return say(
                "a question is still unknown after the plan's time: raised to level {level}",
                level=reason["level"],
            )
        case _:
            return say(
                "raise {number} of the plan: raised to level {level}",
                number=subject,
                level=reason["level"],
            )


def clock_text(plan: Plan, at: datetime, now: datetime) -> str:
    """A time of day, with the date where that is not today."""
    zone = ZoneInfo(plan.timezone)
    local, today = at.astimezone(zone), now.astimezone(zone)
    return f"{local:%H:%M}" if local.date() == today.date() else f"{local:%Y-%m-%d %H:%M}"


def left_text(due: datetime, now: datetime) -> str:
    """How long is left, or by how much it is late."""
    seconds = int((due - now).total_seconds())
    if seconds < 0:
        return say("overdue by {length}", length=length_text(-seconds))
    return say("{length} left", length=length_text(seconds))


def clock_left(clock: Clock, now: datetime) -> str:
    """How long a clock still runs; what is due at once is not counted in minutes."""
    if clock.state is ClockState.RUNNING and clock.due < now:
        return say("at once")
    return left_text(clock.due, now)


def length_text(seconds: int) -> str:
    """A length of time in words, to the minute."""
    if seconds < 60:
        return say("{n} s", n=seconds)
    days, rest = divmod(seconds // 60, 1440)
    hours, minutes = divmod(rest, 60)
    parts = []
    if days:
        parts.append(say("{n} d", n=days))
    if hours:
        parts.append(say("{n} h", n=hours))
    if minutes and not days:
        parts.append(say("{n} min", n=minutes))
    return " ".join(parts)


def duration_text(length: Duration) -> str:
    """A length of time as a plan gives it."""
    if length.seconds == 0:
        return say("at once")
    match length.unit:
        case Unit.MONTH:
            return say("{n} months", n=length.amount)
        case Unit.YEAR:
            return say("{n} years", n=length.amount)
        case Unit.WORKING_DAY:
            return say("{n} working days", n=length.amount)
        case _:
            return length_text(length.seconds or 0)


def clock_name(plan: Plan, clock: str) -> str:
    """What a clock is about: a step, a stage of a duty, or telling and updating by level."""
    duty, _, stage = clock.partition(".")
    if duty in plan.obligations:
        return say("report: {name} ({id})", name=plan.obligations[duty].name, id=f"{duty}.{stage}")
    for level in plan.levels:
        if clock == f"tell-{level.id}" and level.tell:
            roles = say(", ").join(role_name(plan, role) for role in level.tell.roles)
            return say("tell {roles} ({id})", roles=roles, id=clock)
        if clock == f"update-{level.id}":
            return say("publish an update ({id})", id=clock)
    events = [step for event in plan.events for _, step in steps_of(plan, event)]
    step = next((known for known in events if known.id == clock), None)
    return f"{step.do}（{clock}）" if step else clock
