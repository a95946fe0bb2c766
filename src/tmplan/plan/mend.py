"""Slips of typing and saving that can be put right because only one thing can be meant.

A slip is put right only where reading the file names it as an error, and only if the whole file
can be read afterwards. Where a width decides (how far does a tab indent?), every usual width must
lead to the same data.
"""

import re
from collections import Counter
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Final, NamedTuple

from tmplan.plan import codes
from tmplan.plan.encoding import recode
from tmplan.plan.outline import keys_read
from tmplan.plan.problem import Problem, Severity
from tmplan.plan.punctuation import INSTEAD, ODD_SPACES, SPACES_LIKE
from tmplan.plan.shape import kind_at
from tmplan.plan.source import Source, parse
from tmplan.plan.words import SLUG, Words

MOST_ROUNDS: Final = 1_000
_UTF8_MARK: Final = b"\xef\xbb\xbf"
_TAB_WIDTHS: Final = (2, 4, 8)
_WIDE_SPACE: Final = "\u3000"
_WIDE_WIDTHS: Final = (1, 2)
_TABBED: Final = re.compile(r"^\t[ \t]*", re.MULTILINE)
_MIXED: Final = re.compile(r"^ +\t", re.MULTILINE)
_BLANK: Final = " " + SPACES_LIKE
_ODD_RUN: Final = re.compile(rf"[{ODD_SPACES}][ {ODD_SPACES}]*")
_TO_SPACE: Final = {ord(each): " " for each in SPACES_LIKE}
_ENDS: Final = re.compile(r"[\[\]{},]")
_COMMA: Final = re.compile("[，；、] *")
_IDS: Final = re.compile(rf"[ ]*{SLUG}(?:[，；、][ ]*{SLUG})+[ ]*")
_DASH: Final = "－"
_HASH: Final = "＃"
_SIGNS: Final = ("：", _DASH, _HASH)
_SIGNS_BETWEEN: Final = "：，；、"

RECODED: Final = "it was saved as {encoding} and is UTF-8 now"
MARK: Final = "the mark at its beginning (BOM) is gone"
LINE_ENDS: Final = "its lines end as everywhere now (LF), not as on Windows"
SIGNS: Final = "full-width signs made half-width where YAML needs them: {count}"
SPACES: Final = "odd spaces made ordinary ones: {count}"
TABS: Final = "lines indented with spaces instead of tabs: {count}"


@dataclass(frozen=True, slots=True)
class Note:
    """A sentence about what was done, with its parameters."""

    message: str
    params: dict[str, object] = field(default_factory=dict)


class Mended(NamedTuple):
    """A text that can be read, what it holds, and what had to be done for that."""

    source: Source
    notes: tuple[Note, ...]


class _Widths(NamedTuple):
    tab: int = _TAB_WIDTHS[0]
    wide: int = _WIDE_WIDTHS[0]


def mend(data: bytes, name: str, model: type[Words]) -> Mended | None:
    """The file as it can be read, or nothing if it holds what only a person can put right."""
    notes: list[Note] = []
    text = _text(data, notes)
    if text is None:
        return None
    tried: Counter[str] = Counter()
    found = [_readable(text, name, model, _Widths(), tried)]
    others = [_Widths(tab=each) for each in _TAB_WIDTHS[1:] if tried[TABS]]
    others += [_Widths(wide=each) for each in _WIDE_WIDTHS[1:] if tried[SPACES]]
    found += [_readable(text, name, model, each, Counter()) for each in others]
    sound = [each for each in found if each]
    if not sound or any(each.source.value != sound[0].source.value for each in sound):
        return None
    return Mended(sound[0].source, (*notes, *sound[0].notes))


def _text(data: bytes, notes: list[Note]) -> str | None:
    text = None
    with suppress(UnicodeDecodeError):
        text = None if b"\0" in data else data.removeprefix(_UTF8_MARK).decode("utf-8")
    if text is None:
        found = recode(data)
        if found is None:
            return None
        text, encoding = found
        notes.append(Note(RECODED, {"encoding": encoding}))
    elif data.startswith(_UTF8_MARK):
        notes.append(Note(MARK))
    if "\r\n" in text:
        text = text.replace("\r\n", "\n")
        notes.append(Note(LINE_ENDS))
    return None if "\r" in text else text


def _readable(
    text: str, name: str, model: type[Words], widths: _Widths, tried: Counter[str]
) -> Mended | None:
    """The text without slips, or nothing if something else is wrong with it, too.

    What can be read as it is does not depend on whether its slips can be put right.
    """
    sound: Mended | None = None
    for _ in range(MOST_ROUNDS):
        source = parse(text.encode(), name)
        if all(each.code.severity is not Severity.ERROR for each in source.problems):
            done = tuple(Note(message, {"count": count}) for message, count in tried.items())
            sound = Mended(source, done)
        slips, lines = _mend_all(source, model, widths)
        if not slips:
            break
        tried.update(slips)
        text = "\n".join(lines)
    return sound


def _mend_all(source: Source, model: type[Words], widths: _Widths) -> tuple[list[str], list[str]]:
    """The kinds of slips that were put right in one go, and the lines after it."""
    lines = source.text.split("\n")
    found = [each for each in source.problems if not _is_text(each, model)]
    slips = [_mend_line(lines, each, widths) for each in reversed(found)]
    slips += _mend_dashes(lines, source.text)
    if TABS not in slips:
        return [each for each in slips if each], lines
    if _MIXED.search(source.text):
        return [], lines
    tabbed = _TABBED.findall(source.text)
    spaced = _TABBED.sub(lambda run: run[0].expandtabs(widths.tab), source.text)
    return [TABS] * len(tabbed), spaced.split("\n")


def _is_text(problem: Problem, model: type[Words]) -> bool:
    """Whether a full-width colon may well be meant as text: no group of keys belongs there."""
    if problem.code is not codes.DOUBTFUL_FULL_WIDTH or problem.params["character"] != "：":
        return False
    kind = kind_at(model, problem.path)
    return not (isinstance(kind, type) and issubclass(kind, Words))


def _mend_dashes(lines: list[str], text: str) -> list[str]:
    """Keys that begin with a full-width dash: items of a list were meant."""
    if _DASH not in text:
        return []
    done = []
    for key in keys_read(text):
        if text.startswith(_DASH, key.start):
            before = text[: key.start].split("\n")
            if not before[-1].strip(" "):
                number = len(before) - 1
                lines[number] = _half_width(lines[number], len(before[-1]))
                done.append(SIGNS)
    return done


def _mend_line(lines: list[str], problem: Problem, widths: _Widths) -> str:
    """Put one slip right and say of which kind it was; "" if it is none that we can."""
    if problem.span is None or problem.span.line > len(lines):
        return ""
    number, at = problem.span.line - 1, problem.span.column - 1
    line = lines[number]
    if problem.code is codes.FULL_WIDTH:
        mended, kind = _half_width(line, at), SIGNS
    elif problem.code is codes.DOUBTFUL_FULL_WIDTH:
        mended = _half_width(line, at) if line[at : at + 1] == "：" else _parted(line, at)
        kind = SIGNS
    elif problem.code is codes.MISSING_SPACE and _ODD_RUN.match(line, at + 1):
        mended, kind = line[: at + 1] + _ODD_RUN.sub(" ", line[at + 1 :], count=1), SPACES
    elif problem.code is codes.TAB:
        return TABS if not line[:at].strip() else ""
    elif problem.code.severity is Severity.ERROR:  # perhaps because of how the line begins
        mended, kind = _indented(line, widths.wide), SPACES
        if mended == line and line.lstrip(" ")[:1] in (_DASH, _HASH):
            mended, kind = _half_width(line, len(line) - len(line.lstrip(" "))), SIGNS
    else:
        return ""
    lines[number] = mended
    return kind if mended != line else ""


def _half_width(line: str, at: int) -> str:
    """A sign behind a key or at the beginning of a line, with the space it needs behind it."""
    sign = line[at : at + 1]
    if sign not in _SIGNS:
        return line
    opened = sum(line.count(each, 0, at) for each in "[{")
    if opened > sum(line.count(each, 0, at) for each in "]}"):
        start, end = _piece(line, at)
        if sum(line.count(each, start, end) for each in _SIGNS_BETWEEN) > 1:
            return line
    space = "" if line[at + 1 : at + 2] in ("", " ") else " "
    return line[:at] + INSTEAD[sign] + space + line[at + 1 :]


def _parted(line: str, at: int) -> str:
    """Ids in brackets that full-width commas stand between."""
    start, end = _piece(line, at)
    if line[start - 1 : start] not in ("[", ",") or not _IDS.fullmatch(line, start, end):
        return line
    return line[:start] + _COMMA.sub(", ", line[start:end]) + line[end:]


def _indented(line: str, wide: int) -> str:
    margin = line[: len(line) - len(line.lstrip(_BLANK))]
    return margin.replace(_WIDE_SPACE, " " * wide).translate(_TO_SPACE) + line[len(margin) :]


def _piece(line: str, at: int) -> tuple[int, int]:
    """The stretch around a place up to the next comma or bracket on both sides."""
    start = max(line.rfind(each, 0, at) for each in "[]{},") + 1
    found = _ENDS.search(line, at)
    return start, found.start() if found else len(line)
