"""Every rule finds what its bad example shows, and nothing in its good one."""

import re
from pathlib import Path

import pytest

from tmplan.plan import rules
from tmplan.plan.index import Index
from tmplan.plan.load import plan_of
from tmplan.plan.model import Plan
from tmplan.plan.problem import Severity
from tmplan.plan.rules import RULES, lint
from tmplan.plan.schema import fit
from tmplan.plan.source import parse

MINIMAL = (Path(__file__).parents[1] / "minimal.yaml").read_text(encoding="utf-8")
EVERY_RULE = pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.NAME)


def example(rule, kind):
    doc = rule.__doc__
    start = doc.index(f"{kind}::") + len(kind) + 2
    block = re.split(r"^\S", doc[start:], maxsplit=1, flags=re.MULTILINE)[0]
    return "\n".join(line[4:] for line in block.splitlines())


def laid_over(yaml_text):
    base, over = (parse(text.encode(), "example").value for text in (MINIMAL, yaml_text))
    return {**base, **over}


def codes(words):
    return sorted({problem.code.id for problem in lint(Index(words))})


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
