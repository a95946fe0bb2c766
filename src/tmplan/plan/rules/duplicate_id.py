"""Every id is given once.

Records, commands and other parts of the plan name things by their id; with two of the same,
nobody knows which one is meant. Steps and evidence share one list in the whole plan.

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
            - id: leave
              do: Count everybody.
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
            - id: count
              do: Count everybody.
              role: chief
"""

from collections.abc import Iterator
from typing import Final

from tmplan.errors import Word
from tmplan.plan.index import Index, Reference, group, refs
from tmplan.plan.problem import Fault, Path, Related, Severity

CODE: Final = "TM301"
NAME: Final = "duplicate-id"
SEVERITY: Final = Severity.ERROR
MESSAGE: Final = "there is a second {kind} with the id `{id}`"
HINT: Final = "give one of the two another id"


FIRST: Final = "the first one is here"


def check(plan: Index) -> Iterator[Fault]:
    """Every id that was given to something of the same kind before."""
    seen: dict[tuple[str, Path, str], Path] = {}
    for each in plan.definitions:
        first = seen.setdefault((each.kind, each.among, each.id), each.path)
        if first != each.path:
            yield _fault(each.kind, each.id, each.path, first)
    for event, words in plan.events.items():
        asked: dict[str, Reference] = {}
        path = ("events", event, "classify")
        for question in refs(group(words.get("classify")), path, "ask"):
            earlier = asked.setdefault(question.id, question)
            if earlier is not question:
                yield _fault(Word("question"), question.id, question.path, earlier.path)


def _fault(kind: Word, name: str, path: Path, first: Path) -> Fault:
    return Fault(path, {"kind": kind, "id": name}, related=(Related(first, FIRST),))
