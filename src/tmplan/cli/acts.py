"""One act as one command: the same decisions as in the walk, written one at a time."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from tmplan.cli import console
from tmplan.cli.attach import attach_all
from tmplan.cli.narrate import narrate
from tmplan.cli.pairs import read_pairs, split_answers
from tmplan.cli.records import login, record_to_act_on
from tmplan.cli.settings import current
from tmplan.cli.status import status_document
from tmplan.cli.strangers import mention_strangers
from tmplan.cli.timing import WallClock, read_time, read_until
from tmplan.cli.unsaved import on_paper
from tmplan.cli.waiting import open_questions
from tmplan.errors import AnswerNeeded, Refused, WrongUse
from tmplan.i18n import say
from tmplan.incident.authority import actual_role, holder, leader_role
from tmplan.incident.checklist import blocks_gate, checklist
from tmplan.incident.deadline import moment
from tmplan.incident.decide import ending, judging, people, steps, telling
from tmplan.incident.decide.scene import Decision
from tmplan.journal.live import Record, entry_of
from tmplan.plan.step import Step


@dataclass(frozen=True, slots=True)
class Aim:
    """Which incident an act is for, who does it, and when it happened if not now."""

    incident: str | None = None
    acting: str | None = None
    at: str | None = None


def step_act(
    verb: str, step: str, aim: Aim, *, reason: str, until: str | None, evidence: Sequence[str]
) -> int:
    """Something becomes of a step."""
    record = _aimed(aim)
    words = _step_words(record, step)
    decision: Decision
    match verb:
        case "done":
            given = _evidence(record, words, read_pairs(evidence))
            decision = steps.finish_step(step, evidence=given, reason=reason)
        case "start":
            decision = steps.start_step(step)
        case "fail":
            decision = steps.fail_step(step, reason=reason)
        case "skip":
            decision = steps.skip_step(step, reason=reason)
        case "na":
            decision = steps.rule_out_step(step, reason=reason)
        case "defer":
            if until is None:
                raise WrongUse("put off until when?", hint="add --until, such as 30min or 18:30")
            decision = steps.defer_step(step, until=read_until(until, _now(record)), reason=reason)
        case _:
            decision = steps.reopen_step(step, reason=reason)
    return _do(record, decision, words.role if words else "anyone", aim)


def answer_act(given: Sequence[str], aim: Aim) -> int:
    """Questions are answered; ``event=T`` sets the type."""
    pairs = read_pairs(given)
    event = pairs.pop("event", None)
    record = _aimed(aim)
    decision = judging.give_answers(split_answers(pairs), event=event)
    status = _do(record, decision, _assessor(record), aim)
    waiting = open_questions(record)
    if waiting:
        console.talk(say("still to be answered: {questions}", questions=", ".join(waiting)))
    return status


def reclassify_act(level: str | None, reason: str, aim: Aim) -> int:
    """The level is worked out again, or set by hand."""
    record = _aimed(aim)
    return _do(record, judging.reclassify(level=level, reason=reason), _assessor(record), aim)


def note_act(text: str, step: str | None, aim: Aim) -> int:
    """A note is written down."""
    return _do(_aimed(aim), telling.note(text, step=step), "anyone", aim)


def fact_act(given: Sequence[str], aim: Aim) -> int:
    """Facts become known."""
    record = _aimed(aim)
    facts = read_pairs(
        [f"{text}=" if telling.is_moment(text) and "=" not in text else text for text in given]
    )
    known = telling.fact_names(record.plan)
    for name in facts:
        telling.check_fact(name, known)
    for name, value in facts.items():
        _write(record, telling.record_fact(name, value), "leader", aim)
    return _show(record, len(facts))


def assign_act(role: str, person: str, aim: Aim) -> int:
    """A person takes a role."""
    record = _aimed(aim)
    mention_strangers(record.plan, [person])
    return _do(record, people.assign(role, person), "leader", aim)


def approve_act(subject: str, aim: Aim) -> int:
    """A step or notice is approved."""
    record = _aimed(aim)
    item = checklist(record.plan, record.incident).find(subject)
    approve = item.step.approve if item else None
    notice = record.plan.notices.get(subject)
    role = approve.role if approve else (notice.approve if notice else None)
    return _do(record, people.approve(subject), role or "leader", aim)


def sign_act(step: str, aim: Aim) -> int:
    """A step is signed off."""
    record = _aimed(aim)
    words = _step_words(record, step)
    role = words.sign.role if words and words.sign else "leader"
    return _do(record, people.sign(step), role, aim)


def gate_act(aim: Aim, *, confirm: bool, reason: str) -> int:
    """The safety gate is passed by name."""
    record = _aimed(aim)
    gate = record.plan.phase_of_kind("recover").gate
    if not confirm:
        console.talk(gate.ask if gate else say("is it safe to resume?"))
        raise AnswerNeeded(
            "the safety gate waits for somebody's word",
            hint="if it is so: `tmplan incident gate --confirm --as PERSON`",
        )
    left = blocks_gate(record.plan, checklist(record.plan, record.incident))
    role = gate.role if gate and not left else "leader"
    return _do(record, ending.pass_gate(reason=reason), role, aim)


def recover_act(confirmed: Sequence[str], aim: Aim) -> int:
    """Handling ends: every criterion confirmed."""
    record = _aimed(aim)
    asked = (
        record.plan.events[record.incident.event].recovered_when if record.incident.event else ()
    )
    chosen = asked if "all" in confirmed else tuple(confirmed)
    by_number = {str(number): text for number, text in enumerate(asked, 1)}
    named = tuple(by_number.get(text, text) for text in chosen)
    unknown = [text for text in named if text not in asked]
    if unknown:
        raise WrongUse(
            "there is no recovery criterion {text}; there are: {known}",
            hint="give the number of a criterion, its text word for word, or `all`",
            text=", ".join(unknown),
            known="".join(f"\n  {number}. {text}" for number, text in by_number.items()) or "-",
        )
    for number, text in by_number.items():
        console.talk(f"{'√' if text in named else '□'} {number}. {text}")
    return _do(record, ending.declare_recovered(confirmed=named), "leader", aim)


def review_act(summary: str, findings: Sequence[str], aim: Aim) -> int:
    """The review is recorded."""
    record = _aimed(aim)
    found = tuple({"text": text} for text in findings)
    return _do(record, ending.review(summary, found), _reviewer(record), aim)


def close_act(aim: Aim) -> int:
    """The incident is closed."""
    record = _aimed(aim)
    return _do(record, ending.close(), _reviewer(record), aim)


def cancel_act(reason: str, aim: Aim) -> int:
    """It was a false alarm."""
    return _do(_aimed(aim), ending.cancel(reason), "leader", aim)


def _aimed(aim: Aim) -> Record:
    """The record an act is for; whoever acts is held against its people."""
    record = record_to_act_on(aim.incident)
    mention_strangers(record.plan, [aim.acting], known=record.incident.roles.values())
    return record


def _do(record: Record, decision: Decision, role: str, aim: Aim) -> int:
    _write(record, decision, role, aim)
    return _show(record, 1)


def _write(record: Record, decision: Decision, role: str, aim: Aim) -> None:
    now = _now(record)
    at = _happened(record, aim.at, now) if aim.at else None
    by = aim.acting or holder(record.plan, record.incident, role) or login()
    with on_paper(record.plan, record.incident.event):
        record.act(
            decision,
            by=by,
            role=actual_role(record.plan, record.incident, role),
            now=at or now,
            at=at.isoformat(timespec="milliseconds") if at else None,
        )


def _show(record: Record, written: int) -> int:
    """What was written: as sentences, or with --json as the status it led to."""
    if current().json:
        console.document(status_document(record, _now(record)))
        return 0
    for line in record.lines[-written:]:
        console.line(narrate(record, entry_of(line)))
    return 0


def _now(record: Record) -> datetime:
    return WallClock(record.plan.timezone).now()


def _happened(record: Record, text: str, now: datetime) -> datetime:
    at = read_time(text, now)
    discovered = moment(record.incident.discovered_at) or now
    if not min(discovered, now) <= at <= now:
        raise Refused(
            "it cannot have happened at {time}: not before the incident, and not in the future",
            hint="give a time between {start} and now",
            time=at.isoformat(timespec="minutes"),
            start=discovered.isoformat(timespec="minutes"),
        )
    return at


def _step_words(record: Record, step: str) -> Step | None:
    item = checklist(record.plan, record.incident).find(step)
    return item.step if item else None


def _evidence(record: Record, words: Step | None, given: Mapping[str, str]) -> dict[str, str]:
    if words is None:
        return dict(given)
    return attach_all(record.folder, words, dict(given), beside=Path.cwd())


def _assessor(record: Record) -> str:
    return record.plan.phase_of_kind("assess").role or leader_role(record.plan, record.incident)


def _reviewer(record: Record) -> str:
    return record.plan.phase_of_kind("review").role or leader_role(record.plan, record.incident)
