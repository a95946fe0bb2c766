"""Of the answers to one question all have a level, or none has.

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
            id: knee-deep
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
from tmplan.plan.problem import Fault, Severity

CODE: Final = "TM413"
NAME: Final = "mixed-levels"
SEVERITY: Final = Severity.ERROR
MESSAGE: Final = "this answer has no level, but others of `{question}` have one"
HINT: Final = "give every answer a level, or none"


def check(plan: Index) -> Iterator[Fault]:
    """Every answer without a level beside answers that have one."""
    for table in plan.tables:
        if any(level for _, _, level in table.rows):
            for path, _, level in table.rows:
                if not level:
                    yield Fault(path, {"question": table.question})
