"""What can be read of an incident: status, list, log, clocks, verify. They write nothing."""

import json
import os
import shutil
from collections.abc import Callable, Iterator
from datetime import datetime
from hashlib import sha256

import pytest
from shop import ATTACK, Shop


def test_status_holds_everything_it_promises(judged: Shop) -> None:
    status = judged.status()
    lines = judged.lines()
    assert status["id"] == judged.id
    assert status["mode"] == "real"
    pin = (judged.folder / f"plan-{status['plan']['sha256']}.json").read_bytes()
    assert status["plan"] == {"id": "shop", "version": "1.10", "sha256": sha256(pin).hexdigest()}
    assert (status["event_type"], status["level"]) == (ATTACK, "II")
    assert (status["state"], status["phase"]) == ("open", "first")
    assert status["opened_at"] == status["discovered_at"] == lines[0]["ts"]
    assert status["open_questions"] == status["unknown_questions"] == []
    assert status["roles"] == {"chief": "li", "keeper": "zhao", "tech": "zhou"}
    assert status["entries"] == len(lines)
    assert status["head"] == lines[-1]["hash"]
    assert status["unknown_types"] == 0
    assert status["next"][0] == "isolate"
    assert "reset-accounts" not in status["next"]  # it waits for isolate
    assert "test-orders" not in status["next"]  # it waits for the gate


def test_status_tells_every_step(judged: Shop) -> None:
    judged.do("done", "isolate")
    judged.do("done", "reset-accounts")
    status = judged.status()
    steps = {step["id"]: step for step in status["steps"]}
    promised = {"id", "phase", "role", "need", "state", "conflict", "signed", "due", "late"}
    assert all(set(step) >= promised for step in status["steps"])
    assert {name: step["phase"] for name, step in steps.items()} == {
        "isolate": "first",
        "call-chief": "report",
        "reset-accounts": "respond",
        "call-platform": "respond",
        "save-logs": "respond",
        "pause-ads": "respond",
        "announce": "publish",
        "report-office": "handle",
        "rebuild": "handle",
        "test-orders": "recover",
        "improve-plan": "review",
    }
    assert steps["isolate"]["state"] == "done"
    assert steps["call-platform"]["state"] == "off"
    assert steps["isolate"]["signed"] is None
    assert steps["reset-accounts"]["signed"] is False
    assert steps["isolate"]["late"] is False
    assert steps["pause-ads"]["due"] is None
    assert steps["improve-plan"]["due"] is None  # its clock has not begun
    opened = datetime.fromisoformat(status["opened_at"])
    due = datetime.fromisoformat(steps["call-chief"]["due"])
    assert 599 <= (due - opened).total_seconds() <= 600
    assert steps["call-chief"]["need"] == "must"
    assert steps["call-chief"]["conflict"] is False


def test_status_tells_every_clock(judged: Shop) -> None:
    judged.do("done", "isolate")
    judged.do("skip", "save-logs", "--reason", "没有日志")
    clocks = {clock["id"]: clock["state"] for clock in judged.status()["clocks"]}
    assert clocks == {
        "isolate": "met",
        "call-chief": "running",
        "reset-accounts": "running",
        "save-logs": "waived",
        "report-office": "running",
        "leak-report.first": "running",
        "tell-II": "running",
    }
    judged.do("fact", "told-II=电话")
    judged.do("done", "report-office")
    clocks = {clock["id"]: clock["state"] for clock in judged.status()["clocks"]}
    assert clocks["tell-II"] == clocks["leak-report.first"] == "met"


@pytest.mark.parametrize(
    ("acts", "phase"),
    [
        ([], "first"),
        ([("done", "isolate")], "report"),
        (
            [("done", "isolate"), ("done", "call-chief", "--evidence", "reached=chief-answered")],
            "respond",
        ),
    ],
)
def test_the_phase_is_the_first_with_something_open(
    judged: Shop, acts: list[tuple[str, ...]], phase: str
) -> None:
    for act in acts:
        judged.do(*act)
    assert judged.status()["phase"] == phase


def test_the_page_of_status_says_what_a_person_needs(judged: Shop) -> None:
    page = judged.do("status").out
    for word in (judged.id, "网络攻击", "周末", "II", "isolate", "拔掉网线但不要关机", "先期处置"):
        assert word in page, word
    head = judged.lines()[-1]
    assert f"{head['seq']}:{head['hash'][:12]}" in page
    assert "leak-report.first" in page


def test_list_shows_a_line_each(closed: Shop) -> None:
    closed.run("incident", "open")
    rows = closed.do("list").out.splitlines()
    assert len(rows) == 3
    found = {row["id"]: row for row in closed.do("list", "--json").json}
    assert sorted(found) == [folder.name for folder in closed.folders()]
    assert sorted(row["state"] for row in found.values()) == ["closed", "open"]
    assert {row["event_type"] for row in found.values()} == {ATTACK, None}


def test_an_empty_list_is_no_error(shop: Shop) -> None:
    assert shop.do("list", "--json").json == []
    assert shop.do("list").out.strip()
    assert not shop.records.exists()


def test_log_tells_everything_in_order(closed: Shop) -> None:
    told = closed.do("log", closed.id).out.splitlines()
    assert len(told) == len(closed.lines())
    document = closed.do("log", closed.id, "--json").json
    assert [row["type"] for row in document] == closed.types()
    assert [row["hash"] for row in document] == [line["hash"] for line in closed.lines()]


def test_clocks_ends_with_5_only_when_one_is_overdue(shop: Shop) -> None:
    shop.run("incident", "open", "--type", ATTACK)
    assert shop.do("clocks").out.count("\n") >= 3
    shop.do("cancel", "--reason", "误报")
    shop.run("incident", "open", "--type", ATTACK, "--discovered", "2026-11-01 08:00")
    late = shop.run("incident", "clocks")
    assert late.status == 5
    document = shop.run("incident", "clocks", "--json")
    assert document.status == 5
    assert {row["id"]: row["state"] for row in document.json}["isolate"] == "late"
    assert shop.run("incident", "status").status == 0


def test_verify_says_whole_and_what_it_cannot_know(closed: Shop) -> None:
    answer = closed.do("verify", closed.id)
    head = closed.lines()[-1]
    assert f"{head['seq']}:{head['hash'][:12]}" in answer.out
    document = closed.do("verify", closed.id, "--json").json
    assert document["whole"] is True
    assert document["unproven"]
    anchor = f"{head['seq']}:{head['hash'][:12]}"
    assert closed.run("incident", "verify", closed.id, "--anchor", anchor).status == 0
    wrong = f"{head['seq']}:{'0' * 12}"
    assert closed.run("incident", "verify", closed.id, "--anchor", wrong).status == 4
    assert closed.run("incident", "verify", closed.id, "--anchor", "nonsense").status == 2


def test_reading_writes_nothing(judged: Shop) -> None:
    before = {
        path: path.stat().st_mtime_ns for path in sorted(judged.root.rglob("*")) if path.is_file()
    }
    for words in (("status",), ("log",), ("list",), ("clocks",), ("verify",), ("resume",)):
        judged.run("incident", *words)
    after = {
        path: path.stat().st_mtime_ns for path in sorted(judged.root.rglob("*")) if path.is_file()
    }
    assert after == before


DAMAGES: dict[str, Callable[[list[bytes]], list[bytes]]] = {
    "a byte is flipped": lambda rows: [*rows[:1], rows[1].replace(b"outage", b"outagf"), *rows[2:]],
    "a line is taken out": lambda rows: [rows[0], *rows[2:]],
    "two lines change places": lambda rows: [rows[0], rows[2], rows[1], *rows[3:]],
    "a line comes twice": lambda rows: [*rows[:2], rows[1], *rows[2:]],
    "a line is nonsense": lambda rows: [rows[0], b"\xff\x00{]\n", *rows[2:]],
    "a line is somebody else's JSON": lambda rows: [rows[0], b'{"a": 1}\n', *rows[2:]],
}


@pytest.mark.parametrize("damage", DAMAGES.values(), ids=DAMAGES)
def test_damage_is_named_and_stops_nobody(
    opened: Shop, damage: Callable[[list[bytes]], list[bytes]]
) -> None:
    for words in (("answer", "outage=45"), ("note", "甲"), ("note", "乙")):
        opened.do(*words)
    rows = opened.journal.read_bytes().splitlines(keepends=True)
    opened.journal.write_bytes(b"".join(damage(rows)))
    harmed = opened.journal
    before = harmed.read_bytes()
    verdict = opened.run("incident", "verify")
    assert verdict.status == 4
    found = opened.run("incident", "verify", "--json").json
    assert found["whole"] is False
    assert found["findings"][0]["line"] in (2, 3)
    assert str(found["findings"][0]["line"]) in verdict.all
    status = opened.run("incident", "status")
    assert status.status in (0, 4)
    assert status.all.strip()
    more = opened.run("incident", "note", "照样往下走")
    assert more.status == 0, more.all  # a flipped bit must not stop an emergency
    assert harmed.read_bytes() == before
    assert len(list((opened.folder / "log").glob("*.jsonl"))) == 2
    assert more.err.count("日志有损坏") == 1
    assert "照样往下走" in opened.do("log").out
    assert opened.run("incident", "resume").err.count("日志有损坏") == 1
    assert opened.run("incident", "verify").status == 4
    assert "日志有损坏" in opened.do("list").out
    assert [row["damaged"] for row in opened.do("list", "--json").json] == [True]


def test_an_unfinished_last_line_is_named_and_mended_by_the_next_act(judged: Shop) -> None:
    whole = judged.journal.read_bytes()
    judged.journal.write_bytes(whole + b'{"v":1,"incident":"INC')
    verdict = judged.run("incident", "verify")
    assert verdict.status == 4
    assert judged.status()["entries"] == len(whole.splitlines())
    judged.do("note", "断电之后")
    assert judged.types()[-2:] == ["journal.repaired", "note.added"]
    assert judged.journal.read_bytes().startswith(whole)
    assert judged.run("incident", "verify").status == 0


def test_a_last_line_without_its_newline_counts(judged: Shop) -> None:
    whole = judged.journal.read_bytes()
    judged.journal.write_bytes(whole.removesuffix(b"\n"))
    assert judged.status()["entries"] == len(whole.splitlines())
    judged.do("note", "还在")
    assert judged.journal.read_bytes().startswith(whole)
    assert judged.run("incident", "verify").status == 0


def test_an_entry_of_a_newer_version_is_kept_and_counted(judged: Shop) -> None:
    last = judged.lines()[-1]
    text = json.dumps(
        {**{key: value for key, value in last.items() if key != "hash"}}
        | {"seq": last["seq"] + 1, "lc": last["lc"] + 1, "prev": last["hash"]}
        | {"type": "weather.observed", "data": {"wind": "9"}},
        ensure_ascii=False,
        separators=(",", ":"),
    )
    body = text.removesuffix("}")
    line = f'{body},"hash":"{sha256(body.encode()).hexdigest()}"}}\n'
    with judged.journal.open("a", encoding="utf-8") as file:
        file.write(line)
    assert judged.status()["unknown_types"] == 1
    assert "weather.observed" in judged.do("log").out
    judged.do("note", "旧版本接着写")
    assert judged.run("incident", "verify").status == 0


def test_one_damaged_incident_does_not_hide_the_others(opened: Shop) -> None:
    opened.run("incident", "open", "--type", "flood")
    one, _ = opened.folders()
    (journal,) = (one / "log").glob("*.jsonl")
    journal.write_bytes(b"\x00" * 100)
    answer = opened.run("incident", "list")
    assert answer.status == 4
    assert one.name in answer.err
    assert "水淹" in answer.out or "网络攻击" in answer.out
    assert "日志有损坏" not in answer.out


def test_a_list_of_nothing_readable_does_not_say_that_there_is_nothing(opened: Shop) -> None:
    opened.journal.write_bytes(b"\x00" * 100)
    answer = opened.run("incident", "list")
    assert answer.status == 4
    assert opened.id in answer.err
    assert answer.out == ""


@pytest.mark.parametrize("gone", ["plan", "log", "journal"])
def test_a_part_of_the_record_is_missing(judged: Shop, gone: str) -> None:
    match gone:
        case "plan":
            next(judged.folder.glob("plan-*")).unlink()
        case "log":
            shutil.rmtree(judged.folder / "log")
        case _:
            judged.journal.unlink()
    for words in (("status",), ("log",), ("verify",), ("note", "x"), ("list",)):
        answer = judged.run(
            "incident", *words, *([judged.id] if words[0] not in ("list", "note") else [])
        )
        assert answer.status in (0, 2, 3, 4), (words, answer.all)
        assert answer.all.strip()


def test_an_altered_pinned_plan_is_not_believed(judged: Shop) -> None:
    pin = next(judged.folder.glob("plan-*"))
    pin.chmod(0o600)
    pin.write_bytes(pin.read_bytes().replace("拔掉网线".encode(), "插上网线".encode()))
    answer = judged.run("incident", "status", judged.id)
    assert answer.status == 4, answer.all


POWERS = "-dac_override,-dac_read_search"


@pytest.fixture
def plain(judged: Shop) -> Iterator[tuple[str, ...]]:
    """What to put before a command so that permissions count: root may read and write anything."""
    if os.geteuid() != 0:
        yield ()
    elif shutil.which("setpriv"):
        yield ("setpriv", f"--bounding-set={POWERS}", f"--inh-caps={POWERS}")
    else:
        pytest.skip("root without setpriv cannot give up its powers")
    for path in (judged.records, *judged.records.rglob("*")):
        path.chmod(0o700)


def test_a_records_folder_that_can_only_be_read(judged: Shop, plain: tuple[str, ...]) -> None:
    for path in sorted(judged.records.rglob("*"), reverse=True):
        path.chmod(0o400 if path.is_file() else 0o500)
    judged.records.chmod(0o500)
    for words in (("status",), ("log",), ("list",), ("verify",), ("clocks",)):
        answer = judged.run("incident", *words, before=plain)
        assert answer.status == 0, (words, answer.all)
    for words in (("note", "x"), ("open", "--type", ATTACK)):
        answer = judged.run("incident", *words, before=plain)
        assert answer.status == 3, (words, answer.all)


def test_a_records_folder_that_cannot_be_read(judged: Shop, plain: tuple[str, ...]) -> None:
    judged.records.chmod(0o000)
    for words in (("status",), ("log",), ("list",), ("verify",), ("clocks",), ("note", "x")):
        answer = judged.run("incident", *words, before=plain)
        assert answer.status == 3, (words, answer.all)


def test_a_journal_that_cannot_be_read(judged: Shop, plain: tuple[str, ...]) -> None:
    judged.journal.chmod(0o000)
    for words in (("status",), ("log",), ("verify",), ("clocks",), ("note", "x")):
        answer = judged.run("incident", *words, before=plain)
        assert answer.status in (3, 4), (words, answer.all)
        assert answer.err.strip() or words == ("verify",)


def test_records_that_are_no_folder(shop: Shop) -> None:
    shop.records.write_text("no folder", "utf-8")
    for words in (("status",), ("list",), ("open", "--type", ATTACK)):
        answer = shop.run("incident", *words)
        assert answer.status == 3, (words, answer.all)


def test_no_plan_at_all(shop: Shop) -> None:
    shop.plan.unlink()
    assert shop.run("incident", "open", "--type", ATTACK).status == 3
    assert shop.folders() == []


def test_a_plan_with_errors_cannot_be_opened_but_a_running_incident_goes_on(judged: Shop) -> None:
    judged.plan.write_text(judged.plan.read_text("utf-8").replace("role: tech", "role: techie"))
    answer = judged.run("incident", "open", "--type", ATTACK)
    assert answer.status == 1
    assert "techie" in answer.all
    judged.do("done", "isolate")


def test_status_names_what_waits_for_somebodys_word(shop: Shop) -> None:
    shop.run("incident", "open")
    assert "event  事件类型: network-attack 网络攻击 / flood 水淹" in shop.do("status").out
    shop.do("answer", f"event={ATTACK}")
    shown = shop.do("status").out
    assert "outage  已经停了多少分钟？ [数字，分钟]" in shown
    assert "data-exposed  客户信息是否外泄？ [safe 没有 / suspected 怀疑" in shown
    assert "等待" not in shown
    shop.do("answer", "outage=45", "data-exposed=safe", "affected=staff")
    gate = "安全关口，由组长 · 李组长确认：现场和系统是否都已确认安全？（gate）"
    shown = shop.do("status").out
    assert f"做完下面的步骤后等待：{gate}" in shown
    assert "才可以：isolate, call-chief, reset-accounts" in shown
    for words in (("isolate",), ("call-chief", "--evidence", "reached=chief-answered")):
        shop.do("done", *words)
    shop.do("done", "reset-accounts", "--as", "zhou")
    assert "等待店长 · 赵店长签字：改掉全部密码（reset-accounts）" in shop.do("status").out
    for step in ("save-logs", "pause-ads", "rebuild"):
        shop.do("na", step, "--reason", "x")
    shown = shop.do("status").out
    assert f"\n等待：{gate}" in shown
    assert "improve-plan" not in shop.status()["next"]
    shop.do("gate", "--confirm")
    shop.do("done", "test-orders")
    assert (
        "等待：恢复了吗？下面每一条都要确认（recover）\n  1. 电脑已经重装\n"
        in shop.do("status").out
    )
    assert shop.status()["next"] == []
    shop.do("recover", "--confirm", "all")
    assert shop.status()["next"] == ["improve-plan"]
    shop.do("done", "improve-plan")
    assert "等待：总结评估，由组长 · 李组长记录（review）" in shop.do("status").out
    shop.do("review", "--summary", "x")
    shown = shop.do("status").out
    assert "等待：关闭事件（close）\n  这些步骤做完或签字后才可以：reset-accounts" in shown
    shop.do("sign", "reset-accounts")
    shop.do("close")
    assert "等待" not in shop.do("status", shop.id).out


def test_status_all_lists_every_step_and_a_slip_names_the_nearest(judged: Shop) -> None:
    every = {step["id"] for step in judged.status()["steps"]}
    shown = judged.do("status", "--all").out
    assert {line.split()[0] for line in shown.splitlines()[-len(every) :]} == every
    assert "目前不需要" in shown
    assert "最接近的：isolate" in judged.refuse(2, "done", "isolat").err
    assert "status --all" in judged.refuse(2, "note", "x", "--step", "zzz").err
