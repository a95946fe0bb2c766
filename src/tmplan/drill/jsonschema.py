"""The format of a scenario file as a JSON Schema."""

from typing import Final

from tmplan.drill.meaning import SCENARIO_MEANINGS
from tmplan.drill.scenario import At, Scenario
from tmplan.incident.answers import AllOr
from tmplan.plan.jsonschema import Kinds, export
from tmplan.plan.kinds import ANY_TEXT, KINDS, Schema, group, or_many, whole
from tmplan.plan.words import Length

_REACHED: Final = ("step", "phase", "fact")
_MOMENT: Final[Schema] = {
    "anyOf": [
        KINDS[Length][1],
        {
            **group(dict.fromkeys(_REACHED, ANY_TEXT), []),
            "oneOf": [{"required": [each]} for each in _REACHED],
        },
    ]
}
_ALL_OR: Final = or_many({"type": ["string"], "pattern": whole("all")}, {"$ref": "#/$defs/text"})
_KINDS: Final[Kinds] = {**KINDS, At: ("moment", _MOMENT), AllOr: ("all-or-ids", _ALL_OR)}


def scenario_schema() -> Schema:
    """The schema of a scenario; its sentences are English."""
    return export(Scenario, "scenario", _KINDS, SCENARIO_MEANINGS)
