"""Every question that is asked, or that a condition names, is a question of the plan.

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
                persons: [staff]
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
                people: [staff]
            - id: count
              do: Count everybody.
              role: chief
              need: must
              within: 5 min
"""

from collections.abc import Iterator
from typing import Final

from tmplan.plan.index import RESERVED_TERMS, Index, Reference, group, refs
from tmplan.plan.nearest import choices
from tmplan.plan.problem import Fault, Severity

CODE: Final = "TM315"
NAME: Final = "undefined-question"
SEVERITY: Final = Severity.ERROR
MESSAGE: Final = "the plan has no question `{id}`"
HINT: Final = "write one of {known}, or add the question under `questions`"


def check(plan: Index) -> Iterator[Fault]:
    """Every question that the plan does not define."""
    for event, words in plan.events.items():
        path = ("events", event, "classify")
        classify = group(words.get("classify"))
        for each in refs(classify, path, "ask"):
            if each.id not in plan.questions:
                yield _fault(plan, each, at_key=False)
        for name in group(classify.get("bands")):
            if name not in plan.questions:
                yield _fault(plan, Reference((*path, "bands", name), name), at_key=True)
    for when in plan.conditions:
        for name in when.terms:
            if name not in plan.questions and name not in RESERVED_TERMS:
                yield _fault(plan, Reference((*when.path, name), name), at_key=True)


def _fault(plan: Index, each: Reference, *, at_key: bool) -> Fault:
    known = choices(each.id, plan.questions)
    return Fault(each.path, {"id": each.id, "known": known}, at_key=at_key)
