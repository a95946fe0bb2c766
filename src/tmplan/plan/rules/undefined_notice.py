"""Every notice that a step publishes is a notice of the plan.

Bad::

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
              notice: closed

Good::

    notices:
      closed:
        audience: consumers
        channel: [Door]
        approve: chief
        text: We are closed today.
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
              notice: closed
"""

from collections.abc import Iterator
from typing import Final

from tmplan.plan.index import Index, refs
from tmplan.plan.nearest import choices
from tmplan.plan.problem import Fault, Severity

CODE: Final = "TM305"
NAME: Final = "undefined-notice"
SEVERITY: Final = Severity.ERROR
MESSAGE: Final = "the plan has no notice `{id}`"
HINT: Final = "write one of {known}, or add the notice under `notices`"


def check(plan: Index) -> Iterator[Fault]:
    """Every notice that the plan does not define."""
    for step in plan.steps:
        for each in refs(step.words, step.path, "notice"):
            if each.id not in plan.notices:
                yield Fault(each.path, {"id": each.id, "known": choices(each.id, plan.notices)})
