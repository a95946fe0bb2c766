"""Every group has a lead.

Where nobody leads, each member waits for another one to begin. Of a group that has no members,
`empty-group` says so.

Bad::

    organisation:
      on_duty: chief
      groups:
        team:
          name: Team
      roles:
        chief:
          name: Chief
          group: team
          held_by: [li]
          deputies: [wang]
      people:
        li:
          name: Li
        wang:
          name: Wang

Good::

    organisation:
      on_duty: chief
      groups:
        team:
          name: Team
          lead: chief
      roles:
        chief:
          name: Chief
          group: team
          held_by: [li]
          deputies: [wang]
      people:
        li:
          name: Li
        wang:
          name: Wang
"""

from collections.abc import Iterator
from typing import Final

from tmplan.plan.index import Index, word
from tmplan.plan.problem import Fault, Severity

CODE: Final = "TM618"
NAME: Final = "group-without-lead"
SEVERITY: Final = Severity.WARNING
MESSAGE: Final = "nobody leads the group `{id}`"
HINT: Final = "add `lead:` with a role of the group"


def check(plan: Index) -> Iterator[Fault]:
    """Every group with members and without a lead."""
    alive = {word(each.get("group")) for each in plan.roles.values()}
    alive |= {word(each.get("under")) for each in plan.groups.values()}
    for name, words in plan.groups.items():
        if name in alive and not word(words.get("lead")):
            yield Fault(("organisation", "groups", name), {"id": name}, at_key=True)
