"""Every duty says what is due, and until when.

Without a stage there is no clock, and nobody is reminded. A stage has a time limit (`within`) and
the moment it counts from (`from`).

Bad::

    obligations:
      report:
        name: Report the flood
        role: chief
        to: The district
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

from tmplan.plan.index import Index
from tmplan.plan.problem import Fault, Severity

CODE: Final = "TM804"
NAME: Final = "report-deadline-missing"
SEVERITY: Final = Severity.WARNING
MESSAGE: Final = "the obligation `{id}` has no stage, so no clock runs for it"
HINT: Final = "add `stages:` with `id`, `within` and `from`"


def check(plan: Index) -> Iterator[Fault]:
    """Every obligation without stages."""
    for name, duty in plan.obligations.items():
        if duty and not duty.get("stages"):
            yield Fault(("obligations", name), {"id": name}, at_key=True)
