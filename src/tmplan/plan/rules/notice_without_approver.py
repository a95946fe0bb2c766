"""Somebody approves what is said in public.

Bad::

    notices:
      closed:
        audience: consumers
        channel: [Door]

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

from tmplan.plan.index import Index
from tmplan.plan.problem import Fault, Severity

CODE: Final = "TM611"
NAME: Final = "notice-without-approver"
SEVERITY: Final = Severity.WARNING
MESSAGE: Final = "nobody approves the notice `{id}`"
HINT: Final = "add `approve:` with a role"


def check(plan: Index) -> Iterator[Fault]:
    """Every notice that goes out unread."""
    for name, notice in plan.notices.items():
        if notice and not notice.get("approve"):
            yield Fault(("notices", name), {"id": name}, at_key=True)
