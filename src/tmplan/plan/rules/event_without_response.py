"""At every level of every event type, something must be done.

The respond phase holds a step that is a `must` and has no condition. Whether anybody holds its role
is for `vacant-role` to say: that must be mended, but a vacancy never stops a response.

Bad::

    events:
      flood:
        name: Flood
        steps:
          respond:
            - id: leave
              do: Leave the building.
              role: chief
              need: may

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

from collections import defaultdict
from collections.abc import Iterator
from typing import Final

from tmplan.plan.index import Group, Index, StepAt, listed, word
from tmplan.plan.problem import Fault, Severity

CODE: Final = "TM406"
NAME: Final = "event-without-response"
SEVERITY: Final = Severity.ERROR
MESSAGE: Final = (
    "for `{event}` at level {level}, no step of the respond phase must be done in any case"
)
HINT: Final = "add a step with `need: must` and without `when`"
_CONDITIONS: Final = ("when", "fallback")


def check(plan: Index) -> Iterator[Fault]:
    """Every event type and level at which nobody has to do anything."""
    phase = next((each.get("id") for _, each in plan.phases if each.get("kind") == "respond"), None)
    if phase is None:
        return
    steps_of: dict[str | None, list[StepAt]] = defaultdict(list)
    for step in plan.steps:
        if step.phase == phase:
            steps_of[step.event].append(step)
    for event in plan.events:
        steps = [*steps_of[None], *steps_of[event]]
        idle = [
            level or "-"
            for level in plan.levels or (None,)
            if not any(_binds(plan, step, level) for step in steps)
        ]
        if idle:
            yield Fault(("events", event), {"event": event, "level": ", ".join(idle)}, at_key=True)


def _binds(plan: Index, step: StepAt, level: str | None) -> bool:
    words = step.words
    if any(key in words for key in _CONDITIONS) or words.get("need") != "must":
        return False
    return _applies(plan, words, level)


def _applies(plan: Index, words: Group, level: str | None) -> bool:
    least = plan.ranks.get(word(words.get("min_level")) or "")
    only = listed(words.get("only_levels"))
    if level is None or (least is None and not only):
        return True
    if only and level not in only:
        return False
    return least is None or plan.ranks[level] <= least
