"""A file `tmplan.toml` beside the plans: how an organisation wants its plans to be checked.

[validate]
ignore = ["TM619"]
[validate.severity]
TM601 = "error"
"""

import tomllib
from pathlib import Path
from typing import Any, Final

from tmplan.cli import places
from tmplan.errors import FileTrouble, WrongUse, reason

NAME: Final = "tmplan.toml"
_KEYS: Final = {"select": list, "ignore": list, "severity": dict}


def read_preferences() -> dict[str, Any]:
    """What the nearest file says, from the current folder upwards; nothing without one.

    Raises:
        WrongUse: it is no TOML, or says something that is no preference.
        FileTrouble: it cannot be read.
    """
    here = places.here()
    path = next((each for above in (here, *here.parents) if (each := above / NAME).is_file()), None)
    return _read(path) if path else {}


def _read(path: Path) -> dict[str, Any]:
    try:
        found = tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        why = reason(error)
        raise FileTrouble("{file} cannot be read: {reason}", file=path, reason=why) from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise WrongUse(
            "{file} is not TOML: {why}",
            hint="see docs/command-line.md for what can stand in it",
            file=path,
            why=error,
        ) from None
    wishes = found.pop("validate", {})
    for key in found:
        raise _unknown(path, key, "validate")
    if not isinstance(wishes, dict):
        raise _unknown(path, "validate", "[validate]")
    for key, value in wishes.items():
        if not isinstance(value, _KEYS.get(key, ())) or not _plain(value):
            raise _unknown(path, f"validate.{key}", ", ".join(_KEYS))
    return wishes


def _plain(value: Any) -> bool:
    return all(isinstance(each, str) for each in (value.values() if type(value) is dict else value))


def _unknown(path: Path, key: str, known: str) -> WrongUse:
    return WrongUse(
        "{file}: `{key}` is no preference, or not written as one",
        hint="what can stand there: {known}; see docs/command-line.md",
        file=path,
        key=key,
        known=known,
    )
