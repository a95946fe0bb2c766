"""Whoever approves an act is somebody else than whoever does it.

An approval asks a second person before the act. That holds for a step with `approve` and for a
notice, which is approved before the step that publishes it. A plan with a single role has nobody
else to name.

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
              approve:
                role: clerk

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
              approve:
                role: chief
"""

from collections.abc import Iterator
from typing import Final

from tmplan.plan.index import Index, group, word
from tmplan.plan.problem import Fault, Severity

CODE: Final = "TM525"
NAME: Final = "own-approval"
SEVERITY: Final = Severity.WARNING
MESSAGE: Final = "`{role}` does this step and approves it, too"
HINT: Final = "let another role approve it, or delete the approval"


def check(plan: Index) -> Iterator[Fault]:
    """Every step, and every notice a step publishes, that its own role approves."""
    for step in plan.steps if len(plan.roles) > 1 else ():
        role = word(step.words.get("role"))
        if role is None:
            continue
        if group(step.words.get("approve")).get("role") == role:
            yield Fault((*step.path, "approve", "role"), {"role": role})
        notice = plan.notices.get(word(step.words.get("notice")) or "", {})
        if notice.get("approve") == role:
            yield Fault((*step.path, "notice"), {"role": role})
