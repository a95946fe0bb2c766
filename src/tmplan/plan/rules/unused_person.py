"""Everybody who is listed plays some role.

Whoever has none is called by nobody; people who only need to be told belong on a list of staff.

Bad::

    organisation:
      on_duty: chief
      groups:
        team:
          name: Team
          lead: chief
      roles:
        chief:
          name: Chief
          group: team
          held_by: [li]
          deputies: [wang]
      people:
        li:
          name: Li
        wang:
          name: Wang
        sun:
          name: Sun

Good::

    organisation:
      on_duty: chief
      groups:
        team:
          name: Team
          lead: chief
      roles:
        chief:
          name: Chief
          group: team
          held_by: [li]
          deputies: [wang]
        clerk:
          name: Clerk
          held_by: [wang]
          deputies: [sun]
      people:
        li:
          name: Li
        wang:
          name: Wang
        sun:
          name: Sun
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

from tmplan.plan.index import Index
from tmplan.plan.problem import Fault, Severity

CODE: Final = "TM329"
NAME: Final = "unused-person"
SEVERITY: Final = Severity.NOTICE
MESSAGE: Final = "`{id}` plays no role"
HINT: Final = "name them in `held_by` or `deputies` of a role, or take them out"


def check(plan: Index) -> Iterator[Fault]:
    """Every person whom no role names."""
    used = {person for role in plan.roles for person in plan.people_of(role)}
    for name in plan.people:
        if name not in used:
            yield Fault(("organisation", "people", name), {"id": name}, at_key=True)
