"""Files named by the hash of their bytes: the plan as it was, and what was attached."""

import os
from hashlib import sha256
from pathlib import Path

from tmplan.errors import FileTrouble, JournalDamaged, NotSaved, reason


def keep(folder: Path, content: bytes, *, prefix: str = "", suffix: str = "") -> str:
    """Write content under its own hash, durably and once; the hash is returned.

    Raises:
        NotSaved: the disk refused it.
    """
    digest = sha256(content).hexdigest()
    path = folder / f"{prefix}{digest}{suffix}"
    try:
        folder.mkdir(mode=0o700, exist_ok=True)
        if path.exists() and path.read_bytes() == content:
            return digest
        draft = path.with_name(path.name + ".new")
        flags = os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_BINARY", 0)
        with os.fdopen(os.open(draft, flags, 0o600), "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        draft.replace(path)
        _fsync_folder(folder)
    except OSError as error:
        raise NotSaved(
            "cannot keep {path}: {why}",
            hint="free some space or check the permissions, then do it again",
            path=str(path),
            why=reason(error),
        ) from error
    return digest


def fetch(folder: Path, digest: str, *, prefix: str = "", suffix: str = "") -> bytes:
    """The content with this hash.

    Raises:
        FileTrouble: it is not there or cannot be read.
        JournalDamaged: its bytes no longer match the hash.
    """
    path = folder / f"{prefix}{digest}{suffix}"
    try:
        content = path.read_bytes()
    except OSError as error:
        raise FileTrouble(
            "cannot read {path}: {why}",
            hint="copy the whole folder of this incident from where it was opened",
            path=str(path),
            why=reason(error),
        ) from error
    if sha256(content).hexdigest() != digest:
        raise JournalDamaged(
            "{path} was altered: its bytes do not match its name",
            hint="restore it from a copy; the journal itself is not touched",
            path=str(path),
        )
    return content


def _fsync_folder(folder: Path) -> None:
    if os.name == "nt":  # Windows cannot open a folder for syncing
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
