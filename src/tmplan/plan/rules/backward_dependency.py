"""No step waits for a step of a later phase.

First steps come before every phase.

Bad::

    events:
      flood:
        name: Flood
        steps:
          respond:
            - id: leave
              do: Leave the building.
              role: chief
              need: must
              within: 5 min
            - id: count
              do: Count everybody.
              role: chief
              after: [dry]
          recover:
            - id: dry
              do: Dry the floor.
              role: chief

Good::

    events:
      flood:
        name: Flood
        steps:
          respond:
            - id: leave
              do: Leave the building.
              role: chief
              need: must
              within: 5 min
            - id: count
              do: Count everybody.
              role: chief
              after: [leave]
          recover:
            - id: dry
              do: Dry the floor.
              role: chief
"""

from collections.abc import Iterator
from typing import Final

from tmplan.plan.index import Index, StepAt, refs
from tmplan.plan.problem import Fault, Severity

CODE: Final = "TM505"
NAME: Final = "backward-dependency"
SEVERITY: Final = Severity.ERROR
MESSAGE: Final = "this step waits for `{id}`, which comes in a later phase"
HINT: Final = "take it out of `after`, or move one of the two steps"


def check(plan: Index) -> Iterator[Fault]:
    """Every `after` that looks ahead."""
    for step in plan.steps:
        for each in refs(step.words, step.path, "after"):
            other = plan.step_of.get(each.id)
            if other and _place(plan, other) > _place(plan, step):
                yield Fault(each.path, {"id": each.id})


def _place(plan: Index, step: StepAt) -> int:
    return -1 if step.phase is None else plan.phase_order.get(step.phase, -1)
