"""No two phases are of one kind.

Bad::

    phases:
      - id: report
        name: Report
        kind: report
      - id: assess
        name: Assess
        kind: assess
      - id: respond
        name: Respond
        kind: respond
      - id: respond-2
        name: Respond
        kind: respond
      - id: recover
        name: Recover
        kind: recover
        gate:
          ask: Is it safe?
          role: chief
      - id: review
        name: Review
        kind: review

Good::

    phases:
      - id: report
        name: Report
        kind: report
      - id: assess
        name: Assess
        kind: assess
      - id: respond
        name: Respond
        kind: respond
      - id: recover
        name: Recover
        kind: recover
        gate:
          ask: Is it safe?
          role: chief
      - id: review
        name: Review
        kind: review
"""

from collections.abc import Iterator
from typing import Final

from tmplan.plan.index import Index, word
from tmplan.plan.problem import Fault, Path, Related, Severity

CODE: Final = "TM511"
NAME: Final = "duplicate-phase"
SEVERITY: Final = Severity.ERROR
MESSAGE: Final = "this is a second phase of kind `{kind}`"
HINT: Final = "keep one of the two, or give this one another kind"


FIRST: Final = "the first one is here"


def check(plan: Index) -> Iterator[Fault]:
    """Every phase of a kind that was there before."""
    seen: dict[str, Path] = {}
    for path, phase in plan.phases:
        if kind := word(phase.get("kind")):
            first = seen.setdefault(kind, path)
            if first != path:
                near = Related((*first, "kind"), FIRST)
                yield Fault((*path, "kind"), {"kind": kind}, related=(near,))
