"""What a command line and an answers file say, read and checked before anything is recorded."""

from collections.abc import Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path

from tmplan.cli.attach import check_file
from tmplan.cli.console import read_input
from tmplan.cli.pairs import split_answers
from tmplan.cli.problems import show_problems
from tmplan.cli.timing import WallClock, read_until
from tmplan.errors import TmplanError, WrongUse
from tmplan.incident.answers import AnswersFile, check_answers
from tmplan.incident.checklist import steps_of
from tmplan.plan.load import Loaded, load_words, words_of
from tmplan.plan.model import Plan


@dataclass(frozen=True, slots=True)
class Answers:
    """An answers file with the folder that its relative paths count from."""

    words: AnswersFile
    folder: Path


def sound(loaded: Loaded[Plan]) -> Plan:
    """The plan, if it can be used; else its problems are shown.

    Raises:
        PlanUnsound: it has errors.
    """
    if loaded.model is None:
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
        loaded = words_of(read_input(), "-", AnswersFile, "")
        folder = Path.cwd()
    else:
        loaded = load_words(Path(named), AnswersFile, "")
        folder = Path(named).resolve().parent
    if loaded.model is None:
        show_problems(loaded)
        raise WrongUse(
            "the answers file {name} is wrong; nothing was recorded",
            hint="mend what is listed above",
            name=named,
        )
    return Answers(loaded.model, folder)


def event_of_script(plan: Plan, known: str | None, script: Answers) -> str:
    """The event type an answers file is for: the one known already, or the one it names.

    Raises:
        WrongUse: there is none, it is none of the plan's, or the two differ.
    """
    named = script.words.type
    check_event(plan, named)
    if known is not None and named is not None and named != known:
        raise WrongUse(
            "the answers file is for event type {named}, but this is {known}",
            hint="take the answers file that belongs to it; nothing was recorded",
            named=named,
            known=known,
        )
    event = known or named
    if event is None:
        raise WrongUse(
            "an answers file needs an event type",
            hint="add `type:` to it, or give --type; the types of this plan: {known}",
            known=", ".join(plan.events),
        )
    return event


def check_script(plan: Plan, event: str, script: Answers) -> None:
    """Every name, time and file in an answers file is there before anything is recorded.

    Raises:
        WrongUse: a name is not known, or a time is none.
        FileTrouble: a file is missing.
    """
    check_answers(plan, event, script.words)
    _check_criteria(plan, event, script.words)
    for _, step in steps_of(plan, event):
        said = script.words.steps.get(step.id)
        if said is None:
            continue
        if said.until is not None:
            read_until(said.until, WallClock(plan.timezone).now())
        for words in step.evidence:
            if words.kind == "file" and words.id in said.evidence:
                check_file(said.evidence[words.id], beside=script.folder)


def _check_criteria(plan: Plan, event: str, words: AnswersFile) -> None:
    for text in words.recovered_when:
        if text != "all" and text not in plan.events[event].recovered_when:
            raise WrongUse(
                "event type {event} has no recovery criterion: {text}",
                hint="copy it word for word from the plan, or say `recovered_when: all`",
                event=event,
                text=text,
            )


def check_event(plan: Plan, event: str | None) -> None:
    """The event type is one of the plan's.

    Raises:
        WrongUse: it is not; the nearest names and the whole list are said.
    """
    if event is None or event in plan.events:
        return
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


def event_among(plan: Plan, event: str | None, asked: dict[str, str]) -> str | None:
    """The event type among --type and ``event=T``; the pair is taken out of the answers.

    Raises:
        WrongUse: two are given, or it is none of the plan's.
    """
    named = asked.pop("event", None)
    if named is not None and event is not None and named != event:
        raise WrongUse("two event types are given: {one} and {other}", one=event, other=named)
    check_event(plan, named)
    return event or named


def check_given(
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
