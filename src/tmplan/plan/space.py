"""All answers an event type can get, and the levels they lead to, without trying each of them.

There may be billions of combinations, but only few of them differ in what counts: how grave the
gravest answer is, which conditions can still be met, and whether anything is unknown. Such a
`Standing` is carried from question to question (dynamic programming), with one example of the
answers that lead to it.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from math import inf
from typing import Final, NamedTuple

from tmplan.plan.classify import NOT_KNOWN, Circumstances, holds
from tmplan.plan.model import Plan
from tmplan.plan.question import Question, Raise
from tmplan.plan.words import When

MOST_WORK: Final = 1_000_000
LINKED: Final = "linked"
ELSE: Final = "…"
"""An event type that no condition names."""


class TooLarge(Exception):  # noqa: N818 - it ends the counting, it is not an error
    """The conditions of an event type are too many to be followed."""


class Effect(NamedTuple):
    """What one answer does: its own rank, the conditions it leaves possible, whether it is none."""

    rank: int
    alive: int
    unsure: bool


class Standing(NamedTuple):
    """What some answers have led to so far."""

    rank: int
    alive: int
    unsure: bool


Example = tuple["Example", str, str] | None
"""Answers that lead to a standing, the last one first."""

Standings = dict[Standing, Example]


@dataclass(frozen=True, slots=True)
class Asked:
    """One condition as it is asked for: bit ``number`` of every standing says it is possible."""

    when: When
    shifts_level: bool = True
    unknown_matches: bool = True


@dataclass(frozen=True, slots=True)
class Factor:
    """A question, or what else the level depends on, with each different effect of an answer."""

    name: str
    effects: Mapping[Effect, str]


@dataclass(frozen=True)
class Space:
    """The answers to one event type's questions, and the levels they lead to.

    ``extra`` is a further condition to be watched: then only answers that meet it are followed.
    """

    plan: Plan
    event: str
    extra: Asked | None = None
    _spent: list[int] = field(default_factory=lambda: [0])

    @cached_property
    def asked(self) -> tuple[Asked, ...]:
        """The conditions of floors, then of raises; one never met where a raise has none."""
        words = self.plan.events[self.event].classify
        shifts = [floor.when for floor in words.floors] + [lift.when for lift in words.raises]
        own = [Asked(when) if when is not None else Asked(_NEVER) for when in shifts]
        return (*own, self.extra) if self.extra else tuple(own)

    @cached_property
    def factors(self) -> tuple[Factor, ...]:
        """The questions in order, then the links if any condition asks for them."""
        found = [self._question(name) for name in self.plan.events[self.event].classify.ask]
        if any(LINKED in asked.when.terms for asked in self.asked):
            found.append(self._links())
        if self.extra:
            bit = 1 << (len(self.asked) - 1)
            found = [
                Factor(
                    each.name,
                    {effect: label for effect, label in each.effects.items() if effect.alive & bit},
                )
                for each in found
            ]
        return tuple(found)

    @cached_property
    def start(self) -> Standing:
        """Where every incident of this type begins."""
        alive = sum(1 << n for n, asked in enumerate(self.asked) if self._may_hold(asked))
        return Standing(self._mildest, alive, unsure=False)

    @cached_property
    def waits(self) -> tuple[int, ...]:
        """The times after which an unknown answer may raise the level, from none on."""
        lifts = self.plan.events[self.event].classify.raises
        limits = {
            lift.unknown_after.seconds
            for lift in lifts
            if lift.when is None and lift.unknown_after is not None
        }
        return (0, *sorted(limit for limit in limits if limit))

    def everywhere(self) -> Standings:
        """Every standing that all answers together can lead to."""
        return self._through(self.factors, {self.start: None})

    def around_mildest(self, place: int) -> Standings:
        """One standing that all factors but one can lead to: where each is as mild as it can be."""
        standing = self.start
        for number, factor in enumerate(self.factors):
            if number != place:
                standing = self.joined(standing, max(factor.effects, key=mildness))
        return {standing: None}

    def around_each(self, wanted: Collection[int]) -> Iterator[tuple[int, Standings]]:
        """For each wanted factor, by its number, every standing that all the others can lead to."""
        yield from self._around(range(len(self.factors)), wanted, {self.start: None})

    def possible(self) -> bool:
        """Whether some answers meet the extra condition at all."""
        asked = self.asked[-1]
        return self._may_hold(asked) and all(
            any(choice in wanted for choice, _ in self.plan.question(self.event, name).choices)
            or self._unknown_meets(asked, name, wanted)
            for name, wanted in asked.when.terms.items()
            if name in self.plan.events[self.event].classify.ask
        )

    def level(self, standing: Standing, waited: int, *, without: int = -1) -> int:
        """The rank a standing comes to; ``without`` leaves out one floor or raise."""
        rank, alive, unsure = standing
        for number, floor in enumerate(self._floors):
            if floor < rank and alive >> number & 1 and number != without:
                rank = floor
        for number, (by, limit) in enumerate(self._raises, len(self._floors)):
            met = alive >> number & 1 if limit is None else unsure and waited >= limit
            if met and number != without:
                rank = max(0, rank - by)
        return rank

    def joined(self, standing: Standing, effect: Effect) -> Standing:
        """The standing after one more answer; what can no longer matter is forgotten."""
        rank, alive, unsure = standing
        own, left, unknown = effect
        rank = min(rank, own)
        unsure = (unsure or unknown) and self._waits_for_answers
        return Standing(rank, alive & left & self._relevant[rank], unsure)

    def choices(self, name: str) -> tuple[tuple[str, Effect], ...]:
        """Each single answer to a question but ``unknown``, with its effect."""
        question = self.plan.question(self.event, name)
        return tuple(
            (choice, self._effect(name, choice, level)) for choice, level in question.choices
        )

    def several(self, name: str, leaving_out: Iterable[str] = ()) -> dict[Effect, tuple[str, ...]]:
        """The effects of every choice among several answers, none of them included."""
        dead = ~self._bits_on(name) & self._all
        found: dict[Effect, tuple[str, ...]] = {Effect(self._mildest, dead, unsure=False): ()}
        for choice, effect in self.choices(name):
            if choice in leaving_out:
                continue
            for other, chosen in list(found.items()):
                self.spend()
                both = Effect(
                    min(other.rank, effect.rank), other.alive | effect.alive, unsure=False
                )
                found.setdefault(both, (*chosen, choice))
        return found

    @cached_property
    def _floors(self) -> tuple[int, ...]:
        """The rank each floor lifts to."""
        words = self.plan.events[self.event].classify
        return tuple(self._rank_of.get(floor.level, 0) for floor in words.floors)

    @cached_property
    def _raises(self) -> tuple[tuple[int, float | None], ...]:
        """By how much each raise lifts, and after how many seconds; None where a condition does."""
        words = self.plan.events[self.event].classify
        return tuple((lift.by, _limit(lift)) for lift in words.raises)

    @cached_property
    def _waits_for_answers(self) -> bool:
        """Whether it matters that something is unknown."""
        return any(limit is not None for _, limit in self._raises)

    @cached_property
    def _rank_of(self) -> dict[str, int]:
        return {level.id: rank for rank, level in enumerate(self.plan.levels)}

    @cached_property
    def _mildest(self) -> int:
        return max(len(self.plan.levels) - 1, 0)

    @cached_property
    def _all(self) -> int:
        return (1 << len(self.asked)) - 1

    @cached_property
    def _relevant(self) -> tuple[int, ...]:
        """For each rank, the conditions that may still change it."""
        floors = self._floors
        extra = 1 << (len(self.asked) - 1) if self.extra else 0
        found = []
        for rank in range(self._mildest + 1):
            bits = extra
            for number in range(len(floors) + len(self._raises)):
                below = floors[number] < rank if number < len(floors) else rank > 0
                bits |= below << number
            found.append(bits)
        return tuple(found)

    def _question(self, name: str) -> Factor:
        question = self.plan.question(self.event, name)
        effects: dict[Effect, str] = {}
        if question.several:
            for effect, chosen in self.several(name).items():
                if chosen:
                    effects.setdefault(effect, "+".join(chosen))
            # no answer at all is no answer; the same effect may come from answers that do nothing
            for choice, effect in self.choices(name):
                effects.setdefault(effect, choice)
        else:
            for choice, effect in self.choices(name):
                effects.setdefault(effect, choice)
        effects.setdefault(self._unknown(question, name), NOT_KNOWN[0])
        return Factor(name, effects)

    def _links(self) -> Factor:
        named = {
            each
            for asked in self.asked
            for each in asked.when.terms.get(LINKED, ())
            if each != "any"
        }
        free = ~sum(1 << n for n, each in enumerate(self.asked) if LINKED in each.when.terms)
        found: dict[Effect, str] = {
            Effect(self._mildest, free & self._all, unsure=False): "-",
        }
        for event in [*sorted(named), ELSE]:
            alive = 0
            for number, asked in enumerate(self.asked):
                wanted = asked.when.terms.get(LINKED)
                alive |= (wanted is None or "any" in wanted or event in wanted) << number
            for other, label in list(found.items()):
                self.spend()
                both = Effect(self._mildest, other.alive | alive, unsure=False)
                found.setdefault(both, event if label == "-" else f"{label}+{event}")
        return Factor(LINKED, found)

    def _effect(self, name: str, choice: str, level: str | None) -> Effect:
        alive = 0
        for number, asked in enumerate(self.asked):
            wanted = asked.when.terms.get(name)
            alive |= (wanted is None or choice in wanted) << number
        return Effect(self._mildest if level is None else self._rank_of[level], alive, unsure=False)

    def _unknown(self, question: Question, name: str) -> Effect:
        ranks = [self._rank_of[level] for _, level in question.choices if level is not None]
        rank = min(ranks, default=self._mildest)
        if ranks and question.unknown is not None:
            rank = self._rank_of[question.unknown]
        alive = 0
        for number, asked in enumerate(self.asked):
            wanted = asked.when.terms.get(name)
            alive |= (wanted is None or self._unknown_meets(asked, name, wanted)) << number
        return Effect(rank, alive, unsure=True)

    def _unknown_meets(self, asked: Asked, name: str, wanted: tuple[str, ...]) -> bool:
        return holds(
            self.plan,
            When({name: wanted}),
            Circumstances(self.event),
            unknown_matches=asked.unknown_matches,
            shifts_level=asked.shifts_level,
        )

    def _bits_on(self, name: str) -> int:
        """The conditions that ask for a question."""
        return sum(1 << n for n, asked in enumerate(self.asked) if name in asked.when.terms)

    def _may_hold(self, asked: Asked) -> bool:
        """Whether a condition is possible as far as no question decides it."""
        if asked.when is _NEVER or (asked.shifts_level and asked.when.outcome):
            return False
        for key, wanted in asked.when.terms.items():
            match key:
                case "event":
                    good = self.event in wanted
                case "min_level":
                    good = not asked.shifts_level  # there is no level yet
                case "linked":
                    good = True
                case _:
                    good = key in self.plan.events[self.event].classify.ask
            if not good:
                return False
        return True

    def _through(self, factors: Sequence[Factor], standings: Standings) -> Standings:
        for factor in factors:
            after: Standings = {}
            for standing, example in standings.items():
                self.spend(len(factor.effects))
                first, possible, doubt = standing
                for (rank, alive, unsure), label in factor.effects.items():
                    low = min(first, rank)
                    joined = (low, possible & alive & self._relevant[low], doubt or unsure)
                    if joined not in after:  # as `joined` says, without a call for each
                        after[Standing(*joined)] = (example, factor.name, label)
            standings = after
        return standings

    def _around(
        self, among: range, wanted: Collection[int], standings: Standings
    ) -> Iterator[tuple[int, Standings]]:
        if not any(number in among for number in wanted):
            return
        if len(among) == 1:
            yield among[0], standings
            return
        middle = len(among) // 2
        for inner, outer in ((among[:middle], among[middle:]), (among[middle:], among[:middle])):
            passed = self._through([self.factors[number] for number in outer], standings)
            yield from self._around(inner, wanted, passed)

    def spend(self, looks: int = 1) -> None:
        """Count looks; too many end the proof."""
        self._spent[0] += looks
        if self._spent[0] > MOST_WORK:
            raise TooLarge


def mildness(effect: Effect) -> tuple[bool, int, int]:
    """How mild an answer is by itself; not knowing is graver than knowing."""
    return not effect.unsure, effect.rank, -effect.alive.bit_count()


_NEVER: Final = When()


def _limit(lift: Raise) -> float | None:
    if lift.when is not None:
        return None
    length = lift.unknown_after
    return inf if length is None or length.seconds is None else length.seconds


def count(plan: Plan, event: str) -> int:
    """How many combinations of answers an event type can get."""
    words = plan.events[event].classify
    total = 1
    for name in words.ask:
        question = plan.question(event, name)
        size = len(question.choices)
        total *= 2**size if question.several else size + 1
    shifts = [floor.when for floor in words.floors] + [lift.when for lift in words.raises]
    linked = any(when is not None and LINKED in when.terms for when in shifts)
    waits = any(lift.unknown_after is not None for lift in words.raises)
    return total * 2 if linked or waits else total
