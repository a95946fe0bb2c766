"""Entries in, state out: whatever was accepted replays to the same state, cut anywhere."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from stage import HERE, START, Story, load

from tmplan.errors import AnswerNeeded, JournalDamaged, Refused, WrongUse
from tmplan.incident import entry as e
from tmplan.incident.agenda import (
    AnswerQuestion,
    Close,
    DeclareRecovered,
    DoStep,
    Judge,
    NameType,
    PassGate,
    RecordReview,
    next_task,
)
from tmplan.incident.checklist import blocks_close
from tmplan.incident.decide import ending, judging, people, steps, telling
from tmplan.incident.state import Status, apply, replay

TRIAL = load(HERE / "incident" / "plan.yaml")
STEPS = [step.id for step in TRIAL.events["leak"].first]
STEPS += [
    step.id for phase in TRIAL.phases for step in (*phase.steps, *TRIAL.steps_of("leak", phase))
]
PEOPLE = ["li", "wang", "zhao", "zhou", "passer-by"]
CRITERIA = TRIAL.events["leak"].recovered_when

one_step = st.sampled_from(STEPS)
reasons = st.sampled_from(["", "known", "两行\n文字 \u202e"])
answers = st.fixed_dictionaries(
    {},
    optional={
        "outage": st.sampled_from(["unknown", "10", "200", "2 h", "long"]),
        "exposed": st.sampled_from(["unknown", "none", "leaked", "nonsense"]),
        "affected": st.sampled_from([["consumers", "staff"], ["unknown"], "staff"]),
        "promo": st.sampled_from(["normal", "sale"]),
    },
)
decisions = st.one_of(
    st.builds(
        lambda step, evidence, reason: steps.finish_step(step, evidence=evidence, reason=reason),
        one_step,
        st.sampled_from([{}, {"verdict": "dirty"}, {"verdict": "clean", "machines": "3"}]),
        reasons,
    ),
    st.builds(lambda step, reason: steps.fail_step(step, reason=reason), one_step, reasons),
    st.builds(lambda step, reason: steps.skip_step(step, reason=reason), one_step, reasons),
    st.builds(lambda step, reason: steps.rule_out_step(step, reason=reason), one_step, reasons),
    st.builds(lambda step, reason: steps.reopen_step(step, reason=reason), one_step, reasons),
    st.builds(
        lambda step, day: steps.defer_step(step, until=START.replace(day=day), reason="known"),
        one_step,
        st.integers(23, 30),
    ),
    st.builds(steps.start_step, one_step),
    st.builds(people.approve, st.sampled_from(["freeze", "announcement", "gather"])),
    st.builds(people.sign, one_step),
    st.builds(
        people.assign, st.sampled_from(list(TRIAL.organisation.roles)), st.sampled_from(PEOPLE)
    ),
    st.builds(judging.give_answers, answers),
    st.builds(
        lambda level, reason: judging.reclassify(level=level, reason=reason),
        st.sampled_from([None, "I", "II", "IV"]),
        reasons,
    ),
    st.builds(telling.record_fact, st.sampled_from(telling.fact_names(TRIAL)), reasons),
    st.builds(telling.note, reasons),
    st.builds(lambda reason: ending.pass_gate(reason=reason), reasons),
    st.just(ending.declare_recovered(confirmed=CRITERIA)),
    st.just(ending.review("It went well.", ({"text": "The bell is too soft."},))),
    st.just(ending.close()),
)
acts = st.lists(
    st.tuples(decisions, st.sampled_from(PEOPLE), st.sampled_from([0, 1, 45, 60 * 24])),
    min_size=10,
    max_size=40,
)


def played(chosen):
    """A story of the acts that were accepted; the others must leave no trace."""
    story = Story(TRIAL).open()
    for decision, person, minutes in chosen:
        story.wait(minutes=minutes)
        before, entries = story.incident, list(story.entries)
        try:
            story.act(decision, person)
        except (Refused, WrongUse, AnswerNeeded):
            assert story.entries == entries
            assert story.incident == before
    return story


def as_written(entry):
    """An entry that went through the text of a line and back."""
    kind, data = e.encode(entry.fact, entry.phase_began)
    known = json.loads(json.dumps(data))
    return e.Entry(
        e.decode(kind, known),
        entry.actor,
        entry.role,
        entry.recorded_at,
        entry.happened_at,
        known.get(e.PHASE_BEGAN),
    )


@given(acts)
@settings(max_examples=60, deadline=None)
def test_any_accepted_acts_cut_at_any_entry_replay_to_the_same_state(chosen):
    story = played(chosen)
    state = replay(story.entries[:1])
    for cut, entry in enumerate(story.entries[1:], 2):
        state = apply(state, entry)
        assert replay(map(as_written, story.entries[:cut])) == state


@given(acts)
@settings(max_examples=60, deadline=None)
def test_every_step_that_is_offered_can_be_begun(chosen):
    story = played(chosen)
    for step in story.offered:
        Story(TRIAL, story.now, list(story.entries)).act(steps.start_step(step))


@given(acts)
@settings(max_examples=40, deadline=None)
def test_whatever_happened_the_agenda_leads_to_the_end(chosen):
    """Each task it names can be done by somebody, and there are only so many."""
    story = played(chosen)
    for _ in range(200):
        task = next_task(TRIAL, story.incident, story.now)
        if task is None:
            break
        take(story, task)
    assert story.incident.status is Status.CLOSED


def take(story, task):
    match task:
        case NameType():
            raise AssertionError
        case DoStep(item):
            story.act(steps.rule_out_step(item.step.id, reason="known"))
        case AnswerQuestion(question):
            story.act(judging.give_answers({question: "unknown"}))
        case Judge():
            story.act(judging.reclassify())
        case PassGate():
            story.settle("first", "report", "respond", "publish", "handle")
            story.act(ending.pass_gate(), by="wang")
        case DeclareRecovered():
            story.act(ending.declare_recovered(confirmed=CRITERIA))
        case RecordReview():
            story.act(ending.review("It went well."))
        case Close():
            for item in blocks_close(story.items):
                story.act(
                    steps.rule_out_step(item.step.id, reason="known")
                    if not item.unsigned
                    else steps.reopen_step(item.step.id, reason="nobody signs")
                )
            story.wait(days=1)
            if not blocks_close(story.items):
                story.act(ending.close())


# --- what a record may hold besides --------------------------------------------------------------


def test_a_record_begins_with_its_opening(story):
    with pytest.raises(JournalDamaged, match="no opening entry"):
        replay([])
    story.done("unplug")
    with pytest.raises(JournalDamaged, match="no opening entry"):
        replay(story.entries[1:])


def test_what_sorts_before_the_opening_is_applied_after_it(story):
    """Lines of another machine may sort earlier; none of them is lost."""
    story.done("unplug")
    opened, done = story.entries
    assert replay([done, opened]).step("unplug") == replay([opened, done]).step("unplug")


def test_a_second_opening_changes_nothing(story):
    before = story.incident
    assert replay([*story.entries, story.entries[0]]) == before


def test_what_a_newer_version_wrote_is_kept_left_aside_and_counted(story):
    fact = e.decode("step.rehearsed", {"step": "unplug"})
    assert fact == e.Unknown("step.rehearsed")
    entry = e.Entry(fact, "li", "duty", story.stamp, story.stamp)
    state = replay([*story.entries, entry])
    assert state.unknown_types == 1
    assert state.step("unplug").at == ""


def test_fields_of_a_newer_version_are_left_aside():
    assert e.decode("step.failed", {"step": "unplug", "mood": "bad"}) == e.StepFailed("unplug")


def test_a_line_that_lacks_what_it_must_hold_is_not_guessed():
    assert e.decode("step.failed", {"reason": "known"}) == e.Unknown("step.failed")


FACTS = [
    e.Opened("trial", "1", "00", {"plan.yaml": "00"}, event="leak", roles={"chief": "li"}),
    e.Answered({"affected": ("consumers", "staff")}, classified=True, level="II"),
    e.Classified("I", ({"cause": "raise", "subject": "1", "level": "I"},), override=True),
    e.Classified(None),
    e.StepDone("announce", {"verdict": "clean"}, {"id": "a", "channels": ("x", "y")}, ("r.first",)),
    e.StepSkipped("gather", "known", break_glass=True),
    e.GatePassed(("gather",), "known"),
    e.Recovered(CRITERIA),
    e.Reviewed("It went well.", ({"text": "The bell is too soft.", "owner": "li"},)),
    e.Closed(),
    e.Injected("note", "两行\n文字"),
    e.Evaluated(passed=False, results=({"subject": "level", "verdict": "wrong"},)),
]


@pytest.mark.parametrize("fact", FACTS, ids=lambda fact: fact.TYPE)
def test_a_fact_comes_back_from_its_line_as_it_was(fact):
    kind, data = e.encode(fact, "respond")
    assert data["phase_began"] == "respond"
    assert e.decode(kind, json.loads(json.dumps(data))) == fact
