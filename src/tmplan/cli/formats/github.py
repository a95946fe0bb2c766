"""Annotations of GitHub Actions: workflow commands on standard output, then the plain list.

GitHub shows at most ten of a kind for each step, so the first of each kind are the first in the
files, errors before warnings, and a last notice says how many stand in the log only.
"""

from collections.abc import Iterator
from typing import Final

from tmplan.cli import excerpt
from tmplan.cli.formats import concise
from tmplan.cli.outcome import Outcome, Row
from tmplan.cli.text import plain
from tmplan.i18n import say
from tmplan.plan.problem import Severity

NAME: Final = "github"
FOR_PEOPLE: Final = True
SHOWN: Final = 10
_KINDS: Final = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTICE: "notice"}


def render(outcome: Outcome) -> str:
    """The commands, and every problem once more in the log."""
    return "\n".join([*_commands(list(outcome.rows())), *filter(None, [concise.render(outcome)])])


def _commands(rows: list[Row]) -> Iterator[str]:
    left = 0
    for severity, kind in _KINDS.items():
        room = SHOWN - 1 if severity is Severity.NOTICE else SHOWN  # one is for the last notice
        of_kind = [row for row in rows if row.problem.code.severity is severity]
        left += len(of_kind[room:])
        yield from (_command(kind, row) for row in of_kind[:room])
    if left:
        yield f"::notice::{_data(say('{n} more in the log', n=left))}"


def _command(kind: str, row: Row) -> str:
    code, at = row.problem.code, row.span
    told = {
        "title": f"{code.id} {code.name}",
        "file": row.file,
        "line": at.line,
        "col": at.column,
        "endLine": at.end_line,
        "endColumn": at.end_column,
    }
    named = ",".join(f"{name}={_property(value)}" for name, value in told.items())
    text = "\n".join(filter(None, (excerpt.sentence(row.problem), excerpt.advice(row.problem))))
    return f"::{kind} {named}::{_data(text)}"


def _data(text: str) -> str:
    escaped = text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
    return plain(escaped)


def _property(value: object) -> str:
    return _data(str(value)).replace(":", "%3A").replace(",", "%2C")
