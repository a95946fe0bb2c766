"""Which language this run speaks, and why."""

import os
import sys
from collections.abc import Mapping
from typing import Final

from tmplan.cli.places import find_plan, here, value_in_head
from tmplan.cli.settings import Origin, Wishes, known_language
from tmplan.errors import FileTrouble
from tmplan.i18n import Language

_WINDOWS_PRIMARY: Final[Mapping[int, str]] = {0x04: "zh", 0x09: "en"}


def choose(wishes: Wishes, environ: Mapping[str, str]) -> tuple[Language, Origin]:
    """What was asked for, else the system's language, else the plan's, else a default.

    A system that names no language (``C``, ``POSIX``) leaves it to the plan; without one it is
    Chinese, or English where the system speaks a language that tmplan does not.
    """
    if wishes.lang:
        return wishes.lang, wishes.lang_from
    system = _system_tag(environ)
    ours = known_language(system)
    if ours:
        return ours, "system"
    of_plan = known_language(_plan_tag(wishes.plan))
    if of_plan:
        return of_plan, "plan"
    return ("en" if system else "zh"), "default"


def _system_tag(environ: Mapping[str, str]) -> str:
    """The locale the system names; empty if it names none, or one without a language."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        tag = environ.get(name, "")
        if tag:
            return "" if tag.partition(".")[0] in {"C", "POSIX"} else tag
    return _windows_tag()


def _windows_tag() -> str:
    if sys.platform != "win32" or os.name != "nt":
        return ""
    try:
        import ctypes  # slow to load, and only Windows needs it

        number = int(ctypes.windll.kernel32.GetUserDefaultUILanguage())
    except (ImportError, AttributeError, OSError):
        return ""
    return _WINDOWS_PRIMARY.get(number & 0x3FF, "other") if number else ""


def _plan_tag(plan: str | None) -> str:
    try:
        return value_in_head(find_plan(plan, here()), "language")
    except FileTrouble:
        return ""
