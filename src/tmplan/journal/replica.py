"""One file of the record, as far as it has been read; what others append is read on demand."""

import os
from collections.abc import Iterator

from tmplan.errors import FileTrouble
from tmplan.journal.chain import Chain
from tmplan.journal.damage import Damage
from tmplan.journal.line import Line
from tmplan.journal.place import Place

SUFFIX = ".jsonl"


def raw_lines(file: int, offset: int) -> Iterator[bytes]:
    """The rest of a file, cut behind every newline; the last piece may lack one."""
    os.lseek(file, offset, os.SEEK_SET)
    with os.fdopen(file, "rb", buffering=1 << 18, closefd=False) as source:
        yield from source


class Replica:
    """What is known of one file, and how far it was read."""

    __slots__ = ("_known", "chain", "lines", "name", "offset", "tail", "tail_line", "trouble")

    def __init__(self, name: str) -> None:
        """Nothing read yet."""
        self.name = name
        self.forget()

    def forget(self) -> None:
        """Begin again before the first byte."""
        self.chain = Chain(self.name)
        self.lines: list[Line] = []
        self.offset = 0
        """Bytes read and ended by a newline."""
        self.tail = b""
        """Bytes after the last newline."""
        self.tail_line: Line | None = None
        """The line the tail is, when it lacks nothing but its newline."""
        self.trouble: Damage | None = None
        self._known: os.stat_result | None = None

    @property
    def damage(self) -> tuple[Damage, ...]:
        """What is wrong before the last newline, or with the file itself."""
        return self.chain.damage if self.trouble is None else (self.trouble, *self.chain.damage)

    @property
    def head(self) -> Line | None:
        """The last line, a tail that is one included."""
        return self.tail_line or self.chain.head

    @property
    def writer(self) -> str:
        """Whose lines these are; empty while there is none."""
        return "" if self.head is None else self.head.writer

    def catch_up(self, log: Place) -> bool:
        """Read what is new; True when everything known before still stands."""
        now = log.stat(self.name)
        if now is None:
            kept = self._known is None
            self.forget()
            return kept
        kept = self._still_stands(now)
        if not kept:
            self.forget()
        elif self._known is not None and _mark(now) == _mark(self._known):
            return True
        try:
            file = log.open_to_read(self.name)
        except (OSError, FileTrouble):
            self.forget()
            self.trouble = Damage("unreadable", self.name)
            return kept
        try:
            went_on = self.offset > 0
            self._known = os.fstat(file)
            self._read(file)
            if went_on and self.chain.damage:
                # What was read without the lock may have been taken back since.
                self.forget()
                self._known = os.fstat(file)
                self._read(file)
                kept = False
        finally:
            os.close(file)
        return kept

    def wrote(self, line: Line, size: int, known: os.stat_result) -> None:
        """Our own line is on the disk; it need not be read back."""
        self.lines.append(line)
        self.chain.take_own(line)
        self.offset = size
        self._known = known

    def _read(self, file: int) -> None:
        self.tail, self.tail_line = b"", None
        for raw in raw_lines(file, self.offset):
            if not raw.endswith(b"\n"):
                self.tail = raw
                self.tail_line = self.chain.next_line(raw)
                return
            self.offset += len(raw)
            line = self.chain.take(raw)
            if line is not None:
                self.lines.append(line)

    def _still_stands(self, now: os.stat_result) -> bool:
        """Whether the bytes read before can only have been added to."""
        known = self._known
        if known is None:
            return True
        if (now.st_dev, now.st_ino) != (known.st_dev, known.st_ino):
            return False
        if now.st_size == known.st_size:  # touched without growing: something was changed inside
            return now.st_mtime_ns == known.st_mtime_ns
        return now.st_size > known.st_size or now.st_size >= self.offset


def _mark(status: os.stat_result) -> tuple[int, int, int]:
    return status.st_ino, status.st_size, status.st_mtime_ns
