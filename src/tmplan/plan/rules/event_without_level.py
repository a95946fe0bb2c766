"""Where a plan has levels, every event type asks a question that decides the level.

Bad::

    levels:
      - id: I
        name: Grave
      - id: II
        name: Slight
    questions:
      depth:
        ask: How deep is the water?
        scope: true
        unit: cm
        bands:
          - below: 10
          - id: deep
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

CODE: Final = "TM405"
NAME: Final = "event-without-level"
SEVERITY: Final = Severity.ERROR
MESSAGE: Final = "the event type `{id}` asks no question whose answers have a level"
HINT: Final = "name such a question in `classify.ask`"


def check(plan: Index) -> Iterator[Fault]:
    """Every event type that cannot be classified."""
    if not plan.levels:
        return
    levelled: dict[str, set[str | None]] = {}
    for table in plan.tables:
        if any(level for _, _, level in table.rows):
            own = str(table.path[1]) if table.path[0] == "events" else None
            levelled.setdefault(table.question, set()).add(own)
    for event in plan.events:
        if not any(levelled.get(question, set()) & {None, event} for question in plan.ask(event)):
            yield Fault(("events", event), {"id": event}, at_key=True)
