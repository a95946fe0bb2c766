"""Every scenario that the plan lists is a scenario, and one of this plan.

It begins with `tmplan-drill: 1`, names this file in `plan`, counted from its own folder, and an
event type of this plan in `event`. Run `tmplan validate` on the scenario for all the rest.

Bad::

    drills:
      every: 6 months
      scenarios:
        - drills/flood.yaml
        - drills/cellar.yaml

Good::

    drills:
      every: 6 months
      scenarios:
        - drills/flood.yaml
"""

from collections.abc import Iterator
from typing import Final

from tmplan.errors import Word
from tmplan.plan.index import Index, Script, group, listed
from tmplan.plan.problem import Fault, Severity

CODE: Final = "TM710"
NAME: Final = "scenario-misfit"
SEVERITY: Final = Severity.WARNING
MESSAGE: Final = "{file} {why}"
HINT: Final = "correct the scenario, or take it off the list"

NO_SCENARIO: Final = Word("is no scenario")
OTHER_PLAN: Final = Word("is a scenario of another plan")
NO_EVENT: Final = Word("rehearses an event type that this plan does not have")


def check(plan: Index) -> Iterator[Fault]:
    """Every listed file that is something else, or belongs to something else."""
    listing = listed(group(plan.words.get("drills")).get("scenarios"))
    for number, file in enumerate(listing):
        script = (plan.scripts or {}).get(file) if isinstance(file, str) else None
        if script and script.found and (why := _why(plan, script)):
            yield Fault(("drills", "scenarios", number), {"file": file, "why": why})


def _why(plan: Index, script: Script) -> Word | None:
    if not script.event:
        return NO_SCENARIO
    if not script.is_ours:
        return OTHER_PLAN
    return None if script.event in plan.events else NO_EVENT
