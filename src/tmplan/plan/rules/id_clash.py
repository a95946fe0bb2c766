"""No step or blank of a notice is called like a clock or a fact of the engine.

Telling people of level `grave` runs the clock `tell-grave` and is met by the fact `told-grave`;
the clock `update-grave` runs until the next notice.

Bad::

    levels:
      - id: grave
        name: Grave
      - id: slight
        name: Slight
    questions:
      depth:
        ask: How deep is the water?
        unit: cm
        bands:
          - below: 10
            level: slight
          - level: grave
    events:
      flood:
        name: Flood
        classify:
          ask: [depth]
        steps:
          respond:
            - id: tell-grave
              do: Leave the building.
              role: chief
              need: must
              within: 5 min

Good::

    levels:
      - id: grave
        name: Grave
      - id: slight
        name: Slight
    questions:
      depth:
        ask: How deep is the water?
        unit: cm
        bands:
          - below: 10
            level: slight
          - level: grave
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

from tmplan.plan.index import Index, group, word
from tmplan.plan.problem import Fault, Severity

CODE: Final = "TM321"
NAME: Final = "id-clash"
SEVERITY: Final = Severity.ERROR
MESSAGE: Final = "`{id}` is the name of a clock or a fact that every incident has"
HINT: Final = "choose another one, such as `{id}-1`"


def check(plan: Index) -> Iterator[Fault]:
    """Every step named like a clock, and every blank named like a fact."""
    clocks = {f"{kind}-{level}" for level in plan.levels for kind in ("tell", "update")}
    facts = {"principal-told", *(f"told-{level}" for level in plan.levels)}
    for step in plan.steps:
        name = word(step.words.get("id"))
        if name in clocks:
            yield Fault((*step.path, "id"), {"id": name})
    for notice, words in plan.notices.items():
        for name in group(words.get("fields")):
            if name in facts:
                yield Fault(("notices", notice, "fields", name), {"id": name}, at_key=True)
