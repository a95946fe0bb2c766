"""One step as it is shown, and the whole list of them."""

from datetime import datetime

from tmplan.cli import console
from tmplan.cli.calling import who_to_call
from tmplan.cli.states import state_name
from tmplan.cli.words import (
    audience_text,
    clock_text,
    duration_text,
    left_text,
    need_name,
    person_name,
    phase_name,
    who,
)
from tmplan.i18n import say
from tmplan.incident.agenda import recommended
from tmplan.incident.checklist import Item, checklist
from tmplan.incident.deadline import step_limit
from tmplan.incident.state import StepState
from tmplan.journal.live import Record

_MARKS = {
    StepState.TODO: "□",
    StepState.DOING: "▲",
    StepState.DONE: "√",
    StepState.FAILED: "×",
    StepState.SKIPPED: "-",
    StepState.NA: "○",
    StepState.DEFERRED: "…",
    StepState.OFF: " ",
}


def show_step(record: Record, item: Item, now: datetime) -> None:
    """One step: what, who, until when, what to watch out for, what to keep."""
    plan, incident, step = record.plan, record.incident, item.step
    items = checklist(plan, incident)
    part = [other for other in items.of_phase(item.phase) if other.state is not StepState.OFF]
    place = next((n for n, other in enumerate(part, 1) if other.step.id == step.id), 0)
    console.talk()
    console.talk(
        f"【{phase_name(plan, item.phase)} {place}/{len(part)}】 {step.do}",
        style="title",
    )
    limit = step_limit(plan, incident, item)
    facts = [need_name(step.need)]
    if step.within is not None and (limit is None or not step.within.amount):
        facts.append(say("time limit: {length}", length=duration_text(step.within)))
    elif limit is not None:
        due, left = clock_text(plan, limit.due, now), left_text(limit.due, now)
        facts.append(say("due {time} ({left})", time=due, left=left))
    late = limit is not None and limit.late_after < now and not item.settled
    console.talk(say("who: {who}", who=who_to_call(record, step.role)), indent=2)
    console.talk(" · ".join(facts), indent=2, style="bad" if late else "dim")
    if step.helpers:
        helpers = say(", ").join(who_to_call(record, role) for role in step.helpers)
        console.talk(say("helped by: {who}", who=helpers), indent=2, style="dim")
    if step.warn:
        console.talk(say("! {warning}", warning=step.warn), indent=2, style="warn")
    if step.irreversible:
        console.talk(say("! this cannot be undone"), indent=2, style="warn")
    if step.stop_power:
        console.talk(say("may be done at once, without asking anybody"), indent=2, style="good")
    _show_consent(record, item)
    for duty in step.discharges:
        _show_duty(record, duty)
    for words in step.evidence:
        ask = say("keep: {ask}", ask=words.ask) + (say(" (required)") if words.required else "")
        console.talk(ask, indent=2, style="dim")
    if item.state not in (StepState.TODO, StepState.DOING):
        _show_recorded(record, item)


def _show_consent(record: Record, item: Item) -> None:
    """Who must approve before and who signs after, so that nobody learns of it at the end."""
    plan, step = record.plan, item.step
    approver = step.approve.role if step.approve else None
    if step.notice and approver is None:
        approver = plan.notices[step.notice].approve
    if step.notice:
        audience = audience_text(plan, plan.notices[step.notice].audience)
        console.talk(say("notice to: {audience}", audience=audience), indent=2, style="dim")
    if approver is not None:
        text = say("needs approval: {who}", who=who_to_call(record, approver))
        console.talk(text, indent=2, style="dim")
    if step.sign is not None:
        text = say("signed afterwards by: {who}", who=who_to_call(record, step.sign.role))
        console.talk(text, indent=2, style="dim")


def _show_duty(record: Record, duty: str) -> None:
    """The duty that a step meets: to whom, through what, with what in it."""
    name, _, stage = duty.partition(".")
    words = record.plan.obligations.get(name)
    if words is None:
        return
    text = say("meets the duty: {name}", name=words.name)
    if words.to:
        text += say("; to: {to}", to=words.to)
    if words.channels:
        text += say("; through: {channels}", channels=say(", ").join(words.channels))
    console.talk(text, indent=2)
    content = next((known.content for known in words.stages if known.id == stage), ())
    for number, item in enumerate(content, 1):
        console.talk(f"{number}. {item}", indent=4, style="dim")


def _show_recorded(record: Record, item: Item) -> None:
    noted = item.record
    text = say(
        "recorded: {state} by {person}",
        state=state_name(item.state),
        person=person_name(record.plan, noted.by),
    )
    console.talk(text + (f" — {noted.reason}" if noted.reason else ""), indent=2, style="warn")
    if item.state is StepState.FAILED:
        show_after_failure(record, item)


def show_after_failure(record: Record, item: Item) -> None:
    """What a failed step leaves: the plan's alternative, and whether it stays open."""
    other = item.step.if_failed
    found = checklist(record.plan, record.incident).find(other) if other else None
    if found is not None:
        text = say("instead: {do} ({id})", do=found.step.do, id=found.step.id)
        console.talk(text, indent=2, style="warn")
    if not item.settled:
        console.talk(
            say("it stays open: try again with j, or who leads leaves it out with a reason"),
            indent=2,
            style="warn",
        )


def show_why(item: Item) -> None:
    """Why a step is in the plan."""
    console.talk(item.step.why or say("the plan gives no reason for this step"), indent=2)


def show_checklist(record: Record, now: datetime) -> None:
    """Every step that applies, with its state."""
    plan, incident = record.plan, record.incident
    items = checklist(plan, incident)
    ready = {item.step.id for item in recommended(plan, incident, items, now)}
    chapter = ""
    for item in items:
        if item.state is StepState.OFF:
            continue
        if item.phase != chapter:
            chapter = item.phase
            console.talk(phase_name(plan, chapter), style="title")
        limit = step_limit(plan, incident, item)
        late = limit is not None and limit.late_after < now and not item.settled
        mark = "→" if item.step.id in ready else _MARKS[item.state]
        style: console.Style | None = "bad" if late else None
        console.talk(f"{mark} {item.step.do}（{item.step.id}）", indent=2, style=style)
        facts = [who(plan, incident, item.step.role), state_name(item.state)]
        if limit and not item.settled:
            facts.append(left_text(limit.due, now))
        console.talk(" · ".join(facts), indent=6, style=style or "dim")
