"""Whoever must act, lead or approve has somebody to stand in.

Incidents do not wait until a certain person is back from a journey, awake or unhurt. The rule asks
for a second person only where a step cannot be left out, where somebody leads a level, or where a
word of theirs is waited for; a plan with a single person has nobody to name.

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
            - id: count
              do: Count everybody.
              role: clerk
"""

from collections.abc import Iterator
from typing import Final

from tmplan.errors import Word
from tmplan.plan.index import Index, group
from tmplan.plan.problem import Fault, Severity

CODE: Final = "TM601"
NAME: Final = "role-without-deputy"
SEVERITY: Final = Severity.WARNING
MESSAGE: Final = "only `{person}` can play the role `{id}`, and {why}"
HINT: Final = "name somebody in `deputies` who knows what to do"

MUST_ACT: Final = Word("must act at once or in any case")
MUST_LEAD: Final = Word("leads a level")
MUST_APPROVE: Final = Word("must approve before others go on")


def check(plan: Index) -> Iterator[Fault]:
    """Every role that much depends on and that one person alone can play."""
    if len(plan.people) <= 1 and not plan.people_elsewhere:
        return
    for name, why in _needed(plan).items():
        people = plan.people_of(name)
        if len(people) == 1:
            params = {"id": name, "person": people[0], "why": why}
            yield Fault(("organisation", "roles", name), params, at_key=True)


def _needed(plan: Index) -> dict[str, Word]:
    """The roles that cannot be missing, each with the first reason why."""
    found: dict[str, Word] = {}
    for step in plan.steps:
        if step.words.get("need") == "must" or step.phase is None:
            _add(found, step.words.get("role"), MUST_ACT)
        _add(found, group(step.words.get("approve")).get("role"), MUST_APPROVE)
    for _, level in plan.items("levels"):
        _add(found, level.get("led_by"), MUST_LEAD)
    for notice in plan.notices.values():
        _add(found, notice.get("approve"), MUST_APPROVE)
    for _, phase in plan.phases:
        _add(found, group(phase.get("gate")).get("role"), MUST_APPROVE)
    return found


def _add(found: dict[str, Word], role: object, why: Word) -> None:
    if isinstance(role, str):
        found.setdefault(role, why)
