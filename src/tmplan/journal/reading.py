"""The record as it is read: the lines of all writers in one order, and what is wrong."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from operator import attrgetter

from tmplan.journal.damage import Damage, Unfinished
from tmplan.journal.line import Line


@dataclass(frozen=True, slots=True)
class Reading:
    """Everything that is on the disk at one moment.

    ``lines`` are whole and verified, in the order (lc, writer, seq). Lines behind a damaged
    place are among them: facts are never dropped, and ``damage`` says where the place is.
    """

    incident: str
    mode: str
    lines: tuple[Line, ...]
    damage: tuple[Damage, ...]
    unfinished: tuple[Unfinished, ...]

    @property
    def head(self) -> str:
        """Number and first 12 digits of the last line, as notices and reports print it."""
        return f"{self.lines[-1].seq}:{self.lines[-1].hash[:12]}" if self.lines else ""


def merge(files: Sequence[Iterable[Line]]) -> list[Line]:
    """Every line once, in the order no clock has a say in."""
    lines = [line for file in files for line in file]
    lines.sort(key=attrgetter("place"))
    return [
        line for index, line in enumerate(lines) if index == 0 or line.hash != lines[index - 1].hash
    ]
