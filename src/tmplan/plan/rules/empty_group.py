"""Every group has members.

A role belongs to the group it names; a group without roles and without groups below it cannot act.

Bad::

    organisation:
      on_duty: chief
      groups:
        team:
          name: Team
          lead: chief
        guards:
          name: Guards
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
          group: team
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
        guards:
          name: Guards
          under: team
          lead: clerk
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
          group: guards
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

CODE: Final = "TM330"
NAME: Final = "empty-group"
SEVERITY: Final = Severity.NOTICE
MESSAGE: Final = "no role belongs to the group `{id}`"
HINT: Final = "write `group: {id}` in its roles, or delete the group"


def check(plan: Index) -> Iterator[Fault]:
    """Every group that no role and no other group belongs to."""
    used = {word(each.get("group")) for each in plan.roles.values()}
    used |= {word(each.get("under")) for each in plan.groups.values()}
    for name in plan.groups:
        if name not in used:
            yield Fault(("organisation", "groups", name), {"id": name}, at_key=True)
