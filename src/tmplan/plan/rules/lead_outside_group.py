"""Whoever leads a group belongs to it.

Bad::

    organisation:
      on_duty: chief
      groups:
        team:
          name: Team
          lead: chief
        helpers:
          name: Helpers
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

CODE: Final = "TM323"
NAME: Final = "lead-outside-group"
SEVERITY: Final = Severity.ERROR
MESSAGE: Final = "the role `{role}` leads the group `{group}` but does not belong to it"
HINT: Final = "name a role of this group, or write `group: {group}` in the role"


def check(plan: Index) -> Iterator[Fault]:
    """Every group led from outside."""
    for name, words in plan.groups.items():
        lead = word(words.get("lead"))
        if lead and lead in plan.roles and plan.roles[lead].get("group") != name:
            path = ("organisation", "groups", name, "lead")
            yield Fault(path, {"role": lead, "group": name})
