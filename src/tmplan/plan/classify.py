"""Answers in, level out, with the reason; what is not known is assumed to be bad."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation
from enum import StrEnum
from typing import Final

from tmplan.errors import WrongUse
from tmplan.plan.duration import parse_duration
from tmplan.plan.model import Plan
from tmplan.plan.question import Question
from tmplan.plan.words import UNKNOWN, When

Answers = Mapping[str, tuple[str, ...]]
NOT_KNOWN: Final = (UNKNOWN,)


@dataclass(frozen=True, slots=True)
class Circumstances:
    """What is known about an incident as far as conditions can ask for it."""

    event: str
    answers: Answers = field(default_factory=dict)
    level: str | None = None
    linked: frozenset[str] = frozenset()
    outcomes: Mapping[str, str] = field(default_factory=dict)


class Cause(StrEnum):
    """What kind of thing set or shifted a level."""

    ANSWER = "answer"
    UNKNOWN = "unknown"
    FLOOR = "floor"
    RAISE = "raise"
    WAITED = "waited"


@dataclass(frozen=True, slots=True)
class Reason:
    """One thing that made the level what it is: a question, or the number of a floor or raise."""

    cause: Cause
    subject: str
    level: str


@dataclass(frozen=True, slots=True)
class Classification:
    """A level and all that led to it; no level where the plan has none."""

    level: str | None
    reasons: tuple[Reason, ...] = ()


def next_question(plan: Plan, event: str, answers: Answers) -> str | None:
    """The first question of this event type that nobody has answered."""
    return next((q for q in plan.events[event].classify.ask if q not in answers), None)


def holds(
    plan: Plan,
    when: When,
    known: Circumstances,
    *,
    unknown_matches: bool = True,
    shifts_level: bool = False,
) -> bool:
    """Whether a condition holds; an unknown answer matches if any answer would.

    In floors and raises (``shifts_level``) an unknown that the question counts as level L
    matches only answers no graver than L.
    """
    for key, wanted in when.terms.items():
        match key:
            case "event":
                met = known.event in wanted
            case "min_level":
                met = known.level is not None and plan.rank(known.level) <= plan.rank(wanted[0])
            case "linked":
                met = bool(known.linked) if "any" in wanted else bool(known.linked & set(wanted))
            case _ if key not in plan.events[known.event].classify.ask:
                met = False
            case _:
                question = plan.question(known.event, key)
                given = known.answers.get(key, NOT_KNOWN)
                if given == NOT_KNOWN:
                    met = unknown_matches and _unknown_meets(
                        plan, question, wanted, shifts_level=shifts_level
                    )
                else:
                    met = any(question.choice_of(value) in wanted for value in given)
        if not met:
            return False
    return all(known.outcomes.get(key) in wanted for key, wanted in when.outcome.items())


def _unknown_meets(
    plan: Plan, question: Question, wanted: tuple[str, ...], *, shifts_level: bool
) -> bool:
    if question.unknown is None or not shifts_level:
        return True
    limit = plan.rank(question.unknown)
    return any(
        level is None or plan.rank(level) >= limit
        for choice, level in question.choices
        if choice in wanted
    )


def classify(
    plan: Plan,
    event: str,
    answers: Answers,
    *,
    linked: frozenset[str] = frozenset(),
    waited: int = 0,
) -> Classification:
    """The level these answers give: the gravest answer, lifted by floors, then by raises.

    ``waited`` is the number of seconds since the opening; a question still unknown then may
    raise the level. Questions not answered count as unknown.
    """
    if not plan.levels:
        return Classification(None)
    words = plan.events[event].classify
    reasons = [
        reason
        for question in words.ask
        if (reason := _base(plan, event, question, answers.get(question, NOT_KNOWN)))
    ]
    rank = min((plan.rank(reason.level) for reason in reasons), default=len(plan.levels) - 1)
    reasons = [reason for reason in reasons if plan.rank(reason.level) == rank]
    known = Circumstances(event, answers, linked=linked)
    for number, floor in enumerate(words.floors, 1):
        if plan.rank(floor.level) < rank and holds(plan, floor.when, known, shifts_level=True):
            rank = plan.rank(floor.level)
            reasons.append(Reason(Cause.FLOOR, str(number), floor.level))
    unsure = any(answers.get(question, NOT_KNOWN) == NOT_KNOWN for question in words.ask)
    for number, lift in enumerate(words.raises, 1):
        if lift.when is not None:
            met, cause = holds(plan, lift.when, known, shifts_level=True), Cause.RAISE
        else:
            limit = lift.unknown_after.seconds if lift.unknown_after else None
            met, cause = limit is not None and unsure and waited >= limit, Cause.WAITED
        if met and rank > 0:
            rank = max(0, rank - lift.by)
            reasons.append(Reason(cause, str(number), plan.levels[rank].id))
    return Classification(plan.levels[rank].id, tuple(reasons))


def _base(plan: Plan, event: str, name: str, given: tuple[str, ...]) -> Reason | None:
    question = plan.question(event, name)
    levels = {choice: level for choice, level in question.choices if level is not None}
    if not levels:
        return None
    if given == NOT_KNOWN:
        level = question.unknown or min(levels.values(), key=plan.rank)
        return Reason(Cause.UNKNOWN, name, level)
    level = min((levels[question.choice_of(value)] for value in given), key=plan.rank)
    return Reason(Cause.ANSWER, name, level)


def read_answer(question: Question, name: str, given: object) -> tuple[str, ...]:
    """The answer these words mean: ids, one number, or ``unknown``.

    Raises:
        WrongUse: they mean none; the sentence names what is allowed.
    """
    many = [given] if isinstance(given, str | int | float) else given
    if not isinstance(many, list | tuple) or not many:
        many = [""]
    words = [str(item).strip() for item in many]
    if words == [UNKNOWN]:
        return NOT_KNOWN
    if question.bands:
        number = _number(words[0], question.unit) if len(words) == 1 else None
        if number is None:
            raise WrongUse(
                "question {question}: {given} is not a number ({unit}) or `unknown`",
                question=name,
                given=", ".join(words) or "-",
                unit=question.unit or "-",
            )
        return (number,)
    allowed = [choice for choice, _ in question.choices]
    if not question.several and len(words) > 1:
        raise WrongUse("question {question} takes one answer only", question=name)
    for word in words:
        if word not in allowed:
            raise WrongUse(
                "question {question}: {given} is not an answer; allowed: {allowed}",
                question=name,
                given=word or "-",
                allowed=", ".join([*allowed, UNKNOWN]),
            )
    return tuple(choice for choice in allowed if choice in words)


def _number(text: str, unit: str | None) -> str | None:
    """The number in the question's own unit; ``2 小时`` is 120 where minutes are asked."""
    try:
        value = Decimal(text)
    except InvalidOperation:
        length, scale = parse_duration(text), _scale(unit)
        if length is None or length.seconds is None or scale is None:
            return None
        value = Decimal(length.seconds) / scale
    if not value.is_finite() or abs(value) >= Decimal(10) ** 15:
        return None
    if value < 0 and _scale(unit):  # no time is shorter than none
        return None
    value = round(value, 6).normalize()
    return f"{value:f}"


def _scale(unit: str | None) -> int | None:
    one = parse_duration(f"1 {unit}") if unit else None
    return one.seconds if one else None
