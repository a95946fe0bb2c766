"""What a check found, as a value that every format can write."""

from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256

from tmplan.cli.checking import Checked
from tmplan.cli.finding import Unread
from tmplan.plan.problem import Problem, Related, Severity, Span

_TOP = Span(1, 1, 1, 1)


@dataclass(frozen=True, slots=True)
class Row:
    """One problem with all a program may want to know of it.

    ``fingerprint`` stays the same as long as the problem does, whatever lines come before it.
    """

    file: str
    problem: Problem
    span: Span
    place: str
    fingerprint: str
    related: tuple[tuple[str, Related], ...]
    """Other places that explain it, each with its file."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """All files; ``grave`` are the severities that make the check fail."""

    checked: tuple[Checked, ...]
    unread: tuple[Unread, ...]
    grave: tuple[Severity, ...]
    coloured: bool = False

    @property
    def failed(self) -> bool:
        """Whether anything was found that counts."""
        return any(each.count(severity) for each in self.checked for severity in self.grave)

    def rows(self) -> Iterator[Row]:
        """Every problem of every file, in the order they were found."""
        seen: dict[str, int] = {}
        for each in self.checked:
            for problem, place in zip(each.problems, each.places, strict=True):
                file = each.source_of(problem).name
                subject = f"{problem.code.id}\0{file}\0{place}"
                seen[subject] = number = seen.get(subject, 0) + 1
                digest = sha256(f"{subject}\0{number}".encode("utf-8", "replace")).hexdigest()
                near = tuple((each.source_of(one).name, one) for one in problem.related if one.span)
                yield Row(file, problem, problem.span or _TOP, place, digest, near)
