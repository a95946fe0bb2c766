"""The numbers people are called by, out of a plan file as it stands now; no plan is made of it."""

from collections.abc import Mapping
from pathlib import Path as FilePath

from tmplan.plan import contacts
from tmplan.plan.index import EXAMPLE_MARKS, group, word
from tmplan.plan.load import read
from tmplan.plan.schema import strip_notes
from tmplan.plan.source import parse


def phones_of(path: FilePath, plan: str) -> Mapping[str, str]:
    """The number of every person who has one, if the file is this plan; no rule is run.

    Raises:
        FileTrouble: the file is missing, unreadable or no ordinary file.
    """
    words = group(strip_notes(parse(read(path), path.as_posix()).value))
    if word(words.get("id")) != plan:
        return {}
    merged = contacts.merge(words, path.parent, read).words
    people = group(group(merged.get("organisation")).get("people"))
    numbers = {name: word(group(person).get("phone")) for name, person in people.items()}
    return {
        name: number
        for name, number in numbers.items()
        if number and not any(mark in number for mark in EXAMPLE_MARKS)
    }
