"""Whoever signs an act looks at it with other eyes than whoever did it.

Where one role does the step and signs it, the second pair of eyes comes from the same desk.

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
              sign:
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
              sign:
                role: chief
"""

from collections.abc import Iterator
from typing import Final

from tmplan.plan.index import Index, group, word
from tmplan.plan.problem import Fault, Severity

CODE: Final = "TM524"
NAME: Final = "own-signature"
SEVERITY: Final = Severity.WARNING
MESSAGE: Final = "`{role}` does this step and signs it, too"
HINT: Final = "let another role sign it"


def check(plan: Index) -> Iterator[Fault]:
    """Every step that its own role signs."""
    for step in plan.steps:
        role = word(step.words.get("role"))
        if role and group(step.words.get("sign")).get("role") == role:
            yield Fault((*step.path, "sign", "role"), {"role": role})
