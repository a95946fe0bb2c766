"""First steps are for everybody, at once: they have no level and no condition.

They are done before anything is known.

Bad::

    events:
      flood:
        name: Flood
        first:
          - id: shout
            do: Warn everybody.
            role: anyone
            when:
              linked: any
        steps:
          respond:
            - id: leave
              do: Leave the building.
              role: chief
              need: must
              within: 5 min

Good::

    events:
      flood:
        name: Flood
        first:
          - id: shout
            do: Warn everybody.
            role: anyone
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

CODE: Final = "TM514"
NAME: Final = "first-step-condition"
SEVERITY: Final = Severity.ERROR
MESSAGE: Final = "a first step cannot have `{key}`: nothing is known yet when it is done"
HINT: Final = "delete it, or move the step to the respond phase"


KEYS: Final = ("when", "min_level", "only_levels")


def check(plan: Index) -> Iterator[Fault]:
    """Every condition of a first step."""
    for step in plan.steps:
        for key in KEYS:
            if step.phase is None and key in step.words:
                yield Fault((*step.path, key), {"key": key}, at_key=True)
