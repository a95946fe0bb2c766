"""For people and editors: one line for each problem, as compilers write it."""

from typing import Final

from tmplan.cli import excerpt
from tmplan.cli.outcome import Outcome

NAME: Final = "concise"
FOR_PEOPLE: Final = True


def render(outcome: Outcome) -> str:
    """`file:line:column: CODE name sentence`."""
    return "\n".join(excerpt.concise(row.problem, row.file) for row in outcome.rows())
