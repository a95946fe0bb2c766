"""How bytes reach the disk: two acts that may fail, so that tests can let them fail."""

import errno
import os
import sys
from typing import Final, Protocol


class Disk(Protocol):
    """What a journal asks of a disk."""

    def write(self, file: int, content: bytes, /) -> int:
        """Hand the bytes over in one call; returns how many were taken."""
        ...

    def fsync(self, file: int, /) -> None:
        """Return once everything handed over would survive a power cut."""
        ...


class RealDisk:
    """The disk of this machine."""

    def write(self, file: int, content: bytes, /) -> int:
        """One call of the system, never a loop."""
        return os.write(file, content)

    def fsync(self, file: int, /) -> None:
        """On macOS fsync leaves the bytes in the drive's own memory, so more is asked there."""
        if sys.platform == "darwin":
            import fcntl  # Windows has none

            fcntl.fcntl(file, fcntl.F_FULLFSYNC)
        else:
            os.fsync(file)


def write_whole(disk: Disk, file: int, content: bytes) -> None:
    """All of the bytes in one call; a disk that takes only some of them is full."""
    if disk.write(file, content) != len(content):
        raise OSError(errno.ENOSPC, "No space left on device")


REAL_DISK: Final = RealDisk()
