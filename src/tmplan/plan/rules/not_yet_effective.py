"""The plan that is used is in force.

It can be walked before its day all the same: a plan that begins next week is better than none.

Bad::

    about:
      purpose: Keep people safe.
      scope: One shop.
      interpreted_by: team
      prevails: The law.
      effective: 2027-03-01
      approved_by: The chief
      review:
        every: 12 months

Good::

    about:
      purpose: Keep people safe.
      scope: One shop.
      interpreted_by: team
      prevails: The law.
      effective: 2026-11-20
      approved_by: The chief
      review:
        every: 12 months
"""

from collections.abc import Iterator
from typing import Final

from tmplan.plan.day import day
from tmplan.plan.index import Index
from tmplan.plan.problem import Fault, Severity

CODE: Final = "TM815"
NAME: Final = "not-yet-effective"
SEVERITY: Final = Severity.WARNING
MESSAGE: Final = "this plan holds only from {day} on"
HINT: Final = "wait for that day, or correct it"


def check(plan: Index) -> Iterator[Fault]:
    """A plan whose first day is still to come."""
    start = day(plan.about.get("effective"))
    if plan.today and start and start > plan.today:
        yield Fault(("about", "effective"), {"day": start})
