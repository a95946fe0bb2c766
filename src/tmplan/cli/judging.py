"""Asking what it is and how bad: the type by its signs, then one question at a time."""

from tmplan.cli import console, screen
from tmplan.cli.asides import Aside, TakeAside
from tmplan.cli.prompts import Prompts, pick, pick_many
from tmplan.cli.spoken import explain
from tmplan.cli.walk import Move
from tmplan.errors import WrongUse
from tmplan.i18n import say
from tmplan.journal.live import Record
from tmplan.plan.classify import NOT_KNOWN, read_answer
from tmplan.plan.model import Plan
from tmplan.plan.question import Question
from tmplan.plan.words import UNKNOWN

_UNKNOWN = {"u", "unknown", "不知道", "未知", "不清楚", "不确定"}


def ask_type(record: Record, prompts: Prompts, aside: TakeAside) -> str | Move:
    """The event type: by number or name, or suggested by the signs that people saw."""
    plan = record.plan
    letters = dict(zip("abcdefghijklmnopqrstuvwxyz", plan.events, strict=False))
    signs = [(event, text) for event, words in plan.events.items() for text in words.signals]
    screen_signs(plan, letters, signs)
    while True:
        said = prompts.short(
            say("which signs do you see (numbers), or which type (letter)? ? helps, p pauses:")
        )
        if said in letters:
            return letters[said]
        if said in plan.events:
            return said
        seen = pick_many(said, {str(number): text for number, (_, text) in enumerate(signs, 1)})
        if seen is not None:
            event = suggested([signs[int(number) - 1][0] for number in seen])
            if prompts.yes(say("this looks like {event}. Is it?", event=plan.events[event].name)):
                return event
            continue
        named = pick(said, {name: words.name for name, words in plan.events.items()})
        if named is not None and not said.isdigit():
            return named
        move = aside(said)
        if move is None:
            prompts.again(say("type numbers of signs, or one letter of a type"))
        elif move is not Aside.TAKEN:
            return move


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


def ask_question(
    record: Record, name: str, prompts: Prompts, aside: TakeAside
) -> tuple[str, ...] | Move:
    """One question of the classification; unknown is an answer."""
    event = record.incident.event or ""
    question = record.plan.question(event, name)
    asked = record.plan.events[event].classify.ask
    console.talk()
    console.talk(
        f"{screen.drill_mark(record)}"
        + say(
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
        if said in _UNKNOWN:
            return NOT_KNOWN
        found = _found(question, name, choices, said)
        if found is not None:
            return found
        move = aside(said)
        if move is None:
            prompts.again(allowed)
        elif move is not Aside.TAKEN:
            return move


def _allowed(question: Question) -> str:
    if question.bands:
        return say("a number ({unit}); u unknown, ? help, p pause", unit=question.unit or "-")
    if question.several:
        return say("one or more numbers, such as 1,3; u unknown, ? help, p pause")
    return say("one number; u unknown, ? help, p pause")


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
