"""Signs that look right and mean something else: full-width ones, and those without their space.

YAML takes all of them for text without a word, and a whole line is lost that way.
"""

import re
from collections.abc import Mapping
from typing import Final, NamedTuple

from tmplan.plan import codes
from tmplan.plan.encoding import name_of
from tmplan.plan.problem import Code

SPACES_LIKE: Final = (
    "\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
)
ODD_SPACES: Final = "\xa0\u1680\u2000-\u200a\u202f\u205f\u3000"
_NEAR: Final = 256
_SHOWN: Final = 20
_LINE_START: Final = re.compile(r"[ ]*\Z")
_ITEM_START: Final = re.compile(r"[ ]*(?:-[ ]+)+\Z")
_KEY_WIDE: Final = re.compile(r"[a-z][a-z0-9_-]*[ ]*：")
_KEY_TIGHT: Final = re.compile(rf"[a-z][a-z0-9_-]*(:)(?!//)[^ \t\r\n]|[^\s:]+(:)[{ODD_SPACES}]")
_DASH_TIGHT: Final = re.compile(rf"-(?:[^\W\d]|[{ODD_SPACES}])")
_SWALLOWED: Final = re.compile(r"(?<![ \t])[ \t]+(?=#[^\s#!])")
_LINE_REST: Final = re.compile(r"[^\r\n]*")
_FLOW_SIGN: Final = re.compile("[，：；]")
_FLOW_LIST_SIGN: Final = re.compile("[，：；、]")
_PROPERTIES: Final = re.compile(r"(?:[&!]\S*\s+)*")
_PAIRS: Final = {"“": "”", "‘": "’", "＂": "＂", "＇": "＇", "［": "］", "｛": "｝"}
FIRST: Final = frozenset([*_PAIRS, "-", *SPACES_LIKE])
"""What scalars with odd signs begin with: a quick test for the many that have none."""
INSTEAD: Final = {
    "：": ":", "，": ",", "；": ",", "、": ",", "＃": "#", "－": "-", "—": "-",
    "“": '"', "”": '"', "‘": "'", "’": "'", "＂": '"', "＇": "'",
    "［": "[", "｛": "{", "｜": "|", "＞": ">",
}  # fmt: skip


class Mark(NamedTuple):
    """A stretch of the text, and what to say about it."""

    code: Code
    start: int
    end: int
    params: Mapping[str, object]


def full_width(code: Code, text: str, at: int) -> Mark:
    """A full-width sign at this place."""
    return Mark(code, at, at + 1, {"character": text[at], "instead": INSTEAD.get(text[at], "")})


def missing_space(text: str, at: int) -> Mark:
    """A sign at this place that no ordinary space follows."""
    return Mark(codes.MISSING_SPACE, at, at + 1, {"sign": text[at]})


def swallows(text: str) -> frozenset[int]:
    """Where text may end because a `#` follows that was not meant as a comment.

    A comment begins with `# `; what is written as `#3` is more likely a number or a topic.
    """
    if " #" not in text and "\t#" not in text:
        return frozenset()
    return frozenset(found.start() for found in _SWALLOWED.finditer(text))


def swallowed(text: str, end: int) -> Mark:
    """The comment that begins after the spaces at this place."""
    start = text.index("#", end)
    rest = _LINE_REST.match(text, start)
    stop = rest.end() if rest else start + 1
    shown = text[start : min(stop, start + _SHOWN)]
    return Mark(codes.COMMENT_SWALLOWS, start, stop, {"comment": shown})


def plain(
    text: str, value: str, start: int, end: int, *, as_key: bool, flow: bool, listed: bool
) -> Mark | None:
    """What is odd about the signs in unquoted text, if anything."""
    start = _after_properties(text, start, end)
    first = value[0]
    before = text[max(0, start - _NEAR) : start].rpartition("\n")[2].rpartition("\r")[2]
    alone = not flow and _LINE_START.match(before) is not None
    if alone and re.match(f"[{ODD_SPACES}]", first):
        return Mark(codes.ODD_INDENTATION, start, start + 1, {"codepoint": name_of(first)})
    if alone and not as_key and _DASH_TIGHT.match(value):
        return missing_space(text, start)
    if alone and not as_key and (found := _KEY_TIGHT.match(value)):
        return missing_space(text, start + found.start(found.lastindex or 0))
    if value.isascii():
        return None
    if _PAIRS.get(first) == value[-1] and len(value) > 1 and first not in value[1:-1]:
        return full_width(codes.DOUBTFUL_FULL_WIDTH, text, start)
    if not as_key and (found := _KEY_WIDE.match(value)):
        if alone:
            return full_width(codes.FULL_WIDTH, text, start + found.end() - 1)
        if _ITEM_START.match(before):
            return full_width(codes.DOUBTFUL_FULL_WIDTH, text, start + found.end() - 1)
    if flow and (found := (_FLOW_LIST_SIGN if listed else _FLOW_SIGN).search(text, start, end)):
        code = codes.FULL_WIDTH if as_key else codes.DOUBTFUL_FULL_WIDTH
        return full_width(code, text, found.start())
    return None


def root(text: str, start: int, end: int) -> Mark:
    """Why a whole file was read as one piece of text."""
    line = _LINE_REST.match(text, start)
    stop = min(line.end() if line else end, end)
    if (wide := text.find("：", start, stop)) >= 0:
        return full_width(codes.FULL_WIDTH, text, wide)
    if found := _KEY_TIGHT.match(text, start, stop):
        return missing_space(text, found.start(found.lastindex or 0))
    return Mark(codes.ROOT, start, stop, {})


def _after_properties(text: str, start: int, end: int) -> int:
    """Where the text itself begins: the C parser counts `&name` and `!!str` to it."""
    if text[start : start + 1] in "&!" and (found := _PROPERTIES.match(text, start, end)):
        return found.end()
    return start
