"""Answers in, level out: the base, floors, raises, and what an unknown counts as."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from stage import HERE, load

from tmplan.errors import WrongUse
from tmplan.plan.classify import (
    Cause,
    Circumstances,
    classify,
    holds,
    next_question,
    read_answer,
)
from tmplan.plan.words import When

TRIAL = load(HERE / "incident" / "plan.yaml")
CALM = {"outage": ("10",), "exposed": ("none",), "affected": ("consumers",), "promo": ("normal",)}
UNKNOWN = ("unknown",)
FIRE = {"sites": ("bin",), "stock": ("80",), "outage": ("1",)}


def level(event="leak", *, linked=frozenset(), waited=0, **given):
    answers = (CALM if event == "leak" else FIRE) | given
    return classify(TRIAL, event, answers, linked=linked, waited=waited).level


@pytest.mark.parametrize(
    ("minutes", "found"),
    [("0", "IV"), ("29.999", "IV"), ("30", "III"), ("119", "III"), ("120", "II"), ("480", "I")],
)
def test_a_band_ends_below_its_limit(minutes, found):
    assert level(outage=(minutes,)) == found


@pytest.mark.parametrize(
    ("share", "found"), [("80", "IV"), ("50", "IV"), ("49.9", "II"), ("12.5", "II"), ("12.4", "I")]
)
def test_bands_may_grow_graver_downwards(share, found):
    assert level("fire", stock=(share,)) == found


def test_an_event_type_has_bands_of_its_own():
    assert level("fire", outage=("15",)) == "I"
    assert level(outage=("15",)) == "IV"


def test_the_base_is_the_gravest_answer():
    found = classify(TRIAL, "leak", CALM | {"outage": ("200",), "exposed": ("suspected",)})
    assert found.level == "II"
    assert [(reason.cause, reason.subject) for reason in found.reasons] == [
        (Cause.ANSWER, "outage")
    ]


def test_of_several_answers_the_gravest_counts():
    assert level("fire", sites=("bin", "store")) == "II"
    assert level("fire", sites=("bin", "shop")) == "III"


@pytest.mark.parametrize("how", [UNKNOWN, None])
def test_unknown_or_not_answered_counts_as_the_gravest(how):
    answers = {**CALM, "outage": how} if how else {k: v for k, v in CALM.items() if k != "outage"}
    found = classify(TRIAL, "leak", answers)
    assert found.level == "I"
    assert (found.reasons[0].cause, found.reasons[0].subject) == (Cause.UNKNOWN, "outage")


def test_unknown_counts_as_what_the_question_says():
    assert level(exposed=UNKNOWN) == "III"


def test_a_question_without_levels_never_changes_the_base():
    assert level(affected=("consumers", "partners", "staff")) == "IV"
    assert level(affected=UNKNOWN) == "IV"


def test_a_floor_lifts():
    assert level(exposed=("leaked",)) == "II"
    assert level(exposed=("leaked",), affected=("consumers", "partners")) == "I"
    assert level(exposed=("leaked",), affected=UNKNOWN) == "I"


def test_in_floors_an_unknown_matches_only_answers_no_graver_than_it_counts():
    """`exposed` counts unknown as III: that may be `suspected` (III), never `leaked` (II)."""
    assert level(exposed=UNKNOWN, affected=("partners",)) == "III"
    assert level(exposed=UNKNOWN, affected=("staff",)) == "II"


def test_a_floor_never_lowers():
    assert level(outage=("500",), exposed=("suspected",), affected=("staff",)) == "I"


def test_raises_add_up_and_end_at_the_gravest():
    assert level(promo=("sale",)) == "III"
    assert level(promo=UNKNOWN) == "III"
    assert level(promo=("sale",), linked=frozenset({"fire"})) == "II"
    assert level(promo=("sale",), linked=frozenset({"fire"}), outage=("60",)) == "I"
    assert level(promo=("sale",), linked=frozenset({"fire"}), outage=("500",)) == "I"


def test_raises_come_after_floors():
    assert level(exposed=("suspected",), affected=("staff",), promo=("sale",)) == "I"


@pytest.mark.parametrize(
    ("waited", "answers", "found"),
    [
        (1799, {"exposed": UNKNOWN}, "III"),
        (1800, {"exposed": UNKNOWN}, "II"),
        (1800, {"affected": UNKNOWN}, "III"),
        (999_999, {}, "IV"),
    ],
)
def test_waiting_raises_only_while_something_is_unknown(waited, answers, found):
    assert level(waited=waited, **answers) == found


def test_reasons_say_what_lifted_it_in_which_order():
    found = classify(
        TRIAL,
        "leak",
        {**CALM, "exposed": ("suspected",), "affected": ("staff",), "promo": ("sale",)},
    )
    assert [(reason.cause, reason.subject, reason.level) for reason in found.reasons] == [
        (Cause.ANSWER, "exposed", "III"),
        (Cause.FLOOR, "2", "II"),
        (Cause.RAISE, "1", "I"),
    ]


def test_a_plan_without_levels_gives_none():
    plan = load(HERE.parent / "plans" / "store-command.yaml")
    assert not plan.levels
    assert all(classify(plan, event, {}).level is None for event in plan.events)


def test_questions_are_asked_in_their_order():
    assert next_question(TRIAL, "leak", {}) == "outage"
    assert next_question(TRIAL, "leak", {"outage": UNKNOWN}) == "exposed"
    assert next_question(TRIAL, "leak", CALM) is None


CHOICES = {
    "outage": ["unknown", "500", "200", "60", "1"],
    "exposed": ["unknown", "leaked", "suspected", "none"],
    "affected": ["unknown", "consumers", "partners", "staff"],
    "promo": ["unknown", "sale", "normal"],
}


@given(
    given=st.fixed_dictionaries({name: st.sampled_from(all_) for name, all_ in CHOICES.items()}),
    linked=st.booleans(),
    waited=st.integers(0, 4000),
)
def test_every_combination_gives_a_level_and_its_last_reason_is_that_level(given, linked, waited):
    found = classify(
        TRIAL,
        "leak",
        {name: (value,) for name, value in given.items()},
        linked=frozenset({"fire"}) if linked else frozenset(),
        waited=waited,
    )
    assert found.level in {"I", "II", "III", "IV"}
    assert found.reasons[-1].level == found.level


@given(
    given=st.fixed_dictionaries({name: st.sampled_from(all_) for name, all_ in CHOICES.items()}),
    worse=st.sampled_from(["outage", "exposed"]),
)
def test_a_worse_answer_is_never_milder(given, worse):
    known = CHOICES[worse][1:]
    if given[worse] not in known[1:]:
        return
    graver = given | {worse: known[known.index(given[worse]) - 1]}
    ranks = [
        TRIAL.rank(classify(TRIAL, "leak", {k: (v,) for k, v in each.items()}).level)
        for each in (given, graver)
    ]
    assert ranks[1] <= ranks[0]


def test_every_event_type_of_the_plans_we_ship_gives_a_level_even_if_nothing_is_known(shop):
    for event in shop.events:
        found = classify(shop, event, {})
        assert (found.level is None) is (not shop.levels)


# --- conditions ---------------------------------------------------------------------------------


def when(**terms):
    outcome = terms.pop("outcome", {})
    many = {k: (v,) if isinstance(v, str) else tuple(v) for k, v in terms.items()}
    return When(many, {k: (v,) for k, v in outcome.items()})


def met(condition, *, event="leak", level=None, linked=(), outcomes=None, answers=None, **how):
    known = Circumstances(event, answers or {}, level, frozenset(linked), outcomes or {})
    return holds(TRIAL, condition, known, **how)


@pytest.mark.parametrize(
    ("condition", "known", "holds_"),
    [
        (when(event="leak"), {}, True),
        (when(event=["fire", "leak"]), {}, True),
        (when(event="fire"), {}, False),
        (when(min_level="II"), {"level": "I"}, True),
        (when(min_level="II"), {"level": "II"}, True),
        (when(min_level="II"), {"level": "III"}, False),
        (when(min_level="IV"), {}, False),
        (when(linked="any"), {"linked": ["fire"]}, True),
        (when(linked="any"), {}, False),
        (when(linked="fire"), {"linked": ["fire"]}, True),
        (when(linked="fire"), {"linked": ["leak"]}, False),
        (when(outcome={"verdict": "dirty"}), {"outcomes": {"verdict": "dirty"}}, True),
        (when(outcome={"verdict": "dirty"}), {"outcomes": {"verdict": "clean"}}, False),
        (when(outcome={"verdict": "dirty"}), {}, False),
        (when(exposed="leaked"), {"answers": {"exposed": ("leaked",)}}, True),
        (when(exposed=["leaked", "none"]), {"answers": {"exposed": ("none",)}}, True),
        (when(exposed="leaked"), {"answers": {"exposed": ("none",)}}, False),
        (when(affected="staff"), {"answers": {"affected": ("consumers", "staff")}}, True),
        (when(affected="staff"), {"answers": {"affected": ("consumers",)}}, False),
        (when(outage="hours"), {"answers": {"outage": ("200",)}}, True),
        (when(outage="band-1"), {"answers": {"outage": ("29",)}}, True),
        (when(outage="hours"), {"answers": {"outage": ("29",)}}, False),
        (when(exposed="leaked", event="fire"), {"answers": {"exposed": ("leaked",)}}, False),
        (when(exposed="leaked", promo="sale"), {"answers": {"exposed": ("leaked",)}}, True),
        (when(stock="band-1"), {"answers": {"stock": ("1",)}}, False),
        (when(exposed="leaked"), {"event": "fire"}, False),
    ],
)
def test_all_keys_must_hold_and_any_value_of_one_suffices(condition, known, holds_):
    assert met(condition, **known) is holds_


@pytest.mark.parametrize("answers", [{}, {"exposed": UNKNOWN}])
def test_unknown_and_not_yet_answered_match_unless_told_to_skip(answers):
    condition = when(exposed="leaked")
    assert met(condition, answers=answers)
    assert not met(condition, answers=answers, unknown_matches=False)


def test_the_rule_for_levels_of_unknown_is_for_floors_and_raises_alone():
    condition = when(exposed="leaked")
    assert met(condition)
    assert not met(condition, shifts_level=True)


# --- reading answers ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("question", "given", "kept"),
    [
        ("outage", 45, ("45",)),
        ("outage", "45", ("45",)),
        ("outage", "45.50", ("45.5",)),
        ("outage", "45 min", ("45",)),
        ("outage", "2小时", ("120",)),
        ("outage", "2 h", ("120",)),
        ("outage", "90 s", ("1.5",)),
        ("outage", "unknown", UNKNOWN),
        ("outage", ["unknown"], UNKNOWN),
        ("exposed", " leaked ", ("leaked",)),
        ("affected", ["staff", "consumers", "staff"], ("consumers", "staff")),
    ],
)
def test_an_answer_is_read_as_it_is_meant(question, given, kept):
    assert read_answer(TRIAL.question("leak", question), question, given) == kept


@pytest.mark.parametrize(
    ("question", "given"),
    [
        ("outage", "long"),
        ("outage", ["1", "2"]),
        ("outage", "nan"),
        ("outage", "1e99"),
        ("outage", "1 month"),
        ("stock", "5 min"),
        ("exposed", "yes"),
        ("exposed", ""),
        ("exposed", []),
        ("exposed", ["none", "leaked"]),
        ("affected", ["staff", "unknown"]),
        ("affected", ["staff", "aliens"]),
    ],
)
def test_what_is_no_answer_is_refused_by_name(question, given):
    with pytest.raises(WrongUse, match=question) as caught:
        read_answer(TRIAL.question("leak", question), question, given)
    assert caught.value.exit_status == 2
