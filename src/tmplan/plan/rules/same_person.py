"""Whoever signs an act is somebody else than who did it.

Where both roles have one and the same person, the signature can never be given.

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
        clerk:
          name: Clerk
          held_by: [li]
        keeper:
          name: Keeper
          held_by: [li]
      people:
        li:
          name: Li
        wang:
          name: Wang
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
              role: clerk
              sign:
                role: keeper

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
        clerk:
          name: Clerk
          held_by: [li]
        keeper:
          name: Keeper
          held_by: [wang]
      people:
        li:
          name: Li
        wang:
          name: Wang
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
              role: clerk
              sign:
                role: keeper
"""

from collections.abc import Iterator
from typing import Final

from tmplan.plan.index import Index, group, refs, word
from tmplan.plan.problem import Fault, Severity

CODE: Final = "TM603"
NAME: Final = "same-person"
SEVERITY: Final = Severity.WARNING
MESSAGE: Final = "only `{person}` can do this step, and only `{person}` can sign it"
HINT: Final = "give one of the two roles a deputy"


def check(plan: Index) -> Iterator[Fault]:
    """Every signature that its only giver may not give."""
    for step in plan.steps:
        signer = word(group(step.words.get("sign")).get("role"))
        signers = _holders(plan, signer) if signer else set()
        if len(signers) == 1 and signers == _holders(plan, word(step.words.get("role"))):
            yield Fault((*step.path, "sign", "role"), {"person": next(iter(signers))})


def _holders(plan: Index, role: str | None) -> set[str]:
    words = plan.roles.get(role or "", {})
    return {each.id for key in ("held_by", "deputies") for each in refs(words, (), key)}
