"""The clock a walk goes by: the wall, or a simulated one that moves only as acts take time."""

import re
from datetime import datetime, timedelta
from typing import Protocol
from zoneinfo import ZoneInfo

from tmplan.errors import WrongUse
from tmplan.journal.clock import read_clock
from tmplan.plan.duration import parse_duration


class Clock(Protocol):
    """What a walk asks of time."""

    def now(self) -> datetime:
        """The moment the next act happens."""

    def stamp(self) -> str | None:
        """What the journal notes as the moment it happened, if that is not when it is written."""

    def spend(self, seconds: int) -> None:
        """An act takes this long."""


class WallClock:
    """Time as it passes."""

    def __init__(self, zone: str) -> None:
        """Read the wall clock in the plan's own zone."""
        self._zone = ZoneInfo(zone)

    def now(self) -> datetime:
        """The moment the next act happens."""
        return datetime.fromisoformat(read_clock(self._zone).ts)

    def stamp(self) -> str | None:
        """Nothing: it happens when it is written."""
        return None

    def spend(self, seconds: int) -> None:
        """Real acts take their own time."""


class SimulatedClock:
    """Time that passes only as acts take it."""

    def __init__(self, start: datetime) -> None:
        """Start at a moment."""
        self._now = start

    def now(self) -> datetime:
        """The moment the next act happens."""
        return self._now

    def stamp(self) -> str | None:
        """The simulated moment."""
        return self._now.isoformat(timespec="milliseconds")

    def spend(self, seconds: int) -> None:
        """The clock moves on."""
        self._now += timedelta(seconds=seconds)


def read_until(text: str, now: datetime) -> datetime:
    """A moment to come: a length from now, or a time; 02:00 said at 23:00 is tomorrow's.

    Raises:
        WrongUse: it is neither.
    """
    length = parse_duration(text)
    if length is not None and length.seconds is not None:
        return now + timedelta(seconds=length.seconds)
    at = _of_today(text, now)
    if at is not None:
        return at if at > now else at + timedelta(days=1)
    if (dated := _dated(text, now)) is not None:
        return dated
    raise WrongUse(
        "{time} is not a time; write 18:30, 2026-11-24 09:30, or a length such as 30 min",
        time=text,
    )


def read_time(text: str, now: datetime) -> datetime:
    """A moment that has been; 23:00 said at 02:00 is yesterday's.

    Raises:
        WrongUse: it is no time.
    """
    at = _of_today(text, now)
    if at is not None:
        return at if at <= now else at - timedelta(days=1)
    if (dated := _dated(text, now)) is not None:
        return dated
    raise WrongUse("{time} is not a time; write 18:30, or 2026-11-24 09:30", time=text)


def _of_today(text: str, now: datetime) -> datetime | None:
    clock = re.fullmatch(r"([01]?[0-9]|2[0-3])[:：]([0-5][0-9])", text.strip())
    if clock is None:
        return None
    return now.replace(hour=int(clock[1]), minute=int(clock[2]), second=0, microsecond=0)


def _dated(text: str, now: datetime) -> datetime | None:
    try:
        at = datetime.fromisoformat(text.strip().replace("：", ":"))
    except ValueError:
        return None
    return at if at.tzinfo else at.replace(tzinfo=now.tzinfo)
