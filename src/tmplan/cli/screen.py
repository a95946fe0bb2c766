"""What a walk shows: where we are, what is next, what is late."""

from datetime import datetime

from tmplan.cli import console
from tmplan.cli.calling import who_to_call
from tmplan.cli.words import (
    audience_text,
    clock_left,
    clock_name,
    clock_text,
    duration_text,
    event_name,
    left_text,
    level_name,
    need_name,
    person_name,
    phase_name,
    reason_text,
    state_name,
    status_name,
    who,
)
from tmplan.i18n import say
from tmplan.incident.agenda import recommended
from tmplan.incident.authority import leader_role
from tmplan.incident.checklist import Item, checklist
from tmplan.incident.deadline import Clock, ClockState, clocks, step_limit
from tmplan.incident.decide.judging import reclassification_due
from tmplan.incident.notice import filled
from tmplan.incident.state import StepState
from tmplan.journal.live import Record

_MOST_LATE = 3
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


def show_level(record: Record) -> None:
    """The level and what made it so, who leads, and what the plan suggests besides."""
    plan, incident = record.plan, record.incident
    if not incident.classified:
        console.talk(say("not judged yet; the questions come first"), indent=2)
    elif not plan.levels:
        console.talk(say("judged; this plan has no levels"), style="good")
    else:
        console.talk(
            say("level {level}", level=level_name(plan, incident.level)),
            style="title",
        )
        for reason in incident.reasons:
            console.talk("· " + reason_text(plan, incident, reason), indent=2)
        if incident.override:
            console.talk("· " + say("set by a person, with a reason"), indent=2)
    leader = leader_role(plan, incident)
    console.talk(say("leads: {who}", who=who(plan, incident, leader)), indent=2)
    show_links(record)


def show_mistakes(record: Record) -> None:
    """What people usually get wrong in this type of event."""
    event = record.plan.events[record.incident.event or ""]
    if event.mistakes:
        console.talk(say("mistakes often made here:"), indent=2, style="warn")
    for text in event.mistakes:
        console.talk(f"· {text}", indent=4, style="warn")


def show_watch(record: Record) -> None:
    """How long to keep an eye on it after recovery."""
    watch = record.plan.events[record.incident.event or ""].watch
    if watch is not None:
        text = say(
            "keep watching for {length}; open it anew if it comes back", length=duration_text(watch)
        )
        console.talk(text, indent=2, style="warn")


def show_links(record: Record) -> None:
    """Other event types this one may turn into."""
    from tmplan.incident.checklist import circumstances
    from tmplan.plan.classify import holds

    plan, incident = record.plan, record.incident
    if incident.event is None:
        return
    known = circumstances(incident)
    for link in plan.events[incident.event].links:
        if link.when is None or holds(plan, link.when, known, unknown_matches=False):
            console.talk(
                say(
                    "consider opening a second incident: {event} ({id}); {why}",
                    event=event_name(plan, link.open),
                    id=link.open,
                    why=link.why or "-",
                ),
                indent=2,
                style="warn",
            )


def show_notice(record: Record, name: str) -> None:
    """The text of a notice as it would go out now."""
    notice = record.plan.notices[name]
    channels = say(", ").join(notice.channel)
    console.talk(
        say(
            "to: {audience}; through: {channels}",
            audience=audience_text(record.plan, notice.audience),
            channels=channels,
        ),
        indent=2,
    )
    if notice.fallback_channel:
        other = say(", ").join(notice.fallback_channel)
        console.talk(say("if that fails: {channels}", channels=other), indent=2, style="dim")
    margin = "│ "
    room = console.columns() - 2 - console.width(margin)
    for text in filled(notice, record.incident.facts).rstrip().split("\n"):
        for piece in console.wrap(text, room):
            console.talk(margin + piece, indent=2)


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
