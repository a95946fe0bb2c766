"""A notice goes out whole and approved, or not at all."""

import pytest

from tmplan.errors import WrongUse
from tmplan.incident import entry as e
from tmplan.incident.decide import people, steps, telling
from tmplan.incident.notice import blanks, filled, missing_blanks


@pytest.fixture
def telling_all(calm):
    """A leak that touches consumers, so that the announcement is due."""
    calm.answer(affected=["consumers"])
    return calm


ANNOUNCE = steps.finish_step("announce", evidence={})


def fill(story, **facts):
    for name, value in facts.items():
        story.act(telling.record_fact(name, value))


def test_a_notice_names_its_blanks(trial):
    notice = trial.notices["announcement"]
    assert blanks(notice) == ("orders", "next_update")
    assert missing_blanks(notice, {"orders": " "}) == ("orders", "next_update")
    assert filled(notice, {"orders": "of today"}) == (
        "Orders of today are late. Next update at {next_update}.\n"
    )


@pytest.mark.parametrize(
    ("facts", "empty"),
    [
        ({}, "orders, next_update"),
        ({"orders": "of today"}, "next_update"),
    ],
)
def test_a_notice_with_an_empty_blank_is_not_published(telling_all, facts, empty):
    fill(telling_all, **facts)
    telling_all.act(people.approve("announcement"))
    assert telling_all.refuse(ANNOUNCE).endswith(f"empty blanks: {empty}")


def test_a_blank_is_not_filled_with_nothing(telling_all):
    with pytest.raises(WrongUse, match="next_update is a blank"):
        telling_all.act(telling.record_fact("next_update", "  "))


def test_a_notice_with_a_banned_word_is_not_published(telling_all):
    fill(telling_all, orders="of today, as never before,", next_update="noon")
    telling_all.act(people.approve("announcement"))
    assert "words the plan forbids: never" in telling_all.refuse(ANNOUNCE)
    fill(telling_all, orders="of today")
    telling_all.act(people.approve("announcement"))
    telling_all.act(ANNOUNCE)


def test_a_notice_waits_for_its_approver(telling_all):
    fill(telling_all, orders="of today", next_update="noon")
    assert "needs the approval of chief" in telling_all.refuse(ANNOUNCE)
    assert "does not hold the role chief" in telling_all.refuse(
        people.approve("announcement"), by="zhou"
    )
    telling_all.act(people.approve("announcement"), by="wang")
    telling_all.act(ANNOUNCE)


def test_what_was_approved_goes_out_and_nothing_else(telling_all):
    fill(telling_all, orders="of today", next_update="noon")
    telling_all.act(people.approve("announcement"))
    fill(telling_all, orders="of this week")
    assert "reads otherwise than chief approved it" in telling_all.refuse(ANNOUNCE)
    telling_all.act(people.approve("announcement"))
    assert "of this week" in telling_all.act(ANNOUNCE).notice["text"]


def test_an_approval_kept_without_its_text_stands(telling_all):
    """Such lines were written before the text was kept with the approval."""
    fill(telling_all, orders="of today", next_update="noon")
    telling_all.act(lambda _scene: e.Approved("announcement"))
    telling_all.act(ANNOUNCE)


def test_what_went_out_stands_in_the_record_word_for_word(telling_all):
    fill(telling_all, orders="of {today}", next_update="中午")
    telling_all.act(people.approve("announcement"))
    fact = telling_all.act(ANNOUNCE)
    assert fact.notice == {
        "id": "announcement",
        "audience": "consumers",
        "channels": ("Shop page",),
        "text": "Orders of {today} are late. Next update at 中午.\n",
    }
    assert telling_all.incident.published_at == telling_all.stamp
    assert telling_all.incident.step("announce").notice == "announcement"


def test_only_facts_that_something_waits_for_are_recorded(calm):
    assert "no fact weather" in calm.misuse(telling.record_fact("weather", "fine"))
    for name in telling.fact_names(calm.plan):
        calm.act(telling.record_fact(name, "known"))
    assert telling.fact_names(calm.plan) == (
        "next_update",
        "orders",
        "principal-told",
        "told-I",
        "told-II",
    )


def test_a_fact_may_be_corrected_and_keeps_the_moment_it_became_known(calm):
    fill(calm, orders="of today")
    first = calm.stamp
    calm.wait(minutes=5)
    fill(calm, orders="of this week")
    assert calm.incident.facts == {"orders": "of this week"}
    assert calm.incident.facts_at == {"orders": first}


# --- notes ---------------------------------------------------------------------------------------


def test_a_note_is_kept_word_for_word_and_changes_nothing(calm):
    before = calm.incident
    fact = calm.act(telling.note("  两行\n文字 ", step="isolate"))
    assert (fact.text, fact.step) == ("  两行\n文字 ", "isolate")
    assert calm.incident == before


def test_a_note_says_something_about_a_step_that_is_known(calm):
    assert "says nothing" in calm.refuse(telling.note(" \n"))
    assert "no step nonsense" in calm.misuse(telling.note("known", step="nonsense"))
