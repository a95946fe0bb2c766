"""The errors of a file that another command needed."""

from typing import Any

from tmplan.cli import console, excerpt
from tmplan.plan.load import Loaded
from tmplan.plan.problem import Severity


def show_problems(loaded: Loaded[Any]) -> None:
    """Say on standard error what is wrong; warnings are for `validate`."""
    for problem in loaded.problems:
        if problem.code.severity is Severity.ERROR:
            text = excerpt.full(problem, loaded.source_of, excerpt.uncoloured)
            console.block(text + "\n", err=True)
