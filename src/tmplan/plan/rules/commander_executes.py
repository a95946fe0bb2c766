"""Whoever leads the whole response keeps the hands free to lead.

One step that nobody else can do, such as naming who speaks, is leading. With two or more steps
that must be done in the response to one kind of event, the lead is carrying them out. This is
about roles: in a small shop the same person may well play both, and then knows which hat is on.
A plan with a single role has nobody else to name.
Looked at are the role that leads the gravest level and the lead of the group at the top.

Bad::

    organisation:
      on_duty: chief
      groups:
        team:
          name: Team
          lead: chief
      roles:
        chief:
          name: Chief
          group: team
          held_by: [li]
          deputies: [wang]
        clerk:
          name: Clerk
          held_by: [wang]
          deputies: [li]
      people:
        li:
          name: Li
        wang:
          name: Wang
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
            - id: lock
              do: Lock the doors.
              role: chief
              need: must
              within: 10 min
            - id: count
              do: Count everybody.
              role: clerk

Good::

    organisation:
      on_duty: chief
      groups:
        team:
          name: Team
          lead: chief
      roles:
        chief:
          name: Chief
          group: team
          held_by: [li]
          deputies: [wang]
        clerk:
          name: Clerk
          held_by: [wang]
          deputies: [li]
      people:
        li:
          name: Li
        wang:
          name: Wang
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
            - id: lock
              do: Lock the doors.
              role: clerk
              need: must
              within: 10 min
"""

from collections import defaultdict
from collections.abc import Iterator
from typing import Final

from tmplan.plan.index import Index, StepAt
from tmplan.plan.problem import Fault, Severity

CODE: Final = "TM619"
NAME: Final = "commander-executes"
SEVERITY: Final = Severity.NOTICE
MESSAGE: Final = (
    "`{role}` leads the whole response and must carry out {count} steps for `{event}` at "
    "the same time"
)
HINT: Final = "give all but one of them to another role, such as the lead of the group that acts"


def check(plan: Index) -> Iterator[Fault]:
    """Every event type in which the lead of all has more than one step to carry out."""
    leads = _leads(plan) if len(plan.roles) > 1 else []
    carried_out = {role: _carried_out(plan, role) for role in leads}
    for event in plan.events:
        for role, steps in carried_out.items():
            own = [*steps[None], *steps[event]]
            if len(own) > 1 and any(each.event for each in own):
                params = {"role": role, "event": event, "count": len(own)}
                yield Fault((*own[-1].path, "role"), params)


def _leads(plan: Index) -> list[str]:
    gravest = next((each.get("led_by") for _, each in plan.items("levels")), None)
    tops = [each.get("lead") for each in plan.groups.values() if not each.get("under")]
    found = [gravest, *(tops if len(tops) == 1 else [])]
    return list(dict.fromkeys(each for each in found if isinstance(each, str)))


def _carried_out(plan: Index, role: str) -> dict[str | None, list[StepAt]]:
    """What a role must do while others respond, by event type."""
    found: dict[str | None, list[StepAt]] = defaultdict(list)
    for step in plan.steps:
        words = step.words
        if (
            words.get("role") == role
            and words.get("need") == "must"
            and not words.get("fallback")
            and plan.kind_of(step.phase) in {"respond", "handle"}
        ):
            found[step.event].append(step)
    return found
