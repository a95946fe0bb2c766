"""What goes stale, what must not stand in a plan, and which numbers can be dialled."""

from datetime import date
from pathlib import Path

import pytest

from tmplan.plan.day import later, months_later
from tmplan.plan.duration import parse_duration
from tmplan.plan.index import Index
from tmplan.plan.load import load_plan, plan_of
from tmplan.plan.phone import is_possible, numbers, subscriber
from tmplan.plan.rules import lint

PLANS = Path(__file__).parents[2] / "plans"
MINIMAL = (Path(__file__).parents[1] / "minimal.yaml").read_text(encoding="utf-8")
TODAY = date(2026, 11, 24)


@pytest.mark.parametrize(
    "written",
    [
        *("13800001234", "138 0000 1234", "138-0000-1234", "+86 138 0000 1234", "0086-13800001234"),
        *(
            "021-62001234",
            "(021) 6200 1234",
            "（0571）88001234",
            "0571-88001234 转 801",
            "+86 21 62001234",
        ),
        *("400-820-8820", "8008208820", "95588", "110", "119", "12345", "12387", "96110"),
        *(
            "+1 415 555 0123",
            "+852 2123 4567",
            "13800001234（微信同号）",
            "13800001234 / 021-62001234",
        ),
    ],
)
def test_a_number_that_can_be_dialled(written):
    found = numbers(written)
    assert found
    assert all(is_possible(each) for each in found)


@pytest.mark.parametrize(
    "written",
    [
        "1380000123",
        "138000012345",
        "12800001234",
        "62001234",
        "8001",
        "138****1234",
        "见通讯录",
        "-",
    ],
)
def test_a_number_that_cannot_be_dialled(written):
    assert not all(is_possible(each) for each in numbers(written) or [""])


def test_two_ways_of_writing_one_number():
    (one,), (other,) = numbers("+86 138-0000-1234"), numbers("13800001234")
    assert subscriber(one) == subscriber(other)


def found_in(text):
    words = {"about": {"effective": "2026-11-20", "approved_by": "Li", "purpose": text}}
    return {each.code.name for each in lint(Index(words)) if each.code.id[:3] == "TM9"}


@pytest.mark.parametrize(
    "text",
    [
        "-----BEGIN RSA PRIVATE KEY-----\nMIIEow",
        "AKIA" + "IOSFODNN7EXAMPLE",
        "用 LTAI" + "5tQyZ9abcdefGHIJ 登录",
        "key: sk-" + "a1B2" * 8,
        "ghp_" + "a1B2" * 9,
        "https://oapi.dingtalk.com/robot/send?access_token=" + "0f" * 32,
        "https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key="
        + "693a91f6-7xxx"[:8]
        + "-"
        + "0" * 28,
        "后台密码：Tmall2026",
        "后台口令是 888888",
        "Password: hunter2!",
        "pwd=abc123",
        "API_KEY = 9f8e7d6c",
    ],
)
def test_a_secret_is_found(text):
    assert found_in(text) == {"secret-in-plan"}


@pytest.mark.parametrize(
    "text",
    [
        "密码：见保险柜",
        "更换主账号密码并核对二次验证",
        "The password is kept in the safe.",
        "password: {password}",
        "口令: ",
        "Token: expired",
        "Password: min. eight letters",
        "密钥：https://vault.example.cn/2026",
        "口令是否每 90 天更换",
        "An access token is 32 characters long.",
        "risk-assessment-of-the-warehouse-2026",
        "订单 4012345678901234567 已发货",
        "统一社会信用代码 91330100799655058B",
    ],
)
def test_what_is_no_secret(text):
    assert found_in(text) == set()


@pytest.mark.parametrize(
    ("text", "finds"),
    [
        ("11010519491231002X", True),
        ("身份证 110105 19491231 002x 号", True),
        ("110105194912310021", False),
        ("110105194913310026", False),
        ("6222 0200 0000 0000 004", False),
        ("4111 1111 1111 1111", True),
        ("4111 1111 1111 1112", False),
        ("2026-11-24 09:30 13800001234", False),
    ],
)
def test_identity_and_card_numbers_are_known_by_their_check_digits(text, finds):
    assert found_in(text) == ({"identity-number-in-plan"} if finds else set())


@pytest.mark.parametrize(
    ("text", "finds"),
    [
        ("联系电话待定", True),
        ("TODO: ask Li", True),
        ("负责人XXX", True),
        ("XXXL 码", False),
        ("method", False),
        ("快递待补货", False),
    ],
)
def test_what_is_still_to_be_written(text, finds):
    assert found_in(text) == ({"todo-left"} if finds else set())


@pytest.mark.parametrize(
    ("start", "length", "day"),
    [
        ("2026-01-31", "1 month", "2026-02-28"),
        ("2024-02-29", "12 months", "2025-02-28"),
        ("2026-12-31", "2 weeks", "2027-01-14"),
        ("2026-11-24", "90 min", "2026-11-24"),
        ("2026-11-24", "999999 years", "9999-12-31"),
    ],
)
def test_a_day_later(start, length, day):
    assert later(date.fromisoformat(start), parse_duration(length)).isoformat() == day


def test_a_year_ago():
    assert months_later(date(2024, 2, 29), -12) == date(2023, 2, 28)


def codes(loaded):
    return [each.code.id for each in loaded.problems]


def test_without_a_day_nothing_is_said_about_dates():
    stale = MINIMAL.replace("effective: 2026-11-20", "effective: 2019-01-01")
    assert codes(plan_of(stale.encode(), "minimal.yaml", Path())) == []
    assert codes(plan_of(stale.encode(), "minimal.yaml", Path(), today=TODAY)) == ["TM801"]


SCENARIO = (
    "tmplan-drill: 1\nid: wet\nplan: ../plan.yaml\nevent: {event}\ntitle: Wet\nnarrative: Rain.\n"
)


@pytest.fixture
def project(tmp_path):
    """A plan with one scenario for its one event type."""
    (tmp_path / "drills").mkdir()
    (tmp_path / "drills" / "wet.yaml").write_text(SCENARIO.format(event="flood"), "utf-8")
    return tmp_path


def lint_with(project, scenarios):
    plan = project / "plan.yaml"
    plan.write_text(f"{MINIMAL}drills:\n  scenarios: [{scenarios}]\n", "utf-8")
    loaded = load_plan(plan)
    return [(each.code.name, each.span.line) for each in loaded.problems]


LAST = MINIMAL.count("\n") + 2


def test_a_scenario_that_fits(project):
    assert lint_with(project, "drills/wet.yaml") == []
    assert lint_with(project, "./drills/../drills/wet.yaml") == []


def test_a_scenario_that_is_not_there(project):
    assert lint_with(project, "drills/wet.yaml, drills/dry.yaml") == [("scenario-missing", LAST)]


@pytest.mark.parametrize(
    "text",
    [
        SCENARIO.format(event="storm"),
        SCENARIO.format(event="flood").replace("../plan.yaml", "../other.yaml"),
        "tmplan: 1\nid: x\n",
        "",
        "\0",
        "tmplan-drill: 1\nevent: [flood]\n",
        "tmplan-drill: 1\n{",
    ],
)
def test_a_scenario_that_does_not_fit(project, text):
    (project / "drills" / "odd.yaml").write_text(text, "utf-8")
    found = lint_with(project, "drills/wet.yaml, drills/odd.yaml")
    assert found == [("scenario-misfit", LAST)]


@pytest.mark.parametrize("how", ['"flood"', "flood  # the river", "'flood'"])
def test_an_event_type_written_in_another_way(project, how):
    (project / "drills" / "wet.yaml").write_text(SCENARIO.format(event=how), "utf-8")
    assert lint_with(project, "drills/wet.yaml") == []


def test_an_event_type_nobody_rehearsed(project):
    names = [name for name, _ in lint_with(project, "")]
    assert names == ["event-not-drilled"]


def test_somebody_in_the_contacts_file_is_shown_there(tmp_path):
    text = MINIMAL.replace("    wang: {name: Wang}\n", "  contacts: contacts.yaml\n")
    (tmp_path / "plan.yaml").write_text(text, "utf-8")
    contacts = "people:\n  wang:\n    name: Wang\n    phone: '123456'\n"
    (tmp_path / "contacts.yaml").write_text(contacts, "utf-8")
    loaded = load_plan(tmp_path / "plan.yaml")
    (bad,) = [each for each in loaded.problems if each.code.name == "bad-phone"]
    assert loaded.source_of(bad).name.endswith("contacts.yaml")
    assert (bad.span.line, bad.path) == (4, ("people", "wang", "phone"))


@pytest.mark.parametrize("name", ["store.yaml", "store-command.yaml"])
def test_the_example_plans_are_in_order_on_the_day_they_were_made(name):
    loaded = load_plan(PLANS / name, today=TODAY)
    assert [each for each in loaded.problems if each.code.severity != "notice"] == []
