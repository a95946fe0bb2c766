"""A plan is one file: parts in files of their own are not supported yet.

Bad::

    parts: [fire.yaml]

Good::

    title: One file
"""

from collections.abc import Iterator
from typing import Final

from tmplan.plan.index import Index
from tmplan.plan.problem import Fault, Severity

CODE: Final = "TM211"
NAME: Final = "parts-not-yet"
SEVERITY: Final = Severity.ERROR
MESSAGE: Final = "this version of tmplan does not read plans in parts yet"
HINT: Final = "move what the parts hold into this file"


def check(plan: Index) -> Iterator[Fault]:
    """A list of parts."""
    if plan.words.get("parts"):
        yield Fault(("parts",), at_key=True)
