"""The fewest answers that lead to each level, when everything else is as mild as it can be."""

from collections.abc import Mapping
from typing import NamedTuple

from tmplan.plan.model import Plan
from tmplan.plan.space import LINKED, Factor, Space, Standing, mildness


class Way(NamedTuple):
    """Answers that lead to a level, and for how many seconds one of them stays unknown."""

    answers: tuple[tuple[str, str], ...]
    waited: int


def shortest(plan: Plan, event: str) -> Mapping[str, Way]:
    """For each level that can be reached, gravest first, the answers that differ from the mildest.

    Found like the proof: standing by standing, with the fewest such answers for each.

    Raises:
        TooLarge: the conditions are too many to be followed.
    """
    space = Space(plan, event)
    standings: dict[Standing, tuple[tuple[str, str], ...]] = {space.start: ()}
    for factor in space.factors:
        standings = _joined(space, standings, factor)
    found: dict[int, Way] = {}
    for standing, answers in standings.items():
        for waited in space.waits:
            rank = space.level(standing, waited)
            if rank not in found or _length(Way(answers, waited)) < _length(found[rank]):
                found[rank] = Way(answers, waited)
    return {plan.levels[rank].id: found[rank] for rank in sorted(found) if plan.levels}


def _joined(
    space: Space, standings: dict[Standing, tuple[tuple[str, str], ...]], factor: Factor
) -> dict[Standing, tuple[tuple[str, str], ...]]:
    mildest = max(factor.effects, key=mildness)
    after: dict[Standing, tuple[tuple[str, str], ...]] = {}
    for standing, answers in standings.items():
        space.spend(len(factor.effects))
        for effect, label in factor.effects.items():
            given = answers if effect == mildest else (*answers, (factor.name, label))
            joined = space.joined(standing, effect)
            if joined not in after or _length(Way(given, 0)) < _length(Way(after[joined], 0)):
                after[joined] = given
    return after


def _length(way: Way) -> tuple[int, int, bool]:
    return len(way.answers), way.waited, any(name == LINKED for name, _ in way.answers)
