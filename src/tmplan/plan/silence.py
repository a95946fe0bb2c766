"""Comments that silence one code on one line, with a reason.

`# tmplan: ignore[TM601] why it is meant so`, at the end of the line or alone above it. Errors
cannot be silenced: what the engine cannot run with does not become sound by a comment.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from tmplan.plan.problem import Code, Problem, Severity, Span
from tmplan.plan.source import Source, comments

UNUSED: Final = Code(
    "TM904",
    "unused-ignore",
    Severity.WARNING,
    "`{code}` silences nothing here",
    "delete it, or put it on the line of the problem; errors cannot be silenced",
)
UNKNOWN: Final = Code(
    "TM905",
    "unknown-code",
    Severity.WARNING,
    "there is no code `{code}`",
    "write a code or a name that `tmplan explain` lists",
)
UNREASONED: Final = Code(
    "TM907",
    "ignore-without-reason",
    Severity.WARNING,
    "this comment silences {codes} without saying why, so it does not",
    "write the reason behind the bracket",
)
_MARK: Final = "tmplan:"
_SHAPE: Final = re.compile(r"#[ \t]*tmplan:[ \t]*ignore\[([^\]\r\n]*)\][ \t]*(.*)")


@dataclass(frozen=True, slots=True)
class Silence:
    """One comment: where it stands, the line it is for, the codes it names, and why."""

    span: Span
    line: int
    names: tuple[str, ...]
    reason: str


def heard(
    source: Source, problems: Sequence[Problem], known: Mapping[str, str]
) -> tuple[Problem, ...]:
    """The problems of one file that no comment silences, with what is wrong with the comments.

    ``known`` has the code for every code and every name there is.
    """
    found = tuple(silences(source))
    used: set[tuple[Silence, str]] = set()
    rest = [each for each in problems if not _silenced(each, found, known, used)]
    return (*rest, *_complaints(found, known, used))


def silences(source: Source) -> Iterator[Silence]:
    """Every comment of a file that is meant to silence something."""
    if _MARK not in source.text:
        return
    for comment in comments(source):
        shape = _SHAPE.fullmatch(comment.text.rstrip())
        if shape:
            names = tuple(each.strip() for each in shape[1].split(",") if each.strip())
            yield Silence(comment.span, comment.line, names, shape[2].strip())


def _silenced(
    problem: Problem,
    found: Sequence[Silence],
    known: Mapping[str, str],
    used: set[tuple[Silence, str]],
) -> bool:
    if problem.span is None or problem.code.severity is Severity.ERROR:
        return False
    for each in found:
        if each.line == problem.span.line and each.reason:
            for name in each.names:
                if known.get(name.lower()) == problem.code.id:
                    used.add((each, name))
                    return True
    return False


def _complaints(
    found: Sequence[Silence], known: Mapping[str, str], used: set[tuple[Silence, str]]
) -> Iterator[Problem]:
    for each in found:
        if not each.reason:
            codes = ", ".join(f"`{name}`" for name in each.names) or "-"
            yield Problem(UNREASONED, (), {"codes": codes}, span=each.span)
            continue
        for name in each.names:
            if name.lower() not in known:
                yield Problem(UNKNOWN, (), {"code": name}, span=each.span)
            elif (each, name) not in used:
                yield Problem(UNUSED, (), {"code": name}, span=each.span)
