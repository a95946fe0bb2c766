"""Backslashes inside double quotes: which of them mean something, and what they let in."""

import re
import sys
from typing import Final

from tmplan.plan import codes
from tmplan.plan.encoding import FORBIDDEN, kind_of, name_of
from tmplan.plan.punctuation import Mark

_ESCAPE: Final = re.compile(
    r"\\(?:x[0-9a-fA-F]{0,2}|u[0-9a-fA-F]{0,4}|U[0-9a-fA-F]{0,8}|\r\n|.|\Z)", re.DOTALL
)
_HALF: Final = re.compile("[\ud800-\udfff]")
_DIGITS: Final = {"x": 2, "u": 4, "U": 8}
_LETTERS: Final = frozenset('0abtnvfre "/\\N_LP\t\r\n')


def bad(text: str, start: int) -> Mark:
    """The first escape after this place that means nothing."""
    for found in _ESCAPE.finditer(text, start):
        if not _means_something(found[0]):
            return Mark(codes.BAD_ESCAPE, found.start(), found.end(), {"written": found[0]})
    return Mark(codes.SYNTAX, start, start + 1, {})


def unwanted(text: str, value: str, start: int, end: int) -> Mark | None:
    """A character in quoted text that only an escape can have brought in."""
    found = FORBIDDEN.search(value)
    if not found or found[0] in text[start:end]:  # what stands there openly has been reported
        return None
    return Mark(kind_of(found[0]), start, end, {"codepoint": name_of(found[0])})


def _means_something(escape: str) -> bool:
    kind, digits = escape[1:2], escape[2:]
    if kind not in _DIGITS:
        return kind in _LETTERS
    if len(digits) != _DIGITS[kind]:
        return False
    number = int(digits, 16)
    return number <= sys.maxunicode and not _HALF.match(chr(number))
