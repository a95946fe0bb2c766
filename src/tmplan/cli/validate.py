"""`tmplan validate`: what is wrong with plans and scenarios, and what was proved of sound ones."""

from enum import StrEnum
from typing import Annotated

import typer

from tmplan.i18n import say


class Format(StrEnum):
    """How problems are written; `cli/formats` has a file for each."""

    TEXT = "text"
    CONCISE = "concise"
    JSON = "json"
    SARIF = "sarif"
    GITHUB = "github"
    GITLAB = "gitlab"
    JUNIT = "junit"


def register(app: typer.Typer) -> None:
    """Put `validate` into the application."""

    @app.command(help=say("Check plans and scenarios, and prove what holds for every answer."))
    def validate(
        paths: Annotated[
            list[str] | None,
            typer.Argument(
                metavar="[PATH]...",
                help=say("Files and folders; `-` is standard input. Default: the plan found."),
            ),
        ] = None,
        strict: Annotated[
            bool, typer.Option("--strict", help=say("Warnings count as errors, too."))
        ] = False,
        output_format: Annotated[
            Format, typer.Option("--output-format", help=say("How problems are written."))
        ] = Format.TEXT,
        output: Annotated[
            str, typer.Option("--output", metavar="FILE", help=say("Write them into this file."))
        ] = "",
        select: Annotated[
            list[str] | None,
            typer.Option(
                metavar="CODE,…",
                help=say("Only these warnings and notices; TM6 means all that begin so."),
            ),
        ] = None,
        ignore: Annotated[
            list[str] | None,
            typer.Option(metavar="CODE,…", help=say("Not these; errors are always said.")),
        ] = None,
        stdin_filename: Annotated[
            str,
            typer.Option(
                "--stdin-filename", metavar="NAME", help=say("What `-` is called in messages.")
            ),
        ] = "-",
        explain_level: Annotated[
            bool,
            typer.Option(
                "--explain-level", help=say("Show the fewest answers that lead to each level.")
            ),
        ] = False,
        today: Annotated[
            str,
            typer.Option(
                "--today", metavar="DATE", help=say("Look at dates as on this day, not as today.")
            ),
        ] = "",
    ) -> int:
        from tmplan.cli.validating import Asked, validate_command  # the models take their time

        return validate_command(
            paths or (),
            Asked(
                strict=strict,
                form=output_format.value,
                output=output,
                select=select or (),
                ignore=ignore or (),
                piped=stdin_filename,
                explain_level=explain_level,
                today=today,
            ),
        )
