"""Operations resume only through a gate: somebody says by name that it is safe.

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

CODE: Final = "TM520"
NAME: Final = "recover-without-gate"
SEVERITY: Final = Severity.ERROR
MESSAGE: Final = "the phase to recover has no `gate`"
HINT: Final = "add `gate:` with the question to `ask` and the `role` that answers it"


def check(plan: Index) -> Iterator[Fault]:
    """A phase to recover that anybody may walk into."""
    for path, phase in plan.phases:
        if phase.get("kind") == "recover" and not phase.get("gate"):
            yield Fault(path)
