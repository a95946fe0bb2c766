"""Every supply has a place, and a role that keeps it.

In the dark and in a hurry, what is "somewhere in the warehouse" is not there.

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

from tmplan.errors import Word
from tmplan.plan.index import Index, word
from tmplan.plan.problem import Fault, Severity

CODE: Final = "TM704"
NAME: Final = "supply-without-keeper"
SEVERITY: Final = Severity.WARNING
MESSAGE: Final = "nobody knows {what} `{id}`"
HINT: Final = "add {keys}"

WHERE: Final = Word("where to find")
WHO: Final = Word("who keeps")
BOTH: Final = Word("where to find, or who keeps,")


def check(plan: Index) -> Iterator[Fault]:
    """Every supply without a place or without a keeper."""
    for at, supply in plan.supplies:
        missing = [key for key in ("place", "keeper") if not word(supply.get(key))]
        if missing and word(supply.get("id")):
            what = BOTH if len(missing) > 1 else WHERE if missing == ["place"] else WHO
            keys = ", ".join(f"`{key}:`" for key in missing)
            params = {"id": supply["id"], "what": what, "keys": keys}
            yield Fault((*at, "id"), params)
