"""An event type gives its own bands only to questions that have bands.

Bad::

    levels:
      - id: I
        name: Grave
      - id: II
        name: Slight
    questions:
      depth:
        ask: How deep is the water?
        answers:
          - id: ankle
            text: To the ankle
            level: II
          - id: knee
            text: To the knee
            level: I
    events:
      flood:
        name: Flood
        classify:
          ask: [depth]
          bands:
            depth:
              - below: 20
                level: II
              - level: I
        steps:
          respond:
            - id: leave
              do: Leave the building.
              role: chief
              need: must
              within: 5 min

Good::

    levels:
      - id: I
        name: Grave
      - id: II
        name: Slight
    questions:
      depth:
        ask: How deep is the water?
        bands:
          - below: 10
            level: II
          - id: deep
            level: I
    events:
      flood:
        name: Flood
        classify:
          ask: [depth]
          bands:
            depth:
              - below: 20
                level: II
              - level: I
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

from tmplan.plan.index import Index, group
from tmplan.plan.problem import Fault, Severity

CODE: Final = "TM420"
NAME: Final = "bands-for-answers"
SEVERITY: Final = Severity.ERROR
MESSAGE: Final = "the question `{id}` has answers, so it cannot have bands here"
HINT: Final = "delete these bands, or give the question `bands` instead of `answers`"


def check(plan: Index) -> Iterator[Fault]:
    """Every list of bands for a question with answers."""
    for event, words in plan.events.items():
        for name in group(group(words.get("classify")).get("bands")):
            if plan.questions.get(name, {}).get("answers"):
                path = ("events", event, "classify", "bands", name)
                yield Fault(path, {"id": name}, at_key=True)
