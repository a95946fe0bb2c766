"""Opening an incident, going on with one, and walking it to where it ends or waits."""

import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from tmplan.cli import console, places
from tmplan.cli.attach import check_file
from tmplan.cli.person import Person
from tmplan.cli.records import login, the_place, the_record
from tmplan.cli.scripted import Scripted
from tmplan.cli.settings import current
from tmplan.cli.status import open_questions, status_document
from tmplan.cli.timing import Clock, WallClock, read_time
from tmplan.cli.walk import Attendant, Nobody, Respondent, walk
from tmplan.cli.words import event_name
from tmplan.errors import AnswerNeeded, TmplanError, WrongUse
from tmplan.i18n import say
from tmplan.incident.agenda import current_phase
from tmplan.incident.answers import AnswersFile, check_answers
from tmplan.incident.authority import holder
from tmplan.incident.decide import judging
from tmplan.incident.decide.opening import open_incident
from tmplan.journal.live import Record, create_record
from tmplan.plan.load import Loaded, load_plan, load_words, pin, words_of
from tmplan.plan.model import Plan


@dataclass(frozen=True, slots=True)
class Answers:
    """An answers file with the folder that its relative paths count from."""

    words: AnswersFile
    folder: Path


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
    loaded = the_sound_plan()
    plan = sound(loaded)
    script = read_answers(answers) if answers else None
    event = event or (script.words.type if script else None)
    check_event(plan, event)
    asked = read_pairs(given)
    event = _event_among(plan, event, asked)
    if script is not None:
        check_script(plan, event, script)
    clock = WallClock(plan.timezone)
    now = clock.now()
    _check_given(plan, event, asked, level, reason)
    noticed = read_time(discovered, now) if discovered else None
    opened = open_incident(plan, title=title, event=event, discovered=noticed, at=now)
    by = acting or _first(plan, "anyone")
    place = the_place()
    places.make_records(place.records)
    record = create_record(
        place,
        mode="real",
        plan=plan,
        pin=pin(loaded),
        scenario=None,
        opened=replace(opened, sources=dict(loaded.sources)),
        by=by,
        role=plan.organisation.on_duty or "anyone",
        now=now,
    )
    console.talk(
        say(
            "opened {id}: {event}; the plan is active", id=record.id, event=event_name(plan, event)
        ),
        style="good",
    )
    assessor = plan.phase_of_kind("assess").role or "leader"
    if asked:
        by = acting or holder(plan, record.incident, assessor) or login()
        record.act(
            judging.give_answers(split_answers(asked)), by=by, role=assessor, now=clock.now()
        )
    if level is not None:
        by = acting or holder(plan, record.incident, assessor) or login()
        decision = judging.reclassify(level=level, reason=reason)
        record.act(decision, by=by, role=assessor, now=clock.now())
    return go_on(record, script=script, acting=acting, clock=clock)


def resume_command(wanted: str | None, *, answers: str | None, acting: str | None) -> int:
    """Go on where the journal ends."""
    record = the_record(wanted)
    script = read_answers(answers) if answers else None
    if script is not None and record.incident.event is not None:
        check_script(record.plan, record.incident.event, script)
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
        respondent = Person(login=login(), acting=acting)
    else:
        return _left_waiting(record, clock)
    try:
        over = walk(record, respondent, clock, attendant or Nobody())
    except TmplanError:
        _footer(record, clock)
        raise
    return _end(record, clock, over=over)


def _end(record: Record, clock: Clock, *, over: bool) -> int:
    _footer(record, clock)
    if not over:
        console.talk(
            say("paused; everything is saved. Go on: tmplan incident resume {id}", id=record.id)
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
            phase=phase or say("over"),
        ),
        style="dim",
    )


def the_sound_plan() -> Loaded[Plan]:
    """The plan of this run, as it was read."""
    return load_plan(places.the_plan())


def sound(loaded: Loaded[Plan]) -> Plan:
    """The plan, if it can be used; else its problems are shown.

    Raises:
        PlanUnsound: it has errors.
    """
    if loaded.model is None:
        from tmplan.cli.problems import show_problems  # only a broken plan needs it

        show_problems(loaded)
        raise PlanUnsound(
            "the plan {name} cannot be used until its errors are mended",
            hint="`tmplan validate` shows them again",
            name=loaded.name,
        )
    return loaded.model


class PlanUnsound(TmplanError):  # noqa: N818 - named by what happened
    """A file that a person wrote has errors; they have been shown."""

    exit_status = 1


def read_answers(named: str) -> Answers:
    """An answers file, or one from standard input.

    Raises:
        WrongUse: it is not one; its problems have been shown.
    """
    if named == "-":
        loaded = words_of(sys.stdin.buffer.read(), "-", AnswersFile, "")
        folder = Path.cwd()
    else:
        loaded = load_words(Path(named), AnswersFile, "")
        folder = Path(named).resolve().parent
    if loaded.model is None:
        from tmplan.cli.problems import show_problems

        show_problems(loaded)
        raise WrongUse(
            "the answers file {name} is wrong; nothing was recorded",
            hint="mend what is listed above",
            name=named,
        )
    return Answers(loaded.model, folder)


def check_script(plan: Plan, event: str | None, script: Answers) -> None:
    """Every name and file in an answers file is there before anything is recorded.

    Raises:
        WrongUse: a name is not known.
        FileTrouble: a file is missing.
    """
    if event is None:
        return
    check_answers(plan, event, script.words)
    from tmplan.incident.checklist import steps_of

    for _, step in steps_of(plan, event):
        said = script.words.steps.get(step.id)
        for words in step.evidence if said else ():
            if words.kind == "file" and said and words.id in said.evidence:
                check_file(said.evidence[words.id], beside=script.folder)


def check_event(plan: Plan, event: str | None) -> None:
    """The event type is one of the plan's.

    Raises:
        WrongUse: it is not; the nearest names and the whole list are said.
    """
    if event is None or event in plan.events:
        return
    from difflib import get_close_matches

    names = {words.name: name for name, words in plan.events.items()}
    near = get_close_matches(event, [*plan.events, *names], n=3, cutoff=0.5)
    known = ", ".join(f"{name}（{words.name}）" for name, words in plan.events.items())
    if near:
        raise WrongUse(
            "there is no event type {event}; nearest: {near}",
            hint="the types of this plan: {known}",
            event=event,
            near=", ".join(dict.fromkeys(names.get(name, name) for name in near)),
            known=known,
        )
    raise WrongUse(
        "there is no event type {event}",
        hint="the types of this plan: {known}",
        event=event,
        known=known,
    )


def read_pairs(given: Sequence[str]) -> dict[str, str]:
    """``Q=A`` pairs.

    Raises:
        WrongUse: one has no equals sign, or a name comes twice.
    """
    pairs: dict[str, str] = {}
    for text in given:
        name, equals, value = text.partition("=")
        if not equals or not name.strip():
            raise WrongUse("{given} is not NAME=VALUE", given=text)
        if name.strip() in pairs:
            raise WrongUse("{name} is given twice", name=name.strip())
        pairs[name.strip()] = value.strip()
    return pairs


def split_answers(pairs: Mapping[str, str]) -> dict[str, list[str]]:
    """Answers as given on a command line: several are apart by commas."""
    return {name: [part.strip() for part in text.split(",")] for name, text in pairs.items()}


def _event_among(plan: Plan, event: str | None, asked: dict[str, str]) -> str | None:
    named = asked.pop("event", None)
    if named is not None and event is not None and named != event:
        raise WrongUse("two event types are given: {one} and {other}", one=event, other=named)
    check_event(plan, named)
    return event or named


def _check_given(
    plan: Plan, event: str | None, asked: Mapping[str, str], level: str | None, reason: str
) -> None:
    """What the command line says is checked before anything is recorded."""
    if asked and event is None:
        raise WrongUse("answers need an event type", hint="add --type, or --answer event=TYPE")
    if event is not None:
        answers = {name: tuple(given) for name, given in split_answers(asked).items()}
        check_answers(plan, event, AnswersFile(answers=answers))
    known = [grade.id for grade in plan.levels]
    if level is not None and level not in known:
        raise WrongUse(
            "there is no level {level} in this plan; levels: {known}",
            level=level,
            known=", ".join(known) or "-",
        )
    if level is not None and not reason.strip():
        raise WrongUse("setting the level by hand needs a reason", hint="add --reason")


def _first(plan: Plan, role: str) -> str:
    """Who acts before anything is recorded: whoever is on duty, else the account."""
    duty = plan.organisation.on_duty if role == "anyone" else role
    words = plan.organisation.roles.get(duty or "")
    return words.held_by[0] if words and words.held_by else login()
