"""Duties rest on what somebody read, not on what somebody remembers.

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
          proof: memory
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

from tmplan.plan.index import Index, group
from tmplan.plan.problem import Fault, Severity

CODE: Final = "TM813"
NAME: Final = "unread-source"
SEVERITY: Final = Severity.NOTICE
MESSAGE: Final = "the source of `{id}` is quoted from memory"
HINT: Final = "read it, correct the limits, and write `proof: read`"


def check(plan: Index) -> Iterator[Fault]:
    """Every source that nobody has read."""
    for name, duty in plan.obligations.items():
        if group(duty.get("source")).get("proof") == "memory":
            yield Fault(("obligations", name, "source", "proof"), {"id": name})
