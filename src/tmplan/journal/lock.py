"""One process at a time writes into a journal; readers never wait."""

import os
import sys
import time
from collections.abc import Callable
from typing import Final

from tmplan.errors import JournalHeld
from tmplan.journal.place import Place

LOCK: Final = "lock"
PATIENCE_S: Final = 10.0
_TELL_AFTER_S: Final = 1.0
_LOOK_EVERY_S: Final = 0.02
_SIGNED: Final = 80

if sys.platform == "win32":
    import msvcrt

    def _try_lock(file: int) -> bool:
        os.lseek(file, 0, os.SEEK_SET)
        try:
            msvcrt.locking(file, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

    def _unlock(file: int) -> None:
        os.lseek(file, 0, os.SEEK_SET)
        msvcrt.locking(file, msvcrt.LK_UNLCK, 1)

else:
    import fcntl

    def _try_lock(file: int) -> bool:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True

    def _unlock(file: int) -> None:
        fcntl.flock(file, fcntl.LOCK_UN)


def take_lock(
    folder: Place,
    *,
    patience_s: float,
    waiting: Callable[[float, str], None],
    meanwhile: Callable[[], None],
) -> int:
    """A descriptor that holds the lock until ``release_lock``.

    From the first second on ``waiting`` hears how long it has been, and who holds the lock;
    ``meanwhile`` is for work that can be done before it is our turn.
    Raises JournalHeld when patience ends, OSError when the file cannot be used.
    """
    while True:
        file = _open(folder)
        try:
            _wait(file, patience_s=patience_s, waiting=waiting, meanwhile=meanwhile)
            if _is_current(folder, file):
                _sign(file)
                return file
        except BaseException:
            os.close(file)
            raise
        os.close(file)  # somebody replaced the lock file while we waited for the old one


def release_lock(file: int) -> None:
    """Let the next one in."""
    try:
        _unlock(file)
    finally:
        os.close(file)


def _wait(
    file: int,
    *,
    patience_s: float,
    waiting: Callable[[float, str], None],
    meanwhile: Callable[[], None],
) -> None:
    begun = time.monotonic()
    tell_at, look_at = _TELL_AFTER_S, _LOOK_EVERY_S
    while not _try_lock(file):
        waited = time.monotonic() - begun
        if waited >= patience_s:
            raise JournalHeld(
                "another process is writing into this record: {holder}",
                hint="wait until it has ended, or end it; what it recorded is safe",
                holder=_holder(file),
            )
        if waited >= tell_at:
            tell_at += _TELL_AFTER_S
            waiting(waited, _holder(file))
        if waited >= look_at:
            look_at = waited + _LOOK_EVERY_S  # more often, it would slow down whose turn it is
            meanwhile()
        # Uneven sleeps, so that many who wait do not wake together.
        time.sleep(0.001 + os.urandom(1)[0] / 25_000)


def _open(folder: Place) -> int:
    try:
        return folder.open_to_write(LOCK, at_end=False)
    except FileNotFoundError:
        pass
    try:
        return folder.create(LOCK, at_end=False)
    except FileExistsError:
        return folder.open_to_write(LOCK, at_end=False)


def _is_current(folder: Place, file: int) -> bool:
    there, ours = folder.stat(LOCK), os.fstat(file)
    return there is not None and (there.st_dev, there.st_ino) == (ours.st_dev, ours.st_ino)


def _sign(file: int) -> None:
    """Leave word who holds the lock, behind the locked byte, which Windows lets nobody read."""
    text = f"\n{os.getpid()} {_machine()}"[:_SIGNED].ljust(_SIGNED)
    os.lseek(file, 0, os.SEEK_SET)
    os.write(file, text.encode("ascii", "replace") + b"\n")


def _holder(file: int) -> str:
    try:
        os.lseek(file, 1, os.SEEK_SET)
        text = os.read(file, 200).decode("utf-8", "replace").strip()
    except OSError:
        text = ""
    return text if text.isprintable() and text else "?"


def _machine() -> str:
    if sys.platform == "win32":
        return os.environ.get("COMPUTERNAME", "")
    return os.uname().nodename
