"""`tmplan incident done`, `fail`, `answer`, …: every act of the walk as a command of its own."""

from typing import Annotated, Any

import typer

from tmplan.i18n import say


def register(group: typer.Typer) -> None:
    """Put every act into the group."""
    aim = _aim_options()
    for verb, text in _step_verbs().items():
        _register_step(group, verb, text, aim)
    _register_judging(group, aim)
    _register_telling(group, aim)
    _register_people(group, aim)
    _register_ending(group, aim)


def _aim_options() -> tuple[Any, Any, Any]:
    return (
        typer.Option(
            "--incident", metavar="ID", help=say("which incident; default the only open one")
        ),
        typer.Option(
            "--as", metavar="PERSON", help=say("who acts; default who holds the role here")
        ),
        typer.Option("--at", metavar="TIME", help=say("when it happened, if not now")),
    )


def _step_verbs() -> dict[str, str]:
    return {
        "start": say("A step is begun."),
        "done": say("A step is done, with its evidence."),
        "fail": say("A step was tried and failed; needs a reason."),
        "skip": say("A step is left out; needs a reason."),
        "na": say("A step does not fit this case; needs a reason."),
        "defer": say("A step is put off until a time; needs a reason."),
        "reopen": say("A step is to be done again; needs a reason."),
    }


def _register_step(group: typer.Typer, verb: str, text: str, aim: tuple[Any, Any, Any]) -> None:
    incident_option, as_option, at_option = aim

    @group.command(verb, help=text)
    def step_verb(
        step: Annotated[str, typer.Argument(metavar="STEP", help=say("the step's id"))],
        reason: Annotated[str, typer.Option(metavar="TEXT", help=say("why"))] = "",
        until: Annotated[
            str | None,
            typer.Option(metavar="TIME", help=say("until when (defer): 30min, or 18:30")),
        ] = None,
        evidence: Annotated[
            list[str] | None,
            typer.Option(metavar="K=V", help=say("evidence; may be given several times")),
        ] = None,
        incident: Annotated[str | None, incident_option] = None,
        by: Annotated[str | None, as_option] = None,
        at: Annotated[str | None, at_option] = None,
    ) -> int:
        from tmplan.cli.acts import Aim, step_act

        return step_act(
            verb,
            step,
            Aim(incident, by, at),
            reason=reason,
            until=until,
            evidence=evidence or (),
        )


def _register_judging(group: typer.Typer, aim: tuple[Any, Any, Any]) -> None:
    incident_option, as_option, at_option = aim

    @group.command(help=say("Answer questions; the last one classifies. event=TYPE sets the type."))
    def answer(
        given: Annotated[list[str], typer.Argument(metavar="Q=A...", help=say("question=answer"))],
        incident: Annotated[str | None, incident_option] = None,
        by: Annotated[str | None, as_option] = None,
        at: Annotated[str | None, at_option] = None,
    ) -> int:
        from tmplan.cli.acts import Aim, answer_act

        return answer_act(given, Aim(incident, by, at))

    @group.command(help=say("Work the level out again, or set it by hand with a reason."))
    def reclassify(
        level: Annotated[
            str | None, typer.Option(metavar="LEVEL", help=say("the level to set"))
        ] = None,
        reason: Annotated[str, typer.Option(metavar="TEXT", help=say("why"))] = "",
        incident: Annotated[str | None, incident_option] = None,
        by: Annotated[str | None, as_option] = None,
        at: Annotated[str | None, at_option] = None,
    ) -> int:
        from tmplan.cli.acts import Aim, reclassify_act

        return reclassify_act(level, reason, Aim(incident, by, at))


def _register_telling(group: typer.Typer, aim: tuple[Any, Any, Any]) -> None:
    incident_option, as_option, at_option = aim

    @group.command(help=say("Write something down, word for word."))
    def note(
        text: Annotated[str, typer.Argument(metavar="TEXT", help=say("the note"))],
        step: Annotated[
            str | None, typer.Option(metavar="STEP", help=say("the step it belongs to"))
        ] = None,
        incident: Annotated[str | None, incident_option] = None,
        by: Annotated[str | None, as_option] = None,
        at: Annotated[str | None, at_option] = None,
    ) -> int:
        from tmplan.cli.acts import Aim, note_act

        return note_act(text, step, Aim(incident, by, at))

    @group.command(help=say("Record a fact: a blank of a notice, or told-LEVEL, principal-told."))
    def fact(
        given: Annotated[list[str], typer.Argument(metavar="NAME=VALUE...", help=say("the fact"))],
        incident: Annotated[str | None, incident_option] = None,
        by: Annotated[str | None, as_option] = None,
        at: Annotated[str | None, at_option] = None,
    ) -> int:
        from tmplan.cli.acts import Aim, fact_act

        return fact_act(given, Aim(incident, by, at))


def _register_people(group: typer.Typer, aim: tuple[Any, Any, Any]) -> None:
    incident_option, as_option, at_option = aim

    @group.command(help=say("Put a person into a role for this incident."))
    def assign(
        role: Annotated[str, typer.Argument(metavar="ROLE", help=say("the role's id"))],
        person: Annotated[str, typer.Argument(metavar="PERSON", help=say("a person, or a name"))],
        incident: Annotated[str | None, incident_option] = None,
        by: Annotated[str | None, as_option] = None,
        at: Annotated[str | None, at_option] = None,
    ) -> int:
        from tmplan.cli.acts import Aim, assign_act

        return assign_act(role, person, Aim(incident, by, at))

    @group.command(help=say("Approve a step or a notice, as the role the plan names."))
    def approve(
        subject: Annotated[
            str, typer.Argument(metavar="STEP|NOTICE", help=say("id of the step or notice"))
        ],
        incident: Annotated[str | None, incident_option] = None,
        by: Annotated[str | None, as_option] = None,
        at: Annotated[str | None, at_option] = None,
    ) -> int:
        from tmplan.cli.acts import Aim, approve_act

        return approve_act(subject, Aim(incident, by, at))

    @group.command(help=say("Sign off a step that somebody else did."))
    def sign(
        step: Annotated[str, typer.Argument(metavar="STEP", help=say("the step's id"))],
        incident: Annotated[str | None, incident_option] = None,
        by: Annotated[str | None, as_option] = None,
        at: Annotated[str | None, at_option] = None,
    ) -> int:
        from tmplan.cli.acts import Aim, sign_act

        return sign_act(step, Aim(incident, by, at))


def _register_ending(group: typer.Typer, aim: tuple[Any, Any, Any]) -> None:
    incident_option, as_option, at_option = aim

    @group.command(help=say("Confirm by name that it is safe to resume operations."))
    def gate(
        confirm: Annotated[bool, typer.Option("--confirm", help=say("yes, it is safe"))] = False,
        reason: Annotated[
            str, typer.Option(metavar="TEXT", help=say("why it passes over open steps"))
        ] = "",
        incident: Annotated[str | None, incident_option] = None,
        by: Annotated[str | None, as_option] = None,
        at: Annotated[str | None, at_option] = None,
    ) -> int:
        from tmplan.cli.acts import Aim, gate_act

        return gate_act(Aim(incident, by, at), confirm=confirm, reason=reason)

    @group.command(help=say("Declare it recovered; every criterion must be confirmed."))
    def recover(
        confirm: Annotated[
            list[str] | None,
            typer.Option(
                "--confirm", metavar="N|all", help=say("number of a criterion that is met, or all")
            ),
        ] = None,
        incident: Annotated[str | None, incident_option] = None,
        by: Annotated[str | None, as_option] = None,
        at: Annotated[str | None, at_option] = None,
    ) -> int:
        from tmplan.cli.acts import Aim, recover_act

        return recover_act(confirm or (), Aim(incident, by, at))

    @group.command(help=say("Record the review: a summary, and what was found."))
    def review(
        summary: Annotated[
            str, typer.Option(metavar="TEXT", help=say("what happened and why"))
        ] = "",
        finding: Annotated[
            list[str] | None,
            typer.Option(
                "--finding", metavar="TEXT", help=say("what to improve; may be given several times")
            ),
        ] = None,
        incident: Annotated[str | None, incident_option] = None,
        by: Annotated[str | None, as_option] = None,
        at: Annotated[str | None, at_option] = None,
    ) -> int:
        from tmplan.cli.acts import Aim, review_act

        return review_act(summary, finding or (), Aim(incident, by, at))

    @group.command(help=say("Close it: reviewed, nothing open, nothing unsigned."))
    def close(
        incident: Annotated[str | None, incident_option] = None,
        by: Annotated[str | None, as_option] = None,
        at: Annotated[str | None, at_option] = None,
    ) -> int:
        from tmplan.cli.acts import Aim, close_act

        return close_act(Aim(incident, by, at))

    @group.command(help=say("It was a false alarm; needs a reason."))
    def cancel(
        reason: Annotated[str, typer.Option(metavar="TEXT", help=say("why"))] = "",
        incident: Annotated[str | None, incident_option] = None,
        by: Annotated[str | None, as_option] = None,
        at: Annotated[str | None, at_option] = None,
    ) -> int:
        from tmplan.cli.acts import Aim, cancel_act

        return cancel_act(reason, Aim(incident, by, at))
