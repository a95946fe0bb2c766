"""Every outcome in a condition is a choice that some step asks for.

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
              evidence:
                - id: all-out
                  kind: choice
                  ask: Is everybody out?
                  choices: [everybody, somebody-missing]
            - id: search
              do: Tell the fire brigade who is missing.
              role: chief
              when:
                outcome:
                  all-out: missing

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
              evidence:
                - id: all-out
                  kind: choice
                  ask: Is everybody out?
                  choices: [everybody, somebody-missing]
            - id: search
              do: Tell the fire brigade who is missing.
              role: chief
              when:
                outcome:
                  all-out: somebody-missing
"""

from collections.abc import Iterator
from typing import Final

from tmplan.plan.index import Index, group, listed, refs
from tmplan.plan.nearest import choices
from tmplan.plan.problem import Fault, Severity

CODE: Final = "TM319"
NAME: Final = "undefined-evidence"
SEVERITY: Final = Severity.ERROR
MESSAGE: Final = "no step asks for the outcome `{id}`"
HINT: Final = "write one of {known}"


def check(plan: Index) -> Iterator[Fault]:
    """Every outcome that no evidence can have."""
    for when in plan.conditions:
        path, outcome = (*when.path, "outcome"), group(when.terms.get("outcome"))
        for name in outcome:
            if name not in plan.evidence:
                params = {"id": name, "known": choices(name, plan.evidence)}
                yield Fault((*path, name), params, at_key=True)
                continue
            known = [
                str(group(each).get("id", each))
                for each in listed(plan.evidence[name].get("choices"))
            ]
            for each in refs(outcome, path, name):
                if each.id not in known:
                    yield Fault(each.path, {"id": each.id, "known": choices(each.id, known)})
