"""Along a question, levels only rise or only fall.

A table in which the middle is worse than both ends is almost always a slip of the pen.

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
          - below: 20
            level: I
          - level: II
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

CODE: Final = "TM403"
NAME: Final = "level-order"
SEVERITY: Final = Severity.ERROR
MESSAGE: Final = (
    "level {level} stands out of order: along `{question}`, levels must only rise or only fall"
)
HINT: Final = "check the levels of this question from top to bottom"


def check(plan: Index) -> Iterator[Fault]:
    """The first level of each question at which the direction turns."""
    for table in plan.tables:
        direction, before = 0, None
        for path, _, level in table.rows:
            if level not in plan.levels:
                continue
            rank = plan.levels.index(level)
            step = 0 if before is None else (rank > before) - (rank < before)
            if direction and step == -direction:
                yield Fault((*path, "level"), {"level": level, "question": table.question})
                break
            direction, before = direction or step, rank
