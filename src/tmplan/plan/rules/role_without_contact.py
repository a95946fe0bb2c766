"""Everybody who plays a role can be called.

The rule speaks only in plans that list telephone numbers at all.

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
          held_by: [sun]
      people:
        li:
          name: Li
          phone: "0571-88001234"
          verified: 2026-11-01
        wang:
          name: Wang
          phone: "021-62001234"
          verified: 2026-11-01
        sun:
          name: Sun
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
          held_by: [sun]
      people:
        li:
          name: Li
          phone: "0571-88001234"
          verified: 2026-11-01
        wang:
          name: Wang
          phone: "021-62001234"
          verified: 2026-11-01
        sun:
          name: Sun
          phone: "0755-82001234"
          verified: 2026-11-01
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

from tmplan.plan.index import Index, word
from tmplan.plan.problem import Fault, Severity

CODE: Final = "TM604"
NAME: Final = "role-without-contact"
SEVERITY: Final = Severity.WARNING
MESSAGE: Final = "nobody who plays the role `{id}` has a telephone number"
HINT: Final = "add `phone:` to {people}"


def check(plan: Index) -> Iterator[Fault]:
    """Every role whose people are all without a number."""
    reachable = {name for name, person in plan.people.items() if word(person.get("phone"))}
    if not reachable or plan.people_elsewhere:
        return
    for name in plan.roles:
        people = plan.people_of(name)
        if people and not reachable.intersection(people):
            known = ", ".join(f"`{each}`" for each in people)
            path = ("organisation", "roles", name)
            yield Fault(path, {"id": name, "people": known}, at_key=True)
