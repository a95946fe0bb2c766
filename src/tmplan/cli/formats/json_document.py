"""For programs: the promised document of `validate --json`."""

from typing import Any, Final

from tmplan.cli import console, excerpt
from tmplan.cli.checking import Checked
from tmplan.cli.outcome import Outcome, Row

NAME: Final = "json"
FOR_PEOPLE: Final = False


def render(outcome: Outcome) -> str:
    """`files`, `problems` and `proof`."""
    return console.as_json(
        {
            "files": [each.name for each in outcome.checked],
            "problems": [_problem(row) for row in outcome.rows()],
            "proof": [_proof(each) for each in outcome.checked if each.proof],
        }
    )


def _problem(row: Row) -> dict[str, Any]:
    at, code = row.span, row.problem.code
    return {
        "file": row.file,
        "line": at.line,
        "column": at.column,
        "end_line": at.end_line,
        "end_column": at.end_column,
        "code": code.id,
        "name": code.name,
        "severity": code.severity.value,
        "path": list(row.problem.path),
        "message": excerpt.sentence(row.problem),
        "hint": excerpt.advice(row.problem),
        "related": [
            {
                "file": file,
                "line": near.span.line,
                "column": near.span.column,
                "message": excerpt.remark(near),
            }
            for file, near in row.related
            if near.span
        ],
    }


def _proof(checked: Checked) -> dict[str, Any]:
    proof = checked.proof
    if proof is None:
        return {}
    return {
        "file": checked.name,
        "plan": checked.plan,
        "combinations": proof.combinations,
        "event_types": {event: each.combinations for event, each in proof.events.items()},
        "by_event_type": {
            event: {
                "combinations": each.combinations,
                "levels": list(each.levels),
                "steps": each.steps,
                "paths": each.paths,
            }
            for event, each in proof.events.items()
        },
        "levels": list(proof.levels),
        "steps": proof.steps,
    }
