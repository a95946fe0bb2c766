"""A scenario fits its plan: every name in it is one the plan knows."""

import pytest
from rehearsal import HEAD, scenario
from stage import HERE, load

from tmplan.drill.fit import misfits
from tmplan.drill.scenario import Scenario
from tmplan.plan.load import words_of

PLANS = HERE.parent / "plans"


def found(plan, text="", head=HEAD):
    return [(problem.code.id, problem.path) for problem in misfits(scenario(text, head), plan)]


FITTING = """
expect: {level: II, classified_within: 10 min}
objectives: [{id: one, text: One, steps: [unplug, restart]}]
injects:
- {id: a, at: 5 min, text: A, expect: {step: isolate}}
- {id: b, at: {step: unplug}, text: B}
- {id: c, at: {phase: publish}, text: C}
- {id: d, at: {fact: orders}, text: D}
- {id: e, at: {fact: told-I}, text: E}
- {id: f, at: {fact: principal-told}, text: F}
script:
  answers: {outage: 45, affected: [staff]}
  steps: {survey: {do: done, evidence: {verdict: clean}}}
  facts: {orders: of today}
  approve: [freeze, announcement]
"""


def test_a_scenario_whose_names_are_all_known_fits(trial):
    assert found(trial, FITTING) == []


def test_the_event_type_is_one_of_the_plan(trial):
    assert found(trial, head=HEAD.replace("leak", "flood")) == [("TM303", ("event",))]


@pytest.mark.parametrize(
    ("text", "code", "path"),
    [
        (
            "objectives: [{id: one, text: One, steps: [unplug, nonsense]}]",
            "TM304",
            ("objectives", 0, "steps", 1),
        ),
        (
            "objectives: [{id: one, text: One, steps: [extinguish]}]",
            "TM304",
            ("objectives", 0, "steps", 0),
        ),
        (
            "injects: [{id: a, at: {step: nonsense}, text: A}]",
            "TM304",
            ("injects", 0, "at", "step"),
        ),
        (
            "injects: [{id: a, at: 1 min, text: A, expect: {step: nonsense}}]",
            "TM304",
            ("injects", 0, "expect", "step"),
        ),
        ("expect: {level: worst}", "TM307", ("expect", "level")),
        ("injects: [{id: a, at: {phase: nonsense}, text: A}]", "TM311", ("injects", 0, "at")),
        ("injects: [{id: a, at: {fact: told-IV}, text: A}]", "TM311", ("injects", 0, "at")),
        (
            "objectives: [{id: one, text: One}, {id: one, text: Two}]",
            "TM301",
            ("objectives", 1, "id"),
        ),
        (
            "injects: [{id: a, at: 1 min, text: A}, {id: a, at: 2 min, text: B}]",
            "TM301",
            ("injects", 1, "id"),
        ),
        ("script: {answers: {sites: bin}}", "TM312", ("script",)),
        ("script: {answers: {outage: long}}", "TM312", ("script",)),
        ("script: {steps: {extinguish: {do: done}}}", "TM312", ("script",)),
        ("script: {steps: {survey: {evidence: {verdict: odd}}}}", "TM312", ("script",)),
        ("script: {steps: {gather: {evidence: {verdict: clean}}}}", "TM312", ("script",)),
        ("script: {steps: {gather: {do: defer, reason: known}}}", "TM312", ("script",)),
        ("script: {facts: {weather: fine}}", "TM312", ("script",)),
        ("script: {approve: [nonsense]}", "TM312", ("script",)),
        ("script: {level: {set: worst, reason: known}}", "TM312", ("script",)),
    ],
)
def test_a_name_the_plan_does_not_know_is_said_with_its_place(trial, text, code, path):
    assert found(trial, text) == [(code, path)]


def test_a_phase_that_the_event_type_skips_never_comes(trial):
    text = "injects: [{id: a, at: {phase: publish}, text: A}]"
    assert found(trial, text, HEAD.replace("event: leak", "event: fire")) == [
        ("TM311", ("injects", 0, "at"))
    ]


@pytest.mark.parametrize("at", ["soon", "{step: a, phase: b}", "{when: later}", "[1 min]"])
def test_what_is_no_moment_is_said_with_its_place(at):
    text = f"{HEAD}injects: [{{id: a, at: {at}, text: A}}]"
    loaded = words_of(text.encode(), "night.yaml", Scenario, "tmplan-drill")
    assert loaded.model is None
    assert [problem.path for problem in loaded.problems] == [("injects", 0, "at")]


@pytest.mark.parametrize("path", sorted((PLANS / "drills").glob("*.yaml")), ids=lambda p: p.stem)
def test_the_drills_we_ship_fit_their_plans(path):
    words = words_of(path.read_bytes(), path.name, Scenario, "tmplan-drill").model
    assert words is not None
    assert list(misfits(words, load((path.parent / words.plan).resolve()))) == []
