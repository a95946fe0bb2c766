"""The open end of our own file: a line is put on the disk, or the disk is left as it was."""

import errno
import os
from collections.abc import Callable
from typing import Final

from tmplan.journal.chain import Chain
from tmplan.journal.disk import Disk, write_whole
from tmplan.journal.place import Place

_NEW: Final = ".new"


class Pen:
    """Writes lines, one call of the system for each, durable on return.

    Every failure is an OSError, after which the file is as long as it was, unless
    ``left_behind`` says that not even that could be done.
    """

    def __init__(
        self, log: Place, name: str, *, disk: Disk, size: int, settle: Callable[[], None] | None
    ) -> None:
        """Open the file, which has this many good bytes; none means that it is made.

        ``settle`` makes the names leading to the file durable; it is asked once, after the first
        line, when nobody can say whether they are.
        """
        self.left_behind = False
        self.size = size
        self.name = name
        self._file = -1
        self._log = log
        self._disk = disk
        self._settle = settle
        self._file = log.create(name) if log.stat(name) is None else log.open_to_write(name)

    def put(self, raw: bytes) -> os.stat_result:
        """The line is durable; returns what the file looks like now."""
        self._refuse_exchanged()
        try:
            write_whole(self._disk, self._file, raw)
        except OSError:
            self._take_back()
            raise
        try:
            self._disk.fsync(self._file)
        except OSError:
            # A second fsync would say yes although the bytes are gone (ext4, XFS), so all of
            # the file is written again under another name.
            self._put_into_copy(raw)
        self._settle_once()
        self.size += len(raw)
        return os.fstat(self._file)

    def end_line(self) -> None:
        """Give a whole last line the newline it lacks; the next line makes it durable."""
        write_whole(self._disk, self._file, b"\n")
        self.size += 1

    def cut(self) -> None:
        """Take away what stands behind the good bytes."""
        os.ftruncate(self._file, self.size)
        self._disk.fsync(self._file)

    def __del__(self) -> None:
        self.close()

    def is_current(self) -> bool:
        """Whether the file under the name is still the one that is open."""
        there, ours = self._log.stat(self.name), os.fstat(self._file)
        return there is not None and (there.st_dev, there.st_ino) == (ours.st_dev, ours.st_ino)

    def close(self) -> None:
        """Let go of the file."""
        if self._file >= 0:
            os.close(self._file)
            self._file = -1

    def _refuse_exchanged(self) -> None:
        there, ours = self._log.stat(self.name), os.fstat(self._file)
        if there is None or (there.st_dev, there.st_ino) != (ours.st_dev, ours.st_ino):
            raise OSError(errno.ESTALE, "The journal was replaced by another file")
        if ours.st_size != self.size:
            raise OSError(errno.EIO, "Another program wrote into the journal")

    def _settle_once(self) -> None:
        if self._settle is None:
            return
        try:
            self._settle()
        except OSError:
            self._take_back()
            raise
        self._settle = None

    def _put_into_copy(self, raw: bytes) -> None:
        copy = -1
        try:
            self._log.remove(self.name + _NEW)
            copy = self._log.create(self.name + _NEW)
            content = self._content() + raw
            write_whole(self._disk, copy, content)
            self._disk.fsync(copy)
            self._log.rename(self.name + _NEW, self.name)
            self._file, copy = copy, self._file
            self._log.sync(self._disk)
        except OSError:
            self._take_back()
            raise
        finally:
            if copy >= 0:
                os.close(copy)

    def _content(self) -> bytes:
        os.lseek(self._file, 0, os.SEEK_SET)
        content = b""
        while len(content) < self.size:
            piece = os.read(self._file, self.size - len(content))
            if not piece:
                raise OSError(errno.EIO, "The journal cannot be read back")
            content += piece
        chain = Chain(self.name)
        for raw in content.split(b"\n")[:-1]:
            chain.take(raw)
        if chain.damage:
            raise OSError(errno.EIO, "The journal cannot be read back")
        return content

    def _take_back(self) -> None:
        """Leave the file as long as it was, and no copy beside it."""
        try:
            os.ftruncate(self._file, self.size)
        except OSError:
            self.left_behind = True
        try:
            self._log.remove(self.name + _NEW)
        except OSError:
            return  # an unused copy does no harm; the next one replaces it
