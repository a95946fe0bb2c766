"""`tmplan fmt`: plans and scenarios in their usual layout; what they say stays."""

import difflib
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from tmplan.cli import console, places
from tmplan.cli.finding import Unread, files_of, kind_in, short
from tmplan.cli.settings import current
from tmplan.cli.spoken import spoken
from tmplan.errors import FileTrouble
from tmplan.i18n import say

if TYPE_CHECKING:
    from tmplan.plan.mend import Note
    from tmplan.plan.tidy import Tidied


@dataclass(frozen=True, slots=True)
class Seen:
    """One file that was looked at: its bytes, and what it should look like."""

    path: Path
    old: bytes
    tidied: "Tidied"

    @property
    def name(self) -> str:
        """What it is called in sentences."""
        return self.path.as_posix()

    @property
    def new(self) -> bytes:
        """What its bytes should be."""
        return self.old if self.tidied.text is None else self.tidied.text.encode()

    @property
    def is_new(self) -> bool:
        """Whether they should be others."""
        return self.new != self.old


def register(app: typer.Typer) -> None:
    """Put `fmt` into the application."""

    @app.command(
        help=say("Put plans and scenarios into their usual layout; meaning and comments stay.")
    )
    def fmt(
        paths: Annotated[
            list[str] | None,
            typer.Argument(
                metavar="[PATH]...",
                help=say("Files and folders; `-` is standard input. Default: the plan found."),
            ),
        ] = None,
        check: Annotated[
            bool,
            typer.Option("--check", help=say("Write nothing; status 1 if a file would change.")),
        ] = False,
        diff: Annotated[
            bool, typer.Option("--diff", help=say("Write nothing; show what would change."))
        ] = False,
    ) -> int:
        status, rows = 0, []
        for each in _each(paths or [short(places.the_plan())]):
            seen = each if isinstance(each, Unread) else _finish(each, check=check, diff=diff)
            if isinstance(seen, Unread):
                console.complain(seen.trouble)
                status = seen.trouble.exit_status
            elif seen.tidied.text is None or (check and seen.is_new):
                status = status or 1
            if isinstance(seen, Seen):
                rows.append(_row(seen))
        if current().json:
            console.document({"files": rows})
        return status


def _each(names: Sequence[str]) -> Iterator[Seen | Unread]:
    known: set[Path] = set()
    for name in names:
        try:
            for path in files_of(name):
                if (real := path.resolve()) not in known:
                    known.add(real)
                    yield _look_at(path)
        except FileTrouble as trouble:
            yield Unread(name, trouble)


def _look_at(path: Path) -> Seen:
    from tmplan.drill.scenario import Scenario
    from tmplan.plan.load import LIMIT, PLAN_KEY, read
    from tmplan.plan.model import Plan
    from tmplan.plan.parts import PART_KEY, Part
    from tmplan.plan.tidy import tidy

    old = sys.stdin.buffer.read(LIMIT + 1) if path.name == "-" else read(path)
    match kind_in(places.head_of(old)):
        case "scenario":
            return Seen(path, old, tidy(old, path.as_posix(), Scenario, "tmplan-drill"))
        case "part":
            return Seen(path, old, tidy(old, path.as_posix(), Part, PART_KEY))
        case _:
            return Seen(path, old, tidy(old, path.as_posix(), Plan, PLAN_KEY))


def _finish(seen: Seen, *, check: bool, diff: bool) -> Seen | Unread:
    """Write, show or say what there is to; a file that cannot be written is no longer seen."""
    piped = seen.name == "-"
    if seen.tidied.text is None:
        _refuse(seen)
    elif diff:
        console.block(_diff(seen), err=current().json) if seen.is_new else None
    elif piped and not check and not current().json:
        sys.stdout.buffer.write(seen.new)
        sys.stdout.buffer.flush()
    elif not check and not piped and seen.is_new:
        from tmplan.cli.rewriting import rewrite

        try:
            rewrite(seen.path, seen.old, seen.new)
        except FileTrouble as trouble:
            return Unread(seen.name, trouble)
    if seen.tidied.text is not None and not current().json:
        _tell(seen, looked=check or diff, err=piped or diff)
    return seen


def _refuse(seen: Seen) -> None:
    """Say why a file stays as it is: its errors, or that its meaning would change."""
    from tmplan.cli import excerpt
    from tmplan.plan.problem import Severity

    source = seen.tidied.source
    errors = [each for each in source.problems if each.code.severity is Severity.ERROR]
    for problem in errors:
        console.block(excerpt.full(problem, lambda _: source, excerpt.uncoloured) + "\n", err=True)
    if errors:
        text = say("{file}: left as it is: errors {errors}", file=seen.name, errors=len(errors))
    else:
        text = say(
            "{file}: left as it is: no other layout of it was found to mean the same",
            file=seen.name,
        )
    console.line(text, err=True)


def _tell(seen: Seen, *, looked: bool, err: bool) -> None:
    if not seen.is_new:
        text = say("{file}: nothing to change", file=seen.name)
    elif looked:
        text = say("{file}: would be rewritten", file=seen.name)
    else:
        text = say("{file}: rewritten", file=seen.name)
    console.line(text, err=err)
    for note in seen.tidied.notes:
        console.line(_done(note), indent=2, err=err)


def _done(note: "Note") -> str:
    return say(note.message, **spoken(note.params))


def _row(seen: Seen) -> dict[str, Any]:
    refused = seen.tidied.text is None
    return {
        "file": seen.name,
        "changed": seen.is_new,
        "refused": refused,
        "notes": [_done(note) for note in seen.tidied.notes],
    }


def _diff(seen: Seen) -> str:
    from tmplan.plan.encoding import recode

    try:
        old = seen.old.decode()
    except UnicodeDecodeError:
        found = recode(seen.old)
        old = found[0] if found else ""
    before, after = (text.split("\n") for text in (old, seen.new.decode()))
    return "\n".join(difflib.unified_diff(before, after, seen.name, seen.name, lineterm=""))
