"""Where things lie: the plan, the records beside it, and what this account keeps for itself."""

import os
import re
from pathlib import Path
from typing import Final

from tmplan.cli.settings import current
from tmplan.errors import FileTrouble, reason

_HEAD_BYTES: Final = 4096
_STEM = r"""^["']?{key}["']?[ ]*:[ ]*["']?([^\s"'#]+)"""
_FIRST_KEY: Final = re.compile(
    r"""\ufeff?(?:[ \t]*(?:\#[^\n]*|%[^\n]*|---[^\n]*)?\n)*["']?tmplan["']?[ ]*:"""
)


def the_plan() -> Path:
    """The plan this run is about."""
    return find_plan(current().plan, here())


def the_records() -> Path:
    """The folder where this run keeps its records; it need not exist yet."""
    return find_records(current().records, current().plan, here())


def here() -> Path:
    """The current folder."""
    try:
        return Path.cwd()
    except OSError:
        raise FileTrouble(
            "the current folder does not exist any more", hint="go to another folder first"
        ) from None


def find_plan(named: str | None, folder: Path) -> Path:
    """The plan that was named, or the one that the folders from here upwards hold.

    Raises:
        FileTrouble: there is none, or there are several and none is called ``store.yaml``.
    """
    if named is None:
        home = find_home(folder)
        if home is None:
            raise FileTrouble(
                "no plan found: neither {folder} nor a folder above it holds a folder `plans`",
                hint="go to the folder of your plan, or name one: --plan PATH (or TMPLAN_PLAN)",
                folder=folder,
            )
        return _only_plan(home / "plans")
    path = folder / named
    if path.is_dir():
        return _only_plan(path)
    if not path.exists():
        raise FileTrouble(
            "there is no plan {path}",
            hint="check the path given with --plan or TMPLAN_PLAN",
            path=path,
        )
    return path


def find_records(named: str | None, plan: str | None, folder: Path) -> Path:
    """The records folder that was named, or the one beside the folder ``plans``."""
    if named is not None:
        return folder / named
    if plan is None:
        return (find_home(folder) or folder) / "records"
    path = (folder / plan).resolve()
    for inside in (path, *path.parents):
        if inside.name == "plans":
            return inside.parent / "records"
    return folder / "records"


def find_home(folder: Path) -> Path | None:
    """The nearest folder, from this one upwards, that holds a folder ``plans``."""
    for above in (folder, *folder.parents):
        if (above / "plans").is_dir():
            return above
    return None


def make_records(folder: Path) -> Path:
    """The records folder, made if it is missing, and kept out of git if it is new."""
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        if not any(folder.iterdir()):
            (folder / ".gitignore").write_text("*\n", encoding="ascii")
    except OSError as error:
        raise FileTrouble(
            "the records folder {folder} cannot be written: {reason}",
            hint="choose another one: --records DIR (or TMPLAN_RECORDS)",
            folder=folder,
            reason=reason(error),
        ) from error
    return folder


def state_folder() -> Path:
    """Where this account keeps what belongs to no plan; made by whoever writes there first."""
    elsewhere = os.environ.get("TMPLAN_STATE")
    if elsewhere:
        return Path(elsewhere)
    from platformdirs import user_state_path  # only few runs ask

    return user_state_path("tmplan", appauthor=False)


def head(path: Path) -> str:
    """The first few thousand characters of a file, however it is encoded; empty if unreadable."""
    try:
        with path.open("rb") as file:
            start = file.read(_HEAD_BYTES)
    except OSError:
        return ""
    return head_of(start)


def head_of(data: bytes) -> str:
    """The same of bytes that were read already."""
    start = data[:_HEAD_BYTES]
    wide = start[:2] in (b"\xff\xfe", b"\xfe\xff")
    return start.decode("utf-16" if wide else "utf-8", "replace").replace("\r\n", "\n")


def value_in_head(path: Path, key: str) -> str:
    """What a line at the top of a YAML file says, found without reading YAML; or nothing."""
    found = re.search(_STEM.format(key=re.escape(key)), head(path), re.MULTILINE)
    return found[1] if found else ""


def _only_plan(folder: Path) -> Path:
    try:
        files = sorted(
            path for path in folder.iterdir() if path.suffix in {".yaml", ".yml"} and path.is_file()
        )
    except OSError as error:
        raise FileTrouble(
            "the folder {folder} cannot be read: {reason}", folder=folder, reason=reason(error)
        ) from error
    plans = [path for path in files if _FIRST_KEY.match(head(path))]
    if len(plans) == 1:
        return plans[0]
    for path in files:
        if path.name == "store.yaml":  # also when its head is damaged: then validate says how
            return path
    if not plans:
        raise FileTrouble(
            "there is no plan in the folder {folder}",
            hint="a plan is a YAML file that begins with `tmplan: 1`; name one: --plan PATH",
            folder=folder,
        )
    raise FileTrouble(
        "there are several plans in {folder}: {plans}",
        hint="choose one, for example --plan {first}; TMPLAN_PLAN chooses for every command",
        folder=folder,
        plans=", ".join(path.name for path in plans),
        first=_short(plans[0]),
    )


def _short(path: Path) -> str:
    """The path as it can be typed here."""
    relative = os.path.relpath(path)
    return relative if len(relative) < len(str(path)) else str(path)
