"""Every field of a notice fills a blank.

Somebody would be asked, in the middle of it all, for words nobody reads.

Bad::

    notices:
      closed:
        audience: consumers
        channel: [Door]
        approve: chief
        fields:
          until:
            ask: Until when?
        text: We are closed.
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
from tmplan.plan.problem import Fault, Severity

CODE: Final = "TM609"
NAME: Final = "unused-field"
SEVERITY: Final = Severity.WARNING
MESSAGE: Final = "the notice has no blank for the field `{field}`"
HINT: Final = "write `{{{field}}}` in its text, or delete the field"


def check(plan: Index) -> Iterator[Fault]:
    """Every field without a blank."""
    for name, notice in plan.notices.items():
        used = blanks(notice)
        for field in group(notice.get("fields")):
            if field not in used:
                yield Fault(("notices", name, "fields", field), {"field": field}, at_key=True)
