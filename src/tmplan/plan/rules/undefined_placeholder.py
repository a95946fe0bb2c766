"""Every blank of a notice is filled by a field.

A notice that says `{until}` to customers is worse than none.

Bad::

    notices:
      closed:
        audience: consumers
        channel: [Door]
        approve: chief
        fields:
          until:
            ask: Until when?
        text: We are closed until {until} because of {cause}.
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
              do: Put up the notice.
              role: chief
              notice: closed

Good::

    notices:
      closed:
        audience: consumers
        channel: [Door]
        approve: chief
        fields:
          until:
            ask: Until when?
        text: We are closed until {until}.
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
              do: Put up the notice.
              role: chief
              notice: closed
"""

from collections.abc import Iterator
from typing import Final

from tmplan.plan.index import Index, blanks, group
from tmplan.plan.nearest import choices
from tmplan.plan.problem import Fault, Severity

CODE: Final = "TM608"
NAME: Final = "undefined-placeholder"
SEVERITY: Final = Severity.ERROR
MESSAGE: Final = "the notice has a blank `{field}` that no field fills"
HINT: Final = "add it under `fields` with the question that fills it: {known}"


def check(plan: Index) -> Iterator[Fault]:
    """Every blank that stays empty."""
    for name, notice in plan.notices.items():
        fields = group(notice.get("fields"))
        for blank in blanks(notice):
            if blank not in fields:
                params = {"field": f"{{{blank}}}", "known": choices(blank, fields)}
                yield Fault(("notices", name, "text"), params)
