"""A journal in a temporary folder, a clock that ticks, and disks that fail when told to."""

import os
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from tmplan.journal.file import Draft, FileJournal
from tmplan.journal.moment import Moment

INCIDENT = "INC-20261123-7k3q"


@dataclass
class Clock:
    ms: int = 0

    def __call__(self) -> Moment:
        self.ms += 1
        second, ms = divmod(self.ms, 1000)
        return Moment(
            f"2026-11-23T10:{second // 60:02}:{second % 60:02}.{ms:03}+08:00", self.ms, "b"
        )


@dataclass
class Faults:
    """A disk with a list of acts that fail, each with its number in order."""

    bad_writes: dict[int, int] = field(default_factory=dict)  # number → bytes it still takes
    bad_syncs: set[int] = field(default_factory=set)
    writes: int = 0
    syncs: int = 0

    def write(self, file: int, content: bytes, /) -> int:
        self.writes += 1
        if self.writes in self.bad_writes:
            taken = self.bad_writes[self.writes]
            if taken:
                return os.write(file, content[:taken])
            raise OSError(28, "No space left on device")
        return os.write(file, content)

    def fsync(self, file: int, /) -> None:
        self.syncs += 1
        if self.syncs in self.bad_syncs:
            raise OSError(5, "Input/output error")
        os.fsync(file)

    def from_now(self, *, writes: dict[int, int] | None = None, syncs: tuple[int, ...] = ()):
        """The n-th write or sync after this moment fails."""
        self.bad_writes = {self.writes + n: taken for n, taken in (writes or {}).items()}
        self.bad_syncs = {self.syncs + n for n in syncs}


@dataclass
class Desk:
    """Everything one test works with."""

    root: Path
    disk: Faults = field(default_factory=Faults)
    clock: Clock = field(default_factory=Clock)

    @property
    def folder(self) -> Path:
        return self.root / "records" / INCIDENT

    @property
    def log(self) -> Path:
        return self.folder / "log"

    def make(self, mode: str = "real") -> FileJournal:
        return FileJournal.create(
            self.folder,
            incident=self.folder.name,
            mode=mode,
            clock=self.clock,
            state_folder=self.root / "state",
            disk=self.disk,
        )

    def open(self, state: str = "state", **more) -> FileJournal:
        """As another process would: nothing is remembered but what is on the disk."""
        options = {"clock": self.clock, "disk": self.disk, **more}
        return FileJournal(self.folder, state_folder=self.root / state, **options)

    def append(self, *numbers: int, state: str = "state") -> list:
        with self.open(state).writing() as writing:
            return [writing.append(draft(number)) for number in numbers]

    def files(self) -> list[Path]:
        return sorted(self.log.glob("*.jsonl"))

    def file(self) -> Path:
        [path] = self.files()
        return path

    def numbers(self) -> list[int]:
        return [line.data["n"] for line in self.open().read().lines if line.type == "counted"]


def draft(number: int, **more: object) -> Draft:
    return Draft(actor="li", role="chief", type="counted", data={"n": number, **more})


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)


@pytest.fixture
def five(desk: Desk) -> Desk:
    """A record with five entries."""
    desk.make()
    desk.append(0, 1, 2, 3, 4)
    return desk
