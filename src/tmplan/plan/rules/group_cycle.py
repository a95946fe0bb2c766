"""No group stands under itself.

Bad::

    organisation:
      on_duty: chief
      groups:
        team:
          name: Team
          lead: chief
          under: helpers
        helpers:
          name: Helpers
          lead: clerk
          under: team
      roles:
        chief:
          name: Chief
          group: team
          held_by: [li]
          deputies: [wang]
        clerk:
          name: Clerk
          held_by: [wang]
          deputies: [li]
          group: helpers
      people:
        li:
          name: Li
        wang:
          name: Wang
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
            - id: count
              do: Count everybody.
              role: clerk

Good::

    organisation:
      on_duty: chief
      groups:
        team:
          name: Team
          lead: chief
        helpers:
          name: Helpers
          lead: clerk
          under: team
      roles:
        chief:
          name: Chief
          group: team
          held_by: [li]
          deputies: [wang]
        clerk:
          name: Clerk
          held_by: [wang]
          deputies: [li]
          group: helpers
      people:
        li:
          name: Li
        wang:
          name: Wang
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
            - id: count
              do: Count everybody.
              role: clerk
"""

from collections.abc import Iterator
from typing import Final

from tmplan.plan.index import Index, word
from tmplan.plan.problem import Fault, Severity

CODE: Final = "TM324"
NAME: Final = "group-cycle"
SEVERITY: Final = Severity.ERROR
MESSAGE: Final = "the groups {cycle} stand under one another"
HINT: Final = "take `under` away from the group at the top"


def check(plan: Index) -> Iterator[Fault]:
    """Every circle of groups, once."""
    done: set[str] = set()
    for name in plan.groups:
        way: dict[str, None] = {}
        here = name
        while here in plan.groups and here not in way and here not in done:
            way[here] = None
            here = word(plan.groups[here].get("under")) or ""
        if here in way:
            names = list(way)
            circle = [*names[names.index(here) :], here]
            cycle = " → ".join(f"`{each}`" for each in circle)
            yield Fault(("organisation", "groups", here, "under"), {"cycle": cycle})
        done.update(way)
