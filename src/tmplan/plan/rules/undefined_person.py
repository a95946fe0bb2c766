"""Everybody who holds a role is one of the people of the plan.

Nothing is said while a contacts file is missing: the person may be in there.

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
          deputies: [wang, lee]
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
from tmplan.plan.nearest import choices
from tmplan.plan.problem import Fault, Severity

CODE: Final = "TM326"
NAME: Final = "undefined-person"
SEVERITY: Final = Severity.ERROR
MESSAGE: Final = "the plan has no person `{id}`"
HINT: Final = "write one of {known}, or add the person under `organisation.people`"


def check(plan: Index) -> Iterator[Fault]:
    """Everybody whom the plan does not know."""
    if plan.people_elsewhere:
        return
    for name, role in plan.roles.items():
        for key in ("held_by", "deputies"):
            for each in refs(role, ("organisation", "roles", name), key):
                if each.id not in plan.people:
                    known = choices(each.id, plan.people)
                    yield Fault(each.path, {"id": each.id, "known": known})
