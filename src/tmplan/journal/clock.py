"""The clocks of this machine, read."""

import time
from datetime import date, datetime, tzinfo
from functools import cache
from pathlib import Path

from tmplan.journal.moment import Moment


def read_clock(zone: tzinfo) -> Moment:
    """What the clocks say now; the wall clock as it is read in this zone."""
    now = datetime.now(zone)  # noqa: TID251 - the one place that reads the clock
    return Moment(
        ts=now.isoformat(timespec="milliseconds"),
        mono_ms=_since_boot_ns() // 1_000_000,
        boot=_boot(),
    )


def local_day() -> date:
    """The day it is here, where this machine stands."""
    return datetime.now().astimezone().date()  # noqa: TID251 - as above


def _since_boot_ns() -> int:
    """Nanoseconds since the machine started, sleep included where the system counts it."""
    counts_sleep = getattr(time, "CLOCK_BOOTTIME", None)
    if counts_sleep is None:  # macOS counts sleep in CLOCK_MONOTONIC, Windows in its only clock
        return time.monotonic_ns()
    return time.clock_gettime_ns(counts_sleep)


@cache
def _boot() -> str:
    """A name for this run of the machine; without one, the second it started."""
    try:
        return Path("/proc/sys/kernel/random/boot_id").read_text("ascii").strip()
    except OSError:
        return f"since-{(time.time_ns() - _since_boot_ns()) // 1_000_000_000}"
