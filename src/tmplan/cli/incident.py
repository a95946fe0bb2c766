"""`tmplan incident …`: what each command is called and takes; what it does lies elsewhere.

The modules that act import the plan's models, so they are imported by the command that runs.
"""

from typing import Annotated, Any

import typer

from tmplan.cli import incident_acts
from tmplan.cli.help import new_group
from tmplan.i18n import say


def register(app: typer.Typer) -> None:
    """Put the group `incident` into the application."""
    group = new_group(say("Open, walk, record and close incidents."))
    _walking(group)
    _showing(group)
    incident_acts.register(group)
    app.add_typer(group, name="incident")


def _walking(group: typer.Typer) -> None:
    answers: Any = typer.Option(
        "--answers", metavar="FILE", help=say("answer from this file (- for standard input)")
    )
    acting: Any = typer.Option(
        "--as", metavar="PERSON", help=say("who acts: a person of the plan, or any name")
    )

    @group.command(
        "open",
        help=say("Report and activate the plan, then classify and walk the checklist."),
    )
    def open_(
        event: Annotated[
            str | None,
            typer.Option("--type", metavar="TYPE", help=say("event type, if it is known")),
        ] = None,
        level: Annotated[
            str | None,
            typer.Option(metavar="LEVEL", help=say("set the level by hand; needs --reason")),
        ] = None,
        reason: Annotated[
            str, typer.Option(metavar="TEXT", help=say("why the level is set by hand"))
        ] = "",
        title: Annotated[
            str, typer.Option(metavar="TEXT", help=say("a few words by which to know it again"))
        ] = "",
        discovered: Annotated[
            str | None,
            typer.Option(metavar="TIME", help=say("when it was discovered, if not now")),
        ] = None,
        answer: Annotated[
            list[str] | None,
            typer.Option(
                "--answer", metavar="Q=A", help=say("answer a question; may be given several times")
            ),
        ] = None,
        script: Annotated[str | None, answers] = None,
        by: Annotated[str | None, acting] = None,
    ) -> int:
        from tmplan.cli.opening import open_command

        return open_command(
            event=event,
            level=level,
            reason=reason,
            title=title,
            discovered=discovered,
            given=answer or (),
            answers=script,
            acting=by,
        )

    @group.command(help=say("Go on where the journal ends."))
    def resume(
        incident: Annotated[
            str | None, typer.Argument(metavar="[ID]", help=say("its id, or the end of it"))
        ] = None,
        script: Annotated[str | None, answers] = None,
        by: Annotated[str | None, acting] = None,
    ) -> int:
        from tmplan.cli.opening import resume_command

        return resume_command(incident, answers=script, acting=by)


def _showing(group: typer.Typer) -> None:
    which: Any = typer.Argument(metavar="[ID]", help=say("its id, or the end of it"))

    @group.command("list", help=say("Every incident and drill, a line each."))
    def list_() -> int:
        from tmplan.cli.showing import list_command

        return list_command()

    @group.command(help=say("Where it stands: phase, next steps, clocks, what is late."))
    def status(
        incident: Annotated[str | None, which] = None,
        every_step: Annotated[
            bool, typer.Option("--all", help=say("every step, also those that do not apply now"))
        ] = False,
    ) -> int:
        from tmplan.cli.showing import status_command

        return status_command(incident, every_step=every_step)

    @group.command(help=say("Everything that was recorded, in order."))
    def log(incident: Annotated[str | None, which] = None) -> int:
        from tmplan.cli.showing import log_command

        return log_command(incident)

    @group.command(help=say("Every clock that runs or ran; exit status 5 if one is overdue."))
    def clocks(incident: Annotated[str | None, which] = None) -> int:
        from tmplan.cli.showing import clocks_command

        return clocks_command(incident)

    @group.command(help=say("The notices that apply and how they stand; or the text of one."))
    def notice(
        name: Annotated[
            str | None,
            typer.Argument(metavar="[NOTICE]", help=say("the notice whose text is wanted")),
        ] = None,
        incident: Annotated[
            str | None,
            typer.Option(
                "--incident", metavar="ID", help=say("which incident; default the only open one")
            ),
        ] = None,
    ) -> int:
        from tmplan.cli.notices import notice_command

        return notice_command(name, incident)

    @group.command(help=say("Is the record whole and unaltered?"))
    def verify(
        incident: Annotated[str | None, which] = None,
        anchor: Annotated[
            str | None,
            typer.Option(
                metavar="SEQ:HASH", help=say("a head that was noted elsewhere, to be found again")
            ),
        ] = None,
    ) -> int:
        from tmplan.cli.showing import verify_command

        return verify_command(incident, anchor)
