"""Every telephone number was tried within the last year.

People change their numbers and tell nobody. `verified` is the day on which somebody last called
and the right person answered.

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
          verified: 2024-01-05
        wang:
          name: Wang
          phone: "13900001234"
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
          verified: 2026-11-05
        wang:
          name: Wang
          phone: "13900001234"
          verified: 2026-11-01
"""

from collections.abc import Iterator
from datetime import date
from typing import Final

from tmplan.plan.day import day, months_later
from tmplan.plan.index import Index, word
from tmplan.plan.phone import is_possible, numbers
from tmplan.plan.problem import Fault, Severity

CODE: Final = "TM622"
NAME: Final = "unverified-phone"
SEVERITY: Final = Severity.NOTICE
MESSAGE: Final = "{count} numbers were not tried within the last year, that of `{id}` first"
HINT: Final = "call them, and write the day into `verified`"


def check(plan: Index) -> Iterator[Fault]:
    """The numbers nobody tried lately, all at once."""
    if plan.today is None:
        return
    since = months_later(plan.today, -12)
    found = [
        name
        for name, person in plan.people.items()
        if any(is_possible(each) for each in numbers(word(person.get("phone")) or ""))
        and (day(person.get("verified")) or date.min) < since
    ]
    if found:
        path = ("organisation", "people", found[0], "phone")
        yield Fault(path, {"count": len(found), "id": found[0]})
