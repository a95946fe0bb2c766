"""A file of a person rewritten as a whole: at every moment there is the old or the new one."""

import os
import stat
import tempfile
from contextlib import suppress
from pathlib import Path

from tmplan.errors import FileTrouble, reason


def rewrite(path: Path, old: bytes, new: bytes) -> None:
    """Replace the bytes of a file that were read before; its mode and the links to it stay.

    Raises:
        FileTrouble: it may not be written, it was changed meanwhile, or the disk is full.
    """
    try:
        real = path.resolve(strict=True)
        mode = stat.S_IMODE(real.stat().st_mode)
        if not mode & 0o222 or not os.access(real, os.W_OK):
            raise FileTrouble(
                "{file} is write-protected and stays as it is",
                hint="allow writing to it first; `--check` and `--diff` only look",
                file=path,
            )
        if real.read_bytes() != old:
            raise FileTrouble(
                "{file} was changed by another program meanwhile and stays as it is",
                hint="run the command again",
                file=path,
            )
        _replace(real, mode, new)
    except OSError as error:
        raise FileTrouble(
            "{file} cannot be written: {reason}", file=path, reason=reason(error)
        ) from error


def _replace(real: Path, mode: int, new: bytes) -> None:
    descriptor, name = tempfile.mkstemp(
        dir=real.parent, prefix=f".{real.name[:40]}.", suffix=".new"
    )
    beside = Path(name)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(new)
            file.flush()
            os.fsync(file.fileno())
        beside.chmod(mode)
        beside.replace(real)
    except BaseException:
        with suppress(OSError):
            beside.unlink()
        raise
    if os.name == "posix":
        folder = os.open(real.parent, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)
