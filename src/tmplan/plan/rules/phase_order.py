"""The phases follow one another: report, assess, respond, recover, review.

Publishing and handling stand between responding and recovering, or where the plan wants them.

Bad::

    phases:
      - id: assess
        name: Assess
        kind: assess
      - id: report
        name: Report
        kind: report
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

from tmplan.plan.index import REQUIRED_KINDS, Index
from tmplan.plan.problem import Fault, Severity

CODE: Final = "TM501"
NAME: Final = "phase-order"
SEVERITY: Final = Severity.ERROR
MESSAGE: Final = "a phase of kind `{kind}` cannot stand after one of kind `{before}`"
HINT: Final = "order the phases: report, assess, respond, recover, review"


def check(plan: Index) -> Iterator[Fault]:
    """The first phase that comes too late."""
    before = REQUIRED_KINDS[0]
    for path, phase in plan.phases:
        kind = phase.get("kind")
        if kind not in REQUIRED_KINDS:
            continue
        if REQUIRED_KINDS.index(kind) < REQUIRED_KINDS.index(before):
            yield Fault((*path, "kind"), {"kind": kind, "before": before})
            return
        before = kind
