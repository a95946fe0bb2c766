"""`tmplan validate`: what is wrong with plans and scenarios, and what was proved of sound ones."""

import os
import re
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Final, Literal

import typer

from tmplan.cli import console, places
from tmplan.cli.settings import current
from tmplan.errors import FileTrouble, WrongUse, reason
from tmplan.i18n import say
from tmplan.journal.clock import local_day

if TYPE_CHECKING:
    from tmplan.plan.load import Loaded
    from tmplan.plan.problem import Problem, Severity
    from tmplan.plan.proof import Proof

Kind = Literal["plan", "scenario", "part", "other"]

_SUFFIXES: Final = frozenset({".yaml", ".yml"})
_LEFT_OUT: Final = frozenset({"records", "node_modules", "__pycache__"})
_KIND: Final = re.compile(r"""^\ufeff?["']?tmplan(-[a-z]+)?["']?[ ]*[:：]""", re.MULTILINE)


class Format(StrEnum):
    """How problems are written."""

    TEXT = "text"
    CONCISE = "concise"
    JSON = "json"


@dataclass(frozen=True, slots=True)
class Checked:
    """One file that was checked; a proof only where a plan has no error."""

    name: str
    loaded: "Loaded[Any]"
    proof: "Proof | None" = None

    def count(self, severity: "Severity") -> int:
        """How many problems are of one severity."""
        return sum(each.code.severity is severity for each in self.loaded.problems)


@dataclass(frozen=True, slots=True)
class Unread:
    """One file that could not be read at all."""

    name: str
    trouble: FileTrouble


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
        today: Annotated[
            str,
            typer.Option(
                "--today", metavar="DATE", help=say("Look at dates as on this day, not as today.")
            ),
        ] = "",
    ) -> int:
        names = paths or [short(places.the_plan())]
        found = list(_check_all(names, _day(today)))
        return _report(found, Format.JSON if current().json else output_format, strict=strict)


def _report(found: Sequence[Checked | Unread], wanted: Format, *, strict: bool) -> int:
    """Show everything, and the exit status it comes to."""
    from tmplan.plan.problem import Severity

    checked = [each for each in found if isinstance(each, Checked)]
    unread = [each for each in found if isinstance(each, Unread)]
    if wanted is Format.JSON:
        console.document(_document(checked))
    else:
        _show(checked, concise=wanted is Format.CONCISE)
    for each in unread:
        console.complain(each.trouble)
    if unread:
        return FileTrouble.exit_status
    grave = (Severity.ERROR, Severity.WARNING) if strict else (Severity.ERROR,)
    return int(any(each.count(severity) for each in checked for severity in grave))


def _day(written: str) -> date:
    """The day that dates are compared with.

    Raises:
        WrongUse: it is none.
    """
    try:
        return date.fromisoformat(written) if written else local_day()
    except ValueError as error:
        raise WrongUse(
            "`{raw}` is not a date", hint="write year, month and day: `2026-11-23`", raw=written
        ) from error


def _check_all(names: Sequence[str], today: date) -> Iterator[Checked | Unread]:
    seen: set[Path] = set()
    with_a_plan: set[Path] = set()
    parts: dict[Path, str] = {}
    for name in names:
        try:
            for path in files_of(name):
                if kind_of(path) == "part":
                    parts.setdefault(path, name)
                elif (real := _real(path)) not in seen:
                    seen.add(real)
                    found = _check(path, today)
                    with_a_plan |= set(_read_with(found))
                    yield found
        except FileTrouble as trouble:
            yield Unread(name, trouble)
    for path, name in parts.items():
        if (real := _real(path)) not in with_a_plan:
            with_a_plan.add(real)
            yield _check_part(path, named=path == Path(name))


def _real(path: Path | str) -> Path:
    return Path(os.path.realpath(path))


def _read_with(found: Checked | Unread) -> Iterator[Path]:
    """The further files that a plan was read from."""
    if isinstance(found, Checked):
        yield from (_real(each.name) for each in found.loaded.others)


def _check_part(path: Path, *, named: bool) -> Checked | Unread:
    """A part that no plan here was read from; one in a folder should have been."""
    from tmplan.plan import parts
    from tmplan.plan.load import load_part
    from tmplan.plan.problem import Problem

    code = parts.ALONE if named else parts.UNLISTED
    try:
        loaded = load_part(path).with_problems([Problem(code, (parts.PART_KEY,), at_key=True)])
    except FileTrouble as trouble:
        return Unread(path.as_posix(), trouble)
    return Checked(path.as_posix(), loaded)


def files_of(name: str) -> Iterator[Path]:
    """The file with this name, or the plans and scenarios in the folder with this name."""
    path = Path(name)
    if name == "-" or not path.is_dir():
        yield path
        return
    found = [each for each in _yaml_below(path) if kind_of(each) != "other" or _is_closed(each)]
    if not found:
        raise FileTrouble(
            "the folder {folder} holds no plan and no scenario",
            hint="a plan begins with `tmplan: 1`, a scenario with `tmplan-drill: 1`",
            folder=path,
        )
    yield from found


def _yaml_below(folder: Path) -> Iterator[Path]:
    try:
        inside = sorted(folder.iterdir())
    except OSError as error:
        raise FileTrouble(
            "the folder {folder} cannot be read: {reason}",
            folder=folder,
            reason=reason(error),
        ) from error
    for path in inside:
        if path.name.startswith(".") or path.name in _LEFT_OUT:
            continue
        if path.is_dir() and not path.is_symlink():
            yield from _yaml_below(path)
        elif path.suffix in _SUFFIXES and path.is_file():
            yield path


def kind_of(path: Path) -> Kind:
    """What a file is by its first key."""
    return kind_in(places.head(path)) if path.is_file() else "other"


def kind_in(head: str) -> Kind:
    """The same from the text at the beginning of a file."""
    found = _KIND.search(head)
    match found and (found[1] or ""):
        case "":
            return "plan"
        case "-drill":
            return "scenario"
        case "-part":
            return "part"
        case _:
            return "other"


def _is_closed(path: Path) -> bool:
    """Whether a file may not be read, so that nobody knows what it is."""
    return not os.access(path, os.R_OK)


def _check(path: Path, today: date) -> Checked | Unread:
    from tmplan.plan.load import load_plan, plan_of

    name = path.as_posix()
    try:
        if name == "-":
            return _proved(name, plan_of(console.read_input(), name, Path(), today=today))
        if kind_of(path) == "scenario":
            from tmplan.cli.scenarios import load_scenario  # most files are plans

            return Checked(name, load_scenario(path))
        return _proved(name, load_plan(path, today=today))
    except FileTrouble as trouble:
        return Unread(name, trouble)


def _proved(name: str, loaded: "Loaded[Any]") -> Checked:
    """A plan with what can be said about every combination of answers, if it is sound so far."""
    if loaded.model is None:
        return Checked(name, loaded)
    from tmplan.plan.proof import prove

    proof = prove(loaded.model)
    loaded = loaded.with_problems(proof.problems)
    return Checked(name, loaded, proof if loaded.model else None)


def _show(checked: Sequence[Checked], *, concise: bool) -> None:
    from tmplan.cli import excerpt

    paint = excerpt.coloured if _in_colour() else excerpt.uncoloured
    for each in checked:
        for problem in each.loaded.problems:
            if concise:
                console.block(excerpt.concise(problem, each.loaded.source_of(problem).name))
            else:
                # what comes from files is made harmless there; only our own colours are obeyed
                console.painted(excerpt.full(problem, each.loaded.source_of, paint) + "\n")
    for each in checked:
        console.block(_summary(each))


def _in_colour() -> bool:
    if not current().color or not sys.stdout.isatty():
        return False
    return os.name != "nt" or any(each in os.environ for each in ("WT_SESSION", "ANSICON", "TERM"))


def _summary(each: Checked) -> str:
    """One line for one file: sound or not, and how far the proof went."""
    from tmplan.plan.problem import Severity

    errors, warnings, notices = (each.count(severity) for severity in Severity)
    if errors:
        return say(
            "{file}: not usable yet: errors {errors}, warnings {warnings}, notices {notices}",
            file=each.name,
            errors=errors,
            warnings=warnings,
            notices=notices,
        )
    counts = {"file": each.name, "warnings": warnings, "notices": notices}
    if each.proof is None:
        return say("{file}: ok (warnings {warnings}, notices {notices})", **counts)
    return say(
        "{file}: ok (warnings {warnings}, notices {notices}); proved for all {combinations} "
        "combinations of answers: event types {events}, levels {levels}, steps {steps}",
        **counts,
        combinations=f"{each.proof.combinations:,}",
        events=len(each.proof.events),
        levels=len(each.proof.levels),
        steps=each.proof.steps,
    )


def _document(checked: Sequence[Checked]) -> dict[str, Any]:
    """The promised JSON document."""
    return {
        "files": [each.name for each in checked],
        "problems": [
            _problem(problem, each.loaded) for each in checked for problem in each.loaded.problems
        ],
        "proof": [
            {
                "file": each.name,
                "plan": each.loaded.model.id,
                "combinations": each.proof.combinations,
                "event_types": dict(each.proof.events),
                "levels": list(each.proof.levels),
                "steps": each.proof.steps,
            }
            for each in checked
            if each.proof and each.loaded.model
        ],
    }


def _problem(problem: "Problem", loaded: "Loaded[Any]") -> dict[str, Any]:
    from tmplan.cli import excerpt
    from tmplan.plan.problem import Span

    at, code = problem.span or Span(1, 1, 1, 1), problem.code
    return {
        "file": loaded.source_of(problem).name,
        "line": at.line,
        "column": at.column,
        "end_line": at.end_line,
        "end_column": at.end_column,
        "code": code.id,
        "name": code.name,
        "severity": code.severity.value,
        "path": list(problem.path),
        "message": excerpt.sentence(problem),
        "hint": excerpt.advice(problem),
        "related": [
            {
                "file": loaded.source_of(near).name,
                "line": near.span.line,
                "column": near.span.column,
                "message": excerpt.remark(near),
            }
            for near in problem.related
            if near.span
        ],
    }


def short(path: Path) -> str:
    """The path as it can be typed here."""
    try:
        return path.relative_to(Path.cwd()).as_posix()
    except ValueError:
        return path.as_posix()
