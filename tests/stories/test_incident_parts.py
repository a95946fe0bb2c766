"""An incident and a drill from a plan that stands in several files."""

from hashlib import sha256
from pathlib import Path

import pytest
import yaml
from shop import ANSWERS, ATTACK, HERE, Shop

PARTS = {
    "parts/questions.yaml": ["questions"],
    "parts/events.yaml": ["events"],
    "parts/notices.yaml": ["notices", "obligations"],
}


@pytest.fixture
def parted(tmp_path: Path) -> Shop:
    """The shop whose plan has its definitions in parts, cut from the text as it is typed."""
    text = (HERE / "shop.yaml").read_text("utf-8")
    at = {name: text.index(f"\n{name}:\n") + 1 for names in PARTS.values() for name in names}
    ends = dict(zip(at, [*list(at.values())[1:], len(text)], strict=True))
    head = text[: at["questions"]].replace("\nabout:", f"\nparts: [{', '.join(PARTS)}]\nabout:", 1)
    files = {"shop.yaml": head} | {
        file: "tmplan-part: 1\n" + "".join(text[at[name] : ends[name]] for name in names)
        for file, names in PARTS.items()
    }
    shop = Shop(tmp_path / "parted")
    for name, inside in files.items():
        path = shop.plan.parent / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(inside, encoding="utf-8", newline="\n")
    return shop


def test_an_incident_is_opened_closed_and_verified(parted: Shop) -> None:
    answer = parted.headless(parted.answers())
    assert answer.status == 0, answer.all
    status = parted.status(parted.id)
    assert (status["state"], status["level"]) == ("closed", "II")
    assert parted.run("incident", "verify", parted.id).status == 0
    assert parted.lines()[0]["data"]["sources"] == {
        name: sha256((parted.plan.parent / name).read_bytes()).hexdigest()
        for name in ("shop.yaml", *PARTS)
    }


def test_it_is_walked_as_the_same_plan_in_one_file_is(parted: Shop, closed: Shop) -> None:
    parted.headless(parted.answers())
    assert parted.types() == closed.types()
    assert parted.states() == closed.states()


def test_a_part_that_is_gone_later_does_not_touch_an_open_incident(parted: Shop) -> None:
    assert parted.run("incident", "open", "--type", ATTACK).status == 8
    (parted.plan.parent / "parts" / "events.yaml").unlink()
    parted.do("answer", "outage=45", "data-exposed=suspected", "affected=consumers")
    parted.do("done", "isolate")
    assert parted.states()["isolate"] == "done"
    assert parted.run("incident", "verify", parted.id).status == 0
    again = parted.run("incident", "open", "--type", ATTACK)
    assert again.status == 1
    assert "TM013" in again.err


def test_a_scenario_rehearses_an_event_type_that_stands_in_a_part(parted: Shop) -> None:
    scenario = {
        "tmplan-drill": 1,
        "id": "weekend",
        "plan": "../shop.yaml",
        "event": ATTACK,
        "title": "周末",
        "narrative": "电脑弹出勒索提示。",
        "expect": {"level": "II"},
        "script": {key: value for key, value in ANSWERS.items() if key != "type"},
    }
    (parted.plan.parent / "drills").mkdir()
    path = parted.plan.parent / "drills" / "weekend.yaml"
    path.write_text(yaml.safe_dump(scenario, allow_unicode=True, sort_keys=False), "utf-8")
    (path.parent / "proof.txt").write_text("一行日志\n", encoding="utf-8")
    assert parted.run("validate", "plans").status == 0
    answer = parted.run("drill", "run", "weekend", "--auto")
    assert answer.status == 0, answer.all
