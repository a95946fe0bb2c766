"""A plan without levels names none.

Bad::

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

from tmplan.plan.index import Index, group
from tmplan.plan.problem import Fault, Severity

CODE: Final = "TM412"
NAME: Final = "level-without-levels"
SEVERITY: Final = Severity.ERROR
MESSAGE: Final = "this plan has no levels, so this says nothing"
HINT: Final = "delete it, or list the levels under `levels`"


def check(plan: Index) -> Iterator[Fault]:
    """Every level, floor and raise of a plan without levels."""
    if plan.words.get("levels"):
        return
    for each in plan.level_places():
        if "floors" not in each.path:
            yield Fault(each.path)
    for event, words in plan.events.items():
        for key in ("floors", "raises"):
            if group(words.get("classify")).get(key):
                yield Fault(("events", event, "classify", key), at_key=True)
