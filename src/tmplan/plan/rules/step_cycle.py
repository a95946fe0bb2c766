"""No step waits, directly or through others, for itself.

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
              after: [call]
            - id: call
              do: Call the fire brigade.
              role: chief
              after: [count]

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
            - id: call
              do: Call the fire brigade.
              role: chief
              after: [count]
"""

from collections.abc import Iterator
from typing import Final

from tmplan.plan.index import Index, refs
from tmplan.plan.problem import Fault, Path, Severity

CODE: Final = "TM504"
NAME: Final = "step-cycle"
SEVERITY: Final = Severity.ERROR
MESSAGE: Final = "these steps wait for one another: {cycle}"
HINT: Final = "take one of them out of `after`"


def check(plan: Index) -> Iterator[Fault]:
    """Every circle of steps, once."""
    waits = {
        name: [(each.id, each.path) for each in refs(step.words, step.path, "after")]
        for name, step in plan.step_of.items()
    }
    done: set[str] = set()
    for start in waits:
        yield from _circles(waits, start, done)


def _circles(
    waits: dict[str, list[tuple[str, Path]]], start: str, done: set[str]
) -> Iterator[Fault]:
    """Circles met on the way from one step; without recursion, a chain may be long."""
    way: dict[str, None] = {}
    open_: list[tuple[str, Iterator[tuple[str, Path]]]] = []
    if start not in done:
        way, open_ = {start: None}, [(start, iter(waits[start]))]
    while open_:
        name, rest = open_[-1]
        found = next(rest, None)
        if found is None:
            done.add(name)
            del way[name]
            open_.pop()
        elif found[0] in way:
            names = list(way)
            circle = [*names[names.index(found[0]) :], found[0]]
            yield Fault(found[1], {"cycle": " → ".join(f"`{each}`" for each in circle)})
        elif found[0] in waits and found[0] not in done:
            way[found[0]] = None
            open_.append((found[0], iter(waits[found[0]])))
