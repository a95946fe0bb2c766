"""Which files a command means: those named, and the plans and scenarios in folders."""

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from glob import glob
from pathlib import Path
from typing import Final, Literal

from tmplan.cli import places
from tmplan.errors import FileTrouble, reason

Kind = Literal["plan", "scenario", "part", "other"]

_SUFFIXES: Final = frozenset({".yaml", ".yml"})
_LEFT_OUT: Final = frozenset({"records", "node_modules", "__pycache__"})
_KIND: Final = re.compile(r"""^\ufeff?["']?tmplan(-[a-z]+)?["']?[ ]*[:：]""", re.MULTILINE)
_WILD: Final = frozenset("*?[")


@dataclass(frozen=True, slots=True)
class Unread:
    """One file that could not be read at all."""

    name: str
    trouble: FileTrouble


def files_of(name: str) -> Iterator[Path]:
    """The file with this name, or the plans and scenarios in the folder with this name."""
    path = Path(name)
    if _WILD & set(name) and not path.exists():  # shells of Windows leave patterns as they are
        yield from _matching(name)
        return
    if name == "-" or not path.is_dir():
        yield path
        return
    found = [each for each in _yaml_below(path) if kind_of(each) != "other" or _is_closed(each)]
    if not found:
        raise FileTrouble(
            "the folder {folder} holds no plan and no scenario",
            hint="a plan begins with `tmplan: 1`, a scenario with `tmplan-drill: 1`",
            folder=path,
        )
    yield from found


def _matching(pattern: str) -> Iterator[Path]:
    found = sorted(Path(each) for each in glob(pattern, recursive=True))  # noqa: PTH207 - as typed
    if not found:
        raise FileTrouble(
            "no file matches {pattern}", hint="check the pattern and the folder", pattern=pattern
        )
    for path in found:
        yield from files_of(str(path)) if path.is_dir() else (path,)


def _yaml_below(folder: Path) -> Iterator[Path]:
    try:
        inside = sorted(folder.iterdir())
    except OSError as error:
        raise FileTrouble(
            "the folder {folder} cannot be read: {reason}",
            folder=folder,
            reason=reason(error),
        ) from error
    for path in inside:
        if path.name.startswith(".") or path.name in _LEFT_OUT:
            continue
        if path.is_dir() and not path.is_symlink():
            yield from _yaml_below(path)
        elif path.suffix in _SUFFIXES and path.is_file():
            yield path


def kind_of(path: Path) -> Kind:
    """What a file is by its first key."""
    return kind_in(places.head(path)) if path.is_file() else "other"


def kind_in(head: str) -> Kind:
    """The same from the text at the beginning of a file."""
    found = _KIND.search(head)
    match found and (found[1] or ""):
        case "":
            return "plan"
        case "-drill":
            return "scenario"
        case "-part":
            return "part"
        case _:
            return "other"


def _is_closed(path: Path) -> bool:
    """Whether a file may not be read, so that nobody knows what it is."""
    return not os.access(path, os.R_OK)


def short(path: Path) -> str:
    """The path as it can be typed here."""
    try:
        return path.relative_to(Path.cwd()).as_posix()
    except ValueError:
        return path.as_posix()
