"""The union of what all writers of one record have written: its files, read as one."""

from pathlib import Path

from tmplan.journal.damage import Damage, Unfinished
from tmplan.journal.line import Line
from tmplan.journal.place import Place
from tmplan.journal.reading import Reading, merge
from tmplan.journal.replica import SUFFIX, Replica

LOG = "log"


class Union:
    """What this process knows of a record; it looks again only at what has changed."""

    def __init__(self, folder: Path, *, incident: str = "", mode: str = "") -> None:
        """Nothing read yet; the names count only until a line says them."""
        self.files: dict[str, Replica] = {}
        self.incident = incident or folder.name
        # A record whose every line is damaged can still be gone on with.
        self.mode = mode or ("drill" if folder.name.startswith("DRL-") else "real")
        self._folder = folder
        self._lines: list[Line] = []
        self._frozen: tuple[Line, ...] | None = ()
        self._simple = True
        self._foreign: dict[str, Damage] = {}

    @property
    def lines(self) -> tuple[Line, ...]:
        """The lines of all writers, merged."""
        if self._frozen is None:
            self._frozen = tuple(self._lines)
        return self._frozen

    @property
    def greatest_lc(self) -> int:
        """The Lamport counter of the last line; 0 before the first."""
        return self._lines[-1].lc if self._lines else 0

    @property
    def damage(self) -> tuple[Damage, ...]:
        """What is wrong, file by file."""
        found = (damage for replica in self.files.values() for damage in replica.damage)
        return (*found, *self._foreign.values())

    def reading(self) -> Reading:
        """What is known now, as a value."""
        return Reading(
            incident=self.incident,
            mode=self.mode,
            lines=self.lines,
            damage=self.damage,
            unfinished=tuple(
                Unfinished(replica.name, len(replica.tail))
                for replica in self.files.values()
                if replica.tail and replica.tail_line is None
            ),
        )

    def look(self, log: Place) -> None:
        """Read what has been written since the last look."""
        names = [name for name in log.names() if name.endswith(SUFFIX)]
        again = len(self.files.keys() - set(names)) > 0
        before = {name: len(self.files[name].lines) for name in names if name in self.files}
        self.files = {name: self.files.get(name) or Replica(name) for name in names}
        for replica in self.files.values():
            again |= not replica.catch_up(log)
        fresh = [
            line
            for name, replica in self.files.items()
            for line in replica.lines[before.get(name, 0) :]
        ]
        simple = self._is_simple()
        if again or not simple or not self._simple or not self._add(fresh):
            self._merge_all()
        self._simple = simple

    def look_anew(self, log: Place, name: str) -> None:
        """Read one file from its first byte, whatever was known of it."""
        if name in self.files:
            del self.files[name]
        self.look(log)
        self._merge_all()

    def heads(self, *, besides: str) -> dict[str, str]:
        """The last line of every other writer."""
        return {
            replica.writer: replica.head.head
            for replica in self.files.values()
            if replica.head is not None
            and replica.name not in self._foreign
            and replica.writer != besides
        }

    def wrote(self, line: Line) -> None:
        """A line of our own came to the end."""
        self._lines.append(line)
        self._frozen = None

    def _is_simple(self) -> bool:
        """Whether new lines can just be put behind the others."""
        replicas = self.files.values()
        return len({replica.writer for replica in replicas}) == len(replicas) and not any(
            replica.damage
            or replica.tail_line
            or (replica.head is not None and not self._is_ours(replica.head))
            for replica in replicas
        )

    def _add(self, fresh: list[Line]) -> bool:
        """Put new lines behind the others; False when they belong between them."""
        if not fresh:
            return True
        fresh = merge([fresh])
        if self._lines and fresh[0].place <= self._lines[-1].place:
            return False
        self._lines += fresh
        self._frozen = None
        return True

    def _merge_all(self) -> None:
        self._find_names()
        self._foreign = {
            name: Damage("stray-file", name, 0, {"incident": replica.head.incident})
            for name, replica in self.files.items()
            if replica.head is not None and not self._is_ours(replica.head)
        }
        ours = [replica for name, replica in self.files.items() if name not in self._foreign]
        tails = [replica.tail_line for replica in ours if replica.tail_line is not None]
        self._lines = merge([*(replica.lines for replica in ours), tails])
        self._frozen = None

    def _find_names(self) -> None:
        """The names most lines carry; lines that carry the folder's name win."""
        heads = [(replica.head, len(replica.lines)) for replica in self.files.values()]
        named = [
            (head.incident == self._folder.name, count, head.incident, head.mode)
            for head, count in heads
            if head is not None
        ]
        if named:
            _, _, self.incident, self.mode = max(named)

    def _is_ours(self, line: Line) -> bool:
        return (line.incident, line.mode) == (self.incident, self.mode)
