"""One command from its words to its exit status; the only place where errors become sentences."""

import os
import sys
from collections.abc import Sequence
from typing import TextIO

from tmplan import __version__, i18n
from tmplan.cli import console, settings
from tmplan.cli.language import choose
from tmplan.cli.settings import Settings, Wishes, split_globals
from tmplan.errors import Interrupted, TmplanError


def run(argv: Sequence[str]) -> int:
    """Do what the words say and return the exit status."""
    _let_streams_say_everything()
    try:
        return _run(argv)
    finally:
        _drain()


def _run(argv: Sequence[str]) -> int:
    try:
        wishes, rest = split_globals(argv, os.environ)
        _settle(wishes)
        status = _answer(wishes, rest)
        sys.stdout.flush()
        if (trouble := console.unheard()) is not None:
            return max(status, complain(trouble))
    except TmplanError as error:
        return complain(error)
    except KeyboardInterrupt:
        return complain(_interrupted())
    except Exception as error:  # noqa: BLE001 - a fault of ours; the door is where it ends
        from tmplan.cli.fault import report  # only a fault needs it

        return report(error)
    return status


def complain(error: TmplanError) -> int:
    """Say on standard error what went wrong and what to do next; the exit status."""
    console.complain(error)
    return error.exit_status


def _settle(wishes: Wishes) -> None:
    """Fix the settings and the language, before any module with sentences in it is imported."""
    lang, lang_from = choose(wishes, os.environ)
    settings.use(
        Settings(
            plan=wishes.plan,
            records=wishes.records,
            lang=lang,
            json=wishes.json,
            color=wishes.color,
            interactive=wishes.interactive,
            plan_from=wishes.plan_from,
            records_from=wishes.records_from,
            lang_from=lang_from,
        )
    )
    i18n.speak(lang)


def _answer(wishes: Wishes, rest: Sequence[str]) -> int:
    if wishes.trouble:
        raise wishes.trouble
    if rest[:1] == ["--version"]:
        console.line(f"tmplan {__version__}")
        return 0
    from tmplan.cli.call import call  # Typer takes a fifth of a second to load

    return call(rest)


def _interrupted() -> Interrupted:
    return Interrupted(
        "interrupted", hint="what is recorded is safe; go on with `tmplan incident resume`"
    )


def _let_streams_say_everything() -> None:
    """No character may stop a sentence: what a stream cannot show, it shows as an escape."""
    if sys.stdout is None:  # closed by the caller
        sys.stdout = _nowhere()
    if sys.stderr is None:
        sys.stderr = _nowhere()
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")
    if hasattr(sys.stdin, "reconfigure"):
        sys.stdin.reconfigure(errors="surrogateescape")


def _drain() -> None:
    """Write out what waits; a stream that fails is given up, so that the status stays ours."""
    try:
        sys.stdout.flush()
    except (OSError, ValueError):
        sys.stdout = _nowhere()
    try:
        sys.stderr.flush()
    except (OSError, ValueError):
        sys.stderr = _nowhere()


def _nowhere() -> TextIO:
    return open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123 - open until we leave
