"""A kind of thing that may happen, and all that was prepared for it."""

from tmplan.plan.question import Classify
from tmplan.plan.step import Step
from tmplan.plan.words import Condition, Date, Id, Ids, Length, Text, Texts, Words


class Measure(Words):
    """Recurring prevention; ``last`` only seeds when it was last done."""

    id: Id
    do: Text
    role: Id
    every: Length | None = None
    last: Date | None = None
    why: Text | None = None


class Link(Words):
    """Another event type that this one may turn into, suggested and never forced."""

    when: Condition | None = None
    open: Id
    why: Text | None = None


class EventType(Words):
    """A kind of thing that may happen: before, during and after."""

    name: Text
    signals: Texts = ()
    first: tuple[Step, ...] = ()
    classify: Classify = Classify()
    prevention: tuple[Measure, ...] = ()
    steps: dict[Id, tuple[Step, ...]] = {}
    skip: Ids = ()
    recovered_when: Texts = ()
    watch: Length | None = None
    mistakes: Texts = ()
    review_questions: Texts = ()
    links: tuple[Link, ...] = ()
