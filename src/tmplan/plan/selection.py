"""Which problems are said, and how grave each code is taken: a matter of who runs the check."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from tmplan.plan.problem import Problem, Severity


@dataclass(frozen=True, slots=True)
class Selection:
    """Codes and beginnings of codes: only these, all but these, and other severities.

    ``only`` empty means all. A severity None means that the code is not said. Errors are always
    said and stay errors: a plan with one cannot be used, whoever looks at it.
    """

    only: frozenset[str] = frozenset()
    but: frozenset[str] = frozenset()
    severities: Mapping[str, Severity | None] = field(default_factory=dict)

    def of(self, problems: Iterable[Problem]) -> tuple[Problem, ...]:
        """What is left of these problems, each as grave as it is taken."""
        return tuple(each for problem in problems if (each := self._taken(problem)) is not None)

    def _taken(self, problem: Problem) -> Problem | None:
        code = problem.code
        if code.severity is Severity.ERROR:
            return problem
        if (self.only and not _begins(code.id, self.only)) or _begins(code.id, self.but):
            return None
        severity = self.severities.get(code.id, code.severity)
        if severity is None or severity is code.severity:
            return problem if severity else None
        return replace(problem, code=replace(code, severity=severity))


def _begins(code: str, beginnings: frozenset[str]) -> bool:
    return code.startswith(tuple(beginnings))
