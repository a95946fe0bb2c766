"""Whether a record is whole and unaltered, as far as a record can prove that about itself."""

import os
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from tmplan.errors import FileTrouble, WrongUse, reason
from tmplan.journal.chain import Chain
from tmplan.journal.damage import Damage
from tmplan.journal.line import Line
from tmplan.journal.place import Place
from tmplan.journal.replica import SUFFIX, raw_lines
from tmplan.journal.union import LOG

UNPROVEN: Final[Mapping[str, str]] = {
    "end": "A chain does not show that lines are missing at its end; a head noted before does.",
    "anew": "A chain does not show that a file was computed anew; a head kept elsewhere does.",
    "who": "Names and times are as the machine was told; nothing here proves who typed them.",
}
"""What no verification of the files alone can tell."""


@dataclass(frozen=True, slots=True)
class WriterFile:
    """One file: how many lines are whole, and where they end (``seq:hash12``)."""

    file: str
    writer: str
    lines: int
    head: str


@dataclass(frozen=True, slots=True)
class Verdict:
    """What was found in all files, and what cannot be found in them."""

    files: tuple[WriterFile, ...]
    findings: tuple[Damage, ...]
    absent: tuple[str, ...]
    """Writers whose lines others have seen, but whose file is not here."""
    anchored: bool | None
    """Whether the anchor stands in the record; None when none was given."""
    unproven: tuple[str, ...] = tuple(UNPROVEN.values())

    @property
    def whole(self) -> bool:
        """Nothing was found."""
        return not self.findings


def verify(folder: Path, anchor: str | None = None) -> Verdict:
    """Read every file once, line by line; what is told of other files is asked in a second pass."""
    wanted = None if anchor is None else _read_anchor(anchor)
    survey = _Survey()
    try:
        with Place(folder) as root, Place(folder / LOG, inside=root) as log:
            names = [name for name in log.names() if name.endswith(SUFFIX)]
            for name in names:
                survey.read(log, name)
            survey.compare_names()
            if survey.claims or wanted is not None:
                survey.ask(log, names, wanted)
    except OSError as error:
        raise FileTrouble(
            "the record {path} cannot be read ({reason})",
            hint="name the folder of an incident, as incident list shows it",
            path=folder,
            reason=reason(error),
        ) from error
    return survey.verdict(wanted)


def _read_anchor(anchor: str) -> tuple[int, str]:
    found = re.fullmatch(r"([0-9]{1,16}):([0-9a-f]{8,64})", anchor.strip().lower())
    if found is None:
        raise WrongUse(
            "{anchor} is no anchor",
            hint="an anchor is the head as it was printed: a number, a colon and at least 8 digits "
            "of the hash, such as 12:0123456789ab",
            anchor=anchor,
        )
    return int(found[1]), found[2]


@dataclass(frozen=True, slots=True)
class _Claim:
    """What a line says it has seen of another writer."""

    writer: str
    seq: int
    hash: str
    file: str
    line: int


class _Survey:
    """What is gathered while the files are read; no line is kept."""

    def __init__(self) -> None:
        self.claims: list[_Claim] = []
        self._chains: dict[str, tuple[Chain, int]] = {}
        self._findings: list[Damage] = []
        self._absent: set[str] = set()
        self._anchored = False

    def read(self, log: Place, name: str) -> None:
        """First pass: the chain of one file, and what it says of others."""
        chain = Chain(name)
        whole = 0
        for line in self._lines(log, chain, self._findings):
            whole += 1
            for writer, head in (line.deps or {}).items():
                number, _, seal = head.partition(":")
                if re.fullmatch("[0-9]{1,16}", number):
                    claim = _Claim(writer, int(number), seal, name, chain.count)
                    self.claims.append(claim)
        self._chains[name] = chain, whole
        self._findings += chain.damage

    def compare_names(self) -> None:
        """All files are of one record, the one most lines are of."""
        votes: Counter[tuple[str, str]] = Counter()
        for chain, whole in self._chains.values():
            if chain.first is not None:
                votes[chain.first.incident, chain.first.mode] += whole
        ours = max(votes, key=lambda names: (votes[names], names), default=None)
        for name, (chain, _) in self._chains.items():
            first = chain.first
            if first is not None and (first.incident, first.mode) != ours:
                self._find("stray-file", name, incident=first.incident)

    def ask(self, log: Place, names: list[str], wanted: tuple[int, str] | None) -> None:
        """Second pass: whether the lines others have seen, and the anchor, stand here."""
        claims: dict[tuple[str, int], list[_Claim]] = {}
        for claim in self.claims:
            claims.setdefault((claim.writer, claim.seq), []).append(claim)
        for name in names:
            for line in self._lines(log, Chain(name), []):
                if wanted is not None and wanted[0] == line.seq:
                    self._anchored |= line.hash.startswith(wanted[1])
                self._compare(name, line, claims.get((line.writer, line.seq), []))
        self._miss()

    def verdict(self, wanted: tuple[int, str] | None) -> Verdict:
        """Everything gathered, as a value."""
        self._find_forks()
        if wanted is not None and not self._anchored:
            self._find("bad-anchor", "", seq=wanted[0], hash=wanted[1])
        return Verdict(
            files=tuple(
                WriterFile(
                    file=name,
                    writer=chain.writer,
                    lines=whole,
                    head="" if chain.head is None else f"{chain.head.seq}:{chain.head.hash[:12]}",
                )
                for name, (chain, whole) in self._chains.items()
            ),
            findings=tuple(self._findings),
            absent=tuple(sorted(self._absent)),
            anchored=None if wanted is None else self._anchored,
        )

    def _lines(self, log: Place, chain: Chain, findings: list[Damage]) -> Iterator[Line]:
        """The whole lines of one file, the last one also without its newline."""
        try:
            file = log.open_to_read(chain.file)
        except OSError:
            findings.append(Damage("unreadable", chain.file))
            return
        try:
            for raw in raw_lines(file, 0):
                if raw.endswith(b"\n") or chain.next_line(raw) is not None:
                    line = chain.take(raw)
                    if line is not None:
                        yield line
                else:
                    size = {"bytes": len(raw)}
                    findings.append(Damage("unfinished", chain.file, chain.count + 1, size))
        finally:
            os.close(file)

    def _compare(self, name: str, line: Line, claims: list[_Claim]) -> None:
        for claim in claims:
            if claim.hash != line.hash:
                self._find(
                    "contradicted",
                    name,
                    seq=line.seq,
                    other=claim.file,
                    there=claim.line,
                )

    def _miss(self) -> None:
        """Lines that were seen by others and lie beyond the end of their file."""
        heads: dict[str, tuple[str, int]] = {}
        for name, (chain, _) in self._chains.items():
            if chain.head is not None:
                heads[chain.writer] = max((name, chain.head.seq), heads.get(chain.writer, ("", -1)))
        for claim in self.claims:
            if claim.writer not in heads:
                self._absent.add(claim.writer)
            elif claim.seq > heads[claim.writer][1]:
                self._find(
                    "missing",
                    heads[claim.writer][0],
                    seq=claim.seq,
                    other=claim.file,
                    there=claim.line,
                )

    def _find_forks(self) -> None:
        """Two files of one writer that do not hold the same."""
        heads: dict[str, tuple[str, str]] = {}
        for name, (chain, _) in self._chains.items():
            if chain.head is None:
                continue
            other, head = heads.setdefault(chain.writer, (name, chain.head.head))
            if head != chain.head.head:
                self._find("two-files", name, other=other)

    def _find(self, found: str, file: str, **more: object) -> None:
        self._findings.append(Damage(found, file, 0, more))
