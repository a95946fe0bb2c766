"""What holds for every file, whatever is in it: the promises that fuzzing tries to break."""

import re
import tempfile
import time
from datetime import date
from functools import cache
from pathlib import Path

from tmplan.cli import excerpt, explained
from tmplan.drill.scenario import Scenario
from tmplan.i18n import LANGUAGES, language, speak
from tmplan.plan.load import MOST_PROBLEMS, Loaded, plan_of, words_of
from tmplan.plan.model import Plan
from tmplan.plan.problem import Problem, Severity, Span
from tmplan.plan.proof import prove
from tmplan.plan.source import READERS, Source, locate, parse_with

TODAY = date(2026, 11, 24)
NAME = "plan.yaml"
MOST_SECONDS = 1.0
"""Processor time for one small file; coverage-guided runs are slower and allow themselves more."""

KNOWN_APART = re.compile(rb"\t|[\[{][^\]}]*\?")
"""A tab between words, and a `?` in unquoted text inside brackets."""


def keep(data: bytes, *, most_seconds: float = MOST_SECONDS) -> None:
    """Read a file as a plan, and as a scenario.

    Raises:
        AssertionError: a promise is broken. Any other exception breaks one, too.
    """
    begun = time.process_time()
    plan = plan_of(data, NAME, nowhere(), today=TODAY)
    if plan.model is not None:
        proof = prove(plan.model)
        plan = plan.with_problems(proof.problems)
    scenario = words_of(data, NAME, Scenario, "tmplan-drill")
    spent = time.process_time() - begun
    assert spent < most_seconds, f"took {spent:.2f} s"
    for loaded in (plan, scenario):
        look_at(loaded, data)
    if len(READERS) > 1:
        readers_agree(data)


def look_at(loaded: "Loaded[Plan] | Loaded[Scenario]", data: bytes) -> None:
    """Every problem can be shown, in every language, at a place that exists."""
    assert len(loaded.problems) <= MOST_PROBLEMS
    wrong = any(each.code.severity is Severity.ERROR for each in loaded.problems)
    assert wrong == (loaded.model is None), "usable if and only if there is no error"
    assert list(loaded.problems) == sorted(loaded.problems, key=place_of), "from the top down"
    lines = shown_lines(loaded.source.text or data.decode("latin-1"))
    for each in loaded.problems:
        assert each.code.id in known_codes(), each.code
        assert each.span is not None, each
        assert_inside(each.span, lines)
        for near in each.related:
            assert near.span is not None, near
            assert_inside(near.span, lines)
        locate(loaded.source, each.path, at_key=each.at_key)
        said_everywhere(each, loaded.source)


def said_everywhere(problem: Problem, source: Source) -> None:
    """The problem as text, in one line and in many, and nothing in it that acts on a screen."""
    before = language()
    try:
        for each in LANGUAGES:
            speak(each)
            line = excerpt.concise(problem, source.name)
            assert "\n" not in line, line
            whole = excerpt.full(problem, lambda _: source, excerpt.uncoloured)
            assert problem.code.id in whole
            for text in (line, whole):
                assert not any(char != "\n" and not 31 < ord(char) != 127 for char in text), text
    finally:
        speak(before)


def assert_inside(span: Span, lines: list[int]) -> None:
    """The span lies in the text, and ends where it begins or later."""
    assert 1 <= span.line <= span.end_line <= len(lines), (span, len(lines))
    assert 1 <= span.column <= lines[span.line - 1] + 2, span  # one behind, and the line break
    assert 1 <= span.end_column <= lines[span.end_line - 1] + 2, span
    assert (span.line, span.column) <= (span.end_line, span.end_column), span


def readers_agree(data: bytes) -> None:
    """The reader in Python comes to the same verdict as libyaml, and to the same data.

    Except for what YAML allows and the reader in Python does not; see `KNOWN_APART`.
    """
    if KNOWN_APART.search(data):
        return
    ours, pure = (parse_with(each, data, NAME) for each in READERS)
    assert errors(ours) == errors(pure), set(errors(ours)) ^ set(errors(pure))
    if not errors(ours):
        assert ours.value == pure.value


def errors(source: Source) -> list[tuple[str, int, int]]:
    """The errors of a source, as code and place."""
    return [
        (each.code.id, each.span.line, each.span.column)
        for each in source.problems
        if each.code.severity is Severity.ERROR and each.span
    ]


def shown_lines(text: str) -> list[int]:
    """How long each line is, as an editor counts."""
    return [len(line) for line in text.replace("\r\n", "\n").replace("\r", "\n").split("\n")]


def place_of(problem: Problem) -> tuple[str, int, int]:
    span = problem.span
    return (problem.file, span.line, span.column) if span else (problem.file, 0, 0)


@cache
def known_codes() -> frozenset[str]:
    """Everything that `tmplan explain` can explain."""
    return frozenset(each.id for each in explained.all_explained())


@cache
def nowhere() -> Path:
    """A folder with nothing in it, so that no plan finds anybody's files."""
    return Path(tempfile.mkdtemp(prefix="tmplan-fuzz-"))
