"""What is wrong with a file of the record: values, to be told and not to stop at."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

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


@dataclass(frozen=True, slots=True)
class Damage:
    """One thing found; ``message`` is an English source sentence with ``params``.

    ``line`` counts from 1; 0 means the file as a whole.
    """

    kind: Kind
    file: str
    line: int
    message: str
    params: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Unfinished:
    """Bytes after the last newline that are no whole line: somebody was cut off while writing."""

    file: str
    size: int
