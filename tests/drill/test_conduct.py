"""When an inject is due: after a length of time, with a step, a phase or a fact; and only once."""

from datetime import timedelta

import pytest
from rehearsal import due, play, scenario
from stage import START, Story

from tmplan.drill.conduct import injects_due
from tmplan.incident.decide import steps, telling


def inject(at, name="call"):
    return f"- {{id: {name}, at: {at}, text: The telephone rings.}}\n"


def injects(*rows):
    return scenario("injects:\n" + "".join(rows))


@pytest.mark.parametrize(
    ("at", "wait", "plays"),
    [
        ("5 min", {"minutes": 4.99}, False),
        ("5 min", {"minutes": 5}, True),
        ("5 min", {"days": 400}, True),
        ("at-once", {}, True),
        ("1 month", {"days": 29}, False),
        ("1 month", {"days": 30}, True),
        ("1 working day", {"hours": 38}, False),
        ("1 working day", {"hours": 39}, True),
        ("999999 weeks", {"days": 400}, False),
    ],
)
def test_after_a_length_of_time_since_the_opening(story, at, wait, plays):
    words = injects(inject(at))
    assert (due(story.wait(**wait), words) == ["call"]) is plays


def test_a_length_counts_from_the_opening_not_from_the_discovery(trial):
    story = Story(trial).open(discovered=START - timedelta(hours=1))
    assert due(story, injects(inject("30 min"))) == []


def test_with_a_step_once_it_is_done(story):
    words = injects(inject("{step: unplug}"))
    story.act(steps.start_step("unplug"))
    assert due(story, words) == []
    story.act(steps.fail_step("unplug", reason="known"))
    assert due(story, words) == []
    story.wait(minutes=3).done("unplug")
    story.wait(minutes=3)
    [(at, _)] = injects_due(story.plan, words, story.incident, story.now)
    assert at == START.replace(minute=3)


def test_not_with_a_step_that_was_reopened_before_it_was_played(story):
    words = injects(inject("{step: unplug}"))
    story.done("unplug")
    story.act(steps.reopen_step("unplug", reason="known"))
    assert due(story, words) == []


def test_with_a_phase_once_it_is_reached(calm):
    words = injects(inject("{phase: handle}"))
    assert due(calm, words) == []
    calm.settle("first", "report", "respond", "publish")
    assert due(calm, words) == ["call"]


def test_with_a_fact_once_it_is_recorded(calm):
    words = injects(inject("{fact: principal-told}"))
    assert due(calm, words) == []
    calm.act(telling.record_fact("principal-told", ""))
    assert due(calm, words) == ["call"]


def test_the_earliest_first_and_of_one_moment_in_the_order_of_the_file(story):
    rows = [("9 min", "late"), ("1 min", "one"), ("{step: unplug}", "step"), ("1 min", "two")]
    words = injects(*(inject(at, name) for at, name in rows))
    story.wait(minutes=5).done("unplug")
    assert due(story.wait(minutes=5), words) == ["one", "two", "step", "late"]


def test_each_is_played_once(story):
    words = injects(inject("1 min", "one"), inject("5 min", "five"))
    play(story.wait(minutes=1), words)
    assert story.incident.injected_at == {"one": story.stamp}
    assert due(story, words) == []
    assert due(story.wait(minutes=4), words) == ["five"]
