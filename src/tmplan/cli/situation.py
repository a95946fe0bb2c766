"""How grave it is and why, and what the plan says to whoever handles such an event."""

from tmplan.cli import console
from tmplan.cli.words import duration_text, event_name, level_name, reason_text, who
from tmplan.i18n import say
from tmplan.incident.authority import leader_role
from tmplan.incident.checklist import circumstances
from tmplan.journal.live import Record
from tmplan.plan.classify import holds


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
