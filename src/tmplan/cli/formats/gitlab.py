"""A code quality report of GitLab: a list of findings with fingerprints."""

from typing import Any, Final

from tmplan.cli import console, excerpt
from tmplan.cli.outcome import Outcome, Row
from tmplan.plan.problem import Severity

NAME: Final = "gitlab"
FOR_PEOPLE: Final = False
_SEVERITIES: Final = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.NOTICE: "info"}


def render(outcome: Outcome) -> str:
    """Every problem; GitLab shows the fingerprints it has not seen before as new."""
    return console.as_json([_finding(row) for row in outcome.rows()])


def _finding(row: Row) -> dict[str, Any]:
    code = row.problem.code
    return {
        "check_name": f"{code.id} {code.name}",
        "description": excerpt.sentence(row.problem),
        "severity": _SEVERITIES[code.severity],
        "fingerprint": row.fingerprint,
        "location": {
            "path": row.file,
            "lines": {"begin": row.span.line, "end": row.span.end_line},
        },
    }
