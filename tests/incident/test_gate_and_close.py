"""The gate, recovery, review and the end: their order, and what each of them asks."""

import pytest
from stage import Story

from tmplan.incident import entry as e
from tmplan.incident.agenda import (
    Close,
    DeclareRecovered,
    DoStep,
    PassGate,
    RecordReview,
    current_phase,
    next_task,
)
from tmplan.incident.decide import ending, judging, people, steps, telling
from tmplan.incident.state import Status

BEFORE_GATE = ("first", "report", "respond", "publish", "handle")
CRITERIA = ("Orders pass.", "Nothing new in the logs.")


@pytest.fixture
def ready(calm):
    """A leak with everything before the gate settled."""
    calm.settle(*BEFORE_GATE)
    return calm


def task(story):
    return next_task(story.plan, story.incident, story.now)


def test_the_order_from_the_gate_to_the_end(ready):
    assert (task(ready), current_phase(ready.plan, ready.incident)) == (PassGate(), "recover")
    ready.act(ending.pass_gate(), by="wang")
    assert task(ready) == DoStep(ready.item("restart"))
    ready.done("restart")
    assert task(ready) == DeclareRecovered()
    ready.act(ending.declare_recovered(confirmed=CRITERIA))
    assert ready.incident.status is Status.RECOVERED
    assert (task(ready), current_phase(ready.plan, ready.incident)) == (
        DoStep(ready.item("report-final")),
        "review",
    )
    ready.done("report-final", "papers")
    assert task(ready) == RecordReview()
    ready.act(ending.review("It went well."))
    assert task(ready) == Close()
    ready.act(people.sign("restart"), by="wang")
    assert ready.act(ending.close()) == e.Closed()
    assert (task(ready), current_phase(ready.plan, ready.incident)) == (None, None)
    assert ready.incident.status is Status.CLOSED


# --- the gate ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("person", "may"), [("wang", True), ("zhao", True), ("zhou", False), ("somebody", False)]
)
def test_the_gate_is_passed_by_the_role_the_plan_names(ready, person, may):
    """Wang and Zhao hold the role commander."""
    if not may:
        assert "does not hold the role commander" in ready.refuse(ending.pass_gate(), by=person)
        return
    assert ready.act(ending.pass_gate(), by=person) == e.GatePassed()
    assert ready.incident.gate_passed_by == person


def test_who_leads_confirms_nothing_that_is_another_role_s_to_confirm(ready):
    """At level I the chief leads; the word that it is safe is still the commander's."""
    ready.act(judging.reclassify(level="I", reason="known"))
    ready.settle("respond")
    assert "does not hold the role commander" in ready.refuse(ending.pass_gate(), by="li")


def test_the_gate_names_the_open_steps_that_keep_it_shut(calm):
    calm.settle("first", "report", "publish", "handle")
    said = calm.refuse(ending.pass_gate(), by="wang")
    assert said.endswith("gather, isolate, freeze")


def test_over_open_steps_only_who_leads_passes_and_with_a_reason(calm):
    """At this level Zhao leads, who is on duty; Wang holds the role that confirms."""
    calm.refuse(ending.pass_gate(reason="it will do"), by="wang")
    assert "needs a reason" in calm.refuse(ending.pass_gate(reason=" "), by="zhao")
    fact = calm.act(ending.pass_gate(reason="it will do"), by="zhao")
    assert fact == e.GatePassed(over=("gather", "isolate", "freeze"), reason="it will do")


@pytest.mark.parametrize(
    ("level", "leader"), [("I", "li"), ("I", "wang"), ("II", "wang"), ("III", "zhou")]
)
def test_who_leads_depends_on_the_level(calm, level, leader):
    calm.act(judging.reclassify(level=level, reason="known"))
    calm.act(ending.pass_gate(reason="it will do"), by=leader)


def test_a_first_step_keeps_the_gate_shut(story):
    story.answer()
    story.settle(*BEFORE_GATE[1:])
    assert story.refuse(ending.pass_gate(), by="wang").endswith("unplug")


def test_nothing_but_an_open_must_keeps_the_gate_shut(calm):
    """Steps that are not a `must` stay open, and one that failed is settled by its alternative."""
    calm.act(steps.fail_step("isolate", reason="it does not answer"))
    calm.done("gather", "vendor")
    calm.act(steps.rule_out_step("freeze", reason="known"))
    assert calm.act(ending.pass_gate(), by="wang").over == ()


def test_the_gate_waits_for_a_classification(story):
    story.settle(*BEFORE_GATE)
    assert "nothing is classified" in story.refuse(ending.pass_gate(), by="wang")


def test_the_gate_is_passed_once(ready):
    ready.act(ending.pass_gate(), by="wang")
    assert "already passed" in ready.refuse(ending.pass_gate(), by="wang")


def test_a_must_reopened_behind_the_gate_blocks_the_close(calm):
    calm.recover()
    calm.settle("review")
    calm.act(ending.review("It went well."))
    calm.act(steps.reopen_step("gather", reason="nobody came"))
    assert calm.refuse(ending.close()).endswith("gather")


# --- recovered -----------------------------------------------------------------------------------


def test_recovery_waits_for_the_gate(ready):
    assert "waits for the safety gate" in ready.refuse(ending.declare_recovered(confirmed=CRITERIA))


@pytest.mark.parametrize(
    ("confirmed", "missing"),
    [((), CRITERIA), (CRITERIA[:1], CRITERIA[1:]), (("something else",), CRITERIA)],
)
def test_every_criterion_is_confirmed(ready, confirmed, missing):
    ready.act(ending.pass_gate(), by="wang")
    said = ready.refuse(ending.declare_recovered(confirmed=confirmed))
    assert said.endswith("; ".join(missing))


def test_recovery_is_declared_once(calm):
    calm.recover()
    assert "already recovered" in calm.refuse(ending.declare_recovered(confirmed=CRITERIA))


def test_the_review_comes_after_recovery(ready):
    ready.act(ending.pass_gate(), by="wang")
    assert "after recovery" in ready.refuse(ending.review("It went well."))


# --- the close -----------------------------------------------------------------------------------


@pytest.fixture
def reviewed(calm):
    """A leak that was reviewed, with everything settled."""
    calm.pass_gate()
    calm.done("restart")
    calm.act(ending.declare_recovered(confirmed=CRITERIA))
    calm.settle("review")
    calm.act(people.sign("restart"), by="wang")
    calm.act(ending.review("It went well.", ({"text": "The bell is too soft."},)))
    return calm


def test_it_is_not_closed_before_its_review(calm):
    calm.recover()
    calm.settle("review")
    assert "before its review" in calm.refuse(ending.close())
    assert "needs a summary" in calm.refuse(ending.review(" "))


@pytest.mark.parametrize("step", ["gather", "losses", "restart", "papers"])
def test_an_open_mandatory_step_blocks_the_close(reviewed, step):
    reviewed.act(steps.reopen_step(step, reason="known"))
    assert reviewed.refuse(ending.close()).endswith(step)


def test_an_open_step_that_may_be_left_does_not(reviewed):
    for step in ("inspect", "call-chief", "report-final"):
        reviewed.act(steps.reopen_step(step, reason="known"))
    reviewed.act(ending.close())


def test_a_missing_signature_blocks_only_the_close(reviewed):
    reviewed.act(steps.reopen_step("restart", reason="it stopped"))
    reviewed.done("restart")
    reviewed.act(ending.review("It went well, twice."))
    assert "open or unsigned: restart" in reviewed.refuse(ending.close())
    reviewed.act(people.sign("restart"), by="zhao")
    reviewed.act(ending.close())


def test_a_missing_signature_does_not_block_the_gate(calm):
    calm.answer(exposed="leaked")
    calm.done("report-first")
    calm.settle(*BEFORE_GATE)
    assert calm.item("report-first").unsigned
    calm.act(ending.pass_gate(), by="wang")


EVERY_ACT = {
    "answer": judging.give_answers({"outage": "1"}),
    "reclassify": judging.reclassify(),
    "start": steps.start_step("inspect"),
    "done": steps.finish_step("inspect", evidence={}),
    "fail": steps.fail_step("inspect", reason="known"),
    "skip": steps.skip_step("inspect", reason="known"),
    "na": steps.rule_out_step("inspect", reason="known"),
    "reopen": steps.reopen_step("gather", reason="known"),
    "approve": people.approve("freeze"),
    "sign": people.sign("restart"),
    "assign": people.assign("tech", "li"),
    "fact": telling.record_fact("orders", "of today"),
    "gate": ending.pass_gate(reason="known"),
    "recover": ending.declare_recovered(confirmed=CRITERIA),
    "review": ending.review("Again."),
    "close": ending.close(),
    "cancel": ending.cancel("known"),
}


@pytest.mark.parametrize("act", EVERY_ACT)
@pytest.mark.parametrize("end", ["closed", "cancelled"])
def test_nothing_but_a_note_comes_after_the_end(trial, end, act):
    story = Story(trial).open()
    if end == "closed":
        story.done("unplug")
        story.answer()
        story.close()
    else:
        story.act(ending.cancel("it was an exercise next door"))
    assert f"this incident is over ({end})" in story.refuse(EVERY_ACT[act])
    story.act(telling.note("The insurer asked for the record.", step="gather"))
    assert story.offered == []


def test_a_false_alarm_needs_a_reason(story):
    assert "needs a reason" in story.refuse(ending.cancel(" "))
    story.act(ending.cancel("it was an exercise next door"))
    assert story.incident.status is Status.CANCELLED
