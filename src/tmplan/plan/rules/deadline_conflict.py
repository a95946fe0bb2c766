"""No step is due before a step that it waits for.

Only lengths of time that can be compared are: months and working days are left alone.

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
              within: 20 min
            - id: call
              do: Call the fire brigade.
              role: chief
              after: [count]
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
              within: 5 min
            - id: call
              do: Call the fire brigade.
              role: chief
              after: [count]
              within: 20 min
"""

from collections.abc import Iterator
from typing import Final

from tmplan.plan.duration import parse_duration
from tmplan.plan.index import Index, StepAt, group, refs, word
from tmplan.plan.problem import Fault, Related, Severity

CODE: Final = "TM506"
NAME: Final = "deadline-conflict"
SEVERITY: Final = Severity.ERROR
MESSAGE: Final = (
    "this step is due before `{id}`, which it waits for and which may take until {limit}"
)
HINT: Final = "give this step more time, that step less, or count this one `from: {{step: {id}}}`"


LATER: Final = "this limit is later"
_AFTER_OPENING: Final = frozenset({"opened", "classified", "phase", "handling-ended", "step"})

Start = tuple[str, str | None]


def check(plan: Index) -> Iterator[Fault]:
    """Every step due, whatever happens, before one it waits for."""
    for step in plan.steps:
        limit = _limit(step)
        if limit is None:
            continue
        for name in _waited_for(plan, step):
            other = plan.step_of[name]
            later = _limit(other)
            if (
                later is not None
                and later > limit
                and _not_after(_start(plan, step), _start(plan, other))
            ):
                path = (*other.path, "within")
                params = {"id": name, "limit": other.words["within"]}
                yield Fault((*step.path, "within"), params, related=(Related(path, LATER),))
                break


def _limit(step: StepAt) -> int | None:
    length = parse_duration(word(step.words.get("within")) or "")
    return length.seconds if length else None


def _start(plan: Index, step: StepAt) -> Start:
    """The moment the clock of a step starts, with the phase or step it belongs to."""
    written = step.words.get("from")
    if other := word(group(written).get("step")):
        return "step", other
    if moment := word(written):
        return moment, step.phase if moment == "phase" else None
    order = 0 if step.phase is None else plan.phase_order.get(step.phase, 1)
    kind = plan.phases[order][1].get("kind") if order < len(plan.phases) else None
    early = step.phase is None or kind == "report"
    return ("discovered" if early else "opened"), None


def _not_after(one: Start, other: Start) -> bool:
    """Whether the first clock certainly starts no later than the second."""
    if one == other:
        return True
    if one[0] == "discovered":
        return other[0] in _AFTER_OPENING
    return one[0] == "opened" and other[0] in _AFTER_OPENING


def _waited_for(plan: Index, step: StepAt) -> Iterator[str]:
    """Every step that this one waits for, directly or through others, the nearest first."""
    seen: set[str] = set()
    waiting = [each.id for each in refs(step.words, step.path, "after")]
    while waiting:
        name = waiting.pop(0)
        if name in plan.step_of and name not in seen:
            seen.add(name)
            yield name
            other = plan.step_of[name]
            waiting += [each.id for each in refs(other.words, other.path, "after")]
