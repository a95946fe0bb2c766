"""One incident on disk that can be acted on: its pinned plan, its journal, the state they give."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass, replace
from datetime import datetime, tzinfo
from pathlib import Path
from typing import Final
from zoneinfo import ZoneInfo

from tmplan.errors import JournalDamaged, NotSaved
from tmplan.incident.agenda import next_task, task_phase
from tmplan.incident.decide.scene import Decision, Scene
from tmplan.incident.entry import PHASE_BEGAN, Entry, Opened, decode, encode
from tmplan.incident.state import Incident, apply, replay
from tmplan.journal import pinned
from tmplan.journal.file import FileJournal
from tmplan.journal.line import Line
from tmplan.journal.moment import Moment
from tmplan.journal.union import LOG
from tmplan.journal.writing import Draft
from tmplan.plan.model import Plan

PREFIXES: Final = {"real": "INC", "drill": "DRL"}
_LETTERS: Final = "0123456789abcdefghjkmnpqrstvwxyz"  # none that is mistaken for another


@dataclass(frozen=True, slots=True)
class Keeping:
    """Where records are kept, where this account keeps its writer ids, and the clock in use."""

    records: Path
    state: Path
    clock: Callable[[tzinfo], Moment]
    waiting: Callable[[float, str], None]


def new_id(mode: str, day: datetime) -> str:
    """A fresh id: date and four random characters, so that machines apart never collide."""
    import secrets  # only an opening needs it

    tail = "".join(secrets.choice(_LETTERS) for _ in range(4))
    return f"{PREFIXES[mode]}-{day:%Y%m%d}-{tail}"


def entry_of(line: Line) -> Entry:
    """The entry a journal line tells."""
    return Entry(
        fact=decode(line.type, line.data),
        actor=line.actor,
        role=line.role,
        recorded_at=line.ts,
        happened_at=line.at or line.ts,
        phase_began=line.data.get(PHASE_BEGAN),
    )


class Record:
    """An incident that can be acted on: every act is durable before it is believed."""

    def __init__(
        self,
        folder: Path,
        *,
        plan: Plan,
        lines: Sequence[Line],
        incident: Incident,
        journal: FileJournal,
        damaged: bool = False,
    ) -> None:
        """Tie what was read to where it is written; use ``open_record`` or ``create_record``."""
        self.damaged = damaged
        self.folder = folder
        self.id = folder.name
        self.mode = lines[0].mode
        self.plan = plan
        self.incident = incident
        self.lines = tuple(lines)
        self._journal = journal

    def act(
        self, decision: Decision, *, by: str, role: str, now: datetime, at: str | None = None
    ) -> Entry:
        """Decide on the state as it is under the lock, write, then believe.

        ``now`` is when the act happens; ``at`` says so in the journal where that differs from
        the moment of writing.

        Raises:
            Refused: the state does not allow it; nothing was written.
            NotSaved: it could not be made durable; nothing was written.
        """
        with self._journal.writing() as writing:
            self._catch_up(writing.lines)
            fact = decision(Scene(self.plan, self.incident, by, now))
            entry = Entry(fact, by, role, at or "", at or now.isoformat(timespec="milliseconds"))
            kind, data = encode(fact, self._phase_reached(entry, now))
            line = writing.append(Draft(actor=by, role=role, type=kind, data=data, at=at))
            self._catch_up(writing.lines)
            return entry_of(line)

    def refresh(self) -> None:
        """Take in what was written elsewhere; nothing is locked and nothing written.

        Raises:
            FileTrouble: the journal cannot be read just now; what was known stays.
        """
        reading = self._journal.read()
        self.damaged = bool(reading.damage)
        if reading.lines:
            self._catch_up(reading.lines)

    def _phase_reached(self, entry: Entry, now: datetime) -> str | None:
        after = apply(self.incident, entry)
        phase = task_phase(self.plan, next_task(self.plan, after, now))
        return phase if phase not in after.phases_began else None

    def _catch_up(self, lines: Sequence[Line]) -> None:
        """Fold what is new; lines of another writer that sort before known ones fold all anew."""
        known = len(self.lines)
        if len(lines) >= known and lines[known - 1] == self.lines[-1]:
            for line in lines[known:]:
                self.incident = apply(self.incident, entry_of(line))
        else:
            self.incident = replay(map(entry_of, lines))
        self.lines = tuple(lines)


def create_record(
    keeping: Keeping,
    *,
    mode: str,
    plan: Plan,
    pin: bytes,
    scenario: bytes | None,
    opened: Opened,
    by: str,
    role: str,
    now: datetime,
    at: str | None = None,
) -> Record:
    """A new incident: the plan pinned, and the opening durable.

    Raises:
        NotSaved: it could not be made; nothing is left of it, unless the opening may be there.
    """
    folder = keeping.records / new_id(mode, now)
    zone = ZoneInfo(plan.timezone)
    with _all_or_nothing(folder):
        journal = FileJournal.create(
            folder,
            incident=folder.name,
            mode=mode,
            clock=lambda: keeping.clock(zone),
            state_folder=keeping.state,
            waiting=keeping.waiting,
        )
        opened = replace(
            opened,
            pinned=pinned.keep(folder, pin, prefix="plan-", suffix=".json"),
            scenario_pinned=pinned.keep(folder, scenario, prefix="scenario-", suffix=".yaml")
            if scenario
            else None,
        )
        first = Entry(opened, by, role, "", at or now.isoformat(timespec="milliseconds"))
        began = task_phase(plan, next_task(plan, replay([first]), now))
        kind, data = encode(opened, began)
        with closing(journal), journal.writing() as writing:
            line = writing.append(Draft(actor=by, role=role, type=kind, data=data, at=at))
    incident = replay([entry_of(line)])
    return Record(folder, plan=plan, lines=[line], incident=incident, journal=journal)


@contextmanager
def _all_or_nothing(folder: Path) -> Iterator[None]:
    """A new folder that holds its opening, or no folder at all."""
    try:
        yield
    except NotSaved:
        if not _holds_bytes(folder / LOG):  # else it may be there, and is looked at first
            for path in (*_inside(folder / LOG), folder / LOG, *_inside(folder), folder):
                with suppress(OSError):
                    (path.rmdir if path.is_dir() else path.unlink)()
        raise


def _holds_bytes(log: Path) -> bool:
    return any(path.stat().st_size for path in _inside(log))


def _inside(folder: Path) -> tuple[Path, ...]:
    return tuple(folder.iterdir()) if folder.is_dir() else ()


def open_record(keeping: Keeping, folder: Path, *, plan_of_pin: Callable[[bytes], Plan]) -> Record:
    """An incident as its folder tells it; nothing is locked and nothing written.

    Raises:
        FileTrouble, JournalDamaged: it cannot be read, or was altered.
    """
    zones: list[tzinfo] = []
    journal = FileJournal(
        folder,
        clock=lambda: keeping.clock(zones[0]),
        state_folder=keeping.state,
        waiting=keeping.waiting,
    )
    reading = journal.read()
    lines, damaged = reading.lines, bool(reading.damage)
    if not lines:
        raise JournalDamaged(
            "{id} holds no entry that can be believed",
            hint="run `tmplan incident verify`; if it came from another machine, copy all of it",
            id=folder.name,
        )
    incident = replay(map(entry_of, lines))
    plan = plan_of_pin(pinned.fetch(folder, incident.pinned, prefix="plan-", suffix=".json"))
    zones.append(ZoneInfo(plan.timezone))
    return Record(
        folder, plan=plan, lines=lines, incident=incident, journal=journal, damaged=damaged
    )
