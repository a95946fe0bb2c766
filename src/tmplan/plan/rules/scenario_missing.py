"""Every scenario that the plan lists is there.

Paths count from the folder of the plan.

Bad::

    drills:
      every: 6 months
      scenarios:
        - drills/flood.yaml
        - drills/storm.yaml

Good::

    drills:
      every: 6 months
      scenarios:
        - drills/flood.yaml
"""

from collections.abc import Iterator
from typing import Final

from tmplan.plan.index import Index, group, listed
from tmplan.plan.problem import Fault, Severity

CODE: Final = "TM709"
NAME: Final = "scenario-missing"
SEVERITY: Final = Severity.WARNING
MESSAGE: Final = "there is no scenario file {file}"
HINT: Final = "write it, or take it off the list"


def check(plan: Index) -> Iterator[Fault]:
    """Every listed file that cannot be read."""
    listing = listed(group(plan.words.get("drills")).get("scenarios"))
    for number, file in enumerate(listing):
        script = (plan.scripts or {}).get(file) if isinstance(file, str) else None
        if script and not script.found:
            yield Fault(("drills", "scenarios", number), {"file": file})
