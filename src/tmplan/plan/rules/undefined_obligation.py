"""Every obligation that a step meets is a stage of an obligation of the plan.

Bad::

    obligations:
      report:
        name: Report the flood
        role: chief
        to: The district
        stages:
          - id: first
            within: 4 h
            from: discovered
        source: {text: "Law, article 1", as_of: 2026-06-01}
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
              discharges: [report.first, report.initial]

Good::

    obligations:
      report:
        name: Report the flood
        role: chief
        to: The district
        stages:
          - id: first
            within: 4 h
            from: discovered
        source: {text: "Law, article 1", as_of: 2026-06-01}
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
              discharges: report.first
"""

from collections.abc import Iterator
from typing import Final

from tmplan.plan.index import Index, items, refs
from tmplan.plan.nearest import choices
from tmplan.plan.problem import Fault, Severity

CODE: Final = "TM317"
NAME: Final = "undefined-obligation"
SEVERITY: Final = Severity.ERROR
MESSAGE: Final = "the plan has no stage `{id}` of an obligation"
HINT: Final = "write one of {known}"


def check(plan: Index) -> Iterator[Fault]:
    """Every stage that no obligation has."""
    known = [
        f"{name}.{stage.get('id')}"
        for name, duty in plan.obligations.items()
        for _, stage in items(duty, (), "stages")
    ]
    for step in plan.steps:
        for each in refs(step.words, step.path, "discharges"):
            if each.id not in known:
                yield Fault(each.path, {"id": each.id, "known": choices(each.id, known)})
