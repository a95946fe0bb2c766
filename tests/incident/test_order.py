"""Which steps apply, what waits for what, what is done again."""

import pytest
from stage import Story

from tmplan.incident.agenda import AnswerQuestion, DoStep, NameType, next_task
from tmplan.incident.checklist import blocks_close
from tmplan.incident.decide import judging, people, steps
from tmplan.incident.state import StepState

OFF, TODO = StepState.OFF, StepState.TODO


def set_level(level):
    return judging.reclassify(level=level, reason="known")


# --- what applies --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("level", "from_two", "only_one"),
    [("I", TODO, TODO), ("II", TODO, OFF), ("III", OFF, OFF), ("IV", OFF, OFF)],
)
def test_levels_choose_steps(calm, level, from_two, only_one):
    """`min_level: II` is that level and graver, `only_levels: [I]` that level alone."""
    calm.act(set_level(level))
    assert [calm.state(step) for step in ("from-two", "only-one")] == [from_two, only_one]


def test_steps_with_levels_are_not_offered_before_there_is_a_level(story):
    story.done("unplug")
    assert [story.state(step) for step in ("from-two", "only-one")] == [OFF, OFF]
    assert "does not apply" in story.refuse(steps.finish_step("from-two", evidence={}))
    assert story.state("isolate") is TODO


@pytest.mark.parametrize(
    ("exposed", "asked", "told"),
    [
        ("none", OFF, OFF),
        ("suspected", TODO, TODO),
        ("leaked", TODO, TODO),
        ("unknown", TODO, OFF),
        (None, TODO, OFF),
    ],
)
def test_unknown_makes_a_step_apply_unless_it_says_skip(story, exposed, asked, told):
    """`ask-customers` and `tell-customers` differ in `when_unknown: skip` alone."""
    if exposed:
        story.answer(exposed=exposed)
    assert [story.state(step) for step in ("ask-customers", "tell-customers")] == [asked, told]


@pytest.mark.parametrize(("verdict", "state"), [("clean", OFF), ("dirty", TODO)])
def test_an_outcome_calls_for_a_step(calm, verdict, state):
    assert calm.state("scrub") is OFF
    calm.done("survey", verdict=verdict)
    assert calm.state("scrub") is state


def test_conditions_of_the_common_steps_hold_for_their_event_type_alone(trial):
    story = Story(trial).open(None)
    assert story.state("announce") is OFF
    story.act(judging.give_answers({}, event="leak"))
    assert story.state("announce") is TODO


@pytest.mark.parametrize("what", ["started", "deferred"])
def test_a_step_that_was_begun_and_no_longer_applies_is_left_alone(calm, what):
    """It blocks nothing and is not offered; if it applies again, it stands as it was left."""
    calm.act(set_level("II"))
    begun = steps.start_step("from-two")
    if what == "deferred":
        begun = steps.defer_step("from-two", until=calm.now.replace(hour=20), reason="known")
    calm.act(begun)
    left = calm.state("from-two")
    calm.act(set_level("III"))
    assert calm.state("from-two") is OFF
    assert "from-two" not in {item.step.id for item in blocks_close(calm.items)}
    assert "from-two" not in calm.offered
    calm.act(set_level("II"))
    assert calm.state("from-two") is left


def test_a_step_that_was_done_stays_done_although_it_no_longer_applies(calm):
    calm.act(set_level("II"))
    calm.done("from-two")
    calm.act(set_level("IV"))
    assert calm.state("from-two") is StepState.DONE


# --- what waits ----------------------------------------------------------------------------------


@pytest.mark.parametrize("state", ["todo", "doing"])
def test_a_step_waits_for_the_one_before(calm, state):
    if state == "doing":
        calm.act(steps.start_step("survey"))
    assert "waits for survey" in calm.refuse(
        steps.finish_step("tidy", evidence={}, reason="I know better")
    )
    assert "tidy" not in calm.offered


@pytest.mark.parametrize("state", ["done", "skipped", "na"])
def test_done_skipped_and_not_applicable_release_it(calm, state):
    match state:
        case "done":
            calm.done("survey", verdict="clean")
        case "skipped":
            calm.act(steps.skip_step("survey", reason="known"))
        case "na":
            calm.act(steps.rule_out_step("survey", reason="known"))
    assert "tidy" in calm.offered
    fact = calm.act(steps.finish_step("tidy", evidence={}))
    assert fact.ahead_of == ()


@pytest.mark.parametrize("state", ["failed", "deferred"])
def test_failed_and_put_off_release_it_with_a_reason_alone(calm, state):
    if state == "failed":
        calm.act(steps.fail_step("survey", reason="known"))
    else:
        until = calm.now.replace(hour=20)
        calm.act(steps.defer_step("survey", until=until, reason="known"))
    assert "going on needs a reason" in calm.refuse(steps.finish_step("tidy", evidence={}))
    fact = calm.act(steps.finish_step("tidy", evidence={}, reason="it is in the way"))
    assert (fact.ahead_of, fact.reason) == (("survey",), "it is in the way")


def test_a_reopened_step_holds_back_again_what_waits_for_it(calm):
    calm.done("survey", verdict="clean")
    calm.act(steps.reopen_step("survey", reason="the wrong room"))
    assert "waits for survey" in calm.refuse(steps.finish_step("tidy", evidence={}))


@pytest.mark.parametrize("what", [steps.fail_step, steps.skip_step, steps.rule_out_step])
def test_only_doing_it_waits(calm, what):
    calm.act(what("tidy", reason="known"))


def test_the_order_of_the_list_is_advice(calm):
    """Steps of different roles run side by side, and a later phase may come first."""
    calm.done("losses", "watch", "gather", "keep-calling")
    assert next_task(calm.plan, calm.incident, calm.now) == DoStep(calm.item("shout"))


def test_recover_steps_wait_for_the_gate(calm):
    for decision in (steps.start_step("restart"), steps.finish_step("restart", evidence={})):
        assert "waits for the safety gate" in calm.refuse(decision)
    assert "restart" not in calm.offered


# --- what comes next -----------------------------------------------------------------------------


def test_the_type_is_named_first_then_first_steps_then_questions_then_phases(trial):
    story = Story(trial).open(None)

    def task():
        return next_task(trial, story.incident, story.now)

    assert task() == NameType()
    story.act(judging.give_answers({}, event="leak"))
    assert task() == DoStep(story.item("unplug"))
    story.done("unplug")
    story.act(steps.skip_step("shout", reason=""))
    for question in ("outage", "exposed", "affected", "promo"):
        assert task() == AnswerQuestion(question)
        story.act(judging.give_answers({question: "unknown"}))
    assert story.incident.classified
    assert task() == DoStep(story.item("call-chief"))


def test_a_step_passed_over_is_not_offered_again_in_this_sitting(story):
    task = next_task(story.plan, story.incident, story.now, passed_over=frozenset({"unplug"}))
    assert task == DoStep(story.item("shout"))


def test_event_steps_stand_before_or_after_the_common_ones_as_the_plan_says(calm):
    """The respond phase of this plan says `event_steps: after`, the handle phase nothing."""
    ids = [item.step.id for item in calm.items]
    assert ids.index("gather") < ids.index("isolate")
    assert ids.index("report-first") < ids.index("inspect")


def test_skipped_phases_have_no_steps(trial):
    fire = Story(trial).open("fire")
    assert fire.items.of_phase("publish") == ()
    assert fire.items.of_phase("handle") != ()


# --- again and again -----------------------------------------------------------------------------


def test_a_repeated_step_is_done_again_when_its_time_has_come(calm):
    calm.done("watch")
    assert "watch" not in calm.offered
    calm.wait(minutes=30)
    assert "watch" in calm.offered
    calm.done("watch")
    assert calm.item("watch").settled
    assert calm.incident.step("watch").first_done < calm.incident.step("watch").last_done


def test_a_repeated_step_ends_with_the_step_it_waits_for(calm):
    calm.done("redial")
    calm.wait(minutes=5)
    assert "redial" in calm.offered
    calm.done("isolate")
    assert "redial" not in calm.offered
    assert "already done" in calm.refuse(steps.finish_step("redial", evidence={}))
    calm.act(steps.reopen_step("isolate", reason="it is back"))
    assert "redial" in calm.offered


def test_a_repeated_step_ends_with_its_phase(calm):
    calm.done("guard")
    calm.wait(hours=1)
    assert "guard" in calm.offered
    for step in calm.items.of_phase("respond"):
        if step.state is TODO and step.step.id not in ("guard", "freeze"):
            calm.act(steps.rule_out_step(step.step.id, reason="known"))
    calm.act(people.approve("freeze"))
    calm.done("freeze", "guard")
    for step in ("shout", "call-chief", "keep-calling"):
        calm.act(steps.skip_step(step, reason=""))
    assert "handle" in calm.incident.phases_began
    calm.wait(hours=1)
    assert "guard" not in calm.offered


def test_a_repeated_step_blocks_nothing_between_two_times(calm):
    calm.done("watch")
    calm.wait(hours=9)
    assert "watch" in calm.offered
    assert "watch" not in {item.step.id for item in blocks_close(calm.items)}
