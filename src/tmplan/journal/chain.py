"""Line after line of one file: whether each follows from the one before."""

from dataclasses import dataclass

from tmplan.journal.damage import Damage
from tmplan.journal.line import START, Line, decode


@dataclass(slots=True)
class _Gap:
    """Numbers that did not come when it was their turn, and the line where others came."""

    first: int
    last: int
    line: int


class Chain:
    """What has been learnt from one file so far.

    A damaged place does not end it: whole lines behind it are facts, and facts are kept.
    """

    __slots__ = ("_found", "_gaps", "_last", "_unread", "count", "file", "first", "head")

    def __init__(self, file: str) -> None:
        """Begin before the first line of the file of this name."""
        self.file = file
        self.count = 0
        self.first: Line | None = None
        self.head: Line | None = None
        """The line with the highest number."""
        self._last = START
        self._unread = 0
        self._found: list[Damage] = []
        self._gaps: list[_Gap] = []

    @property
    def writer(self) -> str:
        """Whose lines these are; empty before the first."""
        return "" if self.first is None else self.first.writer

    @property
    def damage(self) -> tuple[Damage, ...]:
        """Everything found, in the order of the lines."""
        if not self._found and not self._gaps:
            return ()
        gaps = (
            Damage("cut", self.file, gap.line, {"first": gap.first, "last": gap.last})
            for gap in self._gaps
        )
        return tuple(sorted((*self._found, *gaps), key=lambda damage: damage.line))

    def take(self, raw: bytes) -> Line | None:
        """The line in these bytes; None when they are none of this file's."""
        self.count += 1
        try:
            line = decode(raw)
        except ValueError:
            self._unread += 1
            self._note("edited")
            return None
        if line.prev != self._last or not self._continues(line):
            return self._take_odd(line)
        if self.first is None:
            self.first = line
        self.head = line
        self._last = line.hash
        self._unread = 0
        return line

    def next_line(self, raw: bytes) -> Line | None:
        """The line in these bytes if it is exactly the next one; nothing is taken."""
        try:
            line = decode(raw)
        except ValueError:
            return None
        return line if line.prev == self._last and self._continues(line) else None

    def take_own(self, line: Line) -> None:
        """A line that was made to follow, and was read back when it was made."""
        self.count += 1
        self.first = self.first or line
        self.head = line
        self._last = line.hash

    def _continues(self, line: Line) -> bool:
        """Whether number and names are those of the next line."""
        first, seq = self.first, -1 if self.head is None else self.head.seq
        return line.seq == seq + 1 and (first is None or _names(line) == _names(first))

    def _take_odd(self, line: Line) -> Line | None:
        """A whole line that is not the one that follows."""
        self.first = first = self.first or line
        if _names(line) != _names(first):
            self._note("stray-line")
            return None
        expected = 0 if self.head is None else self.head.seq + 1
        if line.seq < expected:
            self._take_late(line)
            return line
        if line.seq > expected + self._unread:
            self._gaps.append(_Gap(expected, line.seq - 1, self.count))
        elif not self._unread:
            self._note("rewritten")
        self.head = line
        self._last = line.hash
        self._unread = 0
        return line

    def _take_late(self, line: Line) -> None:
        """A number that was expected earlier, or has come already."""
        for gap in self._gaps:
            if gap.first <= line.seq <= gap.last:
                self._gaps.remove(gap)
                for first, last in ((gap.first, line.seq - 1), (line.seq + 1, gap.last)):
                    if first <= last:
                        self._gaps.append(_Gap(first, last, gap.line))
                self._note("reordered")
                return
        self._note("repeated")

    def _note(self, found: str) -> None:
        self._found.append(Damage(found, self.file, self.count))


def _names(line: Line) -> tuple[str, str, str]:
    return line.writer, line.incident, line.mode
