"""Every role has something to do.

It does a step, helps, approves, signs, leads, is told, keeps supplies or answers for a duty. A
role that appears nowhere is somebody who was promised a part and gets none.

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
        clerk:
          name: Clerk
          held_by: [wang]
          deputies: [li]
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
        clerk:
          name: Clerk
          held_by: [wang]
          deputies: [li]
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

from tmplan.plan.index import Index, group, refs
from tmplan.plan.problem import Fault, Severity

CODE: Final = "TM328"
NAME: Final = "unused-role"
SEVERITY: Final = Severity.WARNING
MESSAGE: Final = "the role `{id}` has nothing to do in this plan"
HINT: Final = "give it a step, or delete it"


def check(plan: Index) -> Iterator[Fault]:
    """Every role that nothing names."""
    used = {each.id for each in plan.role_places}
    for step in plan.steps:
        words = step.words
        used |= {each.id for key in ("role", "helpers") for each in refs(words, (), key)}
        for key in ("approve", "sign"):
            used |= {each.id for each in refs(group(words.get(key)), (), "role")}
    for name in plan.roles:
        if name not in used:
            yield Fault(("organisation", "roles", name), {"id": name}, at_key=True)
