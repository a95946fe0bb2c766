"""Opening an incident, going on with one, and walking it to where it ends or waits."""

import gc
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from tmplan.cli import console, places
from tmplan.cli.given import (
    Answers,
    check_event,
    check_given,
    check_script,
    event_among,
    event_of_script,
    read_answers,
    sound,
)
from tmplan.cli.pairs import read_pairs, split_answers
from tmplan.cli.person import Person
from tmplan.cli.records import in_a_line, login, others_open, record_to_act_on, the_place
from tmplan.cli.screen import how_to_go_on
from tmplan.cli.scripted import Scripted
from tmplan.cli.settings import current
from tmplan.cli.status import status_document
from tmplan.cli.strangers import mention_strangers, people_in
from tmplan.cli.timing import Clock, WallClock, read_time
from tmplan.cli.unsaved import on_paper
from tmplan.cli.waiting import open_questions
from tmplan.cli.walk import Attendant, Nobody, Respondent, walk
from tmplan.cli.words import event_name, phase_name
from tmplan.errors import AnswerNeeded, TmplanError
from tmplan.i18n import say
from tmplan.incident.agenda import current_phase
from tmplan.incident.authority import holder
from tmplan.incident.decide import judging
from tmplan.incident.decide.opening import open_incident
from tmplan.journal.clock import local_day
from tmplan.journal.live import Record, create_record
from tmplan.plan.load import Loaded, load_plan
from tmplan.plan.model import Plan
from tmplan.plan.pin import pin
from tmplan.plan.problem import Severity

_SHOWN: Final = 3


def open_command(
    *,
    event: str | None,
    level: str | None,
    reason: str,
    title: str,
    discovered: str | None,
    given: Sequence[str],
    answers: str | None,
    acting: str | None,
) -> int:
    """Report and activate, then classify and walk as far as answers go."""
    loaded = load_plan(places.the_plan(), today=local_day())
    plan = sound(loaded)
    script = read_answers(answers) if answers else None
    check_event(plan, event)
    asked = read_pairs(given)
    event = event_among(plan, event, asked)
    if script is not None:
        event = event_of_script(plan, event, script)
        check_script(plan, event, script)
    mention_strangers(plan, [acting, *(people_in(script.words) if script else ())])
    clock = WallClock(plan.timezone)
    now = clock.now()
    check_given(plan, event, asked, level, reason)
    noticed = read_time(discovered, now) if discovered else None
    opened = open_incident(plan, title=title, event=event, discovered=noticed, at=now)
    by = acting or _first(plan, "anyone")
    place = the_place()
    places.make_records(place.records)
    with on_paper(plan, event):
        record = create_record(
            place,
            mode="real",
            plan=plan,
            pin=pin(loaded.words),
            scenario=None,
            opened=replace(opened, sources=dict(loaded.sources), warnings=_warnings(loaded)),
            by=by,
            role=plan.organisation.on_duty or "anyone",
            now=now,
        )
    _mention_warnings(loaded)
    console.talk(
        say(
            "opened {id}: {event}; the plan is active", id=record.id, event=event_name(plan, event)
        ),
        style="good",
    )
    _mention_others(record)
    assessor = plan.phase_of_kind("assess").role or "leader"
    wishes = [judging.give_answers(split_answers(asked))] if asked else []
    if level is not None:
        wishes.append(judging.reclassify(level=level, reason=reason))
    for decision in wishes:
        by = acting or holder(plan, record.incident, assessor) or login()
        with on_paper(plan, event):
            record.act(decision, by=by, role=assessor, now=clock.now())
    return go_on(record, script=script, acting=acting, clock=clock)


def _warnings(loaded: Loaded[Plan]) -> tuple[str, ...]:
    found = (each.code for each in loaded.problems if each.code.severity is Severity.WARNING)
    return tuple(dict.fromkeys(f"{code.id} {code.name}" for code in found))


def _mention_warnings(loaded: Loaded[Plan]) -> None:
    """An overdue review or a vacant role is said aloud and recorded, and stops nobody."""
    found = [each for each in loaded.problems if each.code.severity is Severity.WARNING]
    if not found:
        return
    from tmplan.cli import excerpt  # few plans need it on the day

    for each in found[:_SHOWN]:
        console.line(excerpt.concise(each, loaded.source_of(each).name), style="warn", err=True)
    text = say("the plan has {n} warnings; they stop nothing, see `tmplan validate`", n=len(found))
    console.line(text, style="warn", err=True)


def _mention_others(record: Record) -> None:
    """One event is easily reported twice; nobody is kept from it."""
    for other in others_open(record):
        console.line(
            say("another one of this type is open already: {incident}", incident=in_a_line(other)),
            style="warn",
            err=True,
        )


def resume_command(wanted: str | None, *, answers: str | None, acting: str | None) -> int:
    """Go on where the journal ends."""
    record = record_to_act_on(wanted)
    script = read_answers(answers) if answers else None
    if script is not None:
        event = event_of_script(record.plan, record.incident.event, script)
        check_script(record.plan, event, script)
    mention_strangers(
        record.plan,
        [acting, *(people_in(script.words) if script else ())],
        known=record.incident.roles.values(),
    )
    return go_on(record, script=script, acting=acting, clock=WallClock(record.plan.timezone))


def go_on(
    record: Record,
    *,
    script: Answers | None,
    acting: str | None,
    clock: Clock,
    attendant: Attendant | None = None,
) -> int:
    """Walk with whoever can answer; without anybody, say what is still to be answered."""
    respondent: Respondent
    if record.incident.over:
        return _end(record, clock, over=True)
    if script is not None:
        respondent = Scripted(script.words, login=acting or login(), beside=script.folder)
    elif console.is_terminal() and not current().json:
        gc.enable()  # the door switched it off for short commands; a walk may last for days
        respondent = Person(login=login(), acting=acting)
    else:
        return _left_waiting(record, clock)
    try:
        over = walk(record, respondent, clock, attendant or Nobody())
    except TmplanError:
        _footer(record, clock)
        console.talk(say("go on later: {command}", command=how_to_go_on(record)))
        raise
    return _end(record, clock, over=over)


def _end(record: Record, clock: Clock, *, over: bool) -> int:
    _footer(record, clock)
    if not over:
        console.talk(
            say("paused; everything is saved. Go on: {command}", command=how_to_go_on(record))
        )
    return 0


def _left_waiting(record: Record, clock: Clock) -> int:
    _footer(record, clock)
    waiting = open_questions(record)
    if not waiting:
        return 0
    console.talk(say("still to be answered: {questions}", questions=", ".join(waiting)))
    console.talk(
        say(
            "answer one by one: tmplan incident answer {first}=… ; or all: --answers FILE",
            first=waiting[0],
        )
    )
    return AnswerNeeded.exit_status


def _footer(record: Record, clock: Clock) -> None:
    """The head of the journal: the cheapest anchor there is; with --json the whole status."""
    if current().json:
        console.document(status_document(record, clock.now()))
        return
    last = record.lines[-1]
    phase = current_phase(record.plan, record.incident)
    console.talk(
        say(
            "{id}: {n} entries, head {seq}:{hash}, phase: {phase}",
            id=record.id,
            n=len(record.lines),
            seq=last.seq,
            hash=last.hash[:12],
            phase=phase_name(record.plan, phase),
        ),
        style="dim",
    )


def _first(plan: Plan, role: str) -> str:
    """Who acts before anything is recorded: whoever is on duty, else the account."""
    duty = plan.organisation.on_duty if role == "anyone" else role
    words = plan.organisation.roles.get(duty or "")
    return words.held_by[0] if words and words.held_by else login()
