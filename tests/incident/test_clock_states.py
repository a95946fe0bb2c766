"""Clocks: running, met, late, met late, waived; by level; and after the end."""

from datetime import timedelta

import pytest
from stage import START

from tmplan.incident.deadline import ClockState
from tmplan.incident.decide import ending, judging, people, steps, telling

RUNNING, LATE = ClockState.RUNNING, ClockState.LATE
MET, MET_LATE, WAIVED = ClockState.MET, ClockState.MET_LATE, ClockState.WAIVED


# --- how they stand ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("minutes", "open_", "done"),
    [(0, RUNNING, MET), (15, RUNNING, MET), (15.01, LATE, MET_LATE), (600, LATE, MET_LATE)],
)
def test_a_clock_of_fifteen_minutes(calm, minutes, open_, done):
    calm.wait(minutes=minutes)
    assert calm.clock("isolate").state is open_
    fact = calm.act(steps.finish_step("isolate", evidence={}))
    assert fact.late is (done is MET_LATE)
    assert calm.wait(days=1).clock("isolate").state is done


@pytest.mark.parametrize(
    ("minutes", "open_"), [(0, RUNNING), (5, RUNNING), (5.01, LATE), (600, LATE)]
)
def test_what_is_due_at_once_is_met_once_it_is_done(story, minutes, open_):
    story.wait(minutes=minutes)
    assert story.clock("unplug").state is open_
    assert not story.act(steps.finish_step("unplug", evidence={})).late
    assert story.clock("unplug").state is MET


@pytest.mark.parametrize(
    ("step", "decision", "state"),
    [
        ("isolate", steps.rule_out_step, WAIVED),
        ("isolate", steps.skip_step, WAIVED),
        ("isolate", steps.fail_step, LATE),
        ("survey", steps.fail_step, WAIVED),
    ],
)
def test_what_is_settled_otherwise_waives_its_clock(calm, step, decision, state):
    """A `must` that failed stays open and late; other steps are settled by failing."""
    calm.act(decision(step, reason="known"), by="zhao")
    assert calm.wait(hours=2).clock(step).state is state


def test_a_step_put_off_goes_on_being_late(calm):
    until = calm.now + timedelta(hours=1)
    calm.act(steps.defer_step("isolate", until=until, reason="known"))
    assert calm.wait(minutes=20).clock("isolate").state is LATE


def test_a_failure_settled_by_the_alternative_waives_the_clock(calm):
    calm.act(steps.fail_step("isolate", reason="known"))
    calm.done("vendor")
    assert calm.wait(hours=1).clock("isolate").state is WAIVED


def test_a_step_that_does_not_apply_has_no_clock(calm):
    assert calm.clock("report-first") is None
    calm.answer(exposed="suspected")
    assert calm.clock("report-first").state is RUNNING
    calm.answer(exposed="none")
    assert calm.clock("report-first") is None


def test_a_reopened_step_runs_on_from_where_it_started(calm):
    due = calm.clock("isolate").due
    calm.done("isolate")
    calm.wait(minutes=20).act(steps.reopen_step("isolate", reason="it is back"))
    assert (calm.clock("isolate").due, calm.clock("isolate").state) == (due, LATE)


def test_a_clock_that_starts_with_a_step_starts_with_the_first_time_it_was_done(calm):
    calm.answer(exposed="leaked")
    calm.act(people.approve("freeze"))
    calm.done("isolate")
    assert calm.clock("freeze").due == calm.now + timedelta(minutes=10)
    calm.act(steps.reopen_step("isolate", reason="it is back"))
    assert calm.clock("freeze") is None


def test_a_repeated_step_is_due_again_each_time(calm):
    """`watch`: within 15 min of the opening, then every 30 min."""
    assert calm.clock("watch").due == START + timedelta(minutes=15)
    calm.wait(minutes=10).done("watch")
    assert calm.clock("watch").due == START + timedelta(minutes=40)
    calm.wait(minutes=31)
    assert calm.clock("watch").state is LATE
    assert calm.act(steps.finish_step("watch", evidence={})).late
    assert calm.clock("watch").state is RUNNING


def test_a_repeated_step_that_has_ended_is_held_to_its_first_time(calm):
    calm.wait(minutes=10).done("watch")
    calm.wait(hours=5).recover()
    assert calm.clock("watch").state is MET


# --- by level ------------------------------------------------------------------------------------


def set_level(level):
    return judging.reclassify(level=level, reason="known")


@pytest.mark.parametrize(("minutes", "state"), [(10, MET), (11, MET_LATE)])
def test_telling_runs_from_the_classification_until_they_were_told(calm, minutes, state):
    calm.wait(hours=1).act(set_level("I"))
    assert calm.clock("tell-I").due == calm.now + timedelta(minutes=10)
    calm.wait(minutes=minutes).act(telling.record_fact("told-I", ""))
    assert calm.clock("tell-I").state is state
    calm.wait(hours=1).act(telling.record_fact("told-I", "once more"))
    assert calm.clock("tell-I").state is state


def test_a_level_that_tells_nobody_has_no_clocks(calm):
    assert calm.clock("tell-IV") is None
    assert calm.clock("update-IV") is None
    assert "no fact told-IV" in calm.misuse(telling.record_fact("told-IV", ""))


def test_every_notice_begins_the_updates_anew_and_recovery_ends_them(calm):
    calm.act(set_level("II"))
    assert calm.clock("update-II").due == calm.now + timedelta(hours=1)
    calm.answer(affected=["consumers"])
    for name in ("orders", "next_update"):
        calm.act(telling.record_fact(name, "soon"))
    calm.act(people.approve("announcement"))
    calm.wait(minutes=50).done("announce")
    assert calm.clock("update-II").due == calm.now + timedelta(hours=1)
    calm.wait(minutes=61)
    assert calm.clock("update-II").state is LATE
    calm.recover()
    assert calm.clock("update-II").state is WAIVED


def test_judging_anew_never_restarts_a_clock(calm):
    calm.act(set_level("II"))
    before = [calm.clock(name).due for name in ("gather", "tell-II", "update-II")]
    for level in ("I", "II"):
        calm.wait(hours=1).act(set_level(level))
    calm.wait(hours=1).answer(promo="sale")
    calm.act(set_level("II"))
    assert [calm.clock(name).due for name in ("gather", "tell-II", "update-II")] == before


def test_a_level_reached_later_is_told_from_then_on(calm):
    calm.wait(hours=3).act(set_level("I"))
    assert calm.clock("tell-I").state is RUNNING


# --- duties and the end --------------------------------------------------------------------------


@pytest.mark.parametrize(("hours", "state"), [(4, MET), (5, MET_LATE)])
def test_a_step_meets_the_duty_it_discharges(calm, hours, state):
    calm.answer(exposed="leaked")
    calm.wait(hours=hours).done("report-first")
    assert calm.clock("regulator.first").state is state
    calm.act(steps.reopen_step("report-first", reason="it bounced"))
    assert calm.clock("regulator.first").state in (RUNNING, LATE)


def test_a_duty_is_waived_where_its_step_was_left_out_with_a_reason(calm):
    calm.answer(exposed="leaked")
    calm.act(steps.rule_out_step("report-first", reason="they called us"))
    assert calm.wait(days=1).clock("regulator.first").state is WAIVED


def test_duties_run_on_after_the_close_and_nothing_else_does(story):
    """`call-chief`, a `may` with a limit, may be left open; nobody can do it any more."""
    story.done("unplug")
    story.answer(exposed="leaked")
    story.recover()
    story.act(steps.reopen_step("call-chief", reason="known"))
    story.act(steps.rule_out_step("papers", reason="known"))
    story.act(ending.review("It went well."))
    story.act(ending.close())
    story.wait(days=60)
    assert story.clock("regulator.final").state is LATE
    assert story.clock("call-chief").state is WAIVED
    assert story.clock("tell-II").state is WAIVED
    assert "is over" in story.refuse(steps.finish_step("gather", evidence={}))
    story.done("report-final")
    assert story.clock("regulator.final").state is MET_LATE
    assert "is over" in story.refuse(steps.finish_step("report-final", evidence={}))


def test_a_false_alarm_ends_every_clock(calm):
    calm.answer(exposed="leaked")
    calm.act(ending.cancel("it was an exercise next door"))
    calm.wait(days=60)
    for name in ("isolate", "regulator.first", "tell-II", "update-II"):
        assert calm.clock(name).state is WAIVED
