"""Drills without people: how they come out, also where the script stops on its way."""

import pytest
import yaml
from shop import ANSWERS, ATTACK, Shop

SCENARIO = {
    "tmplan-drill": "1",
    "id": "practice",
    "event": ATTACK,
    "title": "练习",
    "narrative": "电脑弹出勒索提示。",
    "objectives": [
        {"id": "stop", "text": "断网止住扩散", "steps": ["isolate"]},
        {"id": "tell", "text": "发出公告", "steps": ["announce"]},
    ],
}


def scenario(shop: Shop, **changed: object) -> str:
    script = {key: value for key, value in {**ANSWERS, **changed}.items() if value is not None}
    path = shop.root / "drill.yaml"
    words = {**SCENARIO, "plan": str(shop.plan), "script": script}
    path.write_text(yaml.safe_dump(words, allow_unicode=True), "utf-8")
    return str(path)


STOPS = {
    "the gate is refused": (
        {"gate": {"confirmed": False, "by": "li", "reason": "x"}},
        ("√ 目标 stop", "√ 目标 tell"),
        "没有人确认安全",
    ),
    "evidence is missing": (
        {"steps": {"isolate": {"do": "done", "by": "sun"}}},
        ("√ 目标 stop", "× 目标 tell"),
        "reached",
    ),
    "a signature is missing": (
        {"steps": {**ANSWERS["steps"], "reset-accounts": {"do": "done", "by": "zhou"}}},
        ("√ 目标 stop", "√ 目标 tell"),
        "reset-accounts",
    ),
    "no review": ({"review": None}, ("√ 目标 stop", "√ 目标 tell"), "review"),
}


@pytest.mark.parametrize(("changed", "shown", "why"), STOPS.values(), ids=STOPS)
def test_a_script_that_stops_is_evaluated_all_the_same(
    shop: Shop, changed: dict[str, object], shown: tuple[str, ...], why: str
) -> None:
    answer = shop.run("drill", "run", scenario(shop, **changed), "--auto")
    assert answer.status == 1, answer.all
    for line in shown:
        assert line in answer.out
    assert why in answer.err
    assert shop.do("list", "--json").json[0]["state"] in ("open", "recovered")


def test_a_script_that_is_wrong_from_the_start_records_nothing(shop: Shop) -> None:
    path = scenario(shop, steps={"nothing": {"do": "done"}})
    assert shop.run("drill", "run", path, "--auto").status in (1, 2)
    assert shop.folders() == []


def test_status_without_an_id_tells_how_the_last_drill_came_out(shop: Shop) -> None:
    for command in ("status", "resume"):
        nothing = shop.run("drill", command)
        assert nothing.status == 2
        assert "没有正在进行的演练" in nothing.err
    shop.run("incident", "open", "--type", ATTACK)
    assert "没有正在进行的演练" in shop.run("drill", "status").err  # an incident is no drill
    assert shop.run("drill", "run", scenario(shop), "--auto").status == 0
    last = shop.run("drill", "status")
    assert last.status == 0, last.all
    assert "√ 目标 stop" in last.out
    assert shop.run("drill", "status", "--json").json["state"] == "closed"
    assert shop.run("drill", "resume").status == 2


def unmarked(text: str) -> list[str]:
    return [line for line in text.splitlines() if line and not line.startswith("演练 / DRILL | ")]


def test_every_line_of_a_drill_says_that_it_is_one(shop: Shop) -> None:
    path = scenario(shop)
    walk = shop.run("drill", "run", path, "--interactive", stdin="?\nw\nc\nl\nb\nzzz\nn\nx\np\n")
    assert walk.status == 0, walk.all
    assert "断网止住扩散" in walk.out
    assert unmarked(walk.all) == []
    one = shop.id
    for words in (("status", one), ("log", one), ("clocks", one), ("note", "两行\n文字")):
        assert unmarked(shop.run("incident", *words).all) == []
    assert unmarked(shop.run("incident", "done", "nothing").err) == []
    assert unmarked(shop.run("drill", "status", "--interactive").out) == []
    assert unmarked(shop.run("drill", "run", path, "--auto").all) == []
    assert "DRILL" not in shop.run("incident", "open", "--type", ATTACK).all
