"""No supply is past its date.

Bad::

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
            expires: 2026-10-31

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
            expires: 2028-10-31
"""

from collections.abc import Iterator
from typing import Final

from tmplan.plan.day import day
from tmplan.plan.index import Index
from tmplan.plan.problem import Fault, Severity

CODE: Final = "TM702"
NAME: Final = "supply-expired"
SEVERITY: Final = Severity.WARNING
MESSAGE: Final = "`{id}` went off on {day}"
HINT: Final = "replace it, and write the new date into `expires`"


def check(plan: Index) -> Iterator[Fault]:
    """Every supply whose date has passed."""
    for at, supply in plan.supplies:
        end = day(supply.get("expires"))
        if plan.today and end and end < plan.today:
            yield Fault((*at, "expires"), {"id": supply.get("id"), "day": end})
