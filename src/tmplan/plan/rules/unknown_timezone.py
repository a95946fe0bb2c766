"""The time zone is one that every computer knows.

Bad::

    timezone: Asia/Peking

Good::

    timezone: Asia/Shanghai
"""

from collections.abc import Iterator
from typing import Final

from tmplan.plan.index import Index, word
from tmplan.plan.problem import Fault, Severity

CODE: Final = "TM808"
NAME: Final = "unknown-timezone"
SEVERITY: Final = Severity.ERROR
MESSAGE: Final = "`{raw}` is not a time zone"
HINT: Final = "write a place of the time zone database, such as `Asia/Shanghai`"


def check(plan: Index) -> Iterator[Fault]:
    """A time zone nobody knows."""
    from zoneinfo import ZoneInfo, ZoneInfoNotFoundError  # takes longer to load than it is used

    name = word(plan.words.get("timezone"))
    if name is None:
        return
    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        yield Fault(("timezone",), {"raw": name})
