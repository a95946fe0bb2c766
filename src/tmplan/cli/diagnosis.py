"""What this computer lets tmplan do: places, language, encodings, clock, disk, versions."""

import os
import platform
import sys
import tempfile
import time
from dataclasses import asdict, dataclass
from importlib import metadata
from importlib.machinery import PathFinder
from importlib.util import find_spec
from pathlib import Path
from typing import Any, Final, Literal
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from tmplan import __version__
from tmplan.cli import console, places
from tmplan.cli.settings import Origin, current
from tmplan.cli.spoken import explain
from tmplan.errors import FileTrouble, reason
from tmplan.i18n import say

_LIBRARIES: Final = ("typer", "rich", "pydantic", "PyYAML", "prompt_toolkit", "platformdirs")
_BUILT_IN_YEAR: Final = 2026


def doctor_command() -> int:
    """Look and show; 3 where records cannot be written."""
    return _show(_look())


@dataclass(frozen=True, slots=True)
class Folder:
    """Whether a folder can hold records: written to, and made durable."""

    path: str
    exists: bool
    writable: bool
    fsync: bool
    problem: str | None


def _look() -> dict[str, Any]:
    chosen = current()
    plan, trouble = _plan()
    return {
        "tmplan": __version__,
        "plan": {"path": plan, "from": chosen.plan_from, "problem": trouble},
        "records": {**asdict(_try_folder(places.the_records())), "from": _records_from()},
        "state": _state(),
        "language": {"is": chosen.lang, "from": chosen.lang_from},
        "streams": {
            "stdin": _stream(sys.stdin),
            "stdout": _stream(sys.stdout),
            "stderr": _stream(sys.stderr),
        },
        "terminal": console.is_terminal(),
        "clock": _clock(plan),
        "python": platform.python_version(),
        "system": platform.platform(),
        "libraries": {name: _version(name) for name in _LIBRARIES},
        "fast_yaml": _has_fast_yaml(),
    }


def _show(found: dict[str, Any]) -> int:
    if current().json:
        console.document(found)
    else:
        console.table([say("What"), say("Found"), say("Why")], _rows(found))
        for advice in _advice(found):
            console.line(advice, style="warn")
    return 0 if found["records"]["writable"] else FileTrouble.exit_status


def _rows(found: dict[str, Any]) -> list[list[object]]:
    plan, records, clock = found["plan"], found["records"], found["clock"]
    streams = found["streams"]
    return [
        ["tmplan", found["tmplan"], ""],
        [say("plan"), plan["path"] or say("none"), plan["problem"] or _why(plan["from"])],
        [say("records"), records["path"], records["problem"] or _why(records["from"])],
        [say("records can be written"), _yes(value=records["writable"]), _made(records)],
        [say("records are made durable"), _yes(value=records["fsync"]), ""],
        [say("files of this account"), found["state"]["path"], found["state"]["problem"] or ""],
        [say("language"), found["language"]["is"], _why(found["language"]["from"])],
        *(
            [name, each["encoding"] or say("none"), _is_tty(terminal=each["terminal"])]
            for name, each in streams.items()
        ),
        [say("questions can be asked"), _yes(value=found["terminal"]), ""],
        [say("clock"), clock["now"], clock["zone"]],
        [say("time zone of the plan"), clock["plan_zone"] or say("none"), ""],
        ["Python", found["python"], found["system"]],
        *([name, version or say("none"), ""] for name, version in found["libraries"].items()),
        [say("fast YAML reader"), _yes(value=found["fast_yaml"]), ""],
    ]


def _advice(found: dict[str, Any]) -> list[str]:
    advice = []
    if not found["records"]["writable"]:
        advice.append(
            say("Records cannot be written: choose another folder with --records before the day.")
        )
    elif not found["records"]["fsync"]:
        advice.append(
            say("This disk does not confirm what it stores; a power cut may lose the last acts.")
        )
    if found["clock"]["plan_zone_known"] is False:
        advice.append(
            say("The time zone of the plan is not known here; install tzdata: pip install tzdata")
        )
    if int(found["clock"]["now"][:4]) < _BUILT_IN_YEAR:
        advice.append(say("The clock of this computer is wrong; set it, or every time limit is."))
    return advice


def _plan() -> tuple[str | None, str | None]:
    try:
        return str(places.the_plan().resolve()), None
    except FileTrouble as error:
        return None, explain(error)


def _try_folder(folder: Path) -> Folder:
    """Write a file where records would go, make it durable, and take it away again."""
    exists = folder.is_dir()
    place = folder.resolve()
    while not place.is_dir() and place != place.parent and not place.exists():
        place = place.parent
    fsync = False
    try:
        with tempfile.NamedTemporaryFile(dir=place, prefix=".tmplan-doctor-") as file:
            file.write(b"tmplan")
            file.flush()
            fsync = _can_sync(file.fileno())
    except OSError as error:
        return Folder(
            str(folder.resolve()), exists, writable=False, fsync=False, problem=say(reason(error))
        )
    return Folder(str(folder.resolve()), exists, writable=True, fsync=fsync, problem=None)


def _can_sync(number: int) -> bool:
    try:
        os.fsync(number)
    except OSError:
        return False
    return True


def _state() -> dict[str, str | None]:
    found = _try_folder(places.state_folder())
    return {"path": found.path, "problem": found.problem}


def _stream(stream: Any) -> dict[str, Any]:
    return {
        "encoding": getattr(stream, "encoding", None),
        "errors": getattr(stream, "errors", None),
        "terminal": bool(stream and stream.isatty()),
    }


def _clock(plan: str | None) -> dict[str, Any]:
    now = time.strftime("%Y-%m-%dT%H:%M:%S%z")
    plan_zone = places.value_in_head(Path(plan), "timezone") if plan else None
    return {
        "now": f"{now[:-2]}:{now[-2:]}",
        "zone": time.strftime("%Z"),
        "plan_zone": plan_zone or None,
        "plan_zone_known": _is_zone(plan_zone) if plan_zone else None,
    }


def _is_zone(name: str) -> bool:
    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return False
    return True


def _records_from() -> Origin | Literal["beside", "here"]:
    """Why the records lie where they lie: named, beside a folder `plans`, or simply here."""
    if current().records_from != "search":
        return current().records_from
    return "beside" if (places.the_records().parent / "plans").is_dir() else "here"


def _version(name: str) -> str | None:
    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return None


def _has_fast_yaml() -> bool:
    """Whether PyYAML came with its C parser, looked for without importing PyYAML."""
    package = find_spec("yaml")
    folders = package.submodule_search_locations if package else None
    return PathFinder.find_spec("yaml._yaml", folders) is not None if folders else False


def _why(origin: Origin | Literal["beside", "here"]) -> str:
    match origin:
        case "option":
            return say("named by an option")
        case "environment":
            return say("named by an environment variable")
        case "system":
            return say("the language of the system")
        case "plan":
            return say("the language of the plan")
        case "search":
            return say("found from the current folder upwards")
        case "beside":
            return say("beside the folder `plans`")
        case "here":
            return say("the current folder")
        case "default":
            return say("nothing says otherwise")


def _made(records: dict[str, Any]) -> str:
    return "" if records["exists"] or not records["writable"] else say("made when first needed")


def _yes(*, value: bool) -> str:
    return say("yes") if value else say("no")


def _is_tty(*, terminal: bool) -> str:
    return say("a terminal") if terminal else say("a file or a pipe")
