"""What waits for somebody's word: open questions, acts of the engine, signatures."""

from datetime import datetime

from tmplan.cli import console
from tmplan.cli.words import unit_text, who
from tmplan.i18n import say
from tmplan.incident.agenda import (
    AnswerQuestion,
    Close,
    DeclareRecovered,
    DoStep,
    Judge,
    NameType,
    PassGate,
    RecordReview,
    Task,
    next_act,
    next_task,
)
from tmplan.incident.checklist import Item, blocks_close, blocks_gate, checklist
from tmplan.journal.live import Record
from tmplan.plan.question import Question
from tmplan.plan.words import UNKNOWN


def open_questions(record: Record) -> list[str]:
    """The questions nobody has answered; ``event`` while the type is not known."""
    incident = record.incident
    if incident.event is None:
        return ["event"]
    asked = record.plan.events[incident.event].classify.ask
    return [name for name in asked if name not in incident.answers]


def show_waiting(record: Record, now: datetime) -> None:
    """Open questions with their texts, the next act of the engine, and what lacks a signature."""
    if record.incident.over:
        return
    _show_questions(record)
    act, *more = _of_act(record, next_act(record.plan, record.incident, now))
    steps_first = isinstance(next_task(record.plan, record.incident, now), DoStep)
    if act:
        console.line(
            say("waits, after the steps below: {act}", act=act)
            if steps_first
            else say("waits: {act}", act=act)
        )
    for text in more:
        console.line(text, indent=2)
    for item in checklist(record.plan, record.incident):
        if item.unsigned and item.step.sign is not None:
            signer = who(record.plan, record.incident, item.step.sign.role)
            console.line(
                say(
                    "waits for the signature of {who}: {do} ({id})",
                    who=signer,
                    do=item.step.do,
                    id=item.step.id,
                )
            )


def _show_questions(record: Record) -> None:
    waiting = open_questions(record)
    if not waiting:
        return
    console.line(say("still to be answered: {questions}", questions=", ".join(waiting)))
    if record.incident.event is None:
        types = (f"{name} {words.name}" for name, words in record.plan.events.items())
        console.line(f"event  {say('event type')}: {' / '.join(types)}", indent=2)
        return
    for name in waiting:
        question = record.plan.question(record.incident.event, name)
        console.line(f"{name}  {question.ask} [{_answers(question)}]", indent=2)


def _answers(question: Question) -> str:
    """What may be answered, as it is typed."""
    if question.bands:
        return say("a number, {unit}", unit=unit_text(question.unit) or "-")
    texts = [f"{answer.id} {answer.text}" for answer in question.answers]
    return " / ".join((*texts, UNKNOWN))


def _of_act(record: Record, act: Task | None) -> list[str]:
    """An act of the engine in words, with the command that does it; then what belongs to it."""
    plan, incident = record.plan, record.incident
    match act:
        case Judge():
            return [say("the level is to be worked out (reclassify)")]
        case PassGate():
            gate = plan.phase_of_kind("recover").gate
            by = who(plan, incident, gate.role if gate else "leader")
            ask = gate.ask if gate else say("is it safe to resume?")
            text = say("safety gate, by {who}: {ask} (gate)", who=by, ask=ask)
            left = blocks_gate(plan, checklist(plan, incident))
            return [text, *_shut_by(left)]
        case DeclareRecovered():
            criteria = plan.events[incident.event or ""].recovered_when
            rows = [f"{number}. {text}" for number, text in enumerate(criteria, 1)]
            return [say("recovered? each of these must be confirmed (recover)"), *rows]
        case RecordReview():
            by = who(plan, incident, plan.phase_of_kind("review").role or "leader")
            return [say("the review, by {who} (review)", who=by)]
        case Close():
            left = blocks_close(checklist(plan, incident))
            return [say("to be closed (close)"), *_shut_by(left)]
        case NameType() | AnswerQuestion() | DoStep() | None:
            return [""]


def _shut_by(left: tuple[Item, ...]) -> list[str]:
    steps = ", ".join(item.step.id for item in left)
    return [say("not before these are done or signed: {steps}", steps=steps)] if left else []
