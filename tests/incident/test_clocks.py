"""Clocks: what starts them and what they are counted in."""

from datetime import datetime, timedelta

import pytest
from stage import START, Story

from tmplan.incident.deadline import after, start_of
from tmplan.incident.decide import steps, telling
from tmplan.plan.duration import Duration, parse_duration
from tmplan.plan.words import Start


def at(text):
    return datetime.fromisoformat(f"{text}+08:00")


def length(text):
    found = parse_duration(text)
    assert isinstance(found, Duration)
    return found


# --- units ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("start", "within", "due"),
    [
        ("2026-11-24T09:00:00", "30 s", "2026-11-24T09:00:30"),
        ("2026-11-24T09:00:00", "15 min", "2026-11-24T09:15:00"),
        ("2026-11-24T23:30:00", "2 小时", "2026-11-25T01:30:00"),
        ("2026-11-24T09:00:00", "2 days", "2026-11-26T09:00:00"),
        ("2026-11-24T09:00:00", "2 周", "2026-12-08T09:00:00"),
        # a month is the same day, or the last one there is
        ("2026-11-24T09:00:00", "1 month", "2026-12-24T09:00:00"),
        ("2026-01-31T09:00:00", "1 month", "2026-02-28T09:00:00"),
        ("2028-01-31T09:00:00", "1 month", "2028-02-29T09:00:00"),
        ("2026-12-31T09:00:00", "2 months", "2027-02-28T09:00:00"),
        ("2026-11-24T09:00:00", "13 个月", "2027-12-24T09:00:00"),
        ("2028-02-29T09:00:00", "1 year", "2029-02-28T09:00:00"),
        # working days leave out the first day and end with the last
        ("2026-11-24T09:00:00", "1 working day", "2026-11-25T23:59:59"),
        ("2026-11-27T09:00:00", "1 working day", "2026-11-30T23:59:59"),
        ("2026-11-28T09:00:00", "1 个工作日", "2026-11-30T23:59:59"),
        ("2026-11-24T00:00:00", "10 working days", "2026-12-08T23:59:59"),
        # the plan: Friday 1 January is off, Sunday 3 January is on
        ("2026-12-31T09:00:00", "1 working day", "2027-01-03T23:59:59"),
        ("2026-12-31T09:00:00", "2 working days", "2027-01-04T23:59:59"),
        # no calendar reaches that far
        ("9998-12-31T09:00:00", "999999 years", "9999-01-01T00:00:00"),
        ("9998-12-31T09:00:00", "999999 weeks", "9999-01-01T00:00:00"),
    ],
)
def test_how_long_each_unit_is(trial, start, within, due):
    assert after(at(start), length(within), trial) == at(due)


def test_the_calendar_is_that_of_the_place_of_the_plan(trial):
    """23:00 on 31 January in London is 1 February in Shanghai."""
    start = datetime.fromisoformat("2026-01-31T23:00:00+00:00")
    assert after(start, length("1 month"), trial) == at("2026-03-01T07:00:00")
    assert after(start, length("1 working day"), trial) == at("2026-02-02T23:59:59")


# --- starts --------------------------------------------------------------------------------------


@pytest.fixture
def long(trial):
    """A leak noticed at 8, opened at 9, judged at 10, its machine isolated at 11, told at 12."""
    story = Story(trial).open(discovered=START - timedelta(hours=1))
    story.wait(hours=1).answer(exposed="leaked")
    story.wait(hours=1).done("isolate")
    story.wait(hours=1).act(telling.record_fact("principal-told", ""))
    return story.wait(hours=1)


@pytest.mark.parametrize(
    ("start", "hour"),
    [
        (Start("discovered"), 8),
        (Start("opened"), 9),
        (Start("classified"), 10),
        (Start("step", "isolate"), 11),
        (Start("principal-told"), 12),
        (Start("handling-ended"), None),
        (Start("step", "freeze"), None),
    ],
)
def test_when_a_clock_starts(long, start, hour):
    begun = start_of(long.incident, start, "respond")
    assert begun == (None if hour is None else START.replace(hour=hour))


def test_handling_ends_when_recovery_is_declared(long):
    long.recover()
    assert start_of(long.incident, Start("handling-ended"), "review") == long.now


def test_a_phase_begins_when_the_walk_first_reaches_it(long):
    assert start_of(long.incident, Start("phase"), "handle") is None
    assert long.clock("inspect") is None
    long.settle("first", "report", "respond", "publish")
    assert start_of(long.incident, Start("phase"), "handle") == long.now
    assert long.clock("inspect").due == long.now + timedelta(minutes=30)
    began = long.now
    long.wait(hours=1).act(steps.reopen_step("gather", reason="known"))
    long.done("gather")
    assert start_of(long.incident, Start("phase"), "handle") == began


def test_without_a_discovery_it_was_discovered_when_it_was_opened(story):
    assert start_of(story.incident, Start("discovered"), "") == START


@pytest.mark.parametrize(
    ("clock", "due"),
    [
        ("unplug", "2026-11-24T08:00:00"),  # first step, nothing said: from the discovery
        ("call-chief", "2026-11-24T08:10:00"),  # report phase, likewise
        ("isolate", "2026-11-24T09:15:00"),  # other phases, nothing said: from the opening
        ("gather", "2026-11-24T10:20:00"),  # from: classified
        ("freeze", "2026-11-24T11:10:00"),  # from: {step: isolate}
        ("report-first", "2026-11-24T12:00:00"),  # from: discovered
        ("regulator.first", "2026-11-24T12:00:00"),
        ("regulator.board", "2026-11-26T23:59:59"),  # two working days from: principal-told
        ("regulator.detail", "2026-11-25T11:00:00"),
        ("tell-II", "2026-11-24T10:00:00"),
        ("update-II", "2026-11-24T11:00:00"),
    ],
)
def test_what_each_clock_of_the_plan_is_due(long, clock, due):
    assert long.clock(clock).due == at(due)


def test_a_month_after_the_end_of_handling(long):
    assert long.clock("regulator.final") is None
    long.recover()
    assert long.clock("regulator.final").due == at("2026-12-24T13:00:00")


def test_a_duty_that_does_not_apply_has_no_clock(calm):
    """Nothing is out, so nobody is owed a report."""
    assert calm.clock("regulator.first") is None
    calm.answer(exposed="unknown")
    assert calm.clock("regulator.first") is not None
