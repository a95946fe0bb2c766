"""A plan has a phase of each kind that every response goes through.

Without a phase to recover there is no gate, without one to review nothing is learned.

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
      - id: recover
        name: Recover
        kind: recover
        gate:
          ask: Is it safe?
          role: chief

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

from tmplan.plan.index import KINDS, REQUIRED_KINDS, Index
from tmplan.plan.problem import Fault, Severity

CODE: Final = "TM502"
NAME: Final = "missing-phase"
SEVERITY: Final = Severity.ERROR
MESSAGE: Final = "the plan has no phase of kind `{kind}`"
HINT: Final = "add one, such as `{{id: {kind}, name: …, kind: {kind}}}`"


def check(plan: Index) -> Iterator[Fault]:
    """Every kind of phase that is missing from a list of phases."""
    kinds = [phase.get("kind") for _, phase in plan.phases]
    if not kinds or not all(kind in KINDS for kind in kinds):
        return  # one of them may be mistyped
    for kind in REQUIRED_KINDS:
        if kind not in kinds:
            yield Fault(("phases",), {"kind": kind}, at_key=True)
