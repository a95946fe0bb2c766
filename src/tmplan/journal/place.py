"""Folders held open, so that names inside them cannot be led elsewhere."""

import errno
import os
import stat
from pathlib import Path
from types import TracebackType
from typing import Final, Self

from tmplan.errors import FileTrouble
from tmplan.journal.disk import Disk

RELATIVE: Final = os.open in os.supports_dir_fd
"""Windows cannot open files relative to a folder; there, paths have to do."""
_GUARDED: Final = (
    getattr(os, "O_NOFOLLOW", 0)
    | getattr(os, "O_CLOEXEC", 0)
    | getattr(os, "O_NONBLOCK", 0)  # a FIFO is refused, not waited for
    | getattr(os, "O_BINARY", 0)
)


class Place:
    """An open folder; close it, or use it in a ``with``."""

    def __init__(self, path: Path, *, inside: "Place | None" = None) -> None:
        """Open the folder; as the last part of its path, a link is refused."""
        self._fd = -1
        self.path = path
        if RELATIVE:
            name, beside = (path, None) if inside is None else (path.name, inside.descriptor)
            flags = os.O_RDONLY | os.O_DIRECTORY | _GUARDED
            self._fd = os.open(name, flags, dir_fd=beside)
        elif path.is_symlink() or not path.is_dir():
            raise NotADirectoryError(errno.ENOTDIR, "Not a directory", str(path))

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def __del__(self) -> None:
        self.close()

    @property
    def descriptor(self) -> int:
        """What the system calls the open folder; -1 on Windows."""
        return self._fd

    def close(self) -> None:
        """Let go of the folder."""
        if self._fd >= 0:
            os.close(self._fd)
            self._fd = -1

    def refuse_foreign(self) -> None:
        """Nobody else's folder is written into."""
        if RELATIVE:
            _refuse_foreign(os.fstat(self._fd), self.path)

    def open_to_read(self, name: str) -> int:
        """A descriptor of a regular file; whose it is does not matter for reading."""
        return self._open(name, os.O_RDONLY)

    def open_to_write(self, name: str, *, at_end: bool = True) -> int:
        """A descriptor of a regular file of our own that has no second name."""
        file = self._open(name, os.O_RDWR | (os.O_APPEND if at_end else 0))
        try:
            self._refuse_shared(file, name)
        except BaseException:
            os.close(file)
            raise
        return file

    def create(self, name: str, *, at_end: bool = True) -> int:
        """A descriptor of a new file, 0600 whatever the umask; it must not exist."""
        flags = os.O_RDWR | (os.O_APPEND if at_end else 0) | os.O_CREAT | os.O_EXCL
        file = self._open(name, flags)
        if hasattr(os, "fchmod"):
            os.fchmod(file, 0o600)
        return file

    def stat(self, name: str) -> os.stat_result | None:
        """What stands under this name, links not followed; None where nothing does."""
        try:
            if RELATIVE:
                return os.stat(name, dir_fd=self._fd, follow_symlinks=False)
            return os.lstat(self.path / name)
        except FileNotFoundError:
            return None

    def names(self) -> list[str]:
        """Everything in the folder, sorted."""
        # Through the descriptor: a path could lead elsewhere by now.
        return sorted(os.listdir(self._fd if RELATIVE else self.path))  # noqa: PTH208

    def rename(self, old: str, new: str) -> None:
        """Put the one file in the place of the other, in one step."""
        if RELATIVE:
            os.rename(old, new, src_dir_fd=self._fd, dst_dir_fd=self._fd)
        else:
            (self.path / old).replace(self.path / new)

    def remove(self, name: str) -> None:
        """Take a name away; that it is not there is no trouble."""
        try:
            if RELATIVE:
                os.unlink(name, dir_fd=self._fd)
            else:
                (self.path / name).unlink()
        except FileNotFoundError:
            pass

    def sync(self, disk: Disk) -> None:
        """Make the names in this folder durable; Windows does so by itself."""
        if RELATIVE:
            disk.fsync(self._fd)

    def _open(self, name: str, flags: int) -> int:
        if RELATIVE:
            file = os.open(name, flags | _GUARDED, 0o600, dir_fd=self._fd)
        else:
            if (self.path / name).is_symlink():
                raise _unfit(self.path / name)
            file = os.open(self.path / name, flags | _GUARDED, 0o600)
        if not stat.S_ISREG(os.fstat(file).st_mode):
            os.close(file)
            raise _unfit(self.path / name)
        return file

    def _refuse_shared(self, file: int, name: str) -> None:
        found = os.fstat(file)
        _refuse_foreign(found, self.path / name)
        if found.st_nlink > 1:
            raise FileTrouble(
                "{path} has a second name, so something else could write into it",
                hint="remove the other hard link, or copy the records to a new folder",
                path=self.path / name,
            )


def make_folder(path: Path, *, exist_ok: bool = False) -> None:
    """A new folder, 0700 whatever the umask."""
    path.mkdir(mode=0o700, exist_ok=exist_ok)
    path.chmod(0o700)


def sync_folder(path: Path, disk: Disk) -> None:
    """Make the names in a folder durable, wherever links lead to it."""
    if RELATIVE:
        folder = os.open(path, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
        try:
            disk.fsync(folder)
        finally:
            os.close(folder)


def _refuse_foreign(found: os.stat_result, path: Path) -> None:
    if hasattr(os, "geteuid") and found.st_uid != os.geteuid():
        raise FileTrouble(
            "{path} belongs to another account",
            hint="use the account that made it, or copy the records to a folder of your own",
            path=path,
        )


def _unfit(path: Path) -> OSError:
    return OSError(errno.ELOOP, "Not a regular file", str(path))
