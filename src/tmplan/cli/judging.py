"""Asking what it is and how bad: the type by its signs, then one question at a time."""

from tmplan.cli import console
from tmplan.cli.prompts import BACK, Back, Prompts, heed, normal, pick, pick_many
from tmplan.cli.spoken import explain
from tmplan.cli.walk import Aside, GoTo, Move, TakeAside
from tmplan.cli.words import answer_text, unit_text
from tmplan.errors import WrongUse
from tmplan.i18n import say
from tmplan.journal.live import Record
from tmplan.plan.classify import NOT_KNOWN, read_answer
from tmplan.plan.model import Plan
from tmplan.plan.question import Question
from tmplan.plan.words import UNKNOWN

Answers = dict[str, list[str]]
_UNKNOWN = {"u", "unknown", "不知道", "未知", "不清楚", "不确定"}


def ask_type(record: Record, prompts: Prompts, aside: TakeAside) -> str | Move:
    """The event type: by number or name, or suggested by the signs that people saw."""
    plan = record.plan
    letters = dict(zip("abcdefghijklmnopqrstuvwxyz", plan.events, strict=False))
    names = {name: words.name for name, words in plan.events.items()}
    signs = [(event, text) for event, words in plan.events.items() for text in words.signals]
    numbered = {str(number): text for number, (_, text) in enumerate(signs, 1)}
    screen_signs(plan, letters, signs)
    while True:
        said = prompts.short(
            say("which signs do you see (numbers), or which type (letter)? ? helps, p pauses:")
        )
        named = letters.get(said) or (None if said.isdigit() else pick(said, names))
        seen = pick_many(said, numbered)
        if named is None and seen is not None:
            named = suggested([signs[int(number) - 1][0] for number in seen])
        if named is not None:
            if prompts.yes(say("this looks like {event}. Is it? It stays so", event=names[named])):
                return named
            continue
        move = aside(said)
        if move is None:
            prompts.again(say("type numbers of signs, or one letter of a type"))
        else:
            return GoTo(None) if move is Aside.TAKEN else move


def screen_signs(plan: Plan, letters: dict[str, str], signs: list[tuple[str, str]]) -> None:
    """Show every event type with what people notice first."""
    console.talk()
    number = 0
    for letter, event in letters.items():
        console.talk(f"{letter.upper()}. {plan.events[event].name}（{event}）", style="title")
        for owner, text in signs:
            if owner == event:
                number += 1
                console.talk(f"{number}. {text}", indent=4)


def suggested(seen: list[str]) -> str:
    """The event type that most of the signs seen belong to; of several, the first in the plan."""
    return max(seen, key=seen.count)


def ask_question(record: Record, name: str, prompts: Prompts, aside: TakeAside) -> Answers | Move:
    """One question of the classification, or the one before it; unknown is an answer."""
    event = record.incident.event or ""
    question = record.plan.question(event, name)
    asked = record.plan.events[event].classify.ask
    console.talk()
    console.talk(
        say(
            "question {n} of {all}: {ask}",
            n=asked.index(name) + 1,
            all=len(asked),
            ask=question.ask,
        ),
        style="title",
    )
    if question.help:
        console.talk(question.help, indent=2, style="dim")
    choices = {answer.id: answer.text for answer in question.answers}
    for number, text in enumerate(choices.values(), 1):
        console.talk(f"{number}. {text}", indent=2)
    allowed = _allowed(question)
    while True:
        said = prompts.short(f"{allowed}\n>")
        found = NOT_KNOWN if said in _UNKNOWN else _found(question, name, choices, said)
        if found is not None:
            return {name: list(found)}
        if said in BACK and asked.index(name) > 0:
            return ask_question(record, asked[asked.index(name) - 1], prompts, aside)
        move = aside(said)
        if move is None:
            prompts.not_understood(said)
        else:
            return GoTo(None) if move is Aside.TAKEN else move


def change_answer(record: Record, prompts: Prompts) -> Answers:
    """An answer given before, asked for anew.

    Raises:
        Back, Leave: the person wants to go back, or to pause.
    """
    plan, event = record.plan, record.incident.event or ""
    given = {
        name: f"{plan.questions[name].ask} → {answer_text(plan, event, name, answer)}"
        for name, answer in record.incident.answers.items()
    }
    name = prompts.one_of(say("which answer changes? (b goes back)"), given)
    answered = ask_question(record, name, prompts, heed)
    if not isinstance(answered, dict):
        raise Back
    return answered


def confirm_level(record: Record, prompts: Prompts) -> tuple[str, str] | None:
    """Another level with the reason for it; None where the one worked out is kept.

    Raises:
        Back, Leave: the person wants to go back, or to pause.
    """
    levels = {known.id: known.name for known in record.plan.levels}
    shown = " ".join(levels)
    while True:
        said = prompts.text(
            say("Enter keeps this level; or set another ({levels}):", levels=shown), default=""
        )
        level = pick(normal(said), levels) if said else record.incident.level
        if level == record.incident.level:
            return None
        if level is None:
            prompts.again(say("Enter, or one of: {levels}", levels=shown))
            continue
        try:
            return level, prompts.text(say("reason (b goes back):"))
        except Back:
            continue


def _allowed(question: Question) -> str:
    n = len(question.answers)
    if question.bands:
        unit = unit_text(question.unit) or "-"
        return say("a number ({unit}); u unknown, b back, ? help, p pause", unit=unit)
    if question.several:
        return say("one or more of 1 to {n}, such as 1,2; u unknown, b back, ? help, p pause", n=n)
    return say("a number from 1 to {n}; u unknown, b back, ? help, p pause", n=n)


def _found(
    question: Question, name: str, choices: dict[str, str], said: str
) -> tuple[str, ...] | None:
    if not question.bands:
        found = pick_many(said, choices)
        return found if found and (question.several or len(found) == 1) else None
    if said == UNKNOWN:
        return NOT_KNOWN
    try:
        return read_answer(question, name, said)
    except WrongUse as wrong:
        if any(char.isdigit() for char in said):
            console.talk(explain(wrong), style="warn", indent=2)
        return None
