"""Every role that is named is a role of the plan.

A step nobody owns is a step nobody does. A step may also belong to `leader`, who leads at the
current level, or to `anyone`, who found it; helpers, approvers and signers may be the `leader`.

Bad::

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
            - id: call
              do: Call the landlord.
              role: cheif

Good::

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
            - id: call
              do: Call the landlord.
              role: leader
"""

from collections.abc import Iterator
from typing import Final

from tmplan.plan.index import ANYONE, LEADER, Index, Reference, group, refs
from tmplan.plan.nearest import choices
from tmplan.plan.problem import Fault, Severity

CODE: Final = "TM302"
NAME: Final = "undefined-role"
SEVERITY: Final = Severity.ERROR
MESSAGE: Final = "the plan has no role `{id}`"
HINT: Final = "write one of {known}, or add the role under `organisation.roles`"


def check(plan: Index) -> Iterator[Fault]:
    """Every role that the plan does not define."""
    for each in plan.role_places:
        if each.id not in plan.roles:
            yield _fault(plan, each)
    for each in _performers(plan):
        if each.id not in plan.roles and each.id not in {LEADER, ANYONE}:
            yield _fault(plan, each)
    for each in _others(plan):
        if each.id not in plan.roles and each.id != LEADER:
            yield _fault(plan, each)


def _performers(plan: Index) -> Iterator[Reference]:
    for step in plan.steps:
        yield from refs(step.words, step.path, "role")


def _others(plan: Index) -> Iterator[Reference]:
    for step in plan.steps:
        yield from refs(step.words, step.path, "helpers")
        for key in ("approve", "sign"):
            yield from refs(group(step.words.get(key)), (*step.path, key), "role")


def _fault(plan: Index, each: Reference) -> Fault:
    return Fault(each.path, {"id": each.id, "known": choices(each.id, plan.roles)})
