"""An event type asks at most one question for the scope.

Bad::

    questions:
      people:
        ask: Who is touched?
        scope: true
        answers:
          - id: staff
            text: Staff
          - id: guests
            text: Guests
      rooms:
        ask: Which rooms are touched?
        scope: true
        answers:
          - id: shop
            text: The shop
          - id: cellar
            text: The cellar
    events:
      flood:
        name: Flood
        classify:
          ask: [people, rooms]
        steps:
          respond:
            - id: leave
              do: Leave the building.
              role: chief
              need: must
              within: 5 min
            - id: pump
              do: Switch the pump on.
              role: chief
              when:
                rooms: cellar

Good::

    questions:
      people:
        ask: Who is touched?
        scope: true
        answers:
          - id: staff
            text: Staff
          - id: guests
            text: Guests
      rooms:
        ask: Which rooms are touched?
        several: true
        answers:
          - id: shop
            text: The shop
          - id: cellar
            text: The cellar
    events:
      flood:
        name: Flood
        classify:
          ask: [people, rooms]
        steps:
          respond:
            - id: leave
              do: Leave the building.
              role: chief
              need: must
              within: 5 min
            - id: pump
              do: Switch the pump on.
              role: chief
              when:
                rooms: cellar
"""

from collections.abc import Iterator
from typing import Final

from tmplan.plan.index import Index, group, refs
from tmplan.plan.problem import Fault, Severity

CODE: Final = "TM416"
NAME: Final = "two-scopes"
SEVERITY: Final = Severity.ERROR
MESSAGE: Final = "the event type `{event}` asks for the scope a second time"
HINT: Final = "keep `scope: true` in one of the two questions"


def check(plan: Index) -> Iterator[Fault]:
    """Every second question for the scope."""
    for event, words in plan.events.items():
        asked = refs(group(words.get("classify")), ("events", event, "classify"), "ask")
        scopes = [each for each in asked if plan.questions.get(each.id, {}).get("scope") == "true"]
        for each in scopes[1:]:
            yield Fault(each.path, {"event": event})
