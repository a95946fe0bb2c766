"""One stretch of writing into a record, from taking the lock to letting go of it."""

import os
from collections.abc import Callable, Mapping
from contextlib import ExitStack, suppress
from dataclasses import dataclass, replace
from hashlib import sha256
from typing import Final

from tmplan.errors import JournalDamaged, NotSaved
from tmplan.journal.damage import Damage
from tmplan.journal.disk import Disk
from tmplan.journal.identity import Identity, Memory, new_identity
from tmplan.journal.line import GREATEST, START, Line, TooLong, encode, safe_json
from tmplan.journal.moment import Moment
from tmplan.journal.pen import Pen
from tmplan.journal.place import Place, reason
from tmplan.journal.record import Record
from tmplan.journal.replica import SUFFIX, Replica

TOOL: Final = "tmplan"
"""Who acts where the journal speaks of itself."""


@dataclass(frozen=True, slots=True)
class Draft:
    """What shall be recorded; the journal adds when, by which machine and after what."""

    actor: str
    role: str
    type: str
    data: Mapping[str, object]
    at: str | None = None


@dataclass(frozen=True, slots=True)
class Tools:
    """What a stretch of writing works with."""

    root: Place
    log: Place
    record: Record
    memory: Memory
    disk: Disk
    clock: Callable[[], Moment]
    settle: Callable[[], None]
    sizes: dict[str, int]
    """How long our files were when this process last let go of them."""


class Writing:
    """The lock is held; everything up to now is known; lines can be appended."""

    def __init__(self, tools: Tools, opened: ExitStack) -> None:
        """Take in what others wrote, and put our own file in order."""
        self._tools = tools
        self._opened = opened
        self._pen: Pen | None = None
        self._torn = False
        opened.callback(self._let_go)
        remembered = tools.memory.recall()
        if remembered is not None:
            self._refuse_shrunk(remembered.writer)
        tools.record.look(tools.log)
        self._identity, finding = self._who_we_are(remembered)
        # Nobody knows whether the names are durable after a stretch that did not end well.
        self._names_durable = self._identity.seq >= 0 and not self._identity.pending
        self._repair_tail()
        if finding is not None:
            self._append_own("journal.damage-found", finding)
        self._tell_repairs()

    @property
    def lines(self) -> tuple[Line, ...]:
        """All lines of all writers up to now, merged."""
        return self._tools.record.lines

    @property
    def damage(self) -> tuple[Damage, ...]:
        """What is wrong with the files, ours or others'."""
        return self._tools.record.damage

    @property
    def incident(self) -> str:
        """The id every line carries."""
        return self._tools.record.incident

    @property
    def mode(self) -> str:
        """``real`` or ``drill``."""
        return self._tools.record.mode

    def append(self, draft: Draft) -> Line:
        """The entry as it stands on the disk, durable.

        Raises NotSaved when it could not be made so, and ValueError for data that no journal
        can hold: floats, keys that are not text.
        """
        line = self._compose(draft, self._tools.clock())
        try:
            raw, seal = encode(line)
        except TooLong as error:
            raise NotSaved(
                "NOT SAVED: the entry is longer than 64 KiB",
                hint="shorten it, or attach the text as a file",
            ) from error
        line = replace(line, hash=seal, data=draft.data)
        if self._torn:
            raise _not_saved(line, "an earlier entry was interrupted; begin again")
        self._torn = True
        try:
            known = self._put(line, raw)
        except OSError as error:
            raise _not_saved(
                line, reason(error), left_behind=self._pen is not None and self._pen.left_behind
            ) from error
        self._torn = False
        return known

    def _put(self, line: Line, raw: bytes) -> Line:
        ...
