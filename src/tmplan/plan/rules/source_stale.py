"""Sources of duties are looked up once a year.

A law looked up long ago is probably still the law; a rule of a platform probably is not. This is a
notice and not a warning, because the day passes without anybody changing the plan.

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
          as_of: 2024-06-01
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

from tmplan.plan.day import day, months_later
from tmplan.plan.index import Index, group
from tmplan.plan.problem import Fault, Severity

CODE: Final = "TM811"
NAME: Final = "source-stale"
SEVERITY: Final = Severity.NOTICE
MESSAGE: Final = "the source of `{id}` was last looked up on {day}"
HINT: Final = "look it up again, correct the limits, and write the day into `as_of`"


def check(plan: Index) -> Iterator[Fault]:
    """Every source that nobody looked up for twelve months."""
    if plan.today is None:
        return
    since = months_later(plan.today, -12)
    for name, duty in plan.obligations.items():
        looked = day(group(duty.get("source")).get("as_of"))
        if looked and looked < since:
            yield Fault(("obligations", name, "source", "as_of"), {"id": name, "day": looked})
