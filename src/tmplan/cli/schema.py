"""`tmplan schema`: the formats as JSON Schemas, explained in the chosen language."""

import json
from pathlib import Path
from typing import Annotated, Any

import typer

from tmplan.cli import console
from tmplan.errors import FileTrouble, WrongUse, reason
from tmplan.i18n import language, say


def register(app: typer.Typer) -> None:
    """Put `schema` into the application."""

    @app.command(
        help=say("Print the JSON Schema of the plan format, for editors and other checkers.")
    )
    def schema(
        drill: Annotated[
            bool, typer.Option("--drill", help=say("The schema of drill scenarios instead."))
        ] = False,
        part: Annotated[
            bool, typer.Option("--part", help=say("The schema of parts of a plan instead."))
        ] = False,
        output: Annotated[
            Path | None,
            typer.Option("--output", metavar=say("PATH"), help=say("Write it into this file.")),
        ] = None,
    ) -> None:
        if drill and part:
            raise WrongUse("`--drill` and `--part` are two schemas; ask for one of them")
        found = scenario() if drill else part_of_plan() if part else plan()
        if output is None:
            console.document(found)
        else:
            write(output, found)


def plan() -> dict[str, Any]:
    """The schema of a plan, in the chosen language."""
    from tmplan.plan.jsonschema import plan_schema  # only this command needs it

    return _spoken(plan_schema())


def part_of_plan() -> dict[str, Any]:
    """The schema of a part of a plan, in the chosen language."""
    from tmplan.plan.jsonschema import part_schema

    return _spoken(part_schema())


def scenario() -> dict[str, Any]:
    """The schema of a scenario, in the chosen language."""
    from tmplan.drill.jsonschema import scenario_schema

    return _spoken(scenario_schema())


def write(path: Path, schema: dict[str, Any]) -> None:
    """A schema into a file, in UTF-8 whatever the system's encoding is.

    Raises:
        FileTrouble: it cannot be written.
    """
    try:
        path.write_text(as_text(schema), encoding="utf-8", newline="\n")
    except OSError as error:
        raise FileTrouble(
            "{file} cannot be written: {reason}", file=path, reason=reason(error)
        ) from error


def as_text(schema: dict[str, Any]) -> str:
    """A schema as it stands in a file."""
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"


def _spoken(schema: dict[str, Any]) -> dict[str, Any]:
    return {**_said(schema), "$id": f"{schema['$id']}:{language()}"}


def _said(schema: Any) -> Any:
    """The same with every sentence in the chosen language."""
    from tmplan.plan.kinds import SENTENCES

    match schema:
        case dict():
            return {
                key: say(value) if key in SENTENCES and isinstance(value, str) else _said(value)
                for key, value in schema.items()
            }
        case list():
            return [_said(each) for each in schema]
        case _:
            return schema
