"""A question has either answers or bands.

Bad::

    questions:
      power:
        ask: Is the power on?
        scope: true
        help: Look at the lamp.
    events:
      flood:
        name: Flood
        classify:
          ask: [power]
        steps:
          respond:
            - id: leave
              do: Leave the building.
              role: chief
              need: must
              within: 5 min

Good::

    questions:
      power:
        ask: Is the power on?
        scope: true
        answers:
          - id: power-on
            text: It is on
          - id: power-off
            text: It is off
    events:
      flood:
        name: Flood
        classify:
          ask: [power]
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

CODE: Final = "TM414"
NAME: Final = "question-without-answers"
SEVERITY: Final = Severity.ERROR
MESSAGE: Final = "the question `{id}` needs either `answers` or `bands`"
HINT: Final = "write a short list of `answers`, or `bands` of a number with a `unit`"


def check(plan: Index) -> Iterator[Fault]:
    """Every question with both or neither."""
    for name, question in plan.questions.items():
        if question and bool(question.get("answers")) == bool(question.get("bands")):
            yield Fault(("questions", name), {"id": name}, at_key=True)
