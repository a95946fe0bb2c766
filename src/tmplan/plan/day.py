"""Days of the calendar as a plan writes them, and how long after one another they are."""

from calendar import monthrange
from datetime import date, timedelta
from typing import Any

from tmplan.plan.duration import Duration, Unit, parse_duration


def day(value: Any) -> date | None:
    """The day this text names, or None if it names none."""
    if not isinstance(value, str) or len(value) != 10:
        return None
    try:
        return date.fromisoformat(value)
    except ValueError:
        return None


def length(value: Any) -> Duration | None:
    """The length of time this text names, or None if it names none."""
    return parse_duration(value) if isinstance(value, str) else None


def later(start: date, by: Duration) -> date:
    """The day this long after another; a working day counts as a day, part of a day as none."""
    try:
        if by.unit in {Unit.MONTH, Unit.YEAR}:
            return months_later(start, by.amount * (12 if by.unit is Unit.YEAR else 1))
        days = by.amount if by.unit is Unit.WORKING_DAY else (by.seconds or 0) // 86_400
        return start + timedelta(days=days)
    except (OverflowError, ValueError):
        return date.max


def months_later(start: date, months: int) -> date:
    """The same day some months on, or before; the last of the month where there is none."""
    year, month = divmod(start.year * 12 + start.month - 1 + months, 12)
    last = monthrange(year, month + 1)[1]
    return date(year, month + 1, min(start.day, last))
