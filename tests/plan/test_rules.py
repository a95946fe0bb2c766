"""Every rule finds what its bad example shows, and nothing in its good one."""

import random
import re
from datetime import date
from pathlib import Path

import pytest

from tmplan.plan import rules
from tmplan.plan.index import Index, Script
from tmplan.plan.load import plan_of
from tmplan.plan.model import Plan
from tmplan.plan.problem import Severity
from tmplan.plan.rules import RULES, lint
from tmplan.plan.schema import fit
from tmplan.plan.source import parse

MINIMAL = (Path(__file__).parents[1] / "minimal.yaml").read_text(encoding="utf-8")
TODAY = date(2026, 11, 24)
# What the scenario files named in examples say of themselves; others are not there.
SCRIPTS = {
    "drills/flood.yaml": Script(found=True, event="flood", is_ours=True),
    "drills/fire.yaml": Script(found=True, event="fire", is_ours=True),
    "drills/cellar.yaml": Script(found=True, event="cellar", is_ours=True),
    "drills/storm.yaml": Script(found=False),
}
PLANS = Path(__file__).parents[2] / "plans"
EVERY_RULE = pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.NAME)


def example(rule, kind):
    doc = rule.__doc__
    start = doc.index(f"{kind}::") + len(kind) + 2
    block = re.split(r"^\S", doc[start:], maxsplit=1, flags=re.MULTILINE)[0]
    return "\n".join(line[4:] for line in block.splitlines())


def laid_over(yaml_text):
    base, over = (parse(text.encode(), "example").value for text in (MINIMAL, yaml_text))
    return {**base, **over}


def index(words):
    named = words.get("drills", {}).get("scenarios", ())
    return Index(words, today=TODAY, scripts={each: SCRIPTS[each] for each in named})


def codes(words):
    return sorted({problem.code.id for problem in lint(index(words))})


@EVERY_RULE
def test_the_bad_example_breaks_this_rule_and_no_other(rule):
    words = laid_over(example(rule, "Bad"))
    assert codes(words) == [rule.CODE]
    assert fit(Plan, words)[1] == []


@EVERY_RULE
def test_the_good_example_breaks_no_rule(rule):
    words = laid_over(example(rule, "Good"))
    assert codes(words) == []
    assert fit(Plan, words)[1] == []


@EVERY_RULE
def test_a_rule_explains_itself(rule):
    assert rule.__doc__.splitlines()[0].endswith((".", ":"))
    assert rule.MESSAGE[0].islower() or rule.MESSAGE[0] in "`{"
    assert not rule.MESSAGE.endswith(".")
    assert rule.HINT
    assert isinstance(rule.SEVERITY, Severity)


def test_every_file_of_the_folder_is_listed_once_in_the_order_of_codes():
    files = {path.stem for path in Path(rules.__file__).parent.glob("*.py")} - {"__init__"}
    listed = [rule.__name__.rpartition(".")[2] for rule in RULES]
    assert sorted(listed) == sorted(files)
    assert [rule.CODE for rule in RULES] == sorted({rule.CODE for rule in RULES})
    assert len({rule.NAME for rule in RULES}) == len(RULES)
    assert [rule.NAME for rule in RULES] == [name.replace("_", "-") for name in listed]


def test_the_minimal_plan_is_sound():
    loaded = plan_of(MINIMAL.encode(), "minimal.yaml", Path())
    assert loaded.problems == ()
    assert loaded.model is not None


ODD = (None, "", "unknown", [], {}, [[]], [{}], {"id": []}, [None, "x"], {"role": {"a": "b"}})


def places(value, path=()):
    inside = value.items() if isinstance(value, dict) else enumerate(value)
    for key, each in inside:
        yield (*path, key)
        if isinstance(each, dict | list):
            yield from places(each, (*path, key))


def with_odd(value, path, odd):
    copy = value.copy()
    copy[path[0]] = with_odd(value[path[0]], path[1:], odd) if len(path) > 1 else odd
    return copy


@pytest.mark.parametrize("name", ["store.yaml", "store-command.yaml"])
def test_no_rule_stumbles_over_whatever_stands_in_a_plan(name):
    words = parse((PLANS / name).read_bytes(), name).value
    known = list(places(words))
    chance = random.Random(name)
    for _ in range(400):
        broken = words
        for path in chance.sample(known, 1):
            broken = with_odd(broken, path, chance.choice(ODD))
        list(lint(Index(broken, today=TODAY, scripts={})))
