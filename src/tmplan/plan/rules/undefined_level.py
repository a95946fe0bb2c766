"""Every level that is named is a level of the plan.

Bad::

    levels:
      - id: I
        name: Grave
      - id: II
        name: Slight
    questions:
      depth:
        ask: How deep is the water?
        unit: cm
        bands:
          - below: 10
            level: III
          - level: I
    events:
      flood:
        name: Flood
        classify:
          ask: [depth]
        steps:
          respond:
            - id: leave
              do: Leave the building.
              role: chief
              need: must
              within: 5 min

Good::

    levels:
      - id: I
        name: Grave
      - id: II
        name: Slight
    questions:
      depth:
        ask: How deep is the water?
        unit: cm
        bands:
          - below: 10
            level: II
          - level: I
    events:
      flood:
        name: Flood
        classify:
          ask: [depth]
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
from tmplan.plan.nearest import choices
from tmplan.plan.problem import Fault, Severity

CODE: Final = "TM307"
NAME: Final = "undefined-level"
SEVERITY: Final = Severity.ERROR
MESSAGE: Final = "the plan has no level `{id}`"
HINT: Final = "write one of {known}, or add the level under `levels`"


def check(plan: Index) -> Iterator[Fault]:
    """Every level that a plan with levels does not define."""
    for each in plan.level_places():
        if plan.levels and each.id not in plan.levels:
            yield Fault(each.path, {"id": each.id, "known": choices(each.id, plan.levels)})
