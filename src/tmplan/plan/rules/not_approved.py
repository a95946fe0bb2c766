"""Somebody with the right to do so has approved the plan.

On the day, people act on it without asking; an approval is what lets them.

Bad::

    about:
      purpose: Keep people safe.
      scope: One shop.
      interpreted_by: team
      prevails: The law.
      effective: 2026-11-20
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

from tmplan.plan.index import Index, word
from tmplan.plan.problem import Fault, Severity

CODE: Final = "TM803"
NAME: Final = "not-approved"
SEVERITY: Final = Severity.WARNING
MESSAGE: Final = "nothing says who approved this plan"
HINT: Final = "add `approved_by:` with the name or office"


def check(plan: Index) -> Iterator[Fault]:
    """A plan that nobody approved."""
    if plan.about and not word(plan.about.get("approved_by")):
        yield Fault(("about",), at_key=True)
