"""Every question is asked by some event type.

A question nobody asks decides nothing, and conditions that name it never hold.

Bad::

    questions:
      people:
        ask: Who is in the building?
        scope: true
        several: true
        answers:
          - id: staff
            text: Staff
          - id: guests
            text: Guests

Good::

    questions:
      people:
        ask: Who is in the building?
        scope: true
        several: true
        answers:
          - id: staff
            text: Staff
          - id: guests
            text: Guests

    events:
      flood:
        name: Flood
        classify:
          ask: [people]
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

from tmplan.plan.index import Index
from tmplan.plan.problem import Fault, Severity

CODE: Final = "TM308"
NAME: Final = "unused-question"
SEVERITY: Final = Severity.WARNING
MESSAGE: Final = "no event type asks the question `{id}`"
HINT: Final = "name it in `classify.ask` of an event type, or delete it"


def check(plan: Index) -> Iterator[Fault]:
    """Every question that no event type asks."""
    asked = {question for event in plan.events for question in plan.ask(event)}
    for name in plan.questions:
        if name not in asked:
            yield Fault(("questions", name), {"id": name}, at_key=True)
