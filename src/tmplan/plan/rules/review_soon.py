"""The review of the plan is prepared before its day: it is named thirty days ahead.

Bad::

    about:
      purpose: Keep people safe.
      scope: One shop.
      interpreted_by: team
      prevails: The law.
      effective: 2026-11-20
      approved_by: The chief
      review:
        every: 12 months
        last: 2025-12-01

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
        last: 2026-10-01
"""

from collections.abc import Iterator
from datetime import timedelta
from typing import Final

from tmplan.plan.day import day, later, length
from tmplan.plan.index import Index, group
from tmplan.plan.problem import Fault, Severity

CODE: Final = "TM802"
NAME: Final = "review-soon"
SEVERITY: Final = Severity.NOTICE
MESSAGE: Final = "the review of this plan is due on {day}"
HINT: Final = "set a day for it, with everybody who leads a group"

SOON: Final = timedelta(days=30)


def check(plan: Index) -> Iterator[Fault]:
    """A review that falls due within thirty days."""
    review = group(plan.about.get("review"))
    last = day(review.get("last")) or day(plan.about.get("effective"))
    every = length(review.get("every"))
    if plan.today and last and every:
        due = later(last, every)
        if plan.today <= due <= plan.today + SOON:
            yield Fault(("about", "review"), {"day": due}, at_key=True)
