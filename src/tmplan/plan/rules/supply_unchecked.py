"""Every supply was checked, and within the time that the plan sets itself.

Batteries run down and first-aid boxes are emptied by those who needed a plaster.

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
            checked: 2026-01-10
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

from tmplan.errors import Word
from tmplan.plan.day import day, later, length
from tmplan.plan.index import Index, word
from tmplan.plan.problem import Fault, Severity

CODE: Final = "TM708"
NAME: Final = "supply-unchecked"
SEVERITY: Final = Severity.WARNING
MESSAGE: Final = "{message} `{id}`"
HINT: Final = "check it, and write the day into `checked`"

NEVER: Final = Word("nothing says that anybody ever checked")
OVERDUE: Final = Word("it is time to check")


def check(plan: Index) -> Iterator[Fault]:
    """Every supply never checked, or not since its last check fell due."""
    for at, supply in plan.supplies:
        last, every = day(supply.get("checked")), length(supply.get("every"))
        if not word(supply.get("id")) or ("checked" in supply and last is None):
            continue
        if last is None:
            yield Fault((*at, "id"), {"id": supply["id"], "message": NEVER})
        elif every and plan.today and later(last, every) < plan.today:
            yield Fault((*at, "checked"), {"id": supply["id"], "message": OVERDUE})
