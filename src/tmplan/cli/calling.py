"""Numbers to call: read out of the plan file in use now, shown at a walk, and kept nowhere.

The plan that an incident keeps has none on purpose, so they come from the file, once a process.
"""

from collections.abc import Mapping
from functools import cache

from tmplan.cli import places
from tmplan.cli.words import who
from tmplan.errors import FileTrouble
from tmplan.i18n import say
from tmplan.incident.authority import holder
from tmplan.journal.live import Record


def who_to_call(record: Record, role: str) -> str:
    """A role with the person who holds it now, and their number if there is one."""
    plan, incident = record.plan, record.incident
    person = holder(plan, incident, role)
    return who(plan, incident, role) + number_of(record, person or "")


def number_of(record: Record, person: str) -> str:
    """A person's number as it follows their name; nothing where none is known."""
    number = _numbers(record.plan.id).get(person)
    return say(" (tel. {number})", number=number) if number else ""


@cache
def _numbers(plan: str) -> Mapping[str, str]:
    from tmplan.plan.numbers import phones_of  # only a walk reads the plan file again

    try:
        return phones_of(places.the_plan(), plan)
    except FileTrouble:  # the plan may be gone or moved; the response goes on without numbers
        return {}
