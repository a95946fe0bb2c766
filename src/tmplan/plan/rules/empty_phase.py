"""A phase to publish or to handle usually has something to do.

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
      - id: publish
        name: Publish
        kind: publish
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
      - id: publish
        name: Publish
        kind: publish
        steps:
          - id: announce
            do: Tell the customers.
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
"""

from collections.abc import Iterator
from typing import Final

from tmplan.plan.index import Index
from tmplan.plan.problem import Fault, Severity

CODE: Final = "TM519"
NAME: Final = "empty-phase"
SEVERITY: Final = Severity.NOTICE
MESSAGE: Final = "no event type has anything to do in the phase `{id}`"
HINT: Final = "add steps to it, or leave the phase out"


def check(plan: Index) -> Iterator[Fault]:
    """Every phase to publish or handle without a single step."""
    busy = {step.phase for step in plan.steps}
    for path, phase in plan.phases:
        if phase.get("kind") in ("publish", "handle") and str(phase.get("id")) not in busy:
            yield Fault(path, {"id": phase.get("id")})
