"""From report to close without anybody at the keyboard."""

import shutil
import subprocess
from pathlib import Path

import pytest
import yaml
from shop import ANSWERS, ATTACK, REPO, Shop

CHECK = r"""
prev=$(printf '0%.0s' {1..64}); n=0
while IFS= read -r line; do
  body=${line%,\"hash\":\"*}; h=$(printf %s "$body" | sha256sum | cut -c1-64)
  [ "$line" = "$body,\"hash\":\"$h\"}" ] &&
  [ "$(printf %s "$line" | jq -r '"\(.seq) \(.prev)"')" = "$n $prev" ] || { echo "BAD line $((n+1))"; exit 1; }
  prev=$h; n=$((n+1))
done < "$1"; echo "ok $n head $prev"
"""


@pytest.mark.slow
@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_shops_own_plan_is_walked_from_report_to_close(tmp_path: Path, language: str) -> None:
    shop = Shop(tmp_path, REPO / "plans" / "store.yaml")
    drill = REPO / "plans" / "drills" / "network-attack-weekend.yaml"
    script = yaml.safe_load(drill.read_text("utf-8"))["script"]
    shutil.copytree(drill.parent / "evidence", tmp_path / "evidence")
    (tmp_path / "script.yaml").write_text(yaml.safe_dump(script, allow_unicode=True), "utf-8")
    answer = shop.headless("script.yaml", "--lang", language)
    assert answer.status == 0, answer.all
    status = shop.status(shop.id)
    assert (status["state"], status["level"], status["phase"]) == ("closed", "II", None)
    assert {step["state"] for step in status["steps"]} <= {"done", "off"}
    assert shop.run("incident", "verify", shop.id).status == 0


def test_the_answers_file_of_the_documentation_reaches_closed(tmp_path: Path) -> None:
    shop = Shop(tmp_path, REPO / "plans" / "store.yaml")
    answer = shop.run(
        "incident", "open", "--answers", str(REPO / "plans" / "answers" / "network-attack.yaml")
    )
    assert answer.status == 0, answer.all
    assert shop.status(shop.id)["state"] == "closed"


def test_anybody_can_check_the_journal_with_the_shell(closed: Shop) -> None:
    if not all(map(shutil.which, ("bash", "jq", "sha256sum"))):
        pytest.skip("bash, jq and sha256sum are not all here")
    done = subprocess.run(
        ["bash", "-c", CHECK, "check", str(closed.journal)],
        capture_output=True,
        text=True,
        check=False,
    )
    last = closed.lines()[-1]
    assert done.stdout.strip() == f"ok {last['seq'] + 1} head {last['hash']}", done.stderr


def test_entries_come_in_the_order_of_the_process(closed: Shop) -> None:
    rows = [
        (line["type"], line["data"].get("step") or line["data"].get("subject") or "")
        for line in closed.lines()
        if line["type"] != "fact.recorded"
    ]
    assert rows == [
        ("incident.opened", ""),
        ("step.done", "isolate"),
        ("incident.answered", ""),
        ("incident.answered", ""),
        ("incident.answered", ""),
        ("step.done", "call-chief"),
        ("step.done", "reset-accounts"),
        ("signature.given", "reset-accounts"),
        ("step.done", "save-logs"),
        ("step.skipped", "pause-ads"),
        ("approval.given", "shop-notice"),
        ("step.done", "announce"),
        ("step.done", "report-office"),
        ("approval.given", "rebuild"),
        ("step.done", "rebuild"),
        ("gate.passed", ""),
        ("step.done", "test-orders"),
        ("incident.recovered", ""),
        ("step.done", "improve-plan"),
        ("review.recorded", ""),
        ("incident.closed", ""),
    ]
    judged = [line["data"].get("classified", False) for line in closed.lines()]
    answers = [n for n, line in enumerate(closed.lines()) if line["type"] == "incident.answered"]
    assert [n for n, yes in enumerate(judged) if yes] == answers[-1:]


def test_one_act_is_one_line_with_everything_it_did(closed: Shop) -> None:
    done = {line["data"]["step"]: line for line in closed.lines() if line["type"] == "step.done"}
    assert done["announce"]["data"]["notice"]["id"] == "shop-notice"
    assert "今天二十点以后的订单" in str(done["announce"]["data"]["notice"])
    assert done["report-office"]["data"]["discharges"] == ["leak-report.first"]
    assert done["save-logs"]["data"]["evidence"]["log-lines"] == "120"
    (kept,) = (closed.folder / "evidence").iterdir()
    assert kept.read_text("utf-8") == "一行日志\n"
    assert kept.name in done["save-logs"]["data"]["evidence"]["log-export"]


def test_everybody_acts_as_themselves(closed: Shop) -> None:
    who = {
        (line["type"], line["data"].get("step", line["data"].get("subject", ""))): line["actor"]
        for line in closed.lines()
    }
    assert who["step.done", "isolate"] == "sun"
    assert who["step.done", "reset-accounts"] == "zhou"
    assert who["signature.given", "reset-accounts"] == "zhao"
    assert who["approval.given", "rebuild"] == "li"
    assert who["gate.passed", ""] == "li"


def test_the_files_are_for_their_owner_only(closed: Shop) -> None:
    modes = {path.stat().st_mode & 0o777 for path in closed.folder.rglob("*") if path.is_file()}
    assert modes == {0o600}
    assert closed.folder.stat().st_mode & 0o777 == 0o700


def test_the_answers_may_come_from_standard_input(shop: Shop) -> None:
    text = Path(shop.answers()).read_text("utf-8")
    assert shop.headless("-", stdin=text).status == 0
    assert shop.types()[-1] == "incident.closed"


def test_json_is_one_document_and_the_rest_goes_to_standard_error(shop: Shop) -> None:
    answer = shop.headless(shop.answers(), "--json")
    assert answer.status == 0
    assert answer.json["state"] == "closed"
    assert answer.json["id"] in answer.err


def test_without_a_review_it_stops_there_and_can_go_on(shop: Shop) -> None:
    answer = shop.headless(shop.answers(without=["review"]))
    assert answer.status == 8
    assert shop.status()["state"] == "recovered"
    assert shop.status()["phase"] == "review"
    more = shop.run("incident", "resume", "--answers", shop.answers())
    assert more.status == 0, more.all
    assert shop.types()[-2:] == ["review.recorded", "incident.closed"]


def test_a_level_set_by_hand_counts_and_says_why(shop: Shop) -> None:
    level = {"set": "I", "by": "li", "reason": "媒体已经报道"}
    assert shop.headless(shop.answers(level=level)).status == 0
    judged = [line for line in shop.lines() if line["type"] == "incident.classified"]
    assert [(line["actor"], line["data"]["override"]) for line in judged] == [("li", True)]
    assert judged[0]["data"]["reason"] == "媒体已经报道"
    assert shop.status(shop.id)["level"] == "I"


def test_a_question_not_named_counts_as_unknown(shop: Shop) -> None:
    shop.headless(shop.answers(answers={"outage": 45}))
    status = shop.status(shop.id)
    assert status["unknown_questions"] == ["data-exposed", "affected"]
    assert status["open_questions"] == []


WRONG = {
    "a question of another type": {"answers": {"depth": "deep"}},
    "an unknown answer": {"answers": {"data-exposed": "perhaps"}},
    "a step of no type": {"steps": {"isolte": {"do": "done"}}},
    "a step of another type": {"steps": {"leave": {"do": "done"}}},
    "evidence nobody asks for": {"steps": {"isolate": {"do": "done", "evidence": {"x": "y"}}}},
    "no number": {"steps": {"save-logs": {"do": "done", "evidence": {"log-lines": "many"}}}},
    "a choice that is none": {"steps": {"call-chief": {"evidence": {"reached": "cat"}}}},
    "an unknown fact": {"facts": {"order-range": "x"}},
    "an unknown approval": {"approve": ["rebuld"]},
    "an unknown level": {"level": {"set": "V", "reason": "x"}},
    "an unknown key": {"stepz": {}},
    "an unknown act": {"steps": {"isolate": {"do": "finish"}}},
    "put off without a time": {"steps": {"pause-ads": {"do": "defer", "reason": "x"}}},
    "put off until nonsense": {
        "steps": {"pause-ads": {"do": "defer", "until": "x", "reason": "x"}}
    },
    "a criterion that is none": {"recovered_when": ["不存在的标准"]},
    "no such type": {"type": "volcano"},
    "nobody": {"by": ""},
}


@pytest.mark.parametrize("wrong", WRONG.values(), ids=WRONG)
def test_a_wrong_answers_file_records_nothing(shop: Shop, wrong: dict[str, object]) -> None:
    typed = [] if "type" in wrong else ["--type", ATTACK]
    path = shop.answers(**wrong)
    answer = shop.run("incident", "open", *typed, "--answers", path)
    assert answer.status == 2, answer.all
    assert shop.folders() == []
    assert answer.out == ""


def test_a_missing_file_is_found_before_anything_is_recorded(shop: Shop) -> None:
    steps = shop.steps(save_logs={"do": "done", "evidence": {"log-export": "none.txt"}})
    answer = shop.headless(shop.answers(steps=steps))
    assert answer.status == 3
    assert "none.txt" in answer.err
    assert shop.folders() == []


def test_an_answers_file_that_is_not_there(shop: Shop) -> None:
    answer = shop.headless("nowhere.yaml")
    assert answer.status == 3
    assert "nowhere.yaml" in answer.err
    assert shop.folders() == []


WAITING = {
    "required evidence": ({"steps": {"isolate": {"do": "done"}}}, "reached"),
    "a step under `otherwise: stop`": ({"otherwise": "stop", "steps": {}}, "isolate"),
    "an approval": ({"approve": []}, "shop-notice"),
    "an irreversible step": (
        {"steps": {k: v for k, v in ANSWERS["steps"].items() if k != "rebuild"}},
        "rebuild",
    ),
}


@pytest.mark.parametrize(("changed", "named"), WAITING.values(), ids=WAITING)
def test_what_nobody_said_is_never_invented(
    shop: Shop, changed: dict[str, object], named: str
) -> None:
    answer = shop.headless(shop.answers(**changed))
    assert answer.status == 8, answer.all
    assert named in answer.err
    assert shop.status()["state"] == "open"
    assert shop.run("incident", "resume", "--answers", shop.answers()).status == 0


@pytest.mark.parametrize("part", ["gate", "recovered_when", "review"])
def test_a_built_in_act_nobody_spoke_of_is_waited_for(shop: Shop, part: str) -> None:
    answer = shop.headless(shop.answers(without=[part]))
    assert answer.status == 8, answer.all
    assert part in answer.err


def test_an_irreversible_step_may_be_allowed_for_all(shop: Shop) -> None:
    steps = shop.steps(rebuild=None)
    assert shop.headless(shop.answers(steps=steps, irreversible=True)).status == 0


REFUSED = {
    "the gate is not confirmed": {"gate": {"confirmed": False}},
    "the gate is confirmed by somebody else": {"gate": {"confirmed": True, "by": "zhou"}},
    "a signature is missing": {
        "steps": {**ANSWERS["steps"], "reset-accounts": {"do": "done", "by": "zhou"}}
    },
    "somebody signs their own act": {
        "steps": {
            **ANSWERS["steps"],
            "reset-accounts": {"do": "done", "by": "zhao", "signed_by": "zhao"},
        }
    },
    "a must is left out by somebody who does not lead": {
        "steps": {**ANSWERS["steps"], "isolate": {"do": "skip", "reason": "x", "by": "zhou"}}
    },
}


@pytest.mark.parametrize("changed", REFUSED.values(), ids=REFUSED)
def test_what_the_plan_forbids_is_refused(shop: Shop, changed: dict[str, object]) -> None:
    answer = shop.headless(shop.answers(**changed))
    assert answer.status == 6, answer.all
    assert shop.status()["state"] in ("open", "recovered")
    assert shop.run("incident", "verify").status == 0


def test_a_notice_with_an_empty_field_fails_its_step_and_says_why(shop: Shop) -> None:
    answer = shop.headless(shop.answers(facts={"order_range": "今天"}))
    assert answer.status == 0, answer.all  # publishing is not a must; documented it is settled
    failed = [line["data"] for line in shop.lines() if line["type"] == "step.failed"]
    assert [data["step"] for data in failed] == ["announce"]
    assert "shop-notice" in failed[0]["reason"]
    assert "next_update" in failed[0]["reason"]


def test_a_notice_with_a_forbidden_word_is_not_published(shop: Shop) -> None:
    facts = {"order_range": "我们绝对没有泄露", "next_update": "九点"}
    shop.headless(shop.answers(facts=facts))
    failed = [line["data"] for line in shop.lines() if line["type"] == "step.failed"]
    assert [data["step"] for data in failed] == ["announce"]
    assert "绝对没有" in failed[0]["reason"]


def test_a_failed_must_brings_its_alternative(shop: Shop) -> None:
    steps = shop.steps(
        reset_accounts={"do": "fail", "reason": "主账号登不上"}, call_platform={"do": "done"}
    )
    assert shop.headless(shop.answers(steps=steps)).status == 0
    kinds = [(line["type"], line["data"].get("step")) for line in shop.lines()]
    assert kinds.index(("step.done", "call-platform")) > kinds.index(
        ("step.failed", "reset-accounts")
    )
