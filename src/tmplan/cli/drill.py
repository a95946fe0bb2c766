"""`tmplan drill …`: what each command is called and takes."""

from typing import Annotated

import typer

from tmplan.cli.help import new_group
from tmplan.i18n import say


def register(app: typer.Typer) -> None:
    """Put the group `drill` into the application."""
    group = new_group(say("Rehearse the plan on the same engine; nothing of it is real."))

    @group.command(help=say("Run a scenario; without one, the one not run for the longest time."))
    def run(
        scenario: Annotated[
            str | None,
            typer.Argument(metavar="[SCENARIO]", help=say("a scenario file, or its id")),
        ] = None,
        event: Annotated[
            str | None,
            typer.Option("--type", metavar="TYPE", help=say("only scenarios of this event type")),
        ] = None,
        auto: Annotated[
            bool, typer.Option("--auto", help=say("headless: the scenario's script answers"))
        ] = False,
        by: Annotated[
            str | None, typer.Option("--as", metavar="PERSON", help=say("who acts"))
        ] = None,
    ) -> int:
        from tmplan.cli.rehearsing import run_command

        return run_command(scenario, event=event, auto=auto, acting=by)

    @group.command(help=say("Go on with a drill that was paused."))
    def resume(
        drill: Annotated[
            str | None, typer.Argument(metavar="[ID]", help=say("its id, or the end of it"))
        ] = None,
        by: Annotated[
            str | None, typer.Option("--as", metavar="PERSON", help=say("who acts"))
        ] = None,
    ) -> int:
        from tmplan.cli.rehearsing import resume_command

        return resume_command(drill, acting=by)

    @group.command("list", help=say("Every scenario, and when it was last run with what result."))
    def list_() -> int:
        from tmplan.cli.rehearsing import list_command

        return list_command()

    @group.command(help=say("Where a drill stands, or how it came out."))
    def status(
        drill: Annotated[
            str | None, typer.Argument(metavar="[ID]", help=say("its id, or the end of it"))
        ] = None,
    ) -> int:
        from tmplan.cli.rehearsing import status_command

        return status_command(drill)

    app.add_typer(group, name="drill")
