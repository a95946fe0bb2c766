"""Every event type is rehearsed by some scenario.

A checklist that was never walked has holes that nobody has seen. The rule looks at the scenario
files that the plan lists under `drills`; a plan without `drills` has promised no rehearsals.

Bad::

    drills:
      every: 6 months
      scenarios:
        - drills/flood.yaml
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
      fire:
        name: Fire
        steps:
          respond:
            - id: run
              do: Run outside.
              role: chief
              need: must
              within: 5 min

Good::

    drills:
      every: 6 months
      scenarios:
        - drills/flood.yaml
        - drills/fire.yaml
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
      fire:
        name: Fire
        steps:
          respond:
            - id: run
              do: Run outside.
              role: chief
              need: must
              within: 5 min
"""

from collections.abc import Iterator
from typing import Final

from tmplan.plan.index import Index, group
from tmplan.plan.problem import Fault, Severity

CODE: Final = "TM706"
NAME: Final = "event-not-drilled"
SEVERITY: Final = Severity.WARNING
MESSAGE: Final = "no scenario rehearses `{event}`"
HINT: Final = "write one, and list it in `drills.scenarios`"


def check(plan: Index) -> Iterator[Fault]:
    """Every event type that no listed scenario is about."""
    if plan.scripts is None or not group(plan.words.get("drills")):
        return
    drilled = {script.event for script in plan.scripts.values()}
    for event in plan.events:
        if event not in drilled:
            yield Fault(("events", event), {"event": event}, at_key=True)
