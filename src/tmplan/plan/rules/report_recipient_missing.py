"""Every duty says to whom it is owed.

Bad::

    obligations:
      report:
        name: Report the flood
        role: chief
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

from tmplan.plan.index import Index, word
from tmplan.plan.problem import Fault, Severity

CODE: Final = "TM806"
NAME: Final = "report-recipient-missing"
SEVERITY: Final = Severity.WARNING
MESSAGE: Final = "the obligation `{id}` does not say who must be told"
HINT: Final = "add `to:` with the authority, the platform or the persons"


def check(plan: Index) -> Iterator[Fault]:
    """Every obligation towards nobody."""
    for name, duty in plan.obligations.items():
        if duty and not word(duty.get("to")):
            yield Fault(("obligations", name), {"id": name}, at_key=True)
