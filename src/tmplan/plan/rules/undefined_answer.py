"""Every answer that a condition names is an answer of its question.

Bands without an id of their own are `band-1`, `band-2` and so on.

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
              when:
                people: [visitors]
            - id: count
              do: Count everybody.
              role: chief
              need: must
              within: 5 min

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
              when:
                people: [guests]
            - id: count
              do: Count everybody.
              role: chief
              need: must
              within: 5 min
"""

from collections.abc import Iterator
from typing import Final

from tmplan.plan.index import Index, refs
from tmplan.plan.nearest import choices
from tmplan.plan.problem import Fault, Severity

CODE: Final = "TM316"
NAME: Final = "undefined-answer"
SEVERITY: Final = Severity.ERROR
MESSAGE: Final = "the question `{question}` has no answer `{id}`"
HINT: Final = "write one of {known}"


def check(plan: Index) -> Iterator[Fault]:
    """Every answer that its question does not have."""
    for when in plan.conditions:
        for question in when.terms:
            if question not in plan.questions:
                continue
            known = plan.answers(question, when.event)
            for each in refs(when.terms, when.path, question):
                if each.id not in known:
                    params = {"question": question, "id": each.id}
                    yield Fault(each.path, {**params, "known": choices(each.id, known)})
