"""The JSON Schema accepts and refuses what the models accept and refuse."""

import json
import random
import re
from copy import deepcopy
from datetime import date
from pathlib import Path

import pytest
import yaml
from jsonschema import Draft202012Validator, validators

from tmplan.drill.jsonschema import scenario_schema
from tmplan.drill.meaning import SCENARIO_MEANINGS
from tmplan.drill.scenario import Scenario
from tmplan.plan import jsonschema as exporter
from tmplan.plan.duration import AT_ONCE_WORDS, UNIT_WORDS, parse_duration
from tmplan.plan.jsonschema import part_schema, plan_schema
from tmplan.plan.load import words_of
from tmplan.plan.meaning import PART_MEANINGS, PLAN_MEANINGS
from tmplan.plan.model import Plan
from tmplan.plan.parts import Part
from tmplan.plan.problem import Severity
from tmplan.plan.schema import fit
from tmplan.plan.words import Words

ROOT = Path(__file__).parents[2]
PLANS = [ROOT / "tests" / "minimal.yaml", *sorted((ROOT / "plans").glob("*.yaml"))]
SCENARIOS = sorted((ROOT / "plans" / "drills").glob("*.yaml"))
CASES = {"minimal": 400, "store": 40, "store-command": 40}
CASES_OF_A_SCENARIO = 30


# The two judges


class Core(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):
    """What editors and `check-jsonschema` make of YAML: the core types of version 1.2."""

    yaml_implicit_resolvers = {}


for tag, pattern, first in (
    ("bool", r"true|True|TRUE|false|False|FALSE", "tTfF"),
    ("null", r"~|null|Null|NULL|", ["~", "n", "N", ""]),
    ("int", r"[-+]?[0-9]+", "-+0123456789"),
    ("float", r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?", "-+.0123456789"),
):
    Core.add_implicit_resolver(f"tag:yaml.org,2002:{tag}", re.compile(f"^(?:{pattern})$"), first)
Core.add_constructor("tag:yaml.org,2002:int", lambda loader, node: int(node.value))


def read(text):
    return yaml.load(text, Core)  # noqa: S506 - it is a safe loader


def pattern_of_ecma(validator, pattern, instance, schema):
    """Python's `$` also stands before a last line break; that of ECMA-262 does not."""
    if isinstance(instance, str) and not re.search(re.sub(r"\$$", r"\\Z", pattern), instance):
        yield from Draft202012Validator.VALIDATORS["pattern"](validator, "(?!)", instance, schema)


Judge = validators.extend(Draft202012Validator, {"pattern": pattern_of_ecma})
PLAN, PART, SCENARIO = map(Judge, (plan_schema(), part_schema(), scenario_schema()))


def misfits(text, model, first_key):
    """The codes of what the model refuses, the shape of values only; None if it is no YAML."""
    problems = words_of(text.encode(), "x.yaml", model, first_key).problems
    errors = {each.code.id for each in problems if each.code.severity is Severity.ERROR}
    return errors if all(code.startswith("TM2") for code in errors) else None


# Mutations

VALUES = [
    *(None, True, False, 0, 1, 2, -1, 1.5, 10**9 - 1, 10**9, 999_999_999_999_999),
    *("", "  ", "text", "true", "false", "yes", "no", "0571", "1.10", "-3", "2.5", "12345678901"),
    *("good-id", "Bad Id", "bad_id", "-bad", "x-good", "a" * 64, "a" * 65, "1a", "I", "IV", "V"),
    *("30 min", "30min", "4 H", "2  working  days", "1 个工作日", "立即", "at once", "At-Once"),
    *("30", "min", "30 mims", "1.5 h", "-1 h", "1234567 s", "2 hoursx", "5 分钟内"),
    *("2026-11-23", "2026-02-29", "2024-02-29", "2026-13-01", "2026-1-1", "0000-01-01"),
    *(date(2026, 11, 23), "2026-11-23\n", "good-id\n", "30 min\n", "true\n"),
    *("discovered", "opened", "opend", "phase", {"step": "a"}, {"step": 5}, {"step": ["a"]}),
    *({"step": "a", "x-n": 1}, {"step": "a", "phase": "b"}, {"phase": "b"}, {"fact": ""}),
    *([], {}, ["a"], [""], [None], [5], [True], [["a"]], ["Bad Id"], {"a": "b"}, {"x-a": "b"}),
    *({"a": []}, {"a": ["b", "c"]}, {"a": None}, {"a": [1]}, {"outcome": {}}, {"a": {"b": "c"}}),
    *({"outcome": {"a": "b"}}, {"outcome": "b"}, {"outcome": {"a": []}}, {"id": "a", "text": "b"}),
    *("must", "may", "done", "all", "before", "text", "x" * 20_000, "x" * 20_001, "：", "待替换"),
    {"role": "a"},
]
NAMES = ["x", "Bad Key", "x-own", "x-", "id", "name", "text", "when", "role", "step", "level", "1"]


def places(value, path=()):
    yield path
    inner = value.items() if isinstance(value, dict) else ()
    inner = enumerate(value) if isinstance(value, list) else inner
    for key, each in inner:
        yield from places(each, (*path, key))


def at(value, path):
    for part in path:
        value = value[part]
    return value


def replace(value, rng, path):
    at(value, path[:-1])[path[-1]] = deepcopy(rng.choice(VALUES))


def remove(value, rng, path):
    del at(value, path[:-1])[path[-1]]


def rename(value, rng, path):
    parent = at(value, path[:-1])
    if isinstance(parent, dict):
        old = str(path[-1])
        new = rng.choice([*NAMES, old + "s", old[:-1], old.upper(), f"x-{old}", old[::-1]])
        pairs = [(new if key == path[-1] else key, each) for key, each in parent.items()]
        parent.clear()
        parent.update(pairs)


def add(value, rng, path):
    place = at(value, path)
    given = deepcopy(rng.choice(VALUES))
    if isinstance(place, dict):
        place[rng.choice(NAMES)] = given
    elif isinstance(place, list):
        place.insert(rng.randint(0, len(place)), given)


def quote(value, rng, path):
    parent, place = at(value, path[:-1]), at(value, path)
    if isinstance(place, bool | int | float):
        parent[path[-1]] = str(place).lower()
    elif isinstance(place, str) and re.fullmatch("[1-9][0-9]{0,8}|true|false", place):
        parent[path[-1]] = json.loads(place)


def wrap(value, rng, path):
    parent, place = at(value, path[:-1]), at(value, path)
    alone = isinstance(place, list) and len(place) == 1
    parent[path[-1]] = place[0] if alone else rng.choice(([place], {"id": place}, [place, place]))


def move(value, rng, path):
    """A value that fits somewhere else."""
    found = at(value, rng.choice(list(places(value))[1:]))
    at(value, path[:-1])[path[-1]] = deepcopy(found)


MUTATIONS = [replace, replace, remove, rename, add, add, quote, wrap, move]


def mutated(value, rng):
    """A copy with one or two changes; the dictionary at the top stays one."""
    value = deepcopy(value)
    for _ in range(rng.choice((1, 1, 1, 2))):
        path = rng.choice(list(places(value))[1:])
        rng.choice(MUTATIONS)(value, rng, path)
    return value


class Whole(getattr(yaml, "CSafeDumper", yaml.SafeDumper)):
    """A writer that says everything out."""

    def ignore_aliases(self, data):
        return True


def dumped(value):
    return yaml.dump(value, Dumper=Whole, allow_unicode=True, sort_keys=False, width=10_000)


def disagreements(path, model, first_key, judge, count):
    """The verdicts of the schema, and every case in which the model's is another."""
    rng = random.Random(path.name)
    original = read(path.read_text(encoding="utf-8"))
    verdicts, found = [], []
    while len(verdicts) < count:
        text = dumped(mutated(original, rng))
        codes = misfits(text, model, first_key)
        value = read(text)
        if codes is None or not isinstance(value, dict):
            continue
        verdicts.append(judge.is_valid(value))
        if verdicts[-1] != (not codes):
            found.append((codes, [each.message[:200] for each in judge.iter_errors(value)]))
    return verdicts, found


def show(found):
    return "\n\n".join(f"model {codes}, schema {said}" for codes, said in found[:5])


@pytest.mark.parametrize("path", PLANS, ids=lambda path: path.stem)
def test_model_and_schema_agree_on_random_mutations_of_a_plan(path):
    verdicts, found = disagreements(path, Plan, "tmplan", PLAN, CASES[path.stem])
    assert not found, show(found)
    assert verdicts.count(True) > len(verdicts) / 10
    assert verdicts.count(False) > len(verdicts) / 4


@pytest.mark.parametrize("path", SCENARIOS, ids=lambda path: path.stem)
def test_model_and_schema_agree_on_random_mutations_of_a_scenario(path):
    verdicts, found = disagreements(path, Scenario, "tmplan-drill", SCENARIO, CASES_OF_A_SCENARIO)
    assert not found, show(found)
    assert {True, False} == set(verdicts)


# Every key with every value


def models(schema):
    """Every model of a format that its schema defines, by name."""
    known = {kind.__name__: kind for kind in Words.__subclasses__()}
    return [known[name] for name in schema["$defs"] if name in known]


GROUPS = [
    *((PLAN, each) for each in models(PLAN.schema)),
    *((SCENARIO, each) for each in models(SCENARIO.schema)),
    (PLAN, Plan),
    (SCENARIO, Scenario),
    (PART, Part),
]


def example(schema, root):
    """Something the schema accepts, as plain as possible."""
    if "$ref" in schema:
        return example(root["$defs"][schema["$ref"].rpartition("/")[2]], root)
    if "enum" in schema:
        return schema["enum"][0]
    if "anyOf" in schema:
        return example(schema["anyOf"][0], root)
    if "properties" in schema:
        keys = schema.get("required", [])
        return {key: example(schema["properties"][key], root) for key in keys} or {"a": "b"}
    if schema["type"] == "array":
        return [example(schema["items"], root)] * schema.get("minItems", 0)
    if schema["type"] == "object":
        return {"a": example(schema["additionalProperties"], root)}
    tries = ("a", "true", "1 min", "2026-11-23", "1")
    return next(each for each in tries if re.search(schema.get("pattern", ""), each))


def as_written(value):
    """What our own reader makes of the same YAML: text."""
    match value:
        case dict():
            return {key: as_written(each) for key, each in value.items() if key[:2] != "x-"}
        case list():
            return [as_written(each) for each in value]
        case bool():
            return str(value).lower()
        case None:
            return None
        case _:
            return str(value)


def as_read(value):
    """What an editor makes of it; it knows no dates."""
    return str(value) if isinstance(value, date) else value


@pytest.mark.parametrize(("judge", "model"), GROUPS, ids=lambda each: getattr(each, "__name__", ""))
def test_model_and_schema_agree_on_every_value_of_every_key(judge, model):
    root = judge.schema
    own = root if model in (Plan, Part, Scenario) else root["$defs"][model.__name__]
    judge = Judge({**own, "$defs": root["$defs"]})
    base = {key: example(own["properties"][key], root) for key in own.get("required", [])}
    if model is Plan:
        base = read(PLANS[0].read_text(encoding="utf-8"))
    assert judge.is_valid(base)
    found, cases = [], 0
    for key in own["properties"]:
        for value in VALUES:
            group = {**base, key: as_read(value)}
            _, problems = fit(model, as_written(group))
            cases += 1
            if judge.is_valid(group) == bool(problems):
                found.append((key, value, [each.code.id for each in problems]))
    assert not found, found[:5]
    assert cases == len(own["properties"]) * len(VALUES)


@pytest.mark.parametrize("year", ["0000", "0001", "0004", "1900", "2000", "2023", "2024", "9999"])
def test_a_day_is_a_day_of_the_calendar(year):
    pattern = re.compile(plan_schema()["$defs"]["date"]["pattern"])
    for month in range(14):
        for day in range(33):
            text = f"{year}-{month:02}-{day:02}"
            try:
                known = bool(date.fromisoformat(text))
            except ValueError:
                known = False
            assert bool(pattern.search(text)) == known, text


def test_every_unit_in_every_spelling_is_a_length():
    pattern = re.compile(plan_schema()["$defs"]["length"]["pattern"])
    spaced = (
        "{}",
        " {} ",
        "12{}",
        "12 {}",
        "12  {}",
        "1234567 {}",
        "{}s",
        "1.5 {}",
        "-1 {}",
        "1 {}x",
    )
    for word in (*UNIT_WORDS, *AT_ONCE_WORDS, "", "hors", "at-once at-once"):
        for spelling in (word, word.upper(), word.title(), word.replace(" ", "  ")):
            for text in (each.format(spelling) for each in spaced):
                assert bool(pattern.search(text)) == (parse_duration(text) is not None), text


def test_a_kind_of_word_nobody_described_is_not_passed_over():
    with pytest.raises(TypeError):
        exporter.export(Plan, "plan", {}, PLAN_MEANINGS)


@pytest.mark.parametrize(
    ("key", "text"),
    [
        ("irreversible", "True"),  # for an editor the same as `true`
        ("id", "1.0"),  # the same as `1`
        ("id", "+7"),
        ("when", "{a: b, a: c}"),  # it keeps one of two equal keys
    ],
)
def test_what_an_editor_has_read_already_cannot_be_refused_any_more(key, text):
    plan = read(PLANS[0].read_text(encoding="utf-8"))
    step = plan["events"]["flood"]["steps"]["respond"][0]
    step[key] = "HERE"
    text = dumped(plan).replace("HERE", text)
    assert words_of(text.encode(), "x.yaml", Plan, "tmplan").model is None
    assert PLAN.is_valid(read(text))


# What people read


def keys(model):
    return {known.alias or name for name, known in model.model_fields.items()}


@pytest.mark.parametrize(
    ("meanings", "schema", "top"),
    [(PLAN_MEANINGS, PLAN.schema, Plan), (SCENARIO_MEANINGS, SCENARIO.schema, Scenario)],
    ids=["plan", "scenario"],
)
def test_every_key_has_a_meaning_and_no_meaning_is_left_over(meanings, schema, top):
    known = {model.__name__: model for model in (*models(schema), top)}
    assert meanings.keys() == known.keys()
    for name, sentences in meanings.items():
        assert sentences.keys() == {"", *keys(known[name])}, name
        assert all(text[-1] == "." for text in sentences.values()), name


def test_every_key_of_a_part_has_a_meaning():
    for model in (*models(PART.schema), Part):
        assert PART_MEANINGS[model.__name__].keys() == {"", *keys(model)}


def test_the_event_types_of_a_plan_may_all_stand_in_parts():
    words = read((ROOT / "tests" / "minimal.yaml").read_text(encoding="utf-8"))
    part = {"tmplan-part": "1", "events": words.pop("events")}
    assert not PLAN.is_valid(words)
    assert PLAN.is_valid(words | {"parts": ["parts/events.yaml"]})
    assert PART.is_valid(part)
    assert not PART.is_valid(part | {"parts": []})


@pytest.mark.parametrize("judge", [PLAN, PART, SCENARIO], ids=["plan", "part", "scenario"])
def test_a_schema_is_one(judge):
    Draft202012Validator.check_schema(judge.schema)
    assert judge.schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert judge.schema["$id"].startswith("urn:tmplan:")
    assert '"title": "' not in json.dumps(judge.schema)
