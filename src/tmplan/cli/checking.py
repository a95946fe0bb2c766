"""Every file checked: its problems, what they are called, and what was proved of it."""

import os
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any, Final

from tmplan import i18n
from tmplan.cli import console
from tmplan.cli.finding import Unread, files_of, kind_of
from tmplan.errors import FileTrouble
from tmplan.plan.load import Loaded, load_plan, plan_of
from tmplan.plan.problem import Path as PlanPath
from tmplan.plan.problem import Problem, Related, Severity
from tmplan.plan.proof import Proof, prove
from tmplan.plan.selection import Selection
from tmplan.plan.shortest import Way, shortest
from tmplan.plan.silence import heard, may_silence
from tmplan.plan.source import Source

WORTH_HELPERS: Final = 24
"""From so many files on, all processors are used; below, starting them costs more than it saves."""


@dataclass(frozen=True, slots=True)
class Checked:
    """One file that was checked: its problems, each with its logical place, and the proof.

    ``places`` name where each problem stands by ids instead of numbers, so that they stay the
    same when lines move. ``sources`` are the texts of the file and of others that belong to it.
    """

    name: str
    problems: tuple[Problem, ...]
    places: tuple[str, ...]
    sources: tuple[Source, ...]
    plan: str | None = None
    proof: Proof | None = None
    ways: Mapping[str, Mapping[str, Way]] = field(default_factory=dict)
    """For each event type, the fewest answers that lead to each level, if that was asked for."""

    def count(self, severity: Severity) -> int:
        """How many problems are of one severity."""
        return sum(each.code.severity is severity for each in self.problems)

    def source_of(self, place: Problem | Related) -> Source:
        """The file a problem, or what explains it, stands in."""
        return next((each for each in self.sources if each.name == place.file), self.sources[0])


@dataclass(frozen=True, slots=True)
class Wanted:
    """How files are looked at: on which day, which problems are said, under which name `-` goes.

    ``ways`` asks for the fewest answers that lead to each level.
    """

    today: date
    selection: Selection
    piped: str = "-"
    ways: bool = False


def check_all(names: Sequence[str], wanted: Wanted) -> Iterator[Checked | Unread]:
    """Every file these names mean, each once, in their order."""
    paths: dict[str, Path] = {}
    parts: dict[str, tuple[Path, bool]] = {}
    unread: list[Unread] = []
    for name in names:
        try:
            for path in files_of(name):
                if kind_of(path) == "part":
                    parts.setdefault(os.path.realpath(path), (path, path == Path(name)))
                else:
                    paths.setdefault(os.path.realpath(path), path)
        except FileTrouble as trouble:
            unread.append(Unread(name, trouble))
    for found in _check_each(list(paths.values()), wanted):
        if isinstance(found, Checked):  # a part that a plan was read with has been checked
            for source in found.sources[1:]:
                parts.pop(os.path.realpath(source.name), None)
        yield found
    yield from (_check_part(path, wanted, named=named) for path, named in parts.values())
    yield from unread


def _check_each(paths: Sequence[Path], wanted: Wanted) -> Iterator[Checked | Unread]:
    if len(paths) < WORTH_HELPERS or (os.cpu_count() or 1) == 1:
        return (check(path, wanted) for path in paths)
    return _check_together(paths, wanted)


def _check_part(path: Path, wanted: Wanted, *, named: bool) -> Checked | Unread:
    """A part that no plan here was read with; one in a folder should have been."""
    from tmplan.plan import parts
    from tmplan.plan.load import load_part

    code = parts.ALONE if named else parts.UNLISTED
    try:
        loaded = load_part(path).with_problems([Problem(code, (parts.PART_KEY,), at_key=True)])
    except FileTrouble as trouble:
        return Unread(path.as_posix(), trouble)
    return _checked(loaded, wanted)


def _check_together(paths: Sequence[Path], wanted: Wanted) -> Iterator[Checked | Unread]:
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing import get_context

    # Linux hands over what is loaded already; elsewhere each helper loads it anew.
    how = "fork" if sys.platform == "linux" else "spawn"
    helpers = min(os.cpu_count() or 1, len(paths) // 8)
    with (
        ProcessPoolExecutor(
            helpers, get_context(how), initializer=i18n.speak, initargs=(i18n.language(),)
        ) as pool,
        console.progress(len(paths)) as step,
    ):
        for found in pool.map(partial(check, wanted=wanted), paths, chunksize=4):
            step()
            yield found


def check(path: Path, wanted: Wanted) -> Checked | Unread:
    """One file, read and looked at in every way."""
    name = path.as_posix()
    try:
        if name == "-":
            data, piped = console.read_input(), Path(wanted.piped)
            loaded = plan_of(data, piped.as_posix(), piped.parent, today=wanted.today)
            return _proved(loaded, wanted)
        if kind_of(path) == "scenario":
            from tmplan.cli.scenarios import load_scenario  # most files are plans

            return _checked(load_scenario(path), wanted)
        return _proved(load_plan(path, today=wanted.today), wanted)
    except FileTrouble as trouble:
        return Unread(name, trouble)


def _proved(loaded: Loaded[Any], wanted: Wanted) -> Checked:
    """A plan with what can be said about every combination of answers, if it is sound so far."""
    if loaded.model is None:
        return _checked(loaded, wanted)
    plan = loaded.model
    proof = prove(plan)
    loaded = loaded.with_problems(proof.problems)
    if loaded.model is None:
        return _checked(loaded, wanted)
    ways = {event: shortest(plan, event) for event in plan.events} if wanted.ways else {}
    return replace(
        _checked(loaded, wanted), plan=plan.id, proof=replace(proof, problems=()), ways=ways
    )


def _checked(loaded: Loaded[Any], wanted: Wanted) -> Checked:
    problems: list[Problem] = []
    for source in (loaded.source, *loaded.others):
        own = [each for each in loaded.problems if loaded.source_of(each) is source]
        if may_silence(source):
            from tmplan.cli.explained import names  # only comments that silence need them

            file = "" if source is loaded.source else source.name
            own = [replace(each, file=file) for each in heard(source, own, names())]
        problems += own
    said = sorted(wanted.selection.of(problems), key=_order)
    return Checked(
        loaded.name,
        tuple(said),
        tuple(logical(each.path, loaded.words) for each in said),
        tuple(
            replace(each, value=None, problems=(), doubts=())
            for each in (loaded.source, *loaded.others)
        ),
    )


def _order(problem: Problem) -> tuple[str, int, int, str]:
    at = problem.span
    return problem.file, at.line if at else 1, at.column if at else 1, problem.code.id


def logical(path: PlanPath, words: Mapping[str, object]) -> str:
    """A path by ids: `events.fire.steps.respond[call-help].role`; a number where there is no id."""
    value: Any = words
    shown = ""
    for part in path:
        try:
            value = value[part]
        except (LookupError, TypeError):
            value = None
        if isinstance(part, int):
            own = value.get("id") if isinstance(value, dict) else None
            shown += f"[{own or part}]"
        else:
            shown += f".{part}" if shown else str(part)
    return shown
