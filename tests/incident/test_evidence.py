"""Before and after the act: evidence, approval, signature."""

import pytest

from tmplan.errors import AnswerNeeded
from tmplan.incident.decide import ending, people, steps


def survey(**evidence):
    return steps.finish_step("survey", evidence={"verdict": "clean", **evidence})


# --- evidence ------------------------------------------------------------------------------------


@pytest.mark.parametrize("given", [{}, {"verdict": " "}, {"machines": "3"}])
def test_evidence_that_is_required_is_never_invented(calm, given):
    before = list(calm.entries)
    with pytest.raises(AnswerNeeded, match="survey lacks evidence: verdict") as caught:
        calm.act(steps.finish_step("survey", evidence=given))
    assert caught.value.exit_status == 8
    assert calm.entries == before


def test_evidence_that_is_not_required_may_be_left_out(calm):
    calm.act(survey(machines="", words=" "))
    assert calm.incident.step("survey").evidence == {"verdict": "clean"}


def test_evidence_nobody_asked_for_is_not_kept(calm):
    assert "asks for no evidence colour" in calm.misuse(survey(colour="red"))
    assert "asks for no evidence" in calm.misuse(
        steps.finish_step("gather", evidence={"verdict": "clean"})
    )


@pytest.mark.parametrize(
    ("name", "given", "kept"),
    [
        ("verdict", " dirty ", "dirty"),
        ("machines", "3", "3"),
        ("machines", "-0.5", "-0.5"),
        ("seen-at", "09:30", "09:30"),
        ("seen-at", "9:30", "9:30"),
        ("seen-at", "2026-11-24 09:30", "2026-11-24 09:30"),
        ("seen-at", "2026-11-24T09:30:00+08:00", "2026-11-24T09:30:00+08:00"),
        ("ticket", "https://example.com/7?a=b", "https://example.com/7?a=b"),
        ("words", "  两行\n文字  ", "两行\n文字"),
        ("photo", "photo.png (sha256:00)", "photo.png (sha256:00)"),
    ],
)
def test_each_kind_of_evidence_is_kept_as_given(calm, name, given, kept):
    calm.act(survey(**{name: given}))
    assert calm.incident.step("survey").evidence[name] == kept


@pytest.mark.parametrize(
    ("name", "given", "said"),
    [
        ("verdict", "spotless", "one of clean, dirty"),
        ("machines", "three", "a number (pieces)"),
        ("machines", "3 pieces", "a number (pieces)"),
        ("machines", "1e3", "a number (pieces)"),
        ("machines", "nan", "a number (pieces)"),
        ("seen-at", "soon", "a time such as"),
        ("seen-at", "25:00", "a time such as"),
        ("seen-at", "2026-02-30", "a time such as"),
        ("ticket", "example.com/7", "a link that begins with"),
        ("ticket", "javascript:alert(1)", "a link that begins with"),
        ("ticket", "https://a b", "a link that begins with"),
    ],
)
def test_evidence_of_the_wrong_kind_is_refused_by_name(calm, name, given, said):
    sentence = calm.misuse(survey(**{name: given}))
    assert f"evidence {name} is {said}" in sentence


# --- approval before the act ---------------------------------------------------------------------


@pytest.fixture
def isolated(calm):
    """A leak with the machine isolated, so that the accounts can be frozen."""
    calm.done("isolate")
    return calm


def test_a_step_waits_for_its_approval(isolated):
    assert "needs the approval of chief" in isolated.refuse(
        steps.finish_step("freeze", evidence={})
    )
    isolated.act(people.approve("freeze"), by="li")
    isolated.done("freeze")
    assert isolated.item("freeze").settled


@pytest.mark.parametrize(("person", "may"), [("li", True), ("wang", True), ("zhou", False)])
def test_only_the_role_the_plan_names_approves(isolated, person, may):
    """Li holds the role, Wang is its deputy."""
    if not may:
        assert "does not hold the role chief" in isolated.refuse(people.approve("freeze"), person)
        return
    isolated.act(people.approve("freeze"), person)
    assert isolated.incident.approvals == {"freeze": person}


def test_what_needs_no_approval_is_not_approved(calm):
    assert "needs no approval" in calm.refuse(people.approve("gather"))
    assert "no step or notice nonsense" in calm.misuse(people.approve("nonsense"))


@pytest.mark.parametrize("become", [steps.fail_step, steps.rule_out_step])
def test_only_doing_it_needs_the_approval(isolated, become):
    isolated.act(become("freeze", reason="known"))
    assert isolated.incident.approvals == {}


# --- signature after the act ---------------------------------------------------------------------


@pytest.fixture
def restarted(isolated):
    """Selling again, begun by Zhao; a commander (Wang or Zhao) is to sign."""
    isolated.done("gather")
    isolated.act(people.approve("freeze"), by="li")
    isolated.done("freeze")
    isolated.act(ending.pass_gate(), by="wang")
    isolated.done("restart", by="zhao")
    return isolated


def test_a_step_without_its_signature_is_done_but_unsigned(restarted):
    item = restarted.item("restart")
    assert (item.settled, item.unsigned) == (True, True)
    restarted.act(people.sign("restart"), by="wang")
    assert not restarted.item("restart").unsigned
    assert restarted.incident.step("restart").signed_by == "wang"


def test_nobody_signs_their_own_act(restarted):
    """Zhao holds the role that signs, and did it."""
    assert "nobody signs their own act" in restarted.refuse(people.sign("restart"), by="zhao")


def test_a_later_act_on_a_step_does_not_make_its_signer_another_person(restarted):
    restarted.act(steps.reopen_step("restart", reason="it stopped"), by="wang")
    restarted.done("restart", by="wang")
    assert "nobody signs their own act" in restarted.refuse(people.sign("restart"), by="wang")
    restarted.act(people.sign("restart"), by="zhao")


def test_only_the_role_the_plan_names_signs(restarted):
    assert "does not hold the role commander" in restarted.refuse(people.sign("restart"), by="li")


def test_a_signature_needs_an_act(calm):
    assert "asks for no signature" in calm.refuse(people.sign("gather"))
    assert "is not done" in calm.refuse(people.sign("restart"), by="wang")
    assert "has no step nonsense" in calm.misuse(people.sign("nonsense"))
