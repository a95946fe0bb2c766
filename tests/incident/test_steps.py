"""What may become of a step: the table of needs, its reasons, and what stays open."""

from datetime import timedelta

import pytest
from stage import START, Story

from tmplan.incident import entry as e
from tmplan.incident.checklist import blocks_close, blocks_gate
from tmplan.incident.decide import ending, people, steps
from tmplan.incident.state import StepState

MUST, DOCUMENTED, MAY = "gather", "losses", "inspect"
"""Three steps of the plan that differ in nothing but their need."""

LEADER, OTHER = "zhao", "zhou"
"""Who leads where the level names nobody (the role on duty), and who does not."""


def become(step, what, reason=""):
    """The decision that makes this of a step."""
    match what:
        case "done":
            return steps.finish_step(step, evidence={}, reason=reason)
        case "failed":
            return steps.fail_step(step, reason=reason)
        case "skipped":
            return steps.skip_step(step, reason=reason)
        case "na":
            return steps.rule_out_step(step, reason=reason)
        case "deferred":
            return steps.defer_step(step, until=START + timedelta(hours=8), reason=reason)


def blocking(story):
    """The ids that block the gate and those that block the close."""
    gate, close = blocks_gate(story.plan, story.items), blocks_close(story.items)
    return [{item.step.id for item in left} for left in (gate, close)]


NEEDS = [
    # need, what became of it, a reason is asked, blocks the gate, blocks the close
    (MUST, "done", False, False, False),
    (MUST, "skipped", True, False, False),
    (MUST, "na", True, False, False),
    (MUST, "failed", True, True, True),
    (MUST, "deferred", True, True, True),
    (DOCUMENTED, "done", False, False, False),
    (DOCUMENTED, "skipped", True, False, False),
    (DOCUMENTED, "na", True, False, False),
    (DOCUMENTED, "failed", True, False, False),
    (DOCUMENTED, "deferred", True, False, True),
    (MAY, "done", False, False, False),
    (MAY, "skipped", False, False, False),
    (MAY, "na", False, False, False),
    (MAY, "failed", False, False, False),
    (MAY, "deferred", False, False, False),
]


@pytest.mark.parametrize(("step", "what", "asks", "gate", "close"), NEEDS)
def test_the_table_of_needs(calm, step, what, asks, gate, close):
    if asks:
        for nothing in ("", "  "):
            assert "needs a reason" in calm.refuse(become(step, what, nothing), by=LEADER)
    calm.act(become(step, what, "known" if asks else ""), by=LEADER)
    assert calm.state(step) == what
    assert [step in left for left in blocking(calm)] == [gate, close]
    assert calm.item(step).settled is not (gate or close)


@pytest.mark.parametrize(
    ("step", "gate", "close"),
    [(MUST, True, True), (DOCUMENTED, False, True), (MAY, False, False)],
)
def test_what_is_open_blocks_by_its_need(calm, step, gate, close):
    assert [step in left for left in blocking(calm)] == [gate, close]
    calm.act(steps.start_step(step))
    assert calm.state(step) is StepState.DOING
    assert [step in left for left in blocking(calm)] == [gate, close]


def test_only_steps_before_the_gate_block_it(calm):
    gate, close = blocking(calm)
    assert gate == {"gather", "isolate", "freeze"}
    assert "restart" in close - gate


# --- break-glass ---------------------------------------------------------------------------------


def test_a_must_is_left_out_by_who_leads_alone(calm):
    assert "only who leads" in calm.refuse(steps.skip_step(MUST, reason="known"), by=OTHER)
    fact = calm.act(steps.skip_step(MUST, reason="known"), by=LEADER)
    assert fact == e.StepSkipped(MUST, "known", break_glass=True)


@pytest.mark.parametrize("step", [DOCUMENTED, MAY])
def test_other_steps_are_left_out_by_anybody(calm, step):
    fact = calm.act(steps.skip_step(step, reason="known"), by=OTHER)
    assert fact == e.StepSkipped(step, "known", break_glass=False)


@pytest.mark.parametrize("what", ["na", "failed", "deferred"])
def test_a_must_is_ruled_out_failed_or_put_off_by_anybody_with_a_reason(calm, what):
    calm.act(become(MUST, what, "known"), by=OTHER)
    assert calm.state(MUST) == what


# --- failed --------------------------------------------------------------------------------------


def test_a_failed_must_is_offered_again_after_everything_fresh(calm):
    calm.act(become(MUST, "failed", "nobody came"))
    respond = [step for step in calm.offered if calm.item(step).phase == "respond"]
    assert respond[-1] == MUST
    calm.done(MUST)
    assert calm.state(MUST) is StepState.DONE


def test_a_failed_must_is_settled_by_its_alternative(calm):
    assert calm.state("vendor") is StepState.OFF
    calm.act(become("isolate", "failed", "it does not answer"))
    assert calm.state("vendor") is StepState.TODO
    assert "isolate" in blocking(calm)[0]
    calm.done("vendor")
    assert calm.state("isolate") is StepState.FAILED
    assert calm.item("isolate").settled
    assert "isolate" not in blocking(calm)[0] | blocking(calm)[1]


def test_a_failed_must_is_left_out_by_who_leads(calm):
    calm.act(become("isolate", "failed", "it does not answer"))
    calm.refuse(steps.skip_step("isolate", reason="known"), by=OTHER)
    calm.act(steps.skip_step("isolate", reason="known"), by=LEADER)
    assert "isolate" not in blocking(calm)[0]


def test_the_alternative_is_not_needed_once_the_step_is_done(calm):
    calm.act(become("isolate", "failed", "it does not answer"))
    calm.done("isolate")
    assert calm.state("vendor") is StepState.OFF
    assert "does not apply" in calm.refuse(become("vendor", "done"))


@pytest.mark.parametrize("what", ["started", "deferred"])
def test_an_alternative_that_was_begun_blocks_nothing_once_it_is_not_needed(calm, what):
    """A fallback nobody needs does not apply and blocks nothing."""
    calm.act(become("isolate", "failed", "it does not answer"))
    begun = steps.start_step("vendor") if what == "started" else become("vendor", what, "known")
    calm.act(begun)
    assert "vendor" in blocking(calm)[1]
    calm.done("isolate")
    assert "vendor" not in blocking(calm)[1]
    assert "vendor" not in calm.offered


def test_an_alternative_that_failed_leaves_its_step_open(calm):
    calm.act(become("isolate", "failed", "it does not answer"))
    calm.act(become("vendor", "failed", "nor do they"))
    assert "isolate" in blocking(calm)[0]


# --- put off -------------------------------------------------------------------------------------


def test_a_step_put_off_is_not_offered_before_its_time(story):
    story.act(become("unplug", "deferred", "the room is on fire"))
    assert "unplug" not in story.offered
    story.wait(hours=8)
    assert story.offered[0] == "unplug"


@pytest.mark.parametrize("minutes", [0, -1])
def test_a_step_is_put_off_until_a_time_still_to_come(calm, minutes):
    until = calm.now + timedelta(minutes=minutes)
    said = calm.refuse(steps.defer_step(MUST, until=until, reason="known"))
    assert "still to come" in said


def test_a_step_put_off_can_be_done_before_its_time(calm):
    calm.act(become(MUST, "deferred", "known"))
    calm.done(MUST)
    assert calm.item(MUST).settled


# --- done, and again -----------------------------------------------------------------------------


@pytest.mark.parametrize("what", ["done", "failed", "skipped", "na", "deferred"])
def test_a_step_that_is_done_stays_done(calm, what):
    calm.done(MUST)
    assert "already done, by li" in calm.refuse(become(MUST, what, "known"), by=LEADER)


@pytest.mark.parametrize("what", ["failed", "skipped", "na", "deferred"])
@pytest.mark.parametrize("step", [MUST, DOCUMENTED, MAY])
def test_only_done_counts_as_done(calm, step, what):
    """Whatever else was recorded, the step can still be done, and only then is."""
    calm.act(become(step, what, "known"), by=LEADER)
    assert not calm.incident.step(step).first_done
    calm.done(step)
    assert calm.state(step) is StepState.DONE
    assert calm.incident.step(step).first_done


@pytest.mark.parametrize("what", ["done", "failed", "skipped", "na", "deferred"])
def test_anything_recorded_is_reopened_with_a_reason(calm, what):
    calm.act(become(MUST, what, "known"), by=LEADER)
    assert "needs a reason" in calm.refuse(steps.reopen_step(MUST, reason=" "))
    calm.act(steps.reopen_step(MUST, reason="it was another one"))
    assert calm.state(MUST) is StepState.TODO
    assert MUST in blocking(calm)[0]
    assert MUST in calm.offered


@pytest.mark.parametrize("step", [MUST, "vendor"])
def test_there_is_nothing_to_reopen_where_nothing_was_recorded(calm, step):
    assert "nothing to reopen" in calm.refuse(steps.reopen_step(step, reason="known"))


def test_what_was_recorded_can_be_reopened_although_it_no_longer_applies(calm):
    calm.act(become("isolate", "failed", "it does not answer"))
    calm.act(steps.start_step("vendor"))
    calm.done("isolate")
    calm.act(steps.reopen_step("vendor", reason="nobody called them"))
    assert calm.incident.step("vendor").state is StepState.TODO


def test_reopening_takes_back_what_the_step_had_achieved(calm):
    calm.done("survey", verdict="dirty", machines="3")
    assert calm.state("scrub") is StepState.TODO
    calm.act(steps.reopen_step("survey", reason="the wrong room"))
    record = calm.incident.step("survey")
    assert (record.evidence, record.first_done, record.last_done) == ({}, "", "")
    assert calm.incident.outcomes == {}
    assert calm.state("scrub") is StepState.OFF


def test_reopening_takes_back_the_signature(calm):
    calm.done("gather", "isolate", by="li")
    calm.act(people.approve("freeze"), by="li")
    calm.done("freeze", by="li")
    calm.act(ending.pass_gate(), by="wang")
    calm.done("restart", by="li")
    calm.act(people.sign("restart"), by="wang")
    calm.act(steps.reopen_step("restart", reason="it stopped"))
    calm.done("restart", by="li")
    assert calm.item("restart").unsigned


def test_an_event_type_knows_its_own_steps_alone(trial):
    fire = Story(trial).open("fire")
    assert "has no step isolate" in fire.misuse(become("isolate", "done"))
    assert "has no step nonsense" in fire.misuse(become("nonsense", "done"))
