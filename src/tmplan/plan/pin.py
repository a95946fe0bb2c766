"""The plan as an incident keeps it, so that later edits of the file do not touch it.

Kept apart from loading, so that commands on a running incident read no YAML.
"""

import json
from collections.abc import Mapping
from typing import Any

from tmplan.plan.model import Plan


def pin(words: Mapping[str, Any]) -> bytes:
    """The words of a sound plan as canonical JSON, in one piece and without telephone numbers."""
    organisation = dict(words["organisation"])
    organisation.pop("contacts", None)
    organisation["people"] = {
        name: {"name": person["name"]} for name, person in organisation.get("people", {}).items()
    }
    kept = {**words, "organisation": organisation}
    kept.pop("parts", None)
    return json.dumps(kept, ensure_ascii=False, separators=(",", ":")).encode()


def plan_of_pin(pinned: bytes) -> Plan:
    """The plan an incident kept."""
    return Plan.model_validate(json.loads(pinned))
