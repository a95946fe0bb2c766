"""Every fallback is named by the step it stands in for.

A fallback is shown only when a step that names it has failed.

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
            - id: carry
              do: Carry people out.
              role: chief
              fallback: true

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

from tmplan.plan.index import Index, word
from tmplan.plan.problem import Fault, Severity

CODE: Final = "TM515"
NAME: Final = "unused-fallback"
SEVERITY: Final = Severity.WARNING
MESSAGE: Final = "no step names the fallback `{id}`, so it is never shown"
HINT: Final = "write `if_failed: {id}` in a step, or delete `fallback`"


def check(plan: Index) -> Iterator[Fault]:
    """Every fallback that nothing leads to."""
    named = {word(step.words.get("if_failed")) for step in plan.steps}
    for step in plan.steps:
        name = word(step.words.get("id"))
        if name and step.words.get("fallback") == "true" and name not in named:
            yield Fault((*step.path, "fallback"), {"id": name}, at_key=True)
