"""One stretch of writing into a record, from taking the lock to letting go of it."""

import os
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime
from hashlib import sha256
from typing import TYPE_CHECKING, Final

from tmplan.errors import NotSaved, reason
from tmplan.journal.damage import Damage
from tmplan.journal.disk import Disk, write_whole
from tmplan.journal.identity import Identity, Memory, new_identity
from tmplan.journal.line import GREATEST, START, Line, TooLong, safe_json, seal
from tmplan.journal.moment import Moment
from tmplan.journal.pen import Pen
from tmplan.journal.place import Place
from tmplan.journal.replica import SUFFIX, Replica
from tmplan.journal.union import Union

if TYPE_CHECKING:
    from hashlib import _Hash as Digest

REPAIRED: Final = "journal.repaired"
DAMAGE_FOUND: Final = "journal.damage-found"
TOOL: Final = "tmplan"
"""Who acts where the journal speaks of itself."""
_TORN: Final = ".torn-"


@dataclass(frozen=True, slots=True)
class Draft:
    """What shall be recorded; the journal adds when, by which machine and after what."""

    actor: str
    role: str
    type: str
    data: Mapping[str, object]
    at: str | None = None


@dataclass(slots=True)
class Tools:
    """What a stretch of writing works with; it stays open from one stretch to the next."""

    root: Place
    log: Place
    union: Union
    memory: Memory
    disk: Disk
    clock: Callable[[], Moment]
    settle: Callable[[], None]
    sizes: dict[str, int]
    """How long our files were when this process last let go of them."""
    pen: Pen | None = None


class Writing:
    """The lock is held; everything up to now is known; lines can be appended."""

    def __init__(self, tools: Tools) -> None:
        """Take in what others wrote, and put our own file in order."""
        self._tools = tools
        self._torn = False
        self._wrote = False
        self._identity, finding = self._who_we_are(tools.memory.recall())
        # Nobody knows whether the names are durable after a stretch that did not end well.
        self._names_durable = self._identity.seq >= 0 and not self._identity.pending
        self._fit_pen()
        self._repair_tail()
        if finding is not None:
            self._append_own(DAMAGE_FOUND, finding)
        self._tell_repairs()

    @property
    def lines(self) -> tuple[Line, ...]:
        """All lines of all writers up to now, merged."""
        return self._tools.union.lines

    @property
    def damage(self) -> tuple[Damage, ...]:
        """What is wrong with the files, ours or others'."""
        return self._tools.union.damage

    @property
    def incident(self) -> str:
        """The id every line carries."""
        return self._tools.union.incident

    @property
    def mode(self) -> str:
        """``real`` or ``drill``."""
        return self._tools.union.mode

    def append(self, draft: Draft) -> Line:
        """The entry as it stands on the disk, durable.

        Raises NotSaved when it could not be made so, and ValueError for data that no journal
        can hold: floats, keys that are not text.
        """
        if self._torn:
            raise NotSaved("NOT SAVED: an earlier entry was interrupted; begin again")
        try:
            raw, line = seal(self._compose(draft, self._tools.clock()))
        except TooLong as error:
            raise NotSaved(
                "NOT SAVED: the entry is longer than 64 KiB",
                hint="shorten it, or attach the text as a file",
            ) from error
        self._torn = True
        try:
            self._put(line, raw)
        except OSError as error:
            pen = self._tools.pen
            behind = pen is not None and pen.left_behind
            self._torn = behind
            raise _not_saved(line, reason(error), left_behind=behind) from error
        self._torn = False
        return line

    @property
    def _name(self) -> str:
        return self._identity.writer + SUFFIX

    def _own(self) -> Replica:
        files, name = self._tools.union.files, self._name
        if name not in files:
            files[name] = Replica(name)
        return files[name]

    def _compose(self, draft: Draft, moment: Moment) -> dict[str, object]:
        union, own = self._tools.union, self._own()
        head = own.chain.head
        return {
            "v": 1,
            "incident": union.incident,
            "mode": union.mode,
            "writer": self._identity.writer,
            "seq": 0 if head is None else head.seq + 1,
            # A counter at its end ties; then writer and number decide, and writing goes on.
            "lc": min(union.greatest_lc + 1, GREATEST),
            "ts": moment.ts,
            "at": draft.at,
            "mono_ms": moment.mono_ms,
            "boot": moment.boot,
            "clk": "back" if head is not None and _earlier(moment.ts, head.ts) else None,
            "actor": draft.actor,
            "role": draft.role,
            "type": draft.type,
            "data": draft.data,
            "deps": self._news(own) or None,
            "prev": START if head is None else head.hash,
        }

    def _news(self, own: Replica) -> dict[str, str]:
        """Heads of other writers that no line of ours has named yet."""
        heads = self._tools.union.heads(besides=self._identity.writer)
        if heads:
            told: dict[str, str] = {}
            for line in own.lines:
                told.update(line.deps or {})
            heads = {writer: head for writer, head in heads.items() if told.get(writer) != head}
        return heads

    def _put(self, line: Line, raw: bytes) -> None:
        own = self._own()
        coming = Identity(line.writer, line.seq, line.hash, line.prev, pending=True)
        self._tools.memory.remember(coming)
        self._wrote = True
        pen = self._tools.pen = self._tools.pen or self._open_pen(own.offset)
        known = pen.put(raw)
        own.wrote(line, pen.size, known)
        self._tools.union.wrote(line)
        self._identity = coming

    def _fit_pen(self) -> None:
        """A pen of an earlier stretch goes on where others have stopped since."""
        pen = self._tools.pen
        if pen is not None:
            if pen.name == self._name and not pen.left_behind and pen.is_current():
                pen.size = self._own().offset
            else:
                pen.close()
                self._tools.pen = None

    def _open_pen(self, size: int) -> Pen:
        return Pen(
            self._tools.log,
            self._name,
            disk=self._tools.disk,
            size=size,
            settle=None if self._names_durable else self._tools.settle,
        )

    def _who_we_are(self, remembered: Identity | None) -> tuple[Identity, dict[str, object] | None]:
        """The writer to go on as, and what made us leave the one before."""
        if remembered is None:
            return new_identity(), None
        name = remembered.writer + SUFFIX
        own = self._tools.union.files.get(name) or Replica(name)
        if own.trouble is not None:  # a link or a pipe in place of our file is refused
            os.close(self._tools.log.open_to_write(name))
        if not remembered.agrees(own.head):
            # Before that is believed, the file is read again, as it stands under the lock.
            self._tools.union.look_anew(self._tools.log, name)
            own = self._tools.union.files.get(name) or Replica(name)
        if own.damage:
            place = own.damage[0]
            return new_identity(), self._finding(own, place.kind, place.line)
        if remembered.agrees(own.head):
            return remembered, None
        if _reaches(own, remembered):
            # Lines we do not remember: our memory is older than the file, nothing is lost.
            return new_identity(), None
        return new_identity(), self._finding(own, "cut", own.chain.count)

    def _finding(self, own: Replica, kind: str, line: int) -> dict[str, object]:
        """What is written down about a file that is left as it is."""
        size, digest = 0, sha256()
        if self._tools.log.stat(own.name) is not None:
            file = self._tools.log.open_to_read(own.name)
            try:
                size, digest = _measure(file)
            finally:
                os.close(file)
        return {
            "file": own.name,
            "line": line,
            "finding": kind,
            "bytes": size,
            "sha256": digest.hexdigest(),
        }

    def _repair_tail(self) -> None:
        """Set aside what somebody could not finish writing; keep what lacks only its newline."""
        own = self._own()
        if not own.tail:
            return
        pen = self._tools.pen = self._tools.pen or self._open_pen(own.offset)
        if own.tail_line is None:
            self._set_aside(own.tail)
            pen.cut()
        else:
            pen.size += len(own.tail)
            pen.end_line()
        self._tools.union.look(self._tools.log)

    def _set_aside(self, tail: bytes) -> None:
        name = f"{self._identity.writer}{_TORN}{sha256(tail).hexdigest()[:12]}"
        log, disk = self._tools.log, self._tools.disk
        log.remove(name)  # an earlier repair may have been interrupted half-way
        file = log.create(name)
        try:
            write_whole(disk, file, tail)
            disk.fsync(file)
        finally:
            os.close(file)
        log.sync(disk)

    def _tell_repairs(self) -> None:
        """Record every piece that was set aside and is not spoken of yet."""
        start = self._identity.writer + _TORN
        names = [name for name in self._tools.log.names() if name.startswith(start)]
        if not names:
            return
        told = {line.data.get("saved") for line in self.lines if line.type == REPAIRED}
        for name in names:
            if name not in told:
                file = self._tools.log.open_to_read(name)
                try:
                    size, digest = _measure(file)
                finally:
                    os.close(file)
                self._append_own(
                    REPAIRED, {"bytes": size, "sha256": digest.hexdigest(), "saved": name}
                )

    def _append_own(self, kind: str, data: Mapping[str, object]) -> None:
        self.append(Draft(actor=TOOL, role=TOOL, type=kind, data=data))

    def end(self) -> None:
        """Nothing more is written; a memory left pending does no harm."""
        if self._wrote and not self._torn:
            with suppress(OSError):
                self._tools.memory.remember(replace(self._identity, pending=False))
        own = self._tools.union.files.get(self._name)
        if own is not None:
            self._tools.sizes[self._name] = own.offset


def _reaches(own: Replica, remembered: Identity) -> bool:
    """Whether the file goes on after the line we remember."""
    return remembered.seq < 0 or any(
        (line.seq, line.hash) == (remembered.seq, remembered.hash) for line in own.lines
    )


def _measure(file: int) -> "tuple[int, Digest]":
    size, digest = 0, sha256()
    while piece := os.read(file, 1 << 20):
        size += len(piece)
        digest.update(piece)
    return size, digest


def _earlier(one: str, other: str) -> bool:
    return datetime.fromisoformat(one) < datetime.fromisoformat(other)


def _not_saved(line: Line, why: str, *, left_behind: bool) -> NotSaved:
    """What a person needs to keep the act on paper."""
    text = " ".join(
        (line.at or line.ts, line.type, safe_json([line.actor, line.role]), safe_json(line.data))
    )
    if left_behind:
        return NotSaved(
            "NOT SAVED for certain ({reason}); the record may show it or not. "
            "Write this down by hand: {text}",
            hint="free some space or choose another disk, then look at the record first",
            reason=why,
            text=text,
            line=line,
        )
    return NotSaved(
        "NOT SAVED ({reason}). Write this down by hand: {text}",
        hint="free some space or choose another disk, then enter it again",
        reason=why,
        text=text,
        line=line,
    )
