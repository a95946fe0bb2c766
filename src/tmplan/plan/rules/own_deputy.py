"""A deputy is somebody else than whom they stand in for.

Naming the same person twice looks like a second line and is none.

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
          deputies: [li, wang]
      people:
        li:
          name: Li
        wang:
          name: Wang

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
      people:
        li:
          name: Li
        wang:
          name: Wang
"""

from collections.abc import Iterator
from typing import Final

from tmplan.plan.index import Index, refs
from tmplan.plan.problem import Fault, Severity

CODE: Final = "TM602"
NAME: Final = "own-deputy"
SEVERITY: Final = Severity.WARNING
MESSAGE: Final = "`{person}` is named as their own deputy"
HINT: Final = "name somebody else, or take the name away"


def check(plan: Index) -> Iterator[Fault]:
    """Every deputy who holds the role already."""
    for name, role in plan.roles.items():
        path = ("organisation", "roles", name)
        holders = {each.id for each in refs(role, path, "held_by")}
        for each in refs(role, path, "deputies"):
            if each.id in holders:
                yield Fault(each.path, {"person": each.id})
