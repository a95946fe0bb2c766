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
          under: team
      roles:
        chief:
          name: Chief
          group: team
          held_by: [li]
      people:
        li:
          name: Li

Good::

    organisation:
      on_duty: chief
      groups:
        team:
          name: Team
          lead: chief
          duties: [Lead.]
        helpers:
          name: Helpers
          under: team
      roles:
        chief:
          name: Chief
          group: team
          held_by: [li]
      people:
        li:
          name: Li
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
    reported: set[str] = set()
    for name in plan.groups:
        way = [name]
        while (above := word(plan.groups[way[-1]].get("under"))) and above in plan.groups:
            if above in way:
                circle = way[way.index(above) :]
                if not reported & set(circle):
                    reported |= set(circle)
                    cycle = " → ".join(f"`{each}`" for each in [*circle, above])
                    yield Fault(("organisation", "groups", above, "under"), {"cycle": cycle})
                break
            way.append(above)
