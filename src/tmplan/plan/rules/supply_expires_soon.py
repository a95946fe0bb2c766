"""A supply is replaced before it goes off: it is named thirty days ahead.

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
            expires: 2026-12-10

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
from datetime import timedelta
from typing import Final

from tmplan.plan.day import day
from tmplan.plan.index import Index
from tmplan.plan.problem import Fault, Severity

CODE: Final = "TM703"
NAME: Final = "supply-expires-soon"
SEVERITY: Final = Severity.NOTICE
MESSAGE: Final = "`{id}` goes off on {day}"
HINT: Final = "order it now, and write the new date into `expires` when it is there"

SOON: Final = timedelta(days=30)


def check(plan: Index) -> Iterator[Fault]:
    """Every supply that goes off within thirty days."""
    for at, supply in plan.supplies:
        end = day(supply.get("expires"))
        if plan.today and end and plan.today <= end <= plan.today + SOON:
            yield Fault((*at, "expires"), {"id": supply.get("id"), "day": end})
