"""For people: the lines around each problem with a mark under the place."""

from typing import Final

from tmplan.cli import excerpt
from tmplan.cli.outcome import Outcome

NAME: Final = "text"
FOR_PEOPLE: Final = True


def render(outcome: Outcome) -> str:
    """Every problem in full; only our own colours are obeyed."""
    paint = excerpt.coloured if outcome.coloured else excerpt.uncoloured
    return "\n".join(
        excerpt.full(problem, each.source_of, paint) + "\n"
        for each in outcome.checked
        for problem in each.problems
    )
