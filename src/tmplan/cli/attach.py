"""Files given as evidence: kept under their own hash beside the journal."""

from pathlib import Path
from typing import Final

from tmplan.errors import FileTrouble, reason
from tmplan.journal import pinned
from tmplan.plan.step import Step

LIMIT: Final = 200 * 1024 * 1024


def attach(record_folder: Path, named: str, *, beside: Path) -> str:
    """Keep a file and say where: its own name and the hash it is kept under.

    Raises:
        FileTrouble: it is missing, no file, unreadable or too large.
    """
    path = (beside / named).expanduser()
    try:
        if path.is_dir():
            raise FileTrouble("{file} is a folder, not a file", file=named or ".")
        if not path.is_file():
            raise FileTrouble(
                "there is no file {path}",
                hint="check the name; a relative one counts from {folder}",
                path=named,
                folder=str(beside),
            )
        if path.stat().st_size > LIMIT:
            raise FileTrouble(
                "the file {path} is larger than {limit} MB",
                hint="keep it elsewhere and write down where",
                path=named,
                limit=LIMIT // 1024 // 1024,
            )
        content = path.read_bytes()
    except OSError as error:
        raise FileTrouble(
            "cannot read {path}: {why}",
            hint="check the name and the permissions",
            path=named,
            why=reason(error),
        ) from error
    digest = pinned.keep(record_folder / "evidence", content)
    return f"{path.name} (sha256:{digest})"


def attach_all(
    record_folder: Path, step: Step, given: dict[str, str], *, beside: Path
) -> dict[str, str]:
    """Evidence with every file among it attached."""
    files = {words.id for words in step.evidence if words.kind == "file"}
    return {
        name: attach(record_folder, value, beside=beside) if name in files else value
        for name, value in given.items()
    }


def check_file(named: str, *, beside: Path) -> None:
    """A file that will be attached later is there now.

    Raises:
        FileTrouble: it is not.
    """
    if not (beside / named).expanduser().is_file():
        raise FileTrouble(
            "there is no file {path}",
            hint="check the name; a relative one counts from {folder}",
            path=named,
            folder=str(beside),
        )
