"""No two ids of one kind can be taken for each other.

Ids are said aloud on the telephone and typed in a hurry: `call-back` and `callback`, `step-1` and
`step-l` are one to the ear or the eye.

Bad::

    events:
      flood:
        name: Flood
        steps:
          respond:
            - id: leave
              do: Leave the building.
              role: chief
              need: must
              within: 5 min
            - id: call-back
              do: Call back.
              role: chief
            - id: callback
              do: Call the bank.
              role: chief

Good::

    events:
      flood:
        name: Flood
        steps:
          respond:
            - id: leave
              do: Leave the building.
              role: chief
              need: must
              within: 5 min
            - id: call-back
              do: Call back.
              role: chief
            - id: call-bank
              do: Call the bank.
              role: chief
"""

from collections.abc import Iterator
from typing import Final

from tmplan.plan.index import Definition, Index
from tmplan.plan.problem import Fault, Path, Related, Severity

CODE: Final = "TM310"
NAME: Final = "confusable-id"
SEVERITY: Final = Severity.WARNING
MESSAGE: Final = "`{id}` and `{other}` are easily taken for each other"
HINT: Final = "give one of the two an id that sounds and looks different"

OTHER: Final = "the other one is here"
_ALIKE: Final = str.maketrans("01", "ol", "-")


def check(plan: Index) -> Iterator[Fault]:
    """Every id that differs from an earlier one of its kind by a dash, or by 0 for o, 1 for l."""
    seen: dict[tuple[str, Path, str], Definition] = {}
    for each in plan.definitions:
        first = seen.setdefault((each.kind, each.among, each.id.translate(_ALIKE)), each)
        if first.id != each.id:
            params = {"id": each.id, "other": first.id}
            yield Fault(each.path, params, each.at_key, related=(Related(first.path, OTHER),))
