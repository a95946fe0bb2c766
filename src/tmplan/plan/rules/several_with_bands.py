"""A number is one number: `several` goes with `answers` only.

Bad::

    questions:
      power:
        ask: Is the power on?
        scope: true
        unit: lamps
        several: true
        bands:
          - below: 1
          - id: some-lamps
    events:
      flood:
        name: Flood
        classify:
          ask: [power]
        steps:
          respond:
            - id: leave
              do: Leave the building.
              role: chief
              need: must
              within: 5 min

Good::

    questions:
      power:
        ask: Is the power on?
        scope: true
        several: true
        answers:
          - id: power-on
            text: It is on
          - id: power-off
            text: It is off
    events:
      flood:
        name: Flood
        classify:
          ask: [power]
        steps:
          respond:
            - id: leave
              do: Leave the building.
              role: chief
              need: must
              within: 5 min
"""

from collections.abc import Iterator
from typing import Final

from tmplan.plan.index import Index
from tmplan.plan.problem import Fault, Severity

CODE: Final = "TM415"
NAME: Final = "several-with-bands"
SEVERITY: Final = Severity.ERROR
MESSAGE: Final = "several answers cannot be given to a question with bands"
HINT: Final = "delete `several`, or list `answers` instead"


def check(plan: Index) -> Iterator[Fault]:
    """Every question that asks for several numbers."""
    for name, question in plan.questions.items():
        if question.get("bands") and question.get("several") == "true":
            yield Fault(("questions", name, "several"))
