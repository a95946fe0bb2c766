"""Who we are in an incident: the writer's id, kept outside the records.

A record that comes back from a backup must not be written on under the same name, for other
machines may hold the lines that the backup lacks. So the id is kept in the account's own folder,
with the last line written under it, and counts only while both agree.
"""

import errno
import json
import os
import re
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Final

from tmplan.errors import FileTrouble
from tmplan.journal.line import START, Line, safe_json
from tmplan.journal.place import Place, make_folder

_PLAIN: Final = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,99}").fullmatch
_SIZE: Final = 512
_CONTENT: Final = b'{"writer":"%b","seq":%d,"hash":"%b","prev":"%b","pending":%b}\n'


@dataclass(frozen=True, slots=True)
class Identity:
    """A writer and the last line it wrote.

    ``pending`` means: about to write that line, so it may be there or only the one before.
    """

    writer: str
    seq: int = -1
    hash: str = START
    prev: str = START
    pending: bool = False

    def agrees(self, head: Line | None) -> bool:
        """Whether the file ends where we remember to have stopped."""
        there = (-1, START) if head is None else (head.seq, head.hash)
        return there == (self.seq, self.hash) or (
            self.pending and there == (self.seq - 1, self.prev)
        )


def new_identity() -> Identity:
    """An id that no writer had before."""
    return Identity("w" + os.urandom(8).hex())


class Memory:
    """The place where one account remembers its identity in one incident.

    It is written before every line without waiting for the disk: after a power cut it may be
    behind the file, and then a new writer begins, which is harmless. The same goes for an account
    whose folder cannot be read or written: each process is a new writer, and nothing is lost.
    """

    def __init__(self, state_folder: Path) -> None:
        """Nothing is touched yet."""
        self._file = -1
        self._kept: Identity | None = None
        self._folder = state_folder / "writers"
        self._incident = ""
        self._name = ""
        self._path = ""

    def name(self, incident: str) -> None:
        """Say which incident is meant; before that there is nothing to remember."""
        if incident != self._incident:
            self.close()
            self._kept = None
            plain = _PLAIN(incident) is not None
            self._incident = incident
            self._name = incident if plain else sha256(safe_json(incident).encode()).hexdigest()
            self._path = str(self._folder / self._name)

    def __del__(self) -> None:
        self.close()

    def recall(self) -> Identity | None:
        """Who we were; None when nothing is remembered that can be understood."""
        if self._kept is not None:
            return self._kept
        try:
            self._reopen_if_exchanged()
            if self._file < 0:
                self._file = self._open(create=False)
            os.lseek(self._file, 0, os.SEEK_SET)
            found = Identity(**json.loads(os.read(self._file, _SIZE)))
        except (OSError, FileTrouble, ValueError, TypeError):
            return None
        return found if _is_whole(found) else None

    def remember(self, identity: Identity) -> None:
        """From now on this is who we are; where that cannot be put down, in this process alone."""
        try:
            self._put_down(identity)
        except (OSError, FileTrouble):
            self.close()
            self._kept = identity
        else:
            self._kept = None

    def _put_down(self, identity: Identity) -> None:
        if self._file < 0:
            self._file = self._open(create=True)
        content = _CONTENT % (
            identity.writer.encode(),
            identity.seq,
            identity.hash.encode(),
            identity.prev.encode(),
            b"true" if identity.pending else b"false",
        )
        os.lseek(self._file, 0, os.SEEK_SET)
        if os.write(self._file, content.ljust(_SIZE)) != _SIZE:
            raise OSError(errno.ENOSPC, "No space left on device")

    def close(self) -> None:
        """Let go of the file."""
        if self._file >= 0:
            os.close(self._file)
            self._file = -1

    def _reopen_if_exchanged(self) -> None:
        if self._file < 0:
            return
        ours = os.fstat(self._file)
        try:
            there = os.stat(self._path)  # noqa: PTH116 - asked before every stretch of writing
        except FileNotFoundError:
            self.close()
            return
        if (there.st_dev, there.st_ino) != (ours.st_dev, ours.st_ino):
            self.close()

    def _open(self, *, create: bool) -> int:
        if create and not self._folder.exists():
            self._folder.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            make_folder(self._folder, exist_ok=True)
        with Place(self._folder) as folder:
            folder.refuse_foreign()
            try:
                return folder.open_to_write(self._name, at_end=False)
            except FileNotFoundError:
                if not create:
                    raise
                return folder.create(self._name, at_end=False)


def _is_whole(identity: Identity) -> bool:
    kinds = (type(identity.seq), type(identity.hash), type(identity.prev), type(identity.pending))
    return (
        kinds == (int, str, str, bool)
        and type(identity.writer) is str
        and re.fullmatch("w[0-9a-f]{16}", identity.writer) is not None
    )
