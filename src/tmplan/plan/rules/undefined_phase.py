"""Every phase that an event type has steps for, or skips, is a phase of the plan.

Bad::

    events:
      flood:
        name: Flood
        steps:
          respond:
            - id: leave
              do: Leave the building.
              role: chief
              need: must
              within: 5 min
          recovery:
            - id: dry
              do: Dry the floor.
              role: chief

Good::

    events:
      flood:
        name: Flood
        steps:
          respond:
            - id: leave
              do: Leave the building.
              role: chief
              need: must
              within: 5 min
          recover:
            - id: dry
              do: Dry the floor.
              role: chief
"""

from collections.abc import Iterator
from typing import Final

from tmplan.plan.index import Index, group, refs
from tmplan.plan.nearest import choices
from tmplan.plan.problem import Fault, Severity

CODE: Final = "TM318"
NAME: Final = "undefined-phase"
SEVERITY: Final = Severity.ERROR
MESSAGE: Final = "the plan has no phase `{id}`"
HINT: Final = "write one of {known}, or add the phase under `phases`"


def check(plan: Index) -> Iterator[Fault]:
    """Every phase that the plan does not define."""
    for event, words in plan.events.items():
        for name in group(words.get("steps")):
            if name not in plan.phase_order:
                params = {"id": name, "known": choices(name, plan.phase_order)}
                yield Fault(("events", event, "steps", name), params, at_key=True)
        for each in refs(words, ("events", event), "skip"):
            if each.id not in plan.phase_order:
                yield Fault(each.path, {"id": each.id, "known": choices(each.id, plan.phase_order)})
