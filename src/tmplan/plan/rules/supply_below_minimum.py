"""There is as much of every supply as is needed.

This never stops a response: what is missing is borrowed, bought or done without, and known of.

Bad::

    supplies:
      light:
        name: Light
        items:
          - id: lamps
            name: Lamps
            have: 2
            need: 4
            place: By the door
            keeper: chief
            checked: 2026-11-01
            every: 6 months

Good::

    supplies:
      light:
        name: Light
        items:
          - id: lamps
            name: Lamps
            have: 4
            need: 4
            place: By the door
            keeper: chief
            checked: 2026-11-01
            every: 6 months
"""

from collections.abc import Iterator
from typing import Final

from tmplan.plan.index import Index, number
from tmplan.plan.problem import Fault, Severity

CODE: Final = "TM701"
NAME: Final = "supply-below-minimum"
SEVERITY: Final = Severity.WARNING
MESSAGE: Final = "there are {have} of `{id}`, and {need} are needed"
HINT: Final = "get the rest, and write the new number into `have`"


def check(plan: Index) -> Iterator[Fault]:
    """Every supply of which there is too little."""
    for at, supply in plan.supplies:
        have, need = number(supply.get("have")), number(supply.get("need"))
        if have is not None and need is not None and have < need:
            params = {"id": supply.get("id"), "have": supply["have"], "need": supply["need"]}
            yield Fault((*at, "have"), params)
