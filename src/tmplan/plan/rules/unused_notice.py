"""Every notice is published by some step.

A text that no step leads to is found by nobody when it is needed.

Bad::

    notices:
      closed:
        audience: consumers
        channel: [Door]
        approve: chief
        text: We are closed.

Good::

    notices:
      closed:
        audience: consumers
        channel: [Door]
        approve: chief
        text: We are closed.
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
            - id: tell
              do: Put up the notice.
              role: clerk
              notice: closed
"""

from collections.abc import Iterator
from typing import Final

from tmplan.plan.index import Index, word
from tmplan.plan.problem import Fault, Severity

CODE: Final = "TM327"
NAME: Final = "unused-notice"
SEVERITY: Final = Severity.WARNING
MESSAGE: Final = "no step publishes the notice `{id}`"
HINT: Final = "name it in `notice` of a step, or delete it"


def check(plan: Index) -> Iterator[Fault]:
    """Every notice that no step names."""
    used = {word(step.words.get("notice")) for step in plan.steps if "notice" in step.words}
    for name in plan.notices:
        if name not in used:
            yield Fault(("notices", name), {"id": name}, at_key=True)
