"""Only the phase to recover has a gate.

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
        gate:
          ask: Is it safe?
          role: chief
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

from tmplan.plan.index import Index
from tmplan.plan.problem import Fault, Severity

CODE: Final = "TM521"
NAME: Final = "misplaced-gate"
SEVERITY: Final = Severity.ERROR
MESSAGE: Final = "only a phase of kind `recover` has a gate"
HINT: Final = "move the gate there"


def check(plan: Index) -> Iterator[Fault]:
    """Every gate that nothing passes through."""
    for path, phase in plan.phases:
        if "gate" in phase and phase.get("kind") != "recover":
            yield Fault((*path, "gate"), at_key=True)
