"""The people of a plan who are kept in a file of their own, outside version control."""

from collections.abc import Callable
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path as FilePath
from typing import Any, Final

from tmplan.errors import FileTrouble
from tmplan.plan.homes import Home, is_inside, placed_in
from tmplan.plan.index import group, word
from tmplan.plan.model import Person
from tmplan.plan.problem import Code, Path, Problem, Severity
from tmplan.plan.schema import fit, strip_notes
from tmplan.plan.source import Source, parse
from tmplan.plan.words import Id, Words

PATH: Final = ("organisation", "contacts")
_PEOPLE: Final = ("organisation", "people")

UNREAD: Final = Code(
    "TM614",
    "contacts-missing",
    Severity.WARNING,
    "the contacts file {file} cannot be read; its people cannot be called",
    "put it beside the plan, or delete the key `contacts`",
)
OUTSIDE: Final = Code(
    "TM615",
    "contacts-outside",
    Severity.ERROR,
    "the contacts file {file} is not inside the folder of the plan",
    "name a file inside that folder, such as `contacts.yaml`",
)
TWICE: Final = Code(
    "TM616",
    "person-twice",
    Severity.ERROR,
    "the person `{person}` is in the plan and in the contacts file {file}",
    "keep one of the two",
)


class Contacts(Words):
    """The words of a contacts file."""

    people: dict[Id, Person]


@dataclass(frozen=True, slots=True)
class Merged:
    """A plan's words with the people of its contacts file, and what was wrong on the way.

    ``problems`` stand in the plan, ``inner`` in the contacts file itself. ``homes`` says who stands
    there. ``unread`` means that there may be people we do not know.
    """

    words: dict[str, Any]
    problems: tuple[Problem, ...] = ()
    inner: tuple[Problem, ...] = ()
    source: Source | None = None
    digests: dict[str, str] = field(default_factory=dict)
    homes: dict[Path, Home] = field(default_factory=dict)
    unread: bool = False


def merge(words: dict[str, Any], folder: FilePath, read: Callable[[FilePath], bytes]) -> Merged:
    """The plan's words with the people of the contacts file it names, if it names one."""
    organisation = group(words.get("organisation"))
    name = word(organisation.get("contacts"))
    if name is None:
        return Merged(words)
    if not is_inside(folder, name):
        return Merged(words, (Problem(OUTSIDE, PATH, {"file": name}),), unread=True)
    path = folder / name
    try:
        data = read(path)
    except FileTrouble:
        return Merged(words, (Problem(UNREAD, PATH, {"file": name}),), unread=True)
    source = parse(data, path.as_posix())
    inner = list(placed_in(source, source.problems))
    digests = {name: sha256(data).hexdigest()}
    if any(each.code.severity is Severity.ERROR for each in inner):
        return Merged(words, (), tuple(inner), source, digests, unread=True)
    found = strip_notes(source.value)
    _, misfits = fit(Contacts, found)
    inner += placed_in(source, misfits)
    own, theirs = group(organisation.get("people")), group(group(found).get("people"))
    twice = tuple(
        Problem(TWICE, (*_PEOPLE, each), {"person": each, "file": name}, at_key=True)
        for each in own
        if each in theirs
    )
    moved = (each for each in theirs if each not in own)
    homes: dict[Path, Home] = {(*_PEOPLE, each): Home(source, 1) for each in moved}
    merged = {**words, "organisation": {**organisation, "people": {**theirs, **own}}}
    return Merged(merged, twice, tuple(inner), source, digests, homes)
