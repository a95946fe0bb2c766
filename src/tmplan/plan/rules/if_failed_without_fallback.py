"""What is done when a step has failed is a fallback.

Without `fallback: true` it is shown to everybody from the start.

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
            - id: guide
              do: Guide people out.
              role: chief
              if_failed: carry
            - id: carry
              do: Carry people out.
              role: chief

Good::

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
            - id: guide
              do: Guide people out.
              role: chief
              if_failed: carry
            - id: carry
              do: Carry people out.
              role: chief
              fallback: true
"""

from collections.abc import Iterator
from typing import Final

from tmplan.plan.index import Index, refs
from tmplan.plan.problem import Fault, Severity

CODE: Final = "TM516"
NAME: Final = "if-failed-without-fallback"
SEVERITY: Final = Severity.WARNING
MESSAGE: Final = "the step `{id}` is shown in any case, not only after this one has failed"
HINT: Final = "write `fallback: true` in that step"


def check(plan: Index) -> Iterator[Fault]:
    """Every `if_failed` that names an ordinary step."""
    for step in plan.steps:
        for each in refs(step.words, step.path, "if_failed"):
            other = plan.step_of.get(each.id)
            if other and other.words.get("fallback") != "true":
                yield Fault(each.path, {"id": each.id})
