"""The journal of one incident: a folder of files, one per writer, read by all."""

import os
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Self

from tmplan.errors import FileTrouble, JournalDamaged, NotSaved, reason
from tmplan.journal.disk import REAL_DISK, Disk
from tmplan.journal.identity import Memory
from tmplan.journal.lock import LOCK, PATIENCE_S, release_lock, take_lock
from tmplan.journal.moment import Moment
from tmplan.journal.place import RELATIVE, Place, make_folder, sync_folder
from tmplan.journal.reading import Reading
from tmplan.journal.union import LOG, Union
from tmplan.journal.writing import Draft, Tools, Writing

__all__ = ["Draft", "FileJournal", "Writing"]


def _say_nothing(_seconds: float, _holder: str) -> None:
    """Wait for the lock in silence."""


class FileJournal:
    """One incident's record on disk; the folder is ``records/INC-…``.

    It remembers what it has read, so that a long walk reads every line once.
    """

    def __init__(
        self,
        folder: Path,
        *,
        clock: Callable[[], Moment],
        state_folder: Path,
        waiting: Callable[[float, str], None] = _say_nothing,
        patience_s: float = PATIENCE_S,
        disk: Disk = REAL_DISK,
    ) -> None:
        """Nothing is opened or read yet.

        ``state_folder`` is the account's own, outside the records; ``waiting`` hears, from the
        first second on, how long we have waited and who holds the journal.
        """
        self.folder = folder
        self._clock = clock
        self._state_folder = state_folder
        self._waiting = waiting
        self._patience_s = patience_s
        self._disk = disk
        self._union = Union(folder)
        self._sizes: dict[str, int] = {}
        self._tools: Tools | None = None
        self._process = 0

    @classmethod
    def create(
        cls,
        folder: Path,
        *,
        incident: str,
        mode: str,
        clock: Callable[[], Moment],
        state_folder: Path,
        waiting: Callable[[float, str], None] = _say_nothing,
        patience_s: float = PATIENCE_S,
        disk: Disk = REAL_DISK,
    ) -> Self:
        """A new record in a folder that must not exist; it holds no line yet."""
        try:
            if not folder.parent.exists():
                folder.parent.parent.mkdir(parents=True, exist_ok=True)
                make_folder(folder.parent, exist_ok=True)
            make_folder(folder)
            make_folder(folder / LOG)
            with Place(folder) as root:
                release_lock(root.create(LOCK))
                root.sync(disk)
            sync_folder(folder.parent, disk)
        except FileExistsError as error:
            raise FileTrouble(
                "{path} is there already; an incident is opened once", path=folder
            ) from error
        except OSError as error:
            raise NotSaved(
                "NOT SAVED: the record {path} cannot be made ({reason})",
                hint="choose another place with --records",
                path=folder,
                reason=reason(error),
            ) from error
        journal = cls(
            folder,
            clock=clock,
            state_folder=state_folder,
            waiting=waiting,
            patience_s=patience_s,
            disk=disk,
        )
        journal._union = Union(folder, incident=incident, mode=mode)
        return journal

    def read(self) -> Reading:
        """Everything recorded up to now; takes no lock and writes nothing."""
        try:
            with Place(self.folder) as root, Place(self.folder / LOG, inside=root) as log:
                self._union.look(log)
        except OSError as error:
            raise FileTrouble(
                "the record {path} cannot be read ({reason})",
                hint="name the folder of an incident, as incident list shows it",
                path=self.folder,
                reason=reason(error),
            ) from error
        return self._union.reading()

    @contextmanager
    def writing(self) -> Iterator[Writing]:
        """Hold the lock, know everything, append; what ``append`` returns is durable.

        Not for several threads at once: each takes a journal of its own.
        """
        with ExitStack() as opened:
            try:
                writing = self._begin(opened)
            except OSError as error:
                self.close()
                raise NotSaved(
                    "NOT SAVED: the record {path} cannot be written ({reason})",
                    hint="nothing was changed; write the act down by hand until it can",
                    path=self.folder,
                    reason=reason(error),
                ) from error
            try:
                yield writing
            finally:
                writing.end()

    def close(self) -> None:
        """Let go of what is open; the next stretch of writing opens it again."""
        if self._tools is not None:
            if self._tools.pen is not None:
                self._tools.pen.close()
            self._tools.memory.close()
            self._tools.log.close()
            self._tools.root.close()
            self._tools = None

    def _begin(self, opened: ExitStack) -> Writing:
        tools = self._open_tools()

        def look() -> None:
            self._union.look(tools.log)

        lock = take_lock(
            tools.root, patience_s=self._patience_s, waiting=self._waiting, meanwhile=look
        )
        opened.callback(release_lock, lock)
        self._refuse_shrunk(tools.log)
        look()
        tools.memory.name(self._union.incident)
        return Writing(tools)

    def _open_tools(self) -> Tools:
        """What stays open as long as the folder and the process are the same."""
        if self._tools is not None:
            there = os.stat(self.folder, follow_symlinks=False)  # noqa: PTH116 - asked often
            ours = os.fstat(self._tools.root.descriptor) if RELATIVE else there
            same = (there.st_dev, there.st_ino) == (ours.st_dev, ours.st_ino)
            if same and self._process == os.getpid():
                return self._tools
            self.close()
        root = Place(self.folder)
        log = Place(self.folder / LOG, inside=root)
        root.refuse_foreign()
        log.refuse_foreign()

        def settle() -> None:
            log.sync(self._disk)
            root.sync(self._disk)
            sync_folder(self.folder.parent, self._disk)

        self._process = os.getpid()
        self._tools = Tools(
            root=root,
            log=log,
            union=self._union,
            memory=Memory(self._state_folder),
            disk=self._disk,
            clock=self._clock,
            settle=settle,
            sizes=self._sizes,
        )
        return self._tools

    def _refuse_shrunk(self, log: Place) -> None:
        """What this process has written can only have grown; anything else is no accident."""
        for name, size in self._sizes.items():
            there = log.stat(name)
            if there is None or there.st_size < size:
                raise JournalDamaged(
                    "the journal {file} is shorter than it was a moment ago",
                    hint="nothing was written; start again, and the record goes on in a new file",
                    file=name,
                )
