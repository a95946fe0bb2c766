"""What is asked to judge how bad it is, and whom it touches."""

from decimal import Decimal
from typing import Self

from tmplan.plan.words import (
    UNKNOWN,
    Condition,
    Count,
    Id,
    Length,
    LevelId,
    Number,
    Text,
    Words,
    YesNo,
)


class Answer(Words):
    """One possible answer; with a level if its question decides the level."""

    id: Id
    text: Text
    level: LevelId | None = None


class Band(Words):
    """A stretch of numbers: all below ``below`` (exclusive); the last band has none."""

    id: Id | None = None
    below: Number | None = None
    level: LevelId | None = None


class Question(Words):
    """One thing to find out; its answers are a short list, or bands of a number with a unit."""

    ask: Text
    help: Text | None = None
    unit: Text | None = None
    scope: YesNo = False
    several: YesNo = False
    bands: tuple[Band, ...] = ()
    answers: tuple[Answer, ...] = ()
    unknown: LevelId | None = None

    def with_bands(self, bands: tuple[Band, ...]) -> Self:
        """The same question with an event type's own bands."""
        return self.model_copy(update={"bands": bands}) if bands else self

    @property
    def choices(self) -> tuple[tuple[str, str | None], ...]:
        """Each answer but ``unknown``: its id (bands without one count from 1) and its level."""
        if self.bands:
            return tuple(
                (band.id or f"band-{n}", band.level) for n, band in enumerate(self.bands, 1)
            )
        return tuple((answer.id, answer.level) for answer in self.answers)

    @property
    def levelled(self) -> bool:
        """Whether its answers decide the level."""
        return any(level is not None for _, level in self.choices)

    def choice_of(self, value: str) -> str:
        """The id of the band a number falls into; any other answer is its own id."""
        if not self.bands or value == UNKNOWN:
            return value
        number = Decimal(value)
        for (choice, _), band in zip(self.choices, self.bands, strict=True):
            if band.below is None or number < band.below:
                return choice
        return self.choices[-1][0]


class Floor(Words):
    """While its condition holds, the level is at least this grave."""

    when: Condition
    level: LevelId


class Raise(Words):
    """While its condition holds, the level is this many steps graver than it would be."""

    when: Condition | None = None
    unknown_after: Length | None = None
    by: Count = 1


class Classify(Words):
    """How one event type is classified: what is asked, in order, and what shifts the level."""

    ask: tuple[Id, ...] = ()
    bands: dict[Id, tuple[Band, ...]] = {}
    floors: tuple[Floor, ...] = ()
    raises: tuple[Raise, ...] = ()
