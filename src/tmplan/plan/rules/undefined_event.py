"""Every event type that is named is one of the plan.

A link to an event type that does not exist opens nothing.

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
        links:
          - open: fire

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
        links:
          - open: fire
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

from tmplan.plan.index import Index, Reference, items, refs
from tmplan.plan.nearest import choices
from tmplan.plan.problem import Fault, Severity

CODE: Final = "TM303"
NAME: Final = "undefined-event"
SEVERITY: Final = Severity.ERROR
MESSAGE: Final = "the plan has no event type `{id}`"
HINT: Final = "write one of {known}, or add the event type under `events`"


def check(plan: Index) -> Iterator[Fault]:
    """Every event type that the plan does not define."""
    for each in _named(plan):
        if each.id not in plan.events:
            yield Fault(each.path, {"id": each.id, "known": choices(each.id, plan.events)})


def _named(plan: Index) -> Iterator[Reference]:
    for event, words in plan.events.items():
        for at, link in items(words, ("events", event), "links"):
            yield from refs(link, at, "open")
    for when in plan.conditions:
        yield from refs(when.terms, when.path, "event")
        for each in refs(when.terms, when.path, "linked"):
            if each.id != "any":
                yield each
