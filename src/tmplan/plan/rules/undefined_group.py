"""Every group that is named is a group of the plan.

Bad::

    about:
      purpose: Keep people safe.
      scope: One shop.
      interpreted_by: board
      prevails: The law.
      effective: 2026-11-20
      approved_by: The chief
      review:
        every: 12 months

Good::

    about:
      purpose: Keep people safe.
      scope: One shop.
      interpreted_by: team
      prevails: The law.
      effective: 2026-11-20
      approved_by: The chief
      review:
        every: 12 months
"""

from collections.abc import Iterator
from typing import Final

from tmplan.plan.index import Index, Reference, group, refs
from tmplan.plan.nearest import choices
from tmplan.plan.problem import Fault, Severity

CODE: Final = "TM325"
NAME: Final = "undefined-group"
SEVERITY: Final = Severity.ERROR
MESSAGE: Final = "the plan has no group `{id}`"
HINT: Final = "write one of {known}, or add the group under `organisation.groups`"


def check(plan: Index) -> Iterator[Fault]:
    """Every group that the plan does not define."""
    for each in _named(plan):
        if each.id not in plan.groups:
            yield Fault(each.path, {"id": each.id, "known": choices(each.id, plan.groups)})


def _named(plan: Index) -> Iterator[Reference]:
    yield from refs(group(plan.words.get("about")), ("about",), "interpreted_by")
    for name, each in plan.groups.items():
        yield from refs(each, ("organisation", "groups", name), "under")
    for name, each in plan.roles.items():
        yield from refs(each, ("organisation", "roles", name), "group")
