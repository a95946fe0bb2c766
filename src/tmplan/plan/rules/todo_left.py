"""Nothing in a plan is still to be written.

What stands there on the day is what people act on; `TODO` and `待定` help nobody.

Bad::

    about:
      purpose: TODO
      scope: One shop.
      interpreted_by: team
      prevails: The law.
      effective: 2026-11-20
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

import re
from collections.abc import Iterator
from typing import Final

from tmplan.plan.index import EXAMPLE_MARKS, Index
from tmplan.plan.problem import Fault, Severity

CODE: Final = "TM906"
NAME: Final = "todo-left"
SEVERITY: Final = Severity.NOTICE
MESSAGE: Final = "`{mark}` says that something is still missing here"
HINT: Final = "write it, or delete it"

_CHINESE: Final = ("待定", "待补充", "待填写", "待完善", EXAMPLE_MARKS[0])
_LATIN: Final = ("TODO", "FIXME", "XXX", EXAMPLE_MARKS[1])
_SIGNS: Final = (*_CHINESE, *_LATIN)
_MARK: Final = re.compile(
    rf"{'|'.join(_CHINESE)}|(?<![A-Za-z0-9])(?:{'|'.join(_LATIN)})(?![A-Za-z0-9])"
)


def check(plan: Index) -> Iterator[Fault]:
    """Every text with a mark; for people, `placeholder-person` says it."""
    for path, each in plan.holding(_SIGNS, _MARK):
        found = _MARK.search(each)
        if found and path[:2] != ("organisation", "people"):
            yield Fault(path, {"mark": found[0]})
