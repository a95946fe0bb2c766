"""The people of a plan are real, and so are their telephone numbers.

Examples say `待替换` or `TBD` where a real name or number belongs.

Bad::

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
          name: Wang TBD

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

from tmplan.plan.index import EXAMPLE_MARKS, Group, Index, word
from tmplan.plan.problem import Fault, Severity

CODE: Final = "TM612"
NAME: Final = "placeholder-person"
SEVERITY: Final = Severity.NOTICE
MESSAGE: Final = "{count} of the people are still examples, `{id}` first"
HINT: Final = "write real names and telephone numbers before the plan is needed"


def check(plan: Index) -> Iterator[Fault]:
    """The people who are only examples, all at once."""
    found = [name for name, person in plan.people.items() if _is_example(person)]
    if found:
        path = ("organisation", "people", found[0])
        yield Fault(path, {"count": len(found), "id": found[0]}, at_key=True)


def _is_example(person: Group) -> bool:
    texts = (word(person.get(key)) or "" for key in ("name", "phone"))
    return any(mark in text for text in texts for mark in EXAMPLE_MARKS)
