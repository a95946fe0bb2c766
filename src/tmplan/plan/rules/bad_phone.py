"""Every telephone number can be dialled as it is written.

Mobile numbers of eleven digits, landlines with their area code, 400 and 800 numbers, service
numbers such as 95588 or 12345, and numbers abroad with `+` and the country. A number that is
plainly marked as still to be written is left to `placeholder-person`.

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
          phone: "1380000"
        wang:
          name: Wang
          phone: "021-62001234"
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
          phone: "021-62001234"
          verified: 2026-11-01
"""

from collections.abc import Iterator
from typing import Final

from tmplan.plan.index import EXAMPLE_MARKS, Index, word
from tmplan.plan.phone import is_possible, numbers
from tmplan.plan.problem import Fault, Severity

CODE: Final = "TM605"
NAME: Final = "bad-phone"
SEVERITY: Final = Severity.WARNING
MESSAGE: Final = "`{raw}` cannot be dialled from outside"
HINT: Final = (
    "write all digits: a mobile number, a landline with its area code, or `+` and the country"
)


def check(plan: Index) -> Iterator[Fault]:
    """Every number that nobody could dial."""
    for name, person in plan.people.items():
        raw = word(person.get("phone"))
        if raw is None or any(mark in raw for mark in EXAMPLE_MARKS):
            continue
        found = numbers(raw)
        if not found or not all(is_possible(each) for each in found):
            yield Fault(("organisation", "people", name, "phone"), {"raw": raw})
