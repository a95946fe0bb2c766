"""Every notice says by which way it reaches its audience.

Bad::

    notices:
      closed:
        audience: consumers
        channel: []
        approve: chief
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
              do: Tell them.
              role: chief
              notice: closed

Good::

    notices:
      closed:
        audience: consumers
        channel: [Door]
        approve: chief
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
              do: Tell them.
              role: chief
              notice: closed
"""

from collections.abc import Iterator
from typing import Final

from tmplan.plan.index import Index
from tmplan.plan.problem import Fault, Severity

CODE: Final = "TM620"
NAME: Final = "audience-without-channel"
SEVERITY: Final = Severity.WARNING
MESSAGE: Final = "the notice `{id}` names no channel, so nobody knows where to publish it"
HINT: Final = "list the channels, the first to use first"


def check(plan: Index) -> Iterator[Fault]:
    """Every notice whose list of channels is empty."""
    for name, notice in plan.notices.items():
        if "channel" in notice and notice["channel"] in ([], None):
            yield Fault(("notices", name, "channel"), {"id": name}, at_key=True)
