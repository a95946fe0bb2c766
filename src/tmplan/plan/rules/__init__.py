"""What must be true of a plan beyond the shape of its parts, one file per rule."""

from collections.abc import Iterator, Sequence
from typing import Final, Protocol

from tmplan.plan.index import Index
from tmplan.plan.problem import Code, Fault, Problem, Severity


class Rule(Protocol):
    """One thing that must be true; its docstring says why and shows a bad and a good example."""

    __name__: str
    __doc__: str | None
    CODE: str
    NAME: str
    SEVERITY: Severity
    MESSAGE: str
    HINT: str

    def check(self, plan: Index) -> Iterator[Fault]:
        """Every place where it is not."""


RULES: Final[Sequence[Rule]] = []


def lint(plan: Index) -> Iterator[Problem]:
    """Everything the rules find."""
    for rule in RULES:
        code = Code(rule.CODE, rule.NAME, rule.SEVERITY, rule.MESSAGE, rule.HINT)
        for fault in rule.check(plan):
            yield Problem(code, fault.path, fault.params, fault.at_key, related=fault.related)
