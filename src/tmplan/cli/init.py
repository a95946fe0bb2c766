"""`tmplan init`: what it is called; what it writes lies in `starting`."""

from pathlib import Path
from typing import Annotated

import typer

from tmplan.i18n import say


def register(app: typer.Typer) -> None:
    """Put `init` into the application."""

    @app.command(help=say("Write a starter project: a plan, its drills, and their checks."))
    def init(
        folder: Annotated[
            Path,
            typer.Argument(
                metavar=f"[{say('FOLDER')}]",
                help=say("Where to; it may be new. Default: the current folder."),
                show_default=False,
            ),
        ] = Path(),
    ) -> None:
        from tmplan.cli.starting import init_command  # it carries a whole project

        init_command(folder)
