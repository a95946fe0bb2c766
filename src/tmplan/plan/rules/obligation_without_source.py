"""Every duty says where it is written, and when somebody looked.

Limits and recipients change with the law. Without its source nobody can tell whether this is still
the rule, whose rule it is, or whether it was ever more than hearsay.

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

from tmplan.plan.index import Index, group, word
from tmplan.plan.problem import Fault, Severity

CODE: Final = "TM810"
NAME: Final = "obligation-without-source"
SEVERITY: Final = Severity.WARNING
MESSAGE: Final = "nothing says where the obligation `{id}` is written, or when somebody looked"
HINT: Final = (
    "add `source:` with `text` (law or rule, with the article) and `as_of` (the day it "
    "was looked up)"
)


def check(plan: Index) -> Iterator[Fault]:
    """Every obligation whose source is missing or undated."""
    for name, duty in plan.obligations.items():
        source = group(duty.get("source"))
        if duty and not (word(source.get("text")) and source.get("as_of")):
            yield Fault(("obligations", name), {"id": name}, at_key=True)
