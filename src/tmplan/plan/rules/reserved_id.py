"""No id is a word that the plan format keeps for itself.

Stages of an obligation are free: they are always named together with their obligation.

Bad::

    events:
      flood:
        name: Flood
        steps:
          respond:
            - id: recovered
              do: Leave the building.
              role: chief
              need: must
              within: 5 min

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
"""

from collections.abc import Iterator
from typing import Final

from tmplan.plan.index import RESERVED, Index
from tmplan.plan.problem import Fault, Severity

CODE: Final = "TM320"
NAME: Final = "reserved-id"
SEVERITY: Final = Severity.ERROR
MESSAGE: Final = "`{id}` is a word of the plan format and cannot be an id"
HINT: Final = "choose another id, such as `{id}-1`"


def check(plan: Index) -> Iterator[Fault]:
    """Every id that is a word of the format."""
    for each in plan.definitions:
        if each.id in RESERVED and each.kind != "stage":
            yield Fault(each.path, {"id": each.id}, at_key=each.at_key)
