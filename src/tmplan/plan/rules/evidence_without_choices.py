"""Evidence of kind `choice` says what can be chosen.

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
            - id: count
              do: Count everybody.
              role: chief
              evidence:
                - id: head-count
                  kind: choice
                  ask: Is everybody here?

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
            - id: count
              do: Count everybody.
              role: chief
              evidence:
                - id: head-count
                  kind: choice
                  ask: Is everybody here?
                  choices: [everybody, somebody-missing]
"""

from collections.abc import Iterator
from typing import Final

from tmplan.plan.index import Index, items
from tmplan.plan.problem import Fault, Severity

CODE: Final = "TM518"
NAME: Final = "evidence-without-choices"
SEVERITY: Final = Severity.ERROR
MESSAGE: Final = "this evidence is a choice and has no `choices`"
HINT: Final = "list them, such as `choices: [everybody, somebody-missing]`"


def check(plan: Index) -> Iterator[Fault]:
    """Every choice among nothing."""
    for step in plan.steps:
        for at, evidence in items(step.words, step.path, "evidence"):
            if evidence.get("kind") == "choice" and not evidence.get("choices"):
                yield Fault(at)
