"""For every stage of a duty there is a step that meets it.

The clock would run, and the checklist would not say a word about it.

Bad::

    obligations:
      report:
        name: Report the flood
        role: chief
        to: The district
        stages:
          - id: first
            within: 4 h
            from: opened
        source:
          text: Law, article 1
          as_of: 2026-06-01
          proof: read

Good::

    obligations:
      report:
        name: Report the flood
        role: chief
        to: The district
        stages:
          - id: first
            within: 4 h
            from: opened
        source:
          text: Law, article 1
          as_of: 2026-06-01
          proof: read
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
            - id: tell
              do: Telephone the district.
              role: chief
              discharges: report.first
"""

from collections.abc import Iterator
from typing import Final

from tmplan.plan.index import Index, items, refs, word
from tmplan.plan.problem import Fault, Severity

CODE: Final = "TM812"
NAME: Final = "undischarged-stage"
SEVERITY: Final = Severity.WARNING
MESSAGE: Final = "no step discharges `{id}`, so its clock can only be met by hand"
HINT: Final = "write `discharges: {id}` in the step that does it, or add one"


def check(plan: Index) -> Iterator[Fault]:
    """Every stage that no step names."""
    met = {each.id for step in plan.steps for each in refs(step.words, (), "discharges")}
    for name, duty in plan.obligations.items():
        for at, stage in items(duty, ("obligations", name), "stages"):
            if (own := word(stage.get("id"))) and f"{name}.{own}" not in met:
                yield Fault((*at, "id"), {"id": f"{name}.{own}"})
