"""SARIF 2.1.0, the exchange format of static analysis (OASIS), as code scanning reads it."""

from collections.abc import Iterable
from typing import Any, Final
from urllib.parse import quote

from tmplan import __version__
from tmplan.cli import console, excerpt
from tmplan.cli.outcome import Outcome, Row
from tmplan.cli.spoken import explain
from tmplan.i18n import language
from tmplan.plan.problem import Code, Related, Severity, Span

NAME: Final = "sarif"
FOR_PEOPLE: Final = False
SCHEMA: Final = "https://json.schemastore.org/sarif-2.1.0.json"
_LEVELS: Final = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTICE: "note"}
_ROOT: Final = "SRCROOT"


def render(outcome: Outcome) -> str:
    """One run: its rules, its results, and what could not be read."""
    rows = list(outcome.rows())
    codes = sorted({row.problem.code for row in rows}, key=lambda code: code.id)
    codes = list({code.id: code for code in codes}.values())
    number = {code.id: place for place, code in enumerate(codes)}
    run = {
        "tool": {
            "driver": {
                "name": "tmplan",
                "version": __version__,
                "language": language(),
                "rules": [_rule(code) for code in codes],
            }
        },
        "columnKind": "unicodeCodePoints",
        "invocations": [_invocation(outcome)],
        "results": [_result(row, number[row.problem.code.id]) for row in rows],
    }
    return console.as_json({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]})


def _rule(code: Code) -> dict[str, Any]:
    return {
        "id": code.id,
        "name": code.name,
        "shortDescription": {"text": code.name},
        "help": {"text": f"tmplan explain {code.id}"},
        "defaultConfiguration": {"level": _LEVELS[code.severity]},
    }


def _result(row: Row, number: int) -> dict[str, Any]:
    hint = excerpt.advice(row.problem)
    text = excerpt.sentence(row.problem) + (f"\n{hint}" if hint else "")
    found = {
        "ruleId": row.problem.code.id,
        "ruleIndex": number,
        "level": _LEVELS[row.problem.code.severity],
        "message": {"text": text},
        "locations": [_location(row.file, row.span, row.place)],
        "partialFingerprints": {"tmplan/v1": row.fingerprint},
    }
    if related := list(_related(row.related)):
        found["relatedLocations"] = related
    return found


def _location(file: str, at: Span, place: str) -> dict[str, Any]:
    found = {"physicalLocation": _physical(file, at)}
    if place:
        found["logicalLocations"] = [{"fullyQualifiedName": place}]  # type: ignore[assignment]
    return found


def _physical(file: str, at: Span) -> dict[str, Any]:
    return {
        "artifactLocation": {"uri": quote(file), "uriBaseId": _ROOT},
        "region": {
            "startLine": at.line,
            "startColumn": at.column,
            "endLine": at.end_line,
            "endColumn": at.end_column,
        },
    }


def _related(related: Iterable[tuple[str, Related]]) -> Iterable[dict[str, Any]]:
    for number, (file, near) in enumerate(related):
        if near.span:
            yield {
                "id": number,
                "message": {"text": excerpt.remark(near)},
                "physicalLocation": _physical(file, near.span),
            }


def _invocation(outcome: Outcome) -> dict[str, Any]:
    notes = [
        {"level": "error", "message": {"text": explain(each.trouble)}} for each in outcome.unread
    ]
    done: dict[str, Any] = {"executionSuccessful": not notes}
    return {**done, "toolExecutionNotifications": notes} if notes else done
