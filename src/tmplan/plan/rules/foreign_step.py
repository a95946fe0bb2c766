"""A step of one event type does not lean on a step of another.

That step is not part of this response: nobody would ever do it.

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
              after: [leave-now]
      fire:
        name: Fire
        steps:
          respond:
            - id: leave-now
              do: Leave the building at once.
              role: chief
              need: must
              within: 5 min

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
      fire:
        name: Fire
        steps:
          respond:
            - id: leave-now
              do: Leave the building at once.
              role: chief
              need: must
              within: 5 min
"""

from collections.abc import Iterator
from typing import Final

from tmplan.plan.index import Index, Reference, StepAt, group, refs
from tmplan.plan.problem import Fault, Severity

CODE: Final = "TM513"
NAME: Final = "foreign-step"
SEVERITY: Final = Severity.ERROR
MESSAGE: Final = "the step `{id}` belongs to the event type `{event}` alone"
HINT: Final = "name a step of this event type, or one that is common to all"


def check(plan: Index) -> Iterator[Fault]:
    """Every step that another event type would have to do."""
    for step in plan.steps:
        for each in _leans_on(step):
            other = plan.step_of.get(each.id)
            if other and other.event not in {None, step.event}:
                yield Fault(each.path, {"id": each.id, "event": other.event})


def _leans_on(step: StepAt) -> Iterator[Reference]:
    yield from refs(step.words, step.path, "after")
    yield from refs(step.words, step.path, "if_failed")
    yield from refs(group(step.words.get("from")), (*step.path, "from"), "step")
    yield from refs(group(step.words.get("repeat")), (*step.path, "repeat"), "until")
