"""A journal entry as a sentence."""

from dataclasses import dataclass
from datetime import datetime
from typing import assert_never

from tmplan.cli.console import DRILL_MARK
from tmplan.cli.words import answer_text, event_name, level_name, person_name, role_name
from tmplan.i18n import say
from tmplan.incident import entry as e
from tmplan.incident.checklist import steps_of
from tmplan.journal.live import Record
from tmplan.plan.model import Plan
from tmplan.plan.words import UNKNOWN


@dataclass(frozen=True, slots=True)
class Telling:
    """What has to be known to tell an entry: plan, event type, and whether it is a drill."""

    plan: Plan
    event: str | None
    mode: str


def narrate(record: Record, entry: e.Entry) -> str:
    """When, what and who, in one line; a drill's lines say that they are one."""
    return tell(Telling(record.plan, record.incident.event, record.mode), entry)


def tell(telling: Telling, entry: e.Entry) -> str:
    """The same of an entry that stands in no record, or not yet."""
    at = datetime.fromisoformat(entry.happened_at)
    who = person_name(telling.plan, entry.actor)
    role = role_name(telling.plan, entry.role) if entry.role else ""
    tail = f" [{who} · {role}]" if role else f" [{who}]"
    what = "\n    ".join(_what(telling, entry.fact).splitlines())  # no line can pass for an entry
    mark = DRILL_MARK if telling.mode == "drill" else ""
    return f"{mark}{at:%Y-%m-%d %H:%M:%S} {what}{tail}"


def _what(telling: Telling, fact: e.Fact) -> str:
    plan = telling.plan
    match fact:
        case e.Opened():
            return say(
                "opened and the plan activated: {event}{title}",
                event=event_name(plan, fact.event),
                title=f" — {fact.title}" if fact.title else "",
            )
        case e.Answered():
            return _answered(telling, fact)
        case e.Classified(override=True):
            return say(
                "level set to {level} by hand: {reason}",
                level=level_name(plan, fact.level),
                reason=fact.reason,
            )
        case e.Classified():
            return say("judged again: level {level}", level=level_name(plan, fact.level))
        case e.StepStarted():
            return say("started: {do}", do=_do(telling, fact.step))
        case e.StepDone():
            return _done(telling, fact)
        case e.StepFailed():
            return say("failed: {do}: {reason}", do=_do(telling, fact.step), reason=fact.reason)
        case e.StepSkipped(break_glass=True):
            return say(
                "left out on the leader's word: {do}: {reason}",
                do=_do(telling, fact.step),
                reason=fact.reason,
            )
        case e.StepSkipped():
            return say("skipped: {do}: {reason}", do=_do(telling, fact.step), reason=fact.reason)
        case e.StepNotApplicable():
            return say(
                "not applicable: {do}: {reason}", do=_do(telling, fact.step), reason=fact.reason
            )
        case e.StepDeferred():
            return say(
                "put off until {until}: {do}: {reason}",
                until=f"{datetime.fromisoformat(fact.until):%m-%d %H:%M}",
                do=_do(telling, fact.step),
                reason=fact.reason,
            )
        case e.StepReopened():
            return say("reopened: {do}: {reason}", do=_do(telling, fact.step), reason=fact.reason)
        case e.Approved():
            return say("approved: {subject}", subject=_do(telling, fact.subject))
        case e.Signed():
            return say("signed: {do}", do=_do(telling, fact.step))
        case e.Noted():
            return say("note: {text}", text=fact.text)
        case e.FactRecorded():
            return say("recorded: {name} = {value}", name=fact.name, value=fact.value or "√")
        case e.RoleAssigned():
            return say(
                "{role} is now {person}",
                role=role_name(plan, fact.assigned),
                person=person_name(plan, fact.person),
            )
        case e.GatePassed(over=()):
            return say("safety gate passed: it is safe to resume")
        case e.GatePassed():
            return say(
                "safety gate passed over open steps ({steps}): {reason}",
                steps=", ".join(fact.over),
                reason=fact.reason,
            )
        case e.Recovered():
            return say("recovered; {n} criteria confirmed", n=len(fact.confirmed))
        case e.Reviewed():
            return say(
                "reviewed, {n} findings: {summary}", n=len(fact.findings), summary=fact.summary
            )
        case e.Closed():
            return say("closed")
        case e.Cancelled():
            return say("cancelled: {reason}", reason=fact.reason)
        case e.Injected():
            return say("inject {id}: {text}", id=fact.inject, text=fact.text.strip())
        case e.Evaluated():
            return say("drill evaluated: passed") if fact.passed else say("drill evaluated: failed")
        case e.Repaired():
            return say("the journal was mended or found damaged; `tmplan incident verify` says how")
        case e.Unknown():
            return say("an entry of a newer version: {type}", type=fact.type)
        case _:
            assert_never(fact)


def _do(telling: Telling, step: str) -> str:
    for _, words in steps_of(telling.plan, telling.event):
        if words.id == step:
            return f"{words.do}（{step}）"
    return step


def _answered(telling: Telling, fact: e.Answered) -> str:
    plan, event = telling.plan, telling.event or fact.event or ""
    parts = []
    if fact.event:
        parts.append(say("event type: {event}", event=event_name(plan, fact.event)))
    for name, given in fact.answers.items():
        words = plan.questions.get(name)
        text = answer_text(plan, event, name, given) if words else " ".join(given) or UNKNOWN
        parts.append(f"{words.ask if words else name} → {text}")
    if fact.classified:
        parts.append(
            say("judged: level {level}", level=level_name(plan, fact.level))
            if plan.levels
            else say("judged; this plan has no levels")
        )
    return say("; ").join(parts)


def _done(telling: Telling, fact: e.StepDone) -> str:
    text = say("done: {do}", do=_do(telling, fact.step))
    if fact.late:
        text += say(" (late)")
    if fact.evidence:
        text += say("; ")
        text += say(", ").join(f"{name}={value}" for name, value in fact.evidence.items())
    if fact.notice:
        text += say("; notice {notice} published", notice=str(fact.notice.get("id", "")))
    for duty in fact.discharges:
        text += say("; duty {duty} met", duty=duty)
    return text
