"""A drill held against its scenario: what is met, what is missed, and what fails it."""

import pytest
from rehearsal import play, scenario, verdicts

from tmplan.drill.evaluate import (
    Result,
    Subject,
    Verdict,
    evaluate,
    evaluated,
    results_of,
)
from tmplan.incident.decide import judging, steps

MET, NOT_DONE, TOO_LATE = "met", "not-done", "too-late"


def passed(story, words):
    return evaluated(evaluate(story.plan, words, story.incident)).passed


# --- the judgement -------------------------------------------------------------------------------


@pytest.mark.parametrize(("level", "verdict"), [("IV", MET), ("III", "wrong"), ("I", "wrong")])
def test_the_level_it_must_come_to(calm, level, verdict):
    words = scenario(f"expect: {{level: {level}}}")
    assert verdicts(calm, words) == {"level": verdict}
    assert passed(calm, words) is (verdict == MET)


def test_the_level_that_counts_is_the_last_one(calm):
    calm.act(judging.reclassify(level="II", reason="known"))
    assert verdicts(calm, scenario("expect: {level: II}")) == {"level": MET}


def test_a_level_nobody_found_is_wrong(story):
    assert evaluate(story.plan, scenario("expect: {level: II}"), story.incident) == (
        Result(Subject.LEVEL, "level", Verdict.WRONG, "II", "-"),
    )


@pytest.mark.parametrize(
    ("minutes", "verdict"), [(10, MET), (10.1, TOO_LATE), (60, TOO_LATE), (None, NOT_DONE)]
)
def test_how_soon_it_must_be_judged(story, minutes, verdict):
    words = scenario("expect: {classified_within: 10 min}")
    if minutes:
        story.wait(minutes=minutes).answer()
        story.wait(hours=1).act(judging.reclassify())
    assert verdicts(story, words) == {"classified": verdict}


# --- objectives ----------------------------------------------------------------------------------

CONTAIN = "objectives: [{id: contain, text: Contain it, steps: [unplug, isolate], within: 20 min}]"


@pytest.mark.parametrize(
    ("unplug", "isolate", "verdict"),
    [
        (1, 20, MET),
        (20, 20, MET),
        (1, 21, TOO_LATE),
        (21, 21, TOO_LATE),
        (1, None, NOT_DONE),
    ],
)
def test_each_step_of_an_objective_in_its_time(story, unplug, isolate, verdict):
    story.wait(minutes=unplug).done("unplug")
    if isolate:
        story.wait(minutes=isolate - unplug).done("isolate")
    words = scenario(CONTAIN)
    assert verdicts(story.wait(hours=1), words) == {"contain": verdict}
    assert passed(story, words) is (verdict == MET)


@pytest.mark.parametrize("what", [steps.fail_step, steps.rule_out_step, steps.skip_step])
def test_only_done_meets_an_objective(story, what):
    story.done("unplug")
    story.act(what("isolate", reason="known"), by="zhao")
    assert verdicts(story, scenario(CONTAIN)) == {"contain": NOT_DONE}


def test_an_objective_without_a_limit_is_met_whenever_it_is_done(story):
    words = scenario("objectives: [{id: contain, text: Contain it, steps: [unplug]}]")
    assert verdicts(story, words) == {"contain": NOT_DONE}
    story.wait(days=9).done("unplug")
    assert verdicts(story, words) == {"contain": MET}


def test_what_is_due_at_once_is_met_once_it_is_done(story):
    text = "objectives: [{id: stop, text: Stop it, steps: [unplug], within: at-once}]"
    story.wait(minutes=9).done("unplug")
    assert verdicts(story, scenario(text)) == {"stop": MET}


@pytest.mark.parametrize(("days", "verdict"), [(30, MET), (31, TOO_LATE)])
def test_a_limit_that_the_calendar_decides(story, days, verdict):
    """From 24 November a month is thirty days."""
    text = "objectives: [{id: stop, text: Stop it, steps: [unplug], within: 1 month}]"
    story.wait(days=days).done("unplug")
    words = scenario(text)
    assert verdicts(story, words) == {"stop": verdict}
    if verdict is TOO_LATE:
        [result] = evaluate(story.plan, words, story.incident)
        assert (result.wanted, result.found) == (str(30 * 86400), str(31 * 86400))


def test_a_step_that_is_repeated_is_held_to_its_first_time(calm):
    text = "objectives: [{id: look, text: Look, steps: [watch], within: 10 min}]"
    calm.wait(minutes=5).done("watch")
    calm.wait(minutes=40).done("watch")
    assert verdicts(calm, scenario(text)) == {"look": MET}


# --- injects -------------------------------------------------------------------------------------

NOTE = "injects: [{id: note, at: 5 min, text: Pay, expect: {step: isolate, within: 10 min}}]"


@pytest.mark.parametrize(
    ("after", "verdict"), [(0, MET), (10, MET), (10.1, TOO_LATE), (None, NOT_DONE)]
)
def test_what_an_inject_should_make_people_do(story, after, verdict):
    words = scenario(NOTE)
    play(story.wait(minutes=5), words)
    if after is not None:
        story.wait(minutes=after).done("isolate")
    assert verdicts(story.wait(hours=1), words) == {"note": verdict}
    assert passed(story, words) is (verdict == MET)


def test_an_expected_step_done_before_its_inject_counts_as_met(story):
    words = scenario(NOTE)
    story.wait(minutes=1).done("isolate")
    play(story.wait(hours=2), words)
    [result] = evaluate(story.plan, words, story.incident)
    assert (result.verdict, result.wanted, result.found) == (Verdict.MET, "600", "0")


@pytest.mark.parametrize("expect", ["", ", expect: {step: isolate}"])
def test_an_inject_not_played_fails_the_drill(story, expect):
    """Also if what it should have made people do was done."""
    words = scenario(f"injects: [{{id: note, at: 5 min, text: Pay{expect}}}]")
    story.done("isolate")
    assert verdicts(story, words) == {"note": "not-played"}
    assert not passed(story, words)
    play(story.wait(minutes=5), words)
    assert verdicts(story, words) == {"note": MET}
    assert passed(story, words)


# --- the whole -----------------------------------------------------------------------------------

WHOLE = f"expect: {{level: IV, classified_within: 10 min}}\n{CONTAIN}\n{NOTE}"


def test_all_met_is_passed_and_stands_in_the_record(story):
    words = scenario(WHOLE)
    story.done("unplug")
    story.answer()
    play(story.wait(minutes=5), words)
    story.done("isolate")
    found = evaluate(story.plan, words, story.incident)
    fact = story.act(lambda _scene: evaluated(found))
    assert fact.passed
    assert [result.id for result in found] == ["level", "classified", "contain", "note"]
    assert results_of(story.incident.evaluation) == found


def test_one_miss_is_failed(story):
    words = scenario(WHOLE)
    story.done("unplug")
    story.answer(outage="500")
    play(story.wait(minutes=5), words)
    story.done("isolate")
    assert verdicts(story, words) == {
        "level": "wrong",
        "classified": MET,
        "contain": MET,
        "note": MET,
    }
    assert not passed(story, words)


def test_a_scenario_that_asks_for_nothing_is_passed(story):
    assert evaluate(story.plan, scenario(), story.incident) == ()
    assert passed(story, scenario())
