"""The last band of a question has no upper end.

A number above the last band would belong to no answer and give no level.

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
            level: II
          - below: 50
            level: I
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
from tmplan.plan.problem import Fault, Severity

CODE: Final = "TM401"
NAME: Final = "band-gap"
SEVERITY: Final = Severity.ERROR
MESSAGE: Final = "numbers from {below} on belong to no band"
HINT: Final = "add a last band without `below`"


def check(plan: Index) -> Iterator[Fault]:
    """Every last band that ends."""
    for at, rows in plan.bands():
        if rows and "below" in rows[-1]:
            yield Fault((*at, len(rows) - 1, "below"), {"below": rows[-1]["below"]})
