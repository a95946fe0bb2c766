"""What must be done at first has a time limit.

Nobody looks at a clock that does not run. The rule looks at the steps that must be done before
classification, in the report phase and in the respond phase; a step that is repeated has its own
rhythm.

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
"""

from collections.abc import Iterator
from typing import Final

from tmplan.plan.index import Index, word
from tmplan.plan.problem import Fault, Severity

CODE: Final = "TM507"
NAME: Final = "step-without-deadline"
SEVERITY: Final = Severity.WARNING
MESSAGE: Final = "the step `{id}` must be done, and nothing says until when"
HINT: Final = "add `within:`, such as `within: 15 min`"

_EARLY: Final = frozenset({"first", "report", "respond"})


def check(plan: Index) -> Iterator[Fault]:
    """Every step of the first hour that must be done some time."""
    for step in plan.steps:
        words = step.words
        if words.get("need") != "must" or "within" in words or "repeat" in words:
            continue
        if plan.kind_of(step.phase) in _EARLY and (name := word(words.get("id"))):
            yield Fault((*step.path, "need"), {"id": name})
