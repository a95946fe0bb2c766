"""A file to its words, or everything that is wrong with them."""

import stat
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from hashlib import sha256
from pathlib import Path as FilePath
from typing import Any, Final, Generic

from tmplan.errors import FileTrouble, reason
from tmplan.plan import codes, contacts
from tmplan.plan.encoding import LIMIT_MB
from tmplan.plan.index import Index, group
from tmplan.plan.misfit import OTHER_KIND
from tmplan.plan.model import Plan
from tmplan.plan.problem import Problem, Severity, Span
from tmplan.plan.rehearsed import scripts
from tmplan.plan.rules import lint
from tmplan.plan.schema import W, doubts, fit, strip_notes
from tmplan.plan.shape import is_kind
from tmplan.plan.source import Source, locate, parse

PLAN_KEY: Final = "tmplan"
MOST_PROBLEMS: Final = 200
_RANKS: Final = tuple(Severity)
LIMIT: Final = LIMIT_MB * 1024 * 1024
_SIGNS_OF_NOTES: Final = ("x-", "\\")
"""Without these no key begins with `x-`, however it is written."""
_HARMLESS: Final = frozenset({codes.DUPLICATE_KEY.id, codes.TAG.id})
"""Errors of a file after which its data is whole enough to be looked at further."""


@dataclass(frozen=True, slots=True)
class Loaded(Generic[W]):
    """A file that was read: its model if it is sound, and all that was found wrong.

    ``words`` is its plain data without notes (`x-` keys), with the people of the contacts file.
    ``sources`` has the SHA-256 of every file it was made of, under the name the plan uses.
    """

    name: str
    source: Source
    words: dict[str, Any]
    model: W | None
    problems: tuple[Problem, ...]
    sources: Mapping[str, str] = field(default_factory=dict)
    others: tuple[Source, ...] = ()

    def source_of(self, problem: Problem) -> Source:
        """The file a problem stands in."""
        return next((each for each in self.others if each.name == problem.file), self.source)

    def with_problems(self, more: Iterable[Problem]) -> "Loaded[W]":
        """The same with further problems, each put at its place in the file."""
        found = _kept([*self.problems, *_placed(self.source, more)])
        return replace(self, problems=found, model=None if _wrong(found) else self.model)


def load_plan(path: FilePath, *, today: date | None = None) -> Loaded[Plan]:
    """A plan with the people of its contacts file, checked by every rule.

    Without a day, rules about dates say nothing: they are for whoever keeps the plan.

    Raises:
        FileTrouble: the file is missing, unreadable or no ordinary file.
    """
    return plan_of(read(path), path.as_posix(), path.parent, today=today)


def plan_of(data: bytes, name: str, folder: FilePath, *, today: date | None = None) -> Loaded[Plan]:
    """A plan out of bytes; files it names are looked for in the folder."""
    loaded = _load(data, name, Plan, PLAN_KEY)
    if not loaded.words:
        return loaded
    found = contacts.merge(loaded.words, folder, read)
    problems = list(loaded.problems)
    if found.source is not None:
        problems += [replace(each, file=found.source.name) for each in found.inner]
    drills = scripts(loaded.words, folder, FilePath(name).name, read)
    index = Index(found.words, people_elsewhere=found.unread, today=today, scripts=drills)
    linted = [*found.problems, *_outside(problems, lint(index))]
    problems += [_at_home(each, loaded.words, found.source) for each in linted]
    ordered = _kept(_placed(loaded.source, problems))
    sound = not _wrong(ordered)
    model = loaded.model if found.words is loaded.words else None
    if sound and model is None:
        model, _ = fit(Plan, found.words)
    return Loaded(
        name,
        loaded.source,
        found.words,
        model if sound else None,
        ordered,
        {FilePath(name).name: loaded.sources[name], **found.digests},
        (found.source,) if found.source else (),
    )


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
    source = parse(data, name)
    digests = {name: sha256(data).hexdigest()}
    problems = list(source.problems)
    whole = all(
        each.code.id in _HARMLESS for each in problems if each.code.severity is Severity.ERROR
    )
    words = source.value if whole and isinstance(source.value, dict) else None
    if words is not None and any(sign in source.text for sign in _SIGNS_OF_NOTES):
        words = strip_notes(words)
    if words is None:
        return Loaded(name, source, {}, None, _kept(problems), digests)
    if not is_kind(words, model, first_key):
        other = Problem(OTHER_KIND, (), {"first": first_key}, span=Span(1, 1, 1, 1))
        return Loaded(name, source, {}, None, _kept([*problems, other]), digests)
    fitted, found = fit(model, words)
    found += doubts(source, model)
    problems += _placed(source, found)
    ordered = _kept(problems)
    return Loaded(name, source, words, None if _wrong(ordered) else fitted, ordered, digests)


def _outside(broken: Iterable[Problem], found: Iterable[Problem]) -> Iterator[Problem]:
    """What rules found outside the parts that do not even have the right shape."""
    parts = {
        each.path
        for each in broken
        if each.path and each.code.severity is Severity.ERROR and each.code.id not in _ELSEWHERE
    }
    for each in found:
        if not any(each.path[:length] in parts for length in range(1, len(each.path) + 1)):
            yield each


def _at_home(problem: Problem, words: Mapping[str, Any], contacts: Source | None) -> Problem:
    """The problem, put into the contacts file where it is about somebody who stands there."""
    match problem.path:
        case ("organisation", "people", person, *rest) if contacts is not None:
            if person in group(group(words.get("organisation")).get("people")):
                return problem
            path = ("people", person, *rest)
            span = locate(contacts, path, at_key=problem.at_key)
            return replace(problem, path=path, span=span, related=(), file=contacts.name)
    return problem


_ELSEWHERE: Final = frozenset({"TM202", "TM102"})
"""Errors that stand at a whole group although only one of its keys is meant."""


def _placed(source: Source, problems: Iterable[Problem]) -> Iterator[Problem]:
    for each in problems:
        span = each.span or locate(source, each.path, at_key=each.at_key)
        related = tuple(
            near if near.span else replace(near, span=locate(source, near.path))
            for near in each.related
        )
        yield replace(each, span=span, related=related)


def _wrong(problems: Iterable[Problem]) -> bool:
    return any(each.code.severity is Severity.ERROR for each in problems)


def _kept(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """From the top of the file down, at most 200; warnings make room for errors."""
    ranked = sorted(problems, key=lambda each: (_RANKS.index(each.code.severity), _order(each)))
    return tuple(sorted(ranked[:MOST_PROBLEMS], key=_order))


def _order(problem: Problem) -> tuple[str, int, int, str]:
    span = problem.span or Span(1, 1, 1, 1)
    return problem.file, span.line, span.column, problem.code.id
