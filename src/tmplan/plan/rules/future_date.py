"""What is said to have been done was done before today.

A review, a check or a call dated tomorrow is a slip of the year, and hides that it is due.

Bad::

    supplies:
      light:
        name: Light
        items:
          - id: lamps
            name: Lamps
            have: 4
            need: 4
            place: By the door
            keeper: chief
            checked: 2027-11-01
            every: 6 months

Good::

    supplies:
      light:
        name: Light
        items:
          - id: lamps
            name: Lamps
            have: 4
            need: 4
            place: By the door
            keeper: chief
            checked: 2026-11-01
            every: 6 months
"""

from collections.abc import Iterator
from typing import Final

from tmplan.plan.day import day
from tmplan.plan.index import Index, group, items
from tmplan.plan.problem import Fault, Path, Severity

CODE: Final = "TM816"
NAME: Final = "future-date"
SEVERITY: Final = Severity.WARNING
MESSAGE: Final = "{day} is still to come, and this says when something was last done"
HINT: Final = "correct the date"


def check(plan: Index) -> Iterator[Fault]:
    """Every day of something done that lies ahead."""
    if plan.today is None:
        return
    for path, value in _done(plan):
        when = day(value)
        if when and when > plan.today:
            yield Fault(path, {"day": when})


def _done(plan: Index) -> Iterator[tuple[Path, object]]:
    yield ("about", "review", "last"), group(plan.about.get("review")).get("last")
    for name, person in plan.people.items():
        yield ("organisation", "people", name, "verified"), person.get("verified")
    for name, duty in plan.obligations.items():
        yield ("obligations", name, "source", "as_of"), group(duty.get("source")).get("as_of")
    for at, supply in plan.supplies:
        yield (*at, "checked"), supply.get("checked")
    for event, words in plan.events.items():
        for at, measure in items(words, ("events", event), "prevention"):
            yield (*at, "last"), measure.get("last")
