"""No event type skips reporting, responding, recovering or reviewing.

Bad::

    events:
      flood:
        name: Flood
        skip: [review]
        steps:
          respond:
            - id: leave
              do: Leave the building.
              role: chief
              need: must
              within: 5 min

Good::

    events:
      flood:
        name: Flood
        skip: [assess]
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

from tmplan.plan.index import Index, refs
from tmplan.plan.problem import Fault, Severity

CODE: Final = "TM512"
NAME: Final = "skipped-phase"
SEVERITY: Final = Severity.ERROR
MESSAGE: Final = "the phase `{id}` cannot be skipped"
HINT: Final = "take it out of `skip`; a phase without steps costs nothing"


NEVER: Final = ("report", "respond", "recover", "review")


def check(plan: Index) -> Iterator[Fault]:
    """Every phase that is skipped but must not be."""
    kinds = {phase.get("id"): phase.get("kind") for _, phase in plan.phases if _named(phase)}
    for event, words in plan.events.items():
        for each in refs(words, ("events", event), "skip"):
            if kinds.get(each.id) in NEVER:
                yield Fault(each.path, {"id": each.id})


def _named(phase: dict[str, object]) -> bool:
    return isinstance(phase.get("id"), str)
