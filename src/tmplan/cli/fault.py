"""A fault of ours: one sentence for the person, the traceback into a file that is named."""

import os
import sys
import tempfile
import time
import traceback
from pathlib import Path

from tmplan import __version__
from tmplan.cli import console
from tmplan.cli.places import state_folder
from tmplan.errors import TmplanError
from tmplan.i18n import say


def report(error: BaseException) -> int:
    """Keep the traceback, say where, and return the exit status of a fault."""
    text = (
        f"tmplan {__version__}, Python {sys.version}, {sys.platform}\n"
        f"{sys.argv!r}\n\n{''.join(traceback.format_exception(error))}"
    )
    path = _keep(text)
    if path is None:
        sys.stderr.write(text)
    try:
        console.line(say("Error: this is a fault of tmplan itself"), style="bad", err=True)
        if path:
            console.line(say("The details are in {path}", path=path), err=True)
        console.line(
            say("What is recorded is safe; go on with `tmplan incident resume`."), err=True
        )
    except (OSError, TmplanError):  # nobody can be told; the status still tells
        return TmplanError.exit_status
    return TmplanError.exit_status


def _keep(text: str) -> Path | None:
    name = f"fault-{time.strftime('%Y%m%d-%H%M%S')}-{os.getpid()}.txt"
    for folder in (state_folder, lambda: Path(tempfile.gettempdir())):
        try:
            path = folder() / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8", errors="backslashreplace")
        except OSError:
            continue
        return path
    return None
