"""How problems are written: for people, for other programs, for the places that run checks."""

from collections.abc import Mapping, Sequence
from typing import Final, Protocol

from tmplan.cli.formats import concise, github, gitlab, json_document, junit, sarif, text
from tmplan.cli.outcome import Outcome


class Format(Protocol):
    """One way to write an outcome."""

    NAME: str
    FOR_PEOPLE: bool
    """Whether a line for each file follows it; otherwise that goes to standard error."""

    def render(self, outcome: Outcome) -> str:
        """All of it; nothing in it steers a terminal."""


MEMBERS: Sequence[Format] = [text, concise, json_document, sarif, github, gitlab, junit]
FORMATS: Final[Mapping[str, Format]] = {each.NAME: each for each in MEMBERS}
