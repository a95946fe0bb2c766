"""Notes in the margin of a file: problems with their line and column, while it is read."""

import re
from array import array
from bisect import bisect_right
from collections.abc import Mapping
from functools import cached_property
from typing import Final

from tmplan.plan.problem import Code, Path, Problem, Related, Severity, Span

LIMIT: Final = 200
DEEPEST: Final = 64
"""How many groups and lists may stand inside each other."""
_BREAK: Final = re.compile(r"\r\n?|\n")


class Stop(Exception):  # noqa: N818 - it ends the reading, it is not an error
    """Reading on would bring nothing, or take too long."""


class Lines:
    """The lines of a text as editors count them.

    Only CR, LF and both together end a line: `str.splitlines` knows more separators, and then
    every later number is wrong in the editor. They are counted as far as somebody asks.
    """

    def __init__(self, text: str) -> None:
        self._starts = array("I", [0])  # compact, for a file may be nothing but ends of lines
        self._breaks = _BREAK.finditer(text)
        self._length = len(text)

    def span(self, start: int, end: int) -> Span:
        """The stretch from one character up to, not including, another; both count from 0."""
        return Span(*self._position(start), *self._position(max(start, end)))

    def _position(self, index: int) -> tuple[int, int]:
        index = min(index, self._length)
        while self._starts[-1] <= index and (found := next(self._breaks, None)):
            self._starts.append(found.end())
        line = bisect_right(self._starts, index)
        return line, index - self._starts[line - 1] + 1


class Margin:
    """The problems of one text, at most 200; errors go before warnings."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._errors: list[Problem] = []
        self._warnings: list[Problem] = []

    @cached_property
    def lines(self) -> Lines:
        """The lines of the text, counted when the first problem is written down."""
        return Lines(self._text)

    def note(
        self,
        code: Code,
        start: int,
        end: int,
        *,
        path: Path = (),
        at_key: bool = False,
        related: tuple[Related, ...] = (),
        params: Mapping[str, object] | None = None,
        **more: object,
    ) -> None:
        """Write a problem down; beyond the limit nothing more is said."""
        serious = code.severity is Severity.ERROR
        kept = self._errors if serious else self._warnings
        if len(kept) < LIMIT:
            span = self.lines.span(start, end)
            said = {**(params or {}), **more}
            kept.append(Problem(code, path, said, at_key=at_key, span=span, related=related))
        elif serious:
            raise Stop

    def has_error_on_line_of(self, index: int) -> bool:
        """Whether an error already stands on the line of this character."""
        line = self.lines.span(index, index).line
        return any(each.span is not None and each.span.line == line for each in self._errors)

    def problems(self) -> tuple[Problem, ...]:
        """Everything noted, from the top of the file down."""
        room = LIMIT - len(self._errors)
        return tuple(sorted([*self._errors, *self._warnings[:room]], key=_place))


def _place(problem: Problem) -> tuple[int, int, str]:
    span = problem.span
    return (span.line, span.column, problem.code.id) if span else (0, 0, problem.code.id)
