"""What is wrong with a file of the record: values, to be told and not to stop at."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final, Literal

Kind = Literal[
    "edited",
    "reordered",
    "cut",
    "forked",
    "foreign",
    "unreadable",
    "unfinished",
    "bad-anchor",
]

FOUND: Final[Mapping[str, str]] = {
    "edited": "{file}, line {line}: these are not the bytes that were written",
    "rewritten": "{file}, line {line}: it does not follow from the line before; "
    "one of the two was rewritten",
    "reordered": "{file}, line {line}: it stands in another place than it was written",
    "repeated": "{file}, line {line}: its number was used before",
    "cut": "{file}, line {line}: entries {first} to {last} are missing before it",
    "missing": "{file}: entry {seq} is missing, which {other}, line {there}, had seen",
    "contradicted": "{file}: entry {seq} is not the one that {other}, line {there}, had seen",
    "two-files": "{file} and {other} are of one writer and differ",
    "stray-line": "{file}, line {line}: it belongs to another record or writer",
    "stray-file": "{file} belongs to another record, {incident}",
    "unreadable": "{file} cannot be read, or is no regular file",
    "unfinished": "{file}, line {line}: unfinished, {bytes} bytes without an end",
    "bad-anchor": "no entry {seq} with the hash {hash}: the record was cut or computed anew since "
    "that head was noted, or the head is of another record",
}
"""What can be found, as English source sentences."""

KINDS: Final[Mapping[str, Kind]] = {
    "edited": "edited",
    "rewritten": "edited",
    "reordered": "reordered",
    "repeated": "forked",
    "cut": "cut",
    "missing": "cut",
    "contradicted": "forked",
    "two-files": "forked",
    "stray-line": "foreign",
    "stray-file": "foreign",
    "unreadable": "unreadable",
    "unfinished": "unfinished",
    "bad-anchor": "bad-anchor",
}
"""The one word for each."""


@dataclass(frozen=True, slots=True)
class Damage:
    """One thing found: a key of ``FOUND``, and the parameters its sentence takes.

    ``line`` counts from 1; 0 means the file as a whole. Say it with
    ``say(FOUND[damage.found], **damage.params)``.
    """

    found: str
    file: str
    line: int = 0
    more: Mapping[str, object] = field(default_factory=dict)

    @property
    def kind(self) -> Kind:
        """The one word for it."""
        return KINDS[self.found]

    @property
    def message(self) -> str:
        """The English source sentence."""
        return FOUND[self.found]

    @property
    def params(self) -> Mapping[str, object]:
        """Everything the sentence names."""
        return {"file": self.file, "line": self.line, **self.more}


@dataclass(frozen=True, slots=True)
class Unfinished:
    """Bytes after the last newline that are no whole line: somebody was cut off while writing."""

    file: str
    size: int
