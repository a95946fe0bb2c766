"""The plan is reviewed as often as it says.

Counted from `review.last`, and from `effective` while there was no review yet. An overdue review
never stops a response.

Bad::

    about:
      purpose: Keep people safe.
      scope: One shop.
      interpreted_by: team
      prevails: The law.
      effective: 2024-01-05
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

from tmplan.plan.day import day, later, length
from tmplan.plan.index import Index, group
from tmplan.plan.problem import Fault, Severity

CODE: Final = "TM801"
NAME: Final = "review-overdue"
SEVERITY: Final = Severity.WARNING
MESSAGE: Final = "the review of this plan was due on {day}"
HINT: Final = "review it, and write the day into `review.last`"


def check(plan: Index) -> Iterator[Fault]:
    """A review whose day has passed."""
    review = group(plan.about.get("review"))
    last = day(review.get("last")) or day(plan.about.get("effective"))
    every = length(review.get("every"))
    if plan.today and last and every and (due := later(last, every)) < plan.today:
        yield Fault(("about", "review"), {"day": due}, at_key=True)
