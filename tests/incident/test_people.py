"""Who acts as what: holders, deputies, who leads, and roles that change hands."""

import pytest
from stage import Story

from tmplan.incident import entry as e
from tmplan.incident.authority import actual_role, holder, leader_role, leads, may_act_as
from tmplan.incident.decide import ending, judging, people


def set_level(level):
    return judging.reclassify(level=level, reason="known")


@pytest.mark.parametrize(
    ("role", "person"),
    [
        ("chief", "li"),  # the first of those who hold it
        ("commander", "wang"),
        ("tech", "zhou"),  # held by nobody: the deputy
        ("scribe", "zhou"),  # nobody at all: who leads its group
        ("stranger", None),  # and no group
        ("anyone", "zhao"),  # who is on duty
        ("leader", "zhao"),  # no level yet: the same
        ("nonsense", None),
    ],
)
def test_who_holds_a_role(story, role, person):
    assert holder(story.plan, story.incident, role) == person


def test_the_opening_says_who_holds_what(story):
    assert story.incident.roles == {"chief": "li", "commander": "wang", "duty": "zhao"}


def test_a_role_changes_hands_for_this_incident(story):
    fact = story.act(people.assign("chief", "zhou"))
    assert fact == e.RoleAssigned("chief", "zhou")
    assert holder(story.plan, story.incident, "chief") == "zhou"
    story.act(people.assign("scribe", "a neighbour"))
    assert holder(story.plan, story.incident, "scribe") == "a neighbour"


def test_a_role_that_changes_hands_takes_no_leave_from_its_holders_in_the_plan(story):
    story.act(people.assign("chief", "zhou"))
    assert [may_act_as(story.plan, story.incident, who, "chief") for who in ("zhou", "li")] == [
        True,
        True,
    ]


def test_only_roles_of_the_plan_are_handed_to_somebody(story):
    assert "no role nonsense" in story.misuse(people.assign("nonsense", "li"))
    assert "no role leader" in story.misuse(people.assign("leader", "li"))
    assert "needs a person" in story.refuse(people.assign("chief", " "))


@pytest.mark.parametrize(
    ("person", "role", "may"),
    [
        ("li", "chief", True),
        ("wang", "chief", True),
        ("zhao", "chief", False),
        ("zhao", "commander", True),
        ("zhou", "tech", True),
        ("zhou", "scribe", True),
        ("li", "scribe", False),
        ("li", "stranger", False),
        ("passer-by", "anyone", True),
        ("zhao", "leader", True),
        ("li", "leader", False),
        ("li", "nonsense", False),
    ],
)
def test_who_may_act_as_what(story, person, role, may):
    """Holders, deputies, and who stands in for a role that nobody holds."""
    assert may_act_as(story.plan, story.incident, person, role) is may


@pytest.mark.parametrize(
    ("level", "role", "leaders"),
    [
        (None, "duty", {"zhao"}),
        ("I", "chief", {"li", "wang"}),
        ("II", "commander", {"wang", "zhao"}),
        ("III", "tech", {"zhou"}),
        ("IV", "duty", {"zhao"}),
    ],
)
def test_the_level_says_who_leads(story, level, role, leaders):
    if level:
        story.act(set_level(level))
    everybody = ("li", "wang", "zhao", "zhou", "passer-by")
    assert leader_role(story.plan, story.incident) == role
    assert {who for who in everybody if leads(story.plan, story.incident, who)} == leaders
    assert actual_role(story.plan, story.incident, "leader") == role


def test_who_was_given_the_role_leads(story):
    story.act(people.assign("duty", "passer-by"))
    assert leads(story.plan, story.incident, "passer-by")


def test_a_vacant_role_stops_nobody_once_it_is_given_to_somebody(calm):
    """A role held by nobody warns; whoever is put into it approves like any other."""
    calm.act(people.assign("commander", "passer-by"))
    calm.settle("first", "report", "respond", "publish", "handle")
    calm.act(ending.pass_gate(), by="passer-by")


def test_each_act_keeps_who_acted(trial):
    story = Story(trial).open()
    story.done("unplug", by="passer-by")
    assert story.incident.step("unplug").by == "passer-by"
