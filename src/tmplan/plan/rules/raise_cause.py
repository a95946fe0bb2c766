"""A raise has one cause: a condition, or a question that stays unknown.

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
          - level: I
    events:
      flood:
        name: Flood
        classify:
          ask: [depth]
          raises: [{by: 1}]

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
          raises: [{by: 1, unknown_after: 30 min}]
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

from tmplan.plan.index import Index, group, items
from tmplan.plan.problem import Fault, Severity

CODE: Final = "TM418"
NAME: Final = "raise-cause"
SEVERITY: Final = Severity.ERROR
MESSAGE: Final = "a raise needs either `when` or `unknown_after`"
HINT: Final = "write one of the two; two causes are two raises"


def check(plan: Index) -> Iterator[Fault]:
    """Every raise without a cause, or with two."""
    for event, words in plan.events.items():
        classify = group(words.get("classify"))
        for at, lift in items(classify, ("events", event, "classify"), "raises"):
            if ("when" in lift) == ("unknown_after" in lift):
                yield Fault(at)
