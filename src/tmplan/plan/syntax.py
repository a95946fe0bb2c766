"""What a person did, when the YAML reader only knows that it cannot go on.

A reader names the place where it gave up, which is often far behind the mistake, in words about
its own grammar. The lines around that place usually show what happened.
"""

import re
from typing import Final, NamedTuple

from tmplan.plan import codes, escapes, punctuation
from tmplan.plan.encoding import name_of
from tmplan.plan.margin import DEEPEST, Margin
from tmplan.plan.punctuation import Mark

_BREAK: Final = re.compile(r"[\r\n]")
_LINE: Final = re.compile(r"[^\r\n]*")
_WORD: Final = re.compile(r"![^\s,\]}]{0,40}")
_ENDED: Final = re.compile(r"^\.\.\.\s", re.MULTILINE)
_LATIN_KEY: Final = re.compile(r"[ ]*(?:-[ ]+)*[a-z][a-z0-9_-]*[:：]")
_WIDE_KEY: Final = re.compile(r"[ ]*(?:-[ ]+)*[^\s\"':：]+(：)")
_TIGHT: Final = re.compile(r"[ ]*(?:-[ ]+)*(?:(-)[^\s-]|[^\s\"':]+(:)(?!//)[^ \t\r\n])")
_FLOW_TIGHT: Final = re.compile(r":(?=[,?\[\]{}])")
_ODD_INDENT: Final = re.compile(rf"[ \t]*([{punctuation.ODD_SPACES}])")
_TAB_INDENT: Final = re.compile(r"[ ]*\t")
_TAB: Final = re.compile(r"\t")
_ODD_START: Final = re.compile(r"[ ]*([－＃“‘＂｛［])")
_CLOSING: Final = {"[": "]", "{": "}"}


class Trouble(NamedTuple):
    """Where a reader began something, where it gave up, and what it says about both.

    ``last`` is the stretch of the last value it read, ``bracket`` the innermost open bracket,
    ``depth`` how many groups and lists are open.
    """

    context: str
    problem: str
    since: int
    at: int
    last: tuple[int, int]
    bracket: int | None
    depth: int


def explain(text: str, trouble: Trouble, margin: Margin) -> None:
    """Note what is probably wrong.

    Where an error has been noted on the same line, the trouble is most likely its consequence.
    """
    mark = _cause(text, trouble)
    if not margin.has_error_on_line_of(mark.start):
        margin.note(mark.code, mark.start, mark.end, params=mark.params)


def explain_escape(text: str, last: tuple[int, int], margin: Margin) -> None:
    """Note the impossible escape that follows the last value read."""
    mark = escapes.bad(text, last[1])
    margin.note(mark.code, mark.start, mark.end, params=mark.params)


def _cause(text: str, trouble: Trouble) -> Mark:
    at, since = min(trouble.at, len(text)), min(trouble.since, len(text))
    context, said, last = trouble.context, trouble.problem, trouble.last
    if "nesting depth" in said:
        return _too_deep(text, at, trouble)
    if "unexpected ':'" in said:
        found = _FLOW_TIGHT.search(text, since)
        return punctuation.missing_space(text, found.start() if found else at)
    if "quoted scalar" in context:
        return _quote(text, since, said)
    if " tag" in context or "tag handle" in said:
        tag = _word(text, since)
        return Mark(codes.TAG, since, since + len(tag), {"tag": tag})
    if mark := _indented_oddly(text, at):
        return mark
    if "cannot start any token" in said or "alphabetic or numeric" in said:
        return _reserved(text, since if text[since : since + 1] in ("*", "&", "%") else at)
    if "directive" in context or "block scalar" in context:
        return _reserved(text, since)
    if "could not find expected" in said and trouble.bracket is None:
        return _without_colon(text, since)
    if "values are not allowed" in said:
        return _second_colon(text, at, last)
    if "flow" in context and text[since : since + 1] in _CLOSING:
        return _bracket(text, since)
    if trouble.bracket is not None and ("could not" in said or not text[at : at + 1]):
        return _bracket(text, trouble.bracket)
    if "document start" in said and _ENDED.search(text, 0, at):
        return Mark(codes.SEVERAL_DOCUMENTS, at, at + 1, {})
    return _misfit(text, at, last)


def _too_deep(text: str, at: int, trouble: Trouble) -> Mark:
    """Libyaml looks ahead and gives up before we can: the bracket at which we would have."""
    since = (
        trouble.last[1] if trouble.bracket is None else max(trouble.bracket + 1, trouble.last[1])
    )
    opened = [each for each in range(since, at) if text[each] in _CLOSING]
    at = [*opened, *[at] * DEEPEST][DEEPEST - trouble.depth]
    return Mark(codes.TOO_DEEP, at, at + 1, {"limit": DEEPEST})


def _bracket(text: str, at: int) -> Mark:
    params = {"bracket": text[at], "closing": _CLOSING[text[at]]}
    return Mark(codes.UNCLOSED_BRACKET, at, at + 1, params)


def _quote(text: str, since: int, said: str) -> Mark:
    if "end of stream" in said or "document" in said:
        return Mark(codes.UNCLOSED_QUOTE, since, since + 1, {"quote": text[since]})
    return escapes.bad(text, since)


def _indented_oddly(text: str, at: int) -> Mark | None:
    start, _ = _line(text, at)
    if found := _ODD_INDENT.match(text, start):
        params = {"codepoint": name_of(found[1])}
        return Mark(codes.ODD_INDENTATION, found.start(1), found.end(1), params)
    if (found := _TAB_INDENT.match(text, start)) or (found := _TAB.match(text, at)):
        return Mark(codes.TAB, found.end() - 1, found.end(), {})
    return None


def _reserved(text: str, at: int) -> Mark:
    character = text[at : at + 1]
    if not character.strip():
        return Mark(codes.SYNTAX, at, at + 1, {})
    return Mark(codes.RESERVED_FIRST, at, at + 1, {"character": character})


def _without_colon(text: str, since: int) -> Mark:
    start, stop = _line(text, since)
    if found := _ODD_START.match(text, start, stop):
        return punctuation.full_width(codes.FULL_WIDTH, text, found.start(1))
    mark = _no_real_colon(text, start, stop)
    return mark or Mark(codes.MISSING_COLON, since, max(stop, since + 1), {})


def _second_colon(text: str, at: int, last: tuple[int, int]) -> Mark:
    start, stop = _line(text, at)
    if last[0] >= start:
        return Mark(codes.COLON_IN_TEXT, at, at + 1, {})
    # Text that goes on from lines above: perhaps one of those was meant as a key.
    above, end = _line(text, last[0])
    if not text[above : last[0]].strip(" -") and (mark := _no_real_colon(text, above, end)):
        return mark
    while (above := _next_line(text, end)) < start:
        end = _line(text, above)[1]
        if _LATIN_KEY.match(text, above, end) and (mark := _no_real_colon(text, above, end)):
            return mark
    indent = len(text[start:stop]) - len(text[start:stop].lstrip(" "))
    return Mark(codes.INDENTATION, start + indent, at, {})


def _no_real_colon(text: str, start: int, stop: int) -> Mark | None:
    if found := _WIDE_KEY.match(text, start, stop):
        return punctuation.full_width(codes.FULL_WIDTH, text, found.start(1))
    if found := _TIGHT.match(text, start, stop):
        return punctuation.missing_space(text, found.start(found.lastindex or 0))
    return None


def _misfit(text: str, at: int, last: tuple[int, int]) -> Mark:
    start, stop = _line(text, at)
    before = text[start:at].rstrip()
    first, sign = text[last[0] : last[0] + 1], text[at : at + 1]
    if before and last[1] == start + len(before):
        if first in ("'", '"'):
            if _BREAK.search(text, *last):
                return Mark(codes.UNCLOSED_QUOTE, last[0], last[0] + 1, {"quote": first})
            return Mark(codes.TEXT_AFTER_QUOTE, at, max(stop, at + 1), {})
        if first == "{" and sign not in _CLOSING.values():
            return Mark(codes.UNQUOTED_TEMPLATE, *last, {"opening": "{"})
        if first in ("[", "*") and sign not in _CLOSING.values():
            return _reserved(text, last[0])
    elif sign in (",", "]", "}", "-", "?") and before:
        return _reserved(text, at)
    if before.strip(" -"):
        return Mark(codes.SYNTAX, at, at + 1, {})
    return Mark(codes.NON_TEXT_KEY if sign == ":" else codes.INDENTATION, at, at + 1, {})


def _line(text: str, at: int) -> tuple[int, int]:
    """Where the line of a character begins, and where it ends."""
    start = max(text.rfind("\n", 0, at), text.rfind("\r", 0, at)) + 1
    found = _LINE.match(text, start)
    return start, found.end() if found else start


def _next_line(text: str, end: int) -> int:
    return end + (2 if text.startswith("\r\n", end) else 1)


def _word(text: str, at: int) -> str:
    found = _WORD.match(text, at)
    return found[0] if found else "!"
