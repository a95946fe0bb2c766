"""A problem as people read it: the sentence, the lines it stands on, a mark under the place.

Written with plain characters and a few colours; Rich would take longer to load than all checks.
"""

import re
from collections.abc import Callable, Iterator
from typing import Final

from tmplan.cli.spoken import spoken
from tmplan.cli.text import plain, width
from tmplan.i18n import say
from tmplan.plan.problem import Problem, Related, Severity, Span
from tmplan.plan.source import Source

_BREAK: Final = re.compile(r"\r\n?|\n")
_ROOM: Final = 100
_COLOURS: Final = {
    Severity.ERROR: "1;31",
    Severity.WARNING: "1;33",
    Severity.NOTICE: "1;36",
}
_NOWHERE: Final = Span(1, 1, 1, 1)

Where = Callable[[Problem | Related], Source]
"""A problem, or another place that explains it, to its file."""

Paint = Callable[[str, str], str]
"""Text and the number of a colour to text for the screen."""


def uncoloured(text: str, colour: str) -> str:  # noqa: ARG001 - a Paint that leaves text alone
    """The text as it is."""
    return text


def coloured(text: str, colour: str) -> str:
    """The text in a colour."""
    return f"\x1b[{colour}m{text}\x1b[0m"


def sentence(problem: Problem) -> str:
    """What is wrong, in the chosen language."""
    return _line(say(problem.code.message, **spoken(problem.params)))


def advice(problem: Problem) -> str:
    """What to do about it, in the chosen language."""
    return _line(say(problem.code.hint, **spoken(problem.params))) if problem.code.hint else ""


def remark(related: Related) -> str:
    """Why another place matters, in the chosen language."""
    return _line(say(related.message, **spoken(related.params)))


def _line(text: str) -> str:
    """The text on one line: what it quotes from a file may go over several."""
    return " ".join(_BREAK.split(text)) if "\n" in text or "\r" in text else text


def severity_word(severity: Severity) -> str:
    """Error, warning or notice, in the chosen language."""
    match severity:
        case Severity.ERROR:
            return say("error")
        case Severity.WARNING:
            return say("warning")
        case Severity.NOTICE:
            return say("notice")


def concise(problem: Problem, name: str) -> str:
    """One line for one problem, as compilers write it."""
    at, code = problem.span or _NOWHERE, problem.code
    return plain(f"{name}:{at.line}:{at.column}: {code.id} {code.name} {sentence(problem)}")


def full(problem: Problem, source_of: Where, paint: Paint) -> str:
    """The problem with the lines it stands on and what to do about it."""
    return "\n".join(_full(problem, source_of, paint))


def _full(problem: Problem, source_of: Where, paint: Paint) -> Iterator[str]:
    code, colour = problem.code, _COLOURS[problem.code.severity]
    at = problem.span or _NOWHERE
    source = source_of(problem)
    places = [at, *(near.span for near in problem.related if near.span)]
    gutter = len(str(max(place.line for place in places)))
    head = paint(f"{severity_word(code.severity)}[{code.id} {code.name}]", colour)
    yield f"{head}: {paint(plain(sentence(problem)), '1')}"
    yield from _excerpt(source, at, gutter, "-->", paint, colour, "^", "")
    for near in problem.related:
        if near.span:
            note = plain(remark(near))
            there = source_of(near)
            yield from _excerpt(there, near.span, gutter, ":::", paint, "1;34", "-", note)
    equals = f"{' ' * gutter} {paint('=', '1;34')}"
    if problem.code.hint:
        yield f"{equals} {say('help: {advice}', advice=plain(advice(problem)))}"
    yield f"{equals} {say('docs: {command}', command=f'tmplan explain {code.id}')}"


def _excerpt(
    source: Source,
    at: Span,
    gutter: int,
    arrow: str,
    paint: Paint,
    colour: str,
    mark: str,
    note: str,
) -> Iterator[str]:
    margin, bar = " " * gutter, paint("|", "1;34")
    lines = _BREAK.split(source.text)
    yield f"{margin}{paint(arrow, '1;34')} {plain(source.name)}:{at.line}:{at.column}"
    if not lines[0] and len(lines) == 1:
        return
    line = lines[at.line - 1] if at.line <= len(lines) else ""
    yield f"{margin} {bar}"
    if arrow == "-->" and (above := _above(lines, at.line)):
        number = str(above).rjust(gutter)
        yield f"{paint(number, '1;34')} {bar} {plain(_clipped(lines[above - 1])[0])}"
    shown, shift = _clipped(line, at.column - 1)
    start = at.column - 1 - shift
    end = at.end_column - 1 - shift if at.end_line == at.line else len(shown)
    before, inside = plain(shown[:start]), plain(shown[start : max(end, start)].rstrip())
    yield f"{paint(str(at.line).rjust(gutter), '1;34')} {bar} {plain(shown)}"
    marks = " " * width(before) + paint(mark * max(width(inside), 1), colour)
    yield f"{margin} {bar} {marks}{' ' + note if note else ''}"


def _above(lines: list[str], number: int) -> int:
    """The line before, if it says where we are; 0 if not."""
    before = number - 1
    return before if before > 0 and lines[before - 1].strip() else 0


def _clipped(line: str, column: int = 0) -> tuple[str, int]:
    """As much of a long line as fits, with the column in it, and how much was cut in front."""
    line = line.replace("\t", " ")
    if len(line) <= _ROOM:
        return line, 0
    if column < _ROOM * 2 // 3:
        return line[: _ROOM - 1] + "…", 0
    shift = column - _ROOM // 3
    return "…" + line[shift + 1 : shift + _ROOM - 1] + "…", shift
