"""Bands follow one another upwards, each with its upper end.

A number belongs to the first band that it is below; a band that starts where another has taken
everything is never reached.

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
          - below: 20
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

from tmplan.plan.index import Index, number
from tmplan.plan.problem import Fault, Severity

CODE: Final = "TM402"
NAME: Final = "band-order"
SEVERITY: Final = Severity.ERROR
MESSAGE: Final = "this band does not begin where the band before it ends"
HINT: Final = "give every band but the last a `below`, each greater than the one before"


def check(plan: Index) -> Iterator[Fault]:
    """Every band that is empty, or that leaves nothing for those after it."""
    for at, rows in plan.bands():
        ends = [number(row.get("below")) for row in rows]
        for place, (row, end) in enumerate(zip(rows, ends, strict=True)):
            if place == len(rows) - 1 and "below" not in row:
                continue
            before = ends[place - 1] if place else None
            if "below" not in row:
                yield Fault((*at, place))
            elif end is not None and before is not None and end <= before:
                yield Fault((*at, place, "below"))
