"""A file to its words, or everything that is wrong with them."""

import stat
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from hashlib import sha256
from pathlib import Path as FilePath
from typing import TYPE_CHECKING, Any, Final, Generic

from tmplan.errors import FileTrouble, reason
from tmplan.plan import contacts
from tmplan.plan.encoding import LIMIT_MB
from tmplan.plan.homes import Home, Homes, Joined
from tmplan.plan.index import Index
from tmplan.plan.misfit import OTHER_KIND
from tmplan.plan.model import Plan
from tmplan.plan.problem import Path, Problem, Related, Severity, Span
from tmplan.plan.rehearsed import scripts
from tmplan.plan.rules import lint
from tmplan.plan.schema import W, doubts, fit, words_in
from tmplan.plan.shape import is_kind
from tmplan.plan.source import Source, parse

if TYPE_CHECKING:
    from tmplan.plan.parts import Part

PLAN_KEY: Final = "tmplan"
MOST_PROBLEMS: Final = 200
_RANKS: Final = tuple(Severity)
LIMIT: Final = LIMIT_MB * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Loaded(Generic[W]):
    """A file that was read: its model if it is sound, and all that was found wrong.

    ``words`` is its plain data without notes (`x-` keys), with what its parts define and the people
    of the contacts file. ``sources`` has the SHA-256 of every file it was made of, under the name
    the plan uses; ``others`` are those files but the first, and ``homes`` says what stands where.
    """

    name: str
    source: Source
    words: dict[str, Any]
    model: W | None
    problems: tuple[Problem, ...]
    sources: Mapping[str, str] = field(default_factory=dict)
    others: tuple[Source, ...] = ()
    homes: Mapping[Path, Home] = field(default_factory=dict)

    def source_of(self, place: Problem | Related) -> Source:
        """The file a problem, or what explains it, stands in."""
        return next((each for each in self.others if each.name == place.file), self.source)

    def with_problems(self, more: Iterable[Problem]) -> "Loaded[W]":
        """The same with further problems, each put at its place in its file."""
        found = _first([*self.problems, *Homes(self.source, self.homes).placed(more)])
        return replace(self, problems=found, model=None if _wrong(found) else self.model)


def load_plan(path: FilePath, *, today: date | None = None) -> Loaded[Plan]:
    """A plan with its parts and the people of its contacts file, checked by every rule.

    Without a day, rules about dates say nothing: they are for whoever keeps the plan.

    Raises:
        FileTrouble: the file is missing, unreadable or no ordinary file.
    """
    return plan_of(read(path), path.as_posix(), path.parent, today=today)


def plan_of(data: bytes, name: str, folder: FilePath, *, today: date | None = None) -> Loaded[Plan]:
    """A plan out of bytes; files it names are looked for in the folder."""
    begun = _begun(data, name, Plan, PLAN_KEY)
    if not begun.words:
        return begun
    source = begun.source
    joined = Joined(begun.words)
    if begun.words.get("parts"):
        from tmplan.plan.parts import join  # few plans have any

        joined = join(begun.words, source, len(data), folder, read)
    found = contacts.merge(joined.words, folder, read)
    homes = {**joined.homes, **found.homes}
    model, misfits = fit(Plan, joined.words)
    if not joined.whole:  # what seems to be missing may stand in a part that was not read
        misfits = [each for each in misfits if each.path or each.params["key"] != "events"]
    broken = [*begun.problems, *joined.problems, *found.inner, *misfits, *doubts(source, Plan)]
    linted: Iterable[Problem] = ()
    if joined.whole:
        drills = scripts(found.words, folder, FilePath(name).name, read)
        index = Index(found.words, people_elsewhere=found.unread, today=today, scripts=drills)
        linted = _outside(broken, lint(index))
    all_found = [*broken, *found.problems, *linted]
    problems = _first(Homes(source, homes).placed(all_found))
    if _wrong(problems):
        model = None
    elif found.words is not joined.words:
        model, _ = fit(Plan, found.words)
    others = (*joined.sources, *((found.source,) if found.source else ()))
    digests = {FilePath(name).name: begun.sources[name], **joined.digests, **found.digests}
    return Loaded(name, source, found.words, model, problems, digests, others, homes)


def load_part(path: FilePath) -> "Loaded[Part]":
    """A part by itself: its shape is checked, not what it has to do with its plan.

    Raises:
        FileTrouble: the file is missing, unreadable or no ordinary file.
    """
    from tmplan.plan.parts import PART_KEY, Part, fit_part

    begun = _begun(read(path), path.as_posix(), Part, PART_KEY)
    if not begun.words:
        return begun
    part, found = fit_part(begun.words)
    return replace(begun, model=part).with_problems([*found, *doubts(begun.source, Part)])


def load_words(path: FilePath, model: type[W], first_key: str) -> Loaded[W]:
    """The words of a scenario or an answers file; how they fit a plan is for the caller.

    Raises:
        FileTrouble: the file is missing, unreadable or no ordinary file.
    """
    return words_of(read(path), path.as_posix(), model, first_key)


def words_of(data: bytes, name: str, model: type[W], first_key: str) -> Loaded[W]:
    """The same out of bytes."""
    return _load(data, name, model, first_key)


def read(path: FilePath) -> bytes:
    """The bytes of an ordinary file; of one that is too large, only as many as show that.

    Raises:
        FileTrouble: there is no such file, it cannot be read, or it is a folder or a pipe.
    """
    try:
        kind = path.stat().st_mode
        if stat.S_ISDIR(kind):
            raise FileTrouble("{file} is a folder, not a file", file=path)
        if not stat.S_ISREG(kind):
            raise FileTrouble("{file} is not an ordinary file", file=path)
        with path.open("rb") as file:
            return file.read(LIMIT + 1)
    except FileNotFoundError:
        raise FileTrouble(
            "there is no file {file}", hint="check the name and the folder", file=path
        ) from None
    except OSError as error:
        why = reason(error)
        raise FileTrouble("{file} cannot be read: {reason}", file=path, reason=why) from None
    except ValueError:  # NUL in a name
        raise FileTrouble("there is no file {file}", file=path) from None


def _load(data: bytes, name: str, model: type[W], first_key: str) -> Loaded[W]:
    begun = _begun(data, name, model, first_key)
    if not begun.words and _wrong(begun.problems):
        return begun
    fitted, found = fit(model, begun.words)
    return replace(begun, model=fitted).with_problems([*found, *doubts(begun.source, model)])


def _begun(data: bytes, name: str, model: type[W], first_key: str) -> Loaded[W]:
    """A file of which is known what it says, not yet whether that fits; no words, no use."""
    source = parse(data, name)
    digests = {name: sha256(data).hexdigest()}
    problems = list(source.problems)
    words = words_in(source)
    if words is not None and not is_kind(words, model, first_key):
        problems.append(Problem(OTHER_KIND, (), {"first": first_key}, span=Span(1, 1, 1, 1)))
        words = None
    return Loaded(name, source, words or {}, None, _first(problems), digests)


def _outside(broken: Iterable[Problem], found: Iterable[Problem]) -> Iterator[Problem]:
    """What rules found outside the pieces that do not even have the right shape."""
    pieces = {
        each.path
        for each in broken
        if each.path and each.code.severity is Severity.ERROR and each.code.id not in _ELSEWHERE
    }
    for each in found:
        if not any(each.path[:length] in pieces for length in range(1, len(each.path) + 1)):
            yield each


_ELSEWHERE: Final = frozenset({"TM202", "TM102", "TM301"})
"""Errors that stand at a whole group although only one of its keys, or another one, is meant."""


def _wrong(problems: Iterable[Problem]) -> bool:
    return any(each.code.severity is Severity.ERROR for each in problems)


def _first(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """From the top of each file down, at most 200; the milder make room for the graver."""
    found = sorted(problems, key=_order)
    if len(found) > MOST_PROBLEMS:
        found.sort(key=lambda each: _RANKS.index(each.code.severity))
        found = sorted(found[:MOST_PROBLEMS], key=_order)
    return tuple(found)


def _order(problem: Problem) -> tuple[str, int, int, str]:
    span = problem.span or Span(1, 1, 1, 1)
    return problem.file, span.line, span.column, problem.code.id
