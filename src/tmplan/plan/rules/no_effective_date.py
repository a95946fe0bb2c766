"""The plan says since when it holds.

Of two printed copies, people follow the one that is in force.

Bad::

    about:
      purpose: Keep people safe.
      scope: One shop.
      interpreted_by: team
      prevails: The law.
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

from tmplan.plan.index import Index
from tmplan.plan.problem import Fault, Severity

CODE: Final = "TM814"
NAME: Final = "no-effective-date"
SEVERITY: Final = Severity.NOTICE
MESSAGE: Final = "nothing says since when this plan holds"
HINT: Final = "add `effective:` with a day, such as `2026-12-01`"


def check(plan: Index) -> Iterator[Fault]:
    """A plan without that day."""
    if plan.about and not plan.about.get("effective"):
        yield Fault(("about",), at_key=True)
