"""Nobody is asked the same thing twice in one incident.

Two answers to one question will differ, and later nobody knows which one was true.

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
            - id: count
              do: Count everybody.
              role: chief
              evidence:
                - id: counted
                  kind: number
                  ask: How many people are outside?
            - id: report
              do: Report to the fire brigade.
              role: chief
              evidence:
                - id: reported
                  kind: number
                  ask: How many people are outside?

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
              evidence:
                - id: counted
                  kind: number
                  ask: How many people are outside?
            - id: report
              do: Report to the fire brigade.
              role: chief
              evidence:
                - id: reported
                  kind: number
                  ask: How many people are missing?
"""

from collections.abc import Iterator
from typing import Final

from tmplan.plan.index import Index, items, word
from tmplan.plan.problem import Fault, Path, Related, Severity

CODE: Final = "TM523"
NAME: Final = "evidence-asked-twice"
SEVERITY: Final = Severity.WARNING
MESSAGE: Final = "`{id}` asks what `{other}` has asked already"
HINT: Final = "ask for what only this step can know, or take one of the two out"

FIRST: Final = "it is asked here first"


def check(plan: Index) -> Iterator[Fault]:
    """Every piece of evidence with the words of an earlier one that the same event type meets."""
    seen: dict[str, dict[str | None, tuple[Path, str]]] = {}
    for step in plan.steps:
        if "evidence" not in step.words:
            continue
        for at, each in items(step.words, step.path, "evidence"):
            asked, name = word(each.get("ask")), word(each.get("id"))
            if asked is None or name is None:
                continue
            before = seen.setdefault("".join(asked.split()), {})
            # the common steps, which every event type meets, come first
            if earlier := before.get(None) or before.get(step.event):
                path, other = earlier
                near = Related((*path, "ask"), FIRST)
                yield Fault((*at, "ask"), {"id": name, "other": other}, related=(near,))
            before.setdefault(step.event, (at, name))
