"""YAML text to plain data and the place of every value; nothing else here knows PyYAML.

Not with `yaml.load`, even the safe one: it loses equal keys, dies of deep nesting, does not end
on a small file of merge keys, and makes 377 of `0571`. The events of the reader are enough.
"""

import gc
import re
from bisect import bisect_right
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any, Final, Protocol

import yaml
from yaml import parser, reader, scanner
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)

from tmplan.plan.builder import Builder
from tmplan.plan.codes import DUPLICATE_FIRST, DUPLICATE_KEY
from tmplan.plan.directive import refuse_directive
from tmplan.plan.encoding import decode, soften
from tmplan.plan.margin import Lines, Margin, Stop
from tmplan.plan.places import Place, Surveyor
from tmplan.plan.problem import Code, Path, Problem, Related, Span


@dataclass(frozen=True, slots=True)
class Source:
    """One file as it was read; whatever is wrong with it is a value too.

    ``name`` is shown to people. ``text`` is empty if the bytes are no text. ``value`` is plain
    data, or None where nothing usable was read; scalars are text, or None where nothing, `~` or
    `null` is written. Every problem has its span. ``doubts`` are the unquoted values that other
    readers take for something else than text: a matter of text fields alone, see `ambiguous`.
    """

    name: str
    text: str
    value: object | None
    problems: tuple[Problem, ...]
    doubts: tuple[tuple[Path, Code, str], ...] = ()


class Events(Protocol):
    """What we use of a YAML reader."""

    def get_event(self) -> object:
        """The next event of the file."""


class PureReader(reader.Reader, scanner.Scanner, parser.Parser):
    """The reader in Python, for a PyYAML that was built without libyaml."""

    def __init__(self, text: str) -> None:
        reader.Reader.__init__(self, text)
        scanner.Scanner.__init__(self)
        parser.Parser.__init__(self)

    def scan_directive(self) -> Any:
        """A line that begins with `%`; one that nobody knows is refused, as libyaml does."""
        token: Any = super().scan_directive()
        if token.name not in {"YAML", "TAG"}:
            where = token.start_mark
            raise scanner.ScannerError("while scanning a directive", where, "unknown", where)
        return token

    def scan_plain(self) -> Any:
        """Text without quotes; inside brackets, libyaml wants a space after every `:`."""
        token: Any = super().scan_plain()
        at_colon = self.peek() == ":" and self.peek(1) in ",[]{}"
        if self.flow_level and (at_colon or (token.value[-1] == ":" and self.peek() == "?")):
            where = self.get_mark()
            raise scanner.ScannerError("in plain text", token.start_mark, "unexpected ':'", where)
        return token

    def scan_flow_scalar_non_spaces(self, double: Any, start_mark: Any) -> Any:
        """A piece of quoted text; an escape for half a character is refused, as libyaml does."""
        pieces = super().scan_flow_scalar_non_spaces(double, start_mark)
        if any("\ud800" <= each < "\ue000" for each in pieces):
            raise scanner.ScannerError("in a quoted scalar", start_mark, "half", self.get_mark())
        return pieces


try:
    from yaml._yaml import CParser
except ImportError:  # some builds of PyYAML come without libyaml
    CParser = None  # type: ignore[assignment, misc]

Reader = Callable[[str], Events]
READERS: Final[tuple[Reader, ...]] = (PureReader,) if CParser is None else (CParser, PureReader)
"""The readers at hand, the fastest first."""


def parse(data: bytes, name: str) -> Source:
    """The plain data of a file, with everything that reading it brought to light."""
    return parse_with(READERS[0], data, name)


def parse_with(read_yaml: Reader, data: bytes, name: str) -> Source:
    """The same with a certain YAML reader."""
    text, margin = decode(data)
    if not text and margin.problems():
        return Source(name, text, None, margin.problems())
    soft = soften(text)
    builder = Builder(soft, margin)
    value: object | None = None
    heard = text
    try:
        if refuse_directive(soft, margin):
            return Source(name, text, None, margin.problems())
        with _gc_off():
            _read(read_yaml, soft, builder)
        builder.finish()
        value = builder.value
    except Stop:
        value, heard = builder.value, text[: builder.last[1]]
    except (yaml.YAMLError, ValueError, OverflowError) as error:
        _explain(error, soft, builder, margin)
    problems = tuple(_with_first(each, heard) for each in margin.problems())
    return Source(name, text, value, problems, tuple(builder.doubts))


def ambiguous(source: Source) -> Iterator[tuple[Path, Code, str]]:
    """The unquoted values that another YAML reader would not take for text, as written.

    Only fields know whether text is meant; a date in a date field is no cause for doubt.
    """
    yield from source.doubts


@dataclass(frozen=True, slots=True)
class Comment:
    """One comment: its text from the sign on, where it stands, and the line it speaks of.

    A comment alone on its line speaks of the next line that holds anything else.
    """

    text: str
    span: Span
    line: int


def comments(source: Source) -> Iterator[Comment]:
    """The comments of a file; a sign inside a text is none."""
    text, lines, taken = source.text, _lines(source.text), _stretches(_map(source.text))
    at = 0
    while found := _SIGN.search(text, at):
        start, at = found.span(1)
        place = bisect_right(taken, (start, len(text))) - 1
        if place >= 0 and start < taken[place][1]:
            at = taken[place][1]
            continue
        span = lines.span(start, at)
        alone = not text[text.rfind("\n", 0, start) + 1 : start].strip()
        below = _HOLDS.search(text, at) if alone else None
        line = lines.span(below.start(1), below.start(1)).line if below else span.line
        yield Comment(found[1], span, line)


_SIGN: Final = re.compile(r"(?<![^\s])(#[^\r\n]*)")
_HOLDS: Final = re.compile(r"^[ \t]*([^\s#])", re.MULTILINE)


def _stretches(place: Place) -> list[tuple[int, int]]:
    """The stretches of all texts of a file, in order."""
    inner = [each[2] for each in (place.keys or {}).values()] + (place.items or [])
    own = [(place.start, place.end)] if place.keys is None and place.items is None else []
    keys = [(start, end) for start, end, _ in (place.keys or {}).values()]
    return sorted([*own, *keys, *(each for one in inner for each in _stretches(one))])


def locate(source: Source, path: Path, *, at_key: bool = False) -> Span:
    """Where a value stands, or its key, or the closest thing around it that exists."""
    return _locate(source.text, path, at_key=at_key)


def _locate(text: str, path: Path, *, at_key: bool) -> Span:
    place, key = _find(_map(text), path)
    start, end = key if at_key and key else (place.start, place.end)
    return _lines(text).span(start, end)


def _find(place: Place, path: Path) -> tuple[Place, tuple[int, int] | None]:
    """The closest place on the way, and the stretch of its key if it is the place itself."""
    key: tuple[int, int] | None = None
    for part in path:
        if place.keys is not None and isinstance(part, str) and part in place.keys:
            start, end, place = place.keys[part]
            key = (start, end)
        elif place.items is not None and isinstance(part, int) and part < len(place.items):
            place, key = place.items[part], None
        else:
            return place, None
    return place, key


@lru_cache(maxsize=4)
def _lines(text: str) -> Lines:
    return Lines(text)


@lru_cache(maxsize=4)
def _map(text: str) -> Place:
    """Only a file with something to say about it is read a second time."""
    surveyor = Surveyor()
    with suppress(Stop, Unreadable):  # what was read before the trouble has its places
        listen(text, surveyor)
    return surveyor.root or Place(0, 0)


class Listener(Protocol):
    """What hears the events of a file; places count characters from 0."""

    def document(self, start: int, end: int) -> None:
        """A document begins."""

    def scalar(
        self,
        value: str,
        style: str | None,
        tag: str | None,
        anchor: str | None,
        start: int,
        end: int,
    ) -> None:
        """A piece of text."""

    def open_mapping(self, tag: str | None, anchor: str | None, start: int, end: int) -> None:
        """A group of keys begins."""

    def open_sequence(self, tag: str | None, anchor: str | None, start: int, end: int) -> None:
        """A list begins."""

    def close(self, start: int, end: int) -> None:
        """The innermost group or list ends."""

    def alias(self, name: str, start: int, end: int) -> None:
        """A part from above is repeated."""


def listen(text: str, listener: Listener) -> None:
    """Let somebody hear the events of a text; places count its characters.

    Raises:
        Unreadable: the text is no YAML.
    """
    try:
        with _gc_off():
            _read(READERS[0], soften(text), listener)
    except (yaml.YAMLError, ValueError, OverflowError) as error:
        raise Unreadable from error


class Unreadable(Exception):  # noqa: N818 - named by what it is
    """A text that is no YAML; what is wrong with it is for `parse` to say."""


def _read(read_yaml: Reader, text: str, listener: Listener) -> None:
    next_event = read_yaml(text).get_event
    while True:
        event: Any = next_event()
        kind = type(event)
        if kind is StreamEndEvent:
            return
        start, end = event.start_mark.index, event.end_mark.index
        if kind is ScalarEvent:
            listener.scalar(event.value, event.style, event.tag, event.anchor, start, end)
        elif kind is MappingStartEvent:
            listener.open_mapping(event.tag, event.anchor, start, end)
        elif kind is SequenceStartEvent:
            listener.open_sequence(event.tag, event.anchor, start, end)
        elif kind is MappingEndEvent or kind is SequenceEndEvent:
            listener.close(start, end)
        elif kind is AliasEvent:
            listener.alias(event.anchor, start, end)
        elif kind is DocumentStartEvent:
            listener.document(start, end)


@contextmanager
def _gc_off() -> Iterator[None]:
    """Without the cyclic collector a large file is read more than twice as fast."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


def _explain(error: Exception, text: str, builder: Builder, margin: Margin) -> None:
    """Note what made the reader give up."""
    from tmplan.plan import syntax  # only a file that cannot be read pays for it

    with suppress(Stop):
        if not isinstance(error, yaml.MarkedYAMLError):
            # The reader in Python does not mind impossible escapes until it stumbles over them.
            syntax.explain_escape(text, builder.last, margin)
            return
        at = error.problem_mark.index if error.problem_mark else 0
        since = error.context_mark.index if error.context_mark else at
        said = error.context or "", error.problem or ""
        trouble = syntax.Trouble(*said, since, at, builder.last, builder.bracket, builder.depth)
        syntax.explain(text, trouble, margin)


def _with_first(problem: Problem, text: str) -> Problem:
    """A key that stands twice is shown with the place where it stands first."""
    if problem.code is not DUPLICATE_KEY or problem.span is None:
        return problem
    first = _locate(text, problem.path, at_key=True)
    if (first.line, first.column) >= (problem.span.line, problem.span.column):
        return problem
    related = Related(problem.path, DUPLICATE_FIRST, problem.params, first)
    return replace(problem, related=(related,))
