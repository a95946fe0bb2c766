"""`tmplan doctor`: what it is called; what it looks at lies in `diagnosis`."""

import typer

from tmplan.i18n import say


def register(app: typer.Typer) -> None:
    """Put `doctor` into the application."""

    @app.command(
        help=say("Show where plan and records are and why, encodings, clock, disk, versions.")
    )
    def doctor() -> int:
        from tmplan.cli.diagnosis import doctor_command  # it knows the whole computer

        return doctor_command()
