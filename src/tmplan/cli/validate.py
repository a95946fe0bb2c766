"""`tmplan validate`: what is wrong with plans and scenarios, and what was proved of sound ones."""

import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Final

import typer

from tmplan.cli import console, places
from tmplan.cli.settings import current
from tmplan.errors import FileTrouble
from tmplan.i18n import say

if TYPE_CHECKING:
    from tmplan.plan.load import Loaded
    from tmplan.plan.problem import Problem
    from tmplan.plan.proof import Proof

_SUFFIXES: Final = frozenset({".yaml", ".yml"})
_HIDDEN: Final = frozenset({"records", "node_modules", "__pycache__"})


class Format(StrEnum):
    """How problems are written."""

    TEXT = "text"
    CONCISE = "concise"
    JSON = "json"


@dataclass(frozen=True, slots=True)
class Checked:
    """One file that was checked; a proof only where a plan has no error."""

    name: str
    kind: str
    loaded: "Loaded[Any]"
    proof: "Proof | None" = None


@dataclass(frozen=True, slots=True)
class Unread:
    """One file that could not be read at all."""

    name: str
    trouble: FileTrouble


def register(app: typer.Typer) -> None:
    """Put `validate` into the application."""

    @app.command(help=say("Check plans and scenarios; prove that every answer leads to a level."))
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
    ) -> int:
        wanted = Format.JSON if current().json else output_format
        found = list(_check_all(paths or [_shown(places.the_plan())]))
        checked = [each for each in found if isinstance(each, Checked)]
        unread = [each for each in found if isinstance(each, Unread)]
        if wanted is Format.JSON:
            console.document(_document(checked))
        else:
            _show(checked, concise=wanted is Format.CONCISE)
        for each in unread:
            _complain(each)
        wrong = any(
            _is_wrong(problem, strict=strict)
            for each in checked
            for problem in each.loaded.problems
        )
        if unread:
            return FileTrouble.exit_status
        return 1 if wrong else 0


def _check_all(names: Sequence[str]) -> Iterator[Checked | Unread]:
    seen: set[Path] = set()
    for name in names:
        try:
            for path, named in _files(name):
                if path.resolve() not in seen:
                    seen.add(path.resolve())
                    yield _check(path, named=named)
        except FileTrouble as trouble:
            yield Unread(name, trouble)


def _files(name: str) -> Iterator[tuple[Path, bool]]:
    """The files a name means, each with whether it was named itself."""
    path = Path(name)
    if name == "-" or not path.is_dir():
        yield path, True
        return
    for below in sorted(_walk(path)):
        yield below, False


def _walk(folder: Path) -> Iterator[Path]:
    try:
        inside = sorted(folder.iterdir())
    except OSError as error:
        raise FileTrouble(
            "the folder {folder} cannot be read: {reason}",
            folder=folder,
            reason=places.reason(error),
        ) from error
    for path in inside:
        if path.name.startswith(".") or path.name in _HIDDEN:
            continue
        if path.is_dir() and not path.is_symlink():
            yield from _walk(path)
        elif path.suffix in _SUFFIXES and path.is_file():
            yield path


def _check(path: Path, *, named: bool) -> Checked | Unread:
    from tmplan.plan.load import load_plan, plan_of

    name = path.as_posix()
    try:
        if name == "-":
            return _prove(say("(standard input)"), plan_of(_input(), "-", Path()))
        return _prove(name, load_plan(path))
    except FileTrouble as trouble:
        return Unread(name, trouble)


def _input() -> bytes:
    from tmplan.plan.load import LIMIT

    return sys.stdin.buffer.read(LIMIT + 1)


def _prove(name: str, loaded: "Loaded[Any]") -> Checked:
    return Checked(name, "plan", loaded)


def _is_wrong(problem: "Problem", *, strict: bool) -> bool:
    return problem.code.severity in ({"error", "warning"} if strict else {"error"})


def _show(checked: Sequence[Checked], *, concise: bool) -> None:
    from tmplan.cli import excerpt

    painted = current().color and sys.stdout.isatty()
    paint = excerpt.coloured if painted else excerpt.uncoloured
    for each in checked:
        for problem in each.loaded.problems:
            source = each.loaded.source_of(problem)
            if concise:
                console.line(excerpt.concise(problem, source.name))
            else:
                sys.stdout.write(excerpt.full(problem, source, paint) + "\n\n")
    for each in checked:
        console.line(f"{each.name}: {len(each.loaded.problems)}")


def _complain(unread: Unread) -> None:
    error = unread.trouble
    text = say("Error: {sentence}", sentence=say(error.message, **error.params))
    console.line(text, style="bad", err=True)
    if error.hint:
        console.line(say("Hint: {sentence}", sentence=say(error.hint, **error.params)), err=True)


def _document(checked: Sequence[Checked]) -> dict[str, Any]:
    return {"files": [each.name for each in checked]}


def _shown(path: Path) -> str:
    """The path as short as it can be typed here."""
    try:
        return path.relative_to(Path.cwd()).as_posix()
    except ValueError:
        return path.as_posix()
