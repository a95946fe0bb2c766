"""Every step that is named is a step of the plan.

A step that waits for one that does not exist would wait for ever, and a fallback that does not
exist helps nobody.

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
              after: [leaving]

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
              after: [leave]
"""

from collections.abc import Iterator
from typing import Final

from tmplan.plan.index import Index, Reference, group, items, refs
from tmplan.plan.nearest import choices
from tmplan.plan.problem import Fault, Severity

CODE: Final = "TM304"
NAME: Final = "undefined-step"
SEVERITY: Final = Severity.ERROR
MESSAGE: Final = "the plan has no step `{id}`"
HINT: Final = "write one of {known}"


UNTIL: Final = frozenset({"recovered", "phase-end"})


def check(plan: Index) -> Iterator[Fault]:
    """Every step that the plan does not define."""
    for each in _named(plan):
        if each.id not in plan.step_of:
            yield Fault(each.path, {"id": each.id, "known": choices(each.id, plan.step_of)})


def _named(plan: Index) -> Iterator[Reference]:
    for step in plan.steps:
        yield from refs(step.words, step.path, "after")
        yield from refs(step.words, step.path, "if_failed")
        yield from refs(group(step.words.get("from")), (*step.path, "from"), "step")
        for each in refs(group(step.words.get("repeat")), (*step.path, "repeat"), "until"):
            if each.id not in UNTIL:
                yield each
    for name, duty in plan.obligations.items():
        for at, stage in items(duty, ("obligations", name), "stages"):
            yield from refs(group(stage.get("from")), (*at, "from"), "step")
