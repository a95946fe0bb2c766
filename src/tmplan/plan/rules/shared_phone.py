"""A deputy is called on another telephone than whom they stand in for.

When that telephone is off, lost or in the burning building, nobody is reached.

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
      people:
        li:
          name: Li
          phone: "13800001234"
          verified: 2026-11-01
        wang:
          name: Wang
          phone: "+86 138-0000-1234"
          verified: 2026-11-01

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
      people:
        li:
          name: Li
          phone: "13800001234"
          verified: 2026-11-01
        wang:
          name: Wang
          phone: "+86 139-0000-1234"
          verified: 2026-11-01
"""

from collections.abc import Iterator
from typing import Final

from tmplan.plan.index import Index, word
from tmplan.plan.phone import is_possible, numbers, subscriber
from tmplan.plan.problem import Fault, Related, Severity

CODE: Final = "TM617"
NAME: Final = "shared-phone"
SEVERITY: Final = Severity.WARNING
MESSAGE: Final = (
    "`{person}` and `{other}` stand in for each other as `{role}`, and both are called on"
    " this number"
)
HINT: Final = "write a number of their own for one of the two"

THE_OTHER: Final = "the same number is here"


def check(plan: Index) -> Iterator[Fault]:
    """Every number that two people of one role are called on; each two people once."""
    told: set[tuple[str, str]] = set()
    for role in plan.roles:
        owner: dict[str, str] = {}
        for person in plan.people_of(role):
            for number in _numbers(plan, person):
                other = owner.setdefault(number, person)
                if other != person and (other, person) not in told:
                    told |= {(other, person), (person, other)}
                    params = {"person": person, "other": other, "role": role}
                    near = Related(("organisation", "people", other, "phone"), THE_OTHER)
                    path = ("organisation", "people", person, "phone")
                    yield Fault(path, params, related=(near,))


def _numbers(plan: Index, person: str) -> set[str]:
    raw = word(plan.people.get(person, {}).get("phone")) or ""
    return {subscriber(each) for each in numbers(raw) if is_possible(each)}
