"""The notices of an incident: how each stands, and its text as it can be copied out."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from tmplan.cli import console
from tmplan.cli.records import the_record
from tmplan.cli.settings import current
from tmplan.cli.timing import WallClock
from tmplan.cli.words import audience_text, clock_text, who
from tmplan.errors import WrongUse
from tmplan.i18n import say
from tmplan.incident.checklist import checklist
from tmplan.incident.notice import approved, banned_words, filled, missing_blanks
from tmplan.incident.state import StepState
from tmplan.journal.live import Record
from tmplan.plan.duty import Notice
from tmplan.plan.nearest import nearest


@dataclass(frozen=True, slots=True)
class _Standing:
    """How one notice stands now; ``approved`` is None where nobody has to approve it."""

    id: str
    words: Notice
    steps: tuple[str, ...]
    missing: tuple[str, ...]
    banned: tuple[str, ...]
    approved: bool | None
    published_at: str


def notice_command(wanted: str | None, incident: str | None) -> int:
    """Every notice that applies, or the text of one."""
    record = the_record(incident)
    if wanted is not None:
        _show_text(record, _standing(record, _known(record, wanted)))
        return 0
    found = [_standing(record, name) for name in _that_apply(record)]
    if current().json:
        console.document([_document(record, each) for each in found])
    elif found:
        _show_table(record, found)
    else:
        console.line(say("no notice of the plan applies now"))
    return 0


def _known(record: Record, wanted: str) -> str:
    known = record.plan.notices
    if wanted in known:
        return wanted
    like = nearest(wanted, known)
    if like is not None:
        raise WrongUse(
            "there is no notice {notice}; nearest: {near}",
            hint="`tmplan incident notice` lists those that apply",
            notice=wanted,
            near=like,
        )
    raise WrongUse(
        "there is no notice {notice}; notices: {known}",
        hint="`tmplan incident notice` lists those that apply",
        notice=wanted,
        known=", ".join(known) or "-",
    )


def _that_apply(record: Record) -> tuple[str, ...]:
    """The notices that a step which applies now publishes, in the order of the steps."""
    items = checklist(record.plan, record.incident)
    named = (item.step.notice for item in items if item.state is not StepState.OFF)
    return tuple(dict.fromkeys(name for name in named if name is not None))


def _standing(record: Record, name: str) -> _Standing:
    plan, incident, notice = record.plan, record.incident, record.plan.notices[name]
    items = [item for item in checklist(plan, incident) if item.step.notice == name]
    return _Standing(
        name,
        notice,
        tuple(item.step.id for item in items if item.state is not StepState.OFF),
        missing_blanks(notice, incident.facts),
        banned_words(notice, incident.facts),
        approved(plan, incident, name) if notice.approve else None,
        max((item.record.at for item in items if item.record.notice == name), default=""),
    )


def _text(record: Record, notice: _Standing) -> str:
    text = filled(notice.words, record.incident.facts).rstrip()
    return f"{console.DRILL_MARK.rstrip(' |')}\n{text}" if record.mode == "drill" else text


def _document(record: Record, notice: _Standing) -> dict[str, Any]:
    return {
        "id": notice.id,
        "mode": record.mode,
        "audience": notice.words.audience,
        "channels": list(notice.words.channel),
        "steps": list(notice.steps),
        "missing": list(notice.missing),
        "banned": list(notice.banned),
        "approved": notice.approved,
        "published_at": notice.published_at or None,
        "text": _text(record, notice),
    }


def _show_text(record: Record, notice: _Standing) -> None:
    """The text and nothing else on standard output, so that it can be copied as it is."""
    if current().json:
        console.document(_document(record, notice))
        return
    console.block(_text(record, notice))
    if not notice.published_at and (waits := _waits_for(record, notice)):
        text = say("it cannot go out yet: {why}", why=waits)
        console.line(text, style="warn", err=True)


def _show_table(record: Record, found: list[_Standing]) -> None:
    now = WallClock(record.plan.timezone).now()
    console.table(
        [say("notice id"), say("step"), say("for whom"), say("status")],
        [
            [
                each.id,
                say(", ").join(each.steps),
                audience_text(record.plan, each.words.audience),
                _how_it_stands(record, each, now),
            ]
            for each in found
        ],
    )


def _how_it_stands(record: Record, notice: _Standing, now: datetime) -> str:
    if notice.published_at:
        at = clock_text(record.plan, datetime.fromisoformat(notice.published_at), now)
        return say("published {time}", time=at)
    return _waits_for(record, notice) or say("ready to go out")


def _waits_for(record: Record, notice: _Standing) -> str:
    """What keeps it from going out; empty where nothing does."""
    parts = []
    if notice.missing:
        parts.append(say("still empty: {names}", names=say(", ").join(notice.missing)))
    if notice.banned:
        words = say(", ").join(notice.banned)
        parts.append(say("the plan forbids these words: {words}", words=words))
    if notice.approved is False:
        approver = who(record.plan, record.incident, notice.words.approve or "")
        parts.append(say("not approved yet: {who}", who=approver))
    return say("; ").join(parts)


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
