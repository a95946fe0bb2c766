"""When something is written down: the wall clock, and a clock nobody can set."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Moment:
    """One reading of the clocks.

    ``ts`` is RFC 3339 with offset and milliseconds, as the wall clock said. ``mono_ms`` counts
    from the start of the machine; differences hold within one ``boot`` only.
    """

    ts: str
    mono_ms: int
    boot: str
