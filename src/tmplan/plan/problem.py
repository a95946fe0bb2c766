"""A problem is what is wrong with a file that a person wrote: a value, never an exception."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

Path = tuple[str | int, ...]
"""Keys and indexes from the top of a file down to one value."""


class Severity(StrEnum):
    """How much a problem matters: only errors stop a plan from being used."""

    ERROR = "error"
    WARNING = "warning"
    NOTICE = "notice"


@dataclass(frozen=True, slots=True)
class Code:
    """The lasting name of one kind of problem, with its sentences in English.

    ``message`` is one plain sentence, small first letter, no full stop; ``hint`` says what to
    write instead. Both hold ``{named}`` parameters.
    """

    id: str
    name: str
    severity: Severity
    message: str
    hint: str = ""


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of a source file: lines and columns count characters from 1, the end excluded."""

    line: int
    column: int
    end_line: int
    end_column: int


@dataclass(frozen=True, slots=True)
class Related:
    """Another place that explains a problem, with an English sentence.

    ``file`` names its file only where that is not the plan itself.
    """

    path: Path
    message: str
    params: Mapping[str, object] = field(default_factory=dict)
    span: Span | None = None
    file: str = ""


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing wrong, at one place.

    ``path`` leads to the value (or, with ``at_key``, to the key of that value). ``span`` is
    given by the loader for text that has no path yet; otherwise it is looked up once, at the
    edge. ``file`` names the file only where it is not the plan itself.
    """

    code: Code
    path: Path = ()
    params: Mapping[str, object] = field(default_factory=dict)
    at_key: bool = False
    span: Span | None = None
    related: tuple[Related, ...] = ()
    file: str = ""


@dataclass(frozen=True, slots=True)
class Fault:
    """A place where a rule is broken, and what to fill into the rule's sentence."""

    path: Path
    params: Mapping[str, object] = field(default_factory=dict)
    at_key: bool = False
    related: tuple[Related, ...] = ()
