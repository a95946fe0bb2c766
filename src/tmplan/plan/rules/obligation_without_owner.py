"""Every duty belongs to a role.

A report that everybody could make is made by nobody, and its hours run all the same.

Bad::

    obligations:
      report:
        name: Report the flood
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

CODE: Final = "TM809"
NAME: Final = "obligation-without-owner"
SEVERITY: Final = Severity.WARNING
MESSAGE: Final = "no role answers for the obligation `{id}`"
HINT: Final = "add `role:` to it"


def check(plan: Index) -> Iterator[Fault]:
    """Every obligation without a role."""
    for name, duty in plan.obligations.items():
        if duty and not word(duty.get("role")):
            yield Fault(("obligations", name), {"id": name}, at_key=True)
