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
from itertools import islice
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
_FARTHEST: Final = 1_000
"""How many steps are looked at before one; chains that people write are short."""
_AFTER_OPENING: Final = frozenset({"opened", "classified", "phase", "handling-ended", "step"})

Start = tuple[str, str | None]


def check(plan: Index) -> Iterator[Fault]:
    """Every step due, whatever happens, before one it waits for."""
    limits = {name: _limit(step) for name, step in plan.step_of.items()}
    latest = max(limits.values(), default=0)
    for step in plan.steps:
        limit = _limit(step)
        if not 0 <= limit < latest:
            continue
        for name in islice(_waited_for(plan, step), _FARTHEST):
            other = plan.step_of[name]
            if limits[name] > limit and _not_after(_start(plan, step), _start(plan, other)):
                path = (*other.path, "within")
                params = {"id": name, "limit": other.words["within"]}
                yield Fault((*step.path, "within"), params, related=(Related(path, LATER),))
                break


def _limit(step: StepAt) -> int:
    """Seconds; -1 where there is no limit that can be compared."""
    length = parse_duration(word(step.words.get("within")) or "")
    seconds = length.seconds if length else None
    return -1 if seconds is None else seconds


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
    waiting = list(dict.fromkeys(each.id for each in refs(step.words, step.path, "after")))
    seen = set(waiting)
    for name in waiting:  # which grows meanwhile
        if name in plan.step_of:
            yield name
            more = [each for each in plan.waits[name] if each not in seen]
            seen.update(more)
            waiting += more
