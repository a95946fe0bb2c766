"""The format of a file as a JSON Schema, made from the models, for editors and other checkers.

Not with Pydantic's own export: our models read text, and that export describes what they make of
it. This one accepts and refuses what the models accept and refuse, in plain YAML.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import NoneType, UnionType
from typing import Annotated, Any, Final, Literal, Union, get_args, get_origin, get_type_hints

from tmplan.plan.kinds import KEYS, KINDS, SOME_KEY, Schema, group, or_nothing, table, types_of
from tmplan.plan.meaning import PART_MEANINGS, PLAN_MEANINGS, Meanings
from tmplan.plan.model import Plan
from tmplan.plan.parts import Part
from tmplan.plan.words import Text, Words

DIALECT: Final = "https://json-schema.org/draft/2020-12/schema"

Kinds = Mapping[Any, tuple[str, Schema]]


def plan_schema() -> Schema:
    """The schema of a plan; its sentences are English. Its event types may all stand in parts."""
    found = export(Plan, "plan", KINDS, PLAN_MEANINGS)
    required = [key for key in found["required"] if key != "events"]
    some_events = [{"required": ["events"]}, {"required": ["parts"]}]
    return {**found, "required": required, "anyOf": some_events}


def part_schema() -> Schema:
    """The schema of a part of a plan."""
    return export(Part, "part", KINDS, PART_MEANINGS)


def export(model: type[Words], name: str, kinds: Kinds, meanings: Meanings) -> Schema:
    """The schema of one kind of file.

    Args:
        model: what the file is read into.
        name: what the schema is called.
        kinds: how each kind of word is described.
        meanings: a sentence for each key.
    """
    writing = _Writing(kinds, meanings)
    top = writing.group_of(model)
    defined = dict(sorted(writing.defined.items()))
    return {"$schema": DIALECT, "$id": f"urn:tmplan:{name}:1", **top, "$defs": defined}


@dataclass(frozen=True, slots=True)
class _Writing:
    """A schema in the making: every kind of word and every group of keys is defined once."""

    kinds: Kinds
    meanings: Meanings
    defined: dict[str, Schema] = field(default_factory=dict)

    def group_of(self, model: type[Words]) -> Schema:
        """A group of keys with what belongs to each."""
        hints = get_type_hints(model, include_extras=True)
        meanings, keys, required = self.meanings[model.__name__], {}, []
        for name, known in model.model_fields.items():
            key = known.alias or name
            found = self.kind(hints[name])
            keys[key] = {"description": meanings[key], **found, **_at_least(known.metadata, found)}
            if known.is_required():
                required.append(key)
        return {"description": meanings[""], **group(keys, required)}

    def kind(self, kind: Any) -> Schema:
        """What belongs in one place."""
        if kind in self.kinds:
            name, schema = self.kinds[kind]
            return self.define(name, schema)
        if isinstance(kind, type) and issubclass(kind, Words):
            return self.model(kind)
        match get_origin(kind), get_args(kind):
            case (origin, parts) if origin in {Union, UnionType} and NoneType in parts:
                return self.optional(next(each for each in parts if each is not NoneType))
            case (origin, parts) if origin is Literal:
                return {"enum": [*parts, *(int(each) for each in parts if each.isdecimal())]}
            case (origin, (model, *_)) if origin is Annotated and issubclass(model, Words):
                return self.text_or_group(model)
            case (origin, (key, value)) if origin is dict:
                return table(self.kind(value), propertyNames=KEYS[key])
            case (origin, (item, end)) if origin is tuple and end is ...:
                return {"type": "array", "items": self.kind(item)}
        raise TypeError(kind)  # a kind that nobody has described yet

    def optional(self, kind: Any) -> Schema:
        """What belongs in one place, or nothing."""
        found = self.kind(kind)
        if "$ref" not in found:
            return or_nothing(found)
        name = found["$ref"].rpartition("/")[2]
        return self.define(f"{name}-or-nothing", or_nothing(self.defined[name]))

    def model(self, model: type[Words]) -> Schema:
        """A group of keys, by reference."""
        name = model.__name__
        if name not in self.defined:
            self.defined[name] = {}  # it may hold itself
            self.defined[name] = self.group_of(model)
        return {"$ref": f"#/$defs/{name}"}

    def text_or_group(self, model: type[Words]) -> Schema:
        """A group of keys, or a text that stands for all of them."""
        _, text = self.kinds[Text]
        either = {**text, **self.group_of(model), "type": [*types_of(text), "object"]}
        return self.define(model.__name__, either)

    def define(self, name: str, schema: Schema) -> Schema:
        """A kind of word, by reference."""
        self.defined.setdefault(name, schema)
        return {"$ref": f"#/$defs/{name}"}


def _at_least(metadata: list[Any], found: Schema) -> Schema:
    if not any(getattr(each, "min_length", 0) for each in metadata):
        return {}
    return SOME_KEY if found["type"] == "object" else {"minItems": 1}
