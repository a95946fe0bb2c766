"""A length of time as a plan writes it: a whole number and a unit, in either language."""

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from typing import Final


class Unit(StrEnum):
    """What a length of time is counted in; months and working days have no fixed length."""

    SECOND = "s"
    MINUTE = "min"
    HOUR = "h"
    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"
    WORKING_DAY = "working-day"


_SECONDS: Final = {
    Unit.SECOND: 1,
    Unit.MINUTE: 60,
    Unit.HOUR: 3600,
    Unit.DAY: 86_400,
    Unit.WEEK: 604_800,
}

_NAMES: Final = {
    Unit.SECOND: ("s", "sec", "second", "seconds", "秒", "秒钟"),
    Unit.MINUTE: ("min", "mins", "minute", "minutes", "分", "分钟"),
    Unit.HOUR: ("h", "hour", "hours", "小时", "个小时"),
    Unit.DAY: ("day", "days", "天", "日"),
    Unit.WEEK: ("week", "weeks", "周", "星期"),
    Unit.MONTH: ("month", "months", "个月", "月"),
    Unit.YEAR: ("year", "years", "年"),
    Unit.WORKING_DAY: ("working day", "working days", "个工作日", "工作日"),
}
AT_ONCE_WORDS: Final = ("at-once", "at once", "立即")
UNIT_WORDS: Final = tuple(name for names in _NAMES.values() for name in names)
_UNITS: Final = {name: unit for unit, names in _NAMES.items() for name in names}
_SHAPE: Final = re.compile(r"([0-9]{1,6})\s*(\S.*)")


@dataclass(frozen=True, slots=True)
class Duration:
    """A whole number of one unit; zero means at once."""

    amount: int
    unit: Unit

    @property
    def seconds(self) -> int | None:
        """Its length in seconds, or None where the calendar decides."""
        scale = _SECONDS.get(self.unit)
        return None if scale is None else self.amount * scale


AT_ONCE: Final = Duration(0, Unit.SECOND)


@lru_cache(maxsize=1024)  # every plan says the same few again and again
def parse_duration(text: str) -> Duration | None:
    """The length of time these words name, or None if they name none."""
    words = " ".join(text.split())
    if words in AT_ONCE_WORDS:
        return AT_ONCE
    match = _SHAPE.fullmatch(words)
    if match is None:
        return None
    unit = _UNITS.get(match[2]) or _UNITS.get(match[2].lower())
    return None if unit is None else Duration(int(match[1]), unit)
