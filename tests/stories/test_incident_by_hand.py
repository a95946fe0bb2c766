"""Every act of the walk as a command of its own, without a terminal."""

import json
import os
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from shop import ATTACK, Shop, strings


@pytest.mark.slow
def test_an_incident_is_driven_by_hand_from_report_to_close(shop: Shop) -> None:
    opened = shop.run("incident", "open", "--title", "周末夜里")
    assert opened.status == 8
    assert "event" in opened.out
    assert shop.id in opened.out
    assert shop.status()["open_questions"] == ["event"]
    assert shop.status()["phase"] == "report"

    shop.do("answer", "event=network-attack")
    assert shop.status()["open_questions"] == ["outage", "data-exposed", "affected"]
    assert shop.status()["phase"] == "first"
    shop.do("assign", "tech", "外援小何")
    shop.do("start", "isolate")
    assert shop.states()["isolate"] == "doing"
    shop.do("done", "isolate", "--as", "sun")
    shop.do("answer", "outage=45", "data-exposed=unknown")
    assert shop.status()["level"] is None
    assert "II" in shop.do("answer", "affected=consumers,staff").out
    assert shop.status()["level"] == "II"
    shop.do("reclassify", "--level", "I", "--reason", "媒体已经报道")
    shop.do("reclassify")
    shop.do("fact", "principal-told=", "told-II=")
    shop.do("note", "买家来电 3 个", "--step", "isolate")
    shop.do("done", "call-chief", "--evidence", "reached=chief-answered")

    shop.refuse(6, "done", "reset-accounts", "--as", "zhou", "--at", "2020-01-01 00:00")
    shop.do("fail", "reset-accounts", "--reason", "验证码收不到")
    assert shop.states()["call-platform"] == "todo"
    shop.do("reopen", "reset-accounts", "--reason", "验证码来了")
    shop.do("done", "reset-accounts")
    shop.refuse(6, "sign", "reset-accounts", "--as", "外援小何")
    shop.refuse(6, "sign", "reset-accounts", "--as", "li")
    assert _step(shop, "reset-accounts")["signed"] is False
    shop.do("sign", "reset-accounts", "--as", "zhao")
    assert _step(shop, "reset-accounts")["signed"] is True
    shop.do("defer", "save-logs", "--until", "30min", "--reason", "等服务商")
    shop.do("done", "save-logs", "--evidence", "log-export=proof.txt", "--evidence", "log-lines=7")
    shop.do("skip", "pause-ads")

    shop.refuse(6, "done", "announce")
    shop.do("fact", "order_range=今天的订单", "next_update=九点")
    shop.refuse(6, "done", "announce")
    shop.do("approve", "shop-notice")
    shop.do("done", "announce")
    shop.do("done", "report-office")
    shop.refuse(6, "done", "rebuild")
    shop.do("approve", "rebuild", "--as", "wang")
    shop.do("done", "rebuild")

    shop.refuse(6, "done", "test-orders")
    shop.refuse(6, "recover", "--confirm", "all")
    shop.refuse(8, "gate")
    shop.refuse(6, "gate", "--confirm", "--as", "zhou")
    shop.do("gate", "--confirm", "--as", "li")
    shop.do("done", "test-orders")
    shop.refuse(6, "review", "--summary", "太早了")
    shop.refuse(6, "recover", "--confirm", "1")
    shop.do("recover", "--confirm", "1", "--confirm", "2")
    assert shop.status()["state"] == "recovered"
    shop.refuse(6, "close")
    shop.do("review", "--summary", "断网及时", "--finding", "日志只留两天")
    shop.refuse(6, "close")
    shop.do("done", "improve-plan")
    shop.do("close")

    status = shop.status(shop.id)
    assert (status["state"], status["phase"], status["next"]) == ("closed", None, [])
    assert status["roles"]["tech"] == "外援小何"
    assert shop.run("incident", "verify", shop.id).status == 0
    done = {line["data"].get("step"): line for line in shop.lines() if line["type"] == "step.done"}
    assert done["reset-accounts"]["actor"] == "外援小何"
    shop.refuse(6, "done", "isolate", "--incident", shop.id)
    shop.do("note", "后来又有一名买家来电", "--incident", shop.id)


def _step(shop: Shop, name: str) -> dict[str, object]:
    (found,) = [step for step in shop.status(shop.id)["steps"] if step["id"] == name]
    return dict(found)


def test_opening_in_a_pipe_says_what_is_open_and_waits_for_nobody(opened: Shop) -> None:
    assert opened.types() == ["incident.opened"]
    again = opened.run("incident", "resume")
    assert again.status == 8
    for question in ("outage", "data-exposed", "affected"):
        assert question in again.out
    assert opened.types() == ["incident.opened"]


def test_opening_with_every_answer_leaves_nothing_to_ask(shop: Shop) -> None:
    answer = shop.run(
        *("incident", "open", "--type", ATTACK, "--answer", "outage=10"),
        *("--answer", "data-exposed=safe", "--answer", "affected=staff"),
    )
    assert answer.status == 0, answer.all
    assert shop.status()["level"] == "III"


def test_opening_with_json_prints_one_document(shop: Shop) -> None:
    answer = shop.run("incident", "open", "--type", ATTACK, "--json")
    assert answer.status == 8
    assert answer.json["id"] == shop.id
    assert answer.json["open_questions"] == ["outage", "data-exposed", "affected"]


@pytest.mark.parametrize(
    "words",
    [
        ("answer", "outage=45"),
        ("note", "x"),
        ("done", "isolate"),
        ("fact", "order_range=x", "next_update=y"),
        ("recover", "--confirm", "all"),
        ("assign", "tech", "wu"),
    ],
)
def test_every_act_with_json_prints_exactly_one_document(opened: Shop, words: tuple[str]) -> None:
    answer = opened.run("incident", *words, "--json")
    if answer.status == 0:
        assert answer.json["id"] == opened.id
    else:
        assert answer.out == ""


WRONG_OPENINGS = {
    "an unknown type": (("--type", "volcano"), 2, "flood"),
    "a type with a slip": (("--type", "network-atack"), 2, "network-attack"),
    "a Chinese name that is none": (("--type", "网络攻打"), 2, "network-attack"),
    "a level without a reason": (("--type", ATTACK, "--level", "I"), 2, "--reason"),
    "no such level": (("--type", ATTACK, "--level", "V", "--reason", "x"), 2, "III"),
    "no such question": (("--type", ATTACK, "--answer", "depth=deep"), 2, "depth"),
    "no such answer": (("--type", ATTACK, "--answer", "data-exposed=x"), 2, "suspected"),
    "an answer of no type": (("--answer", "outage=5"), 2, "--type"),
    "no pair": (("--type", ATTACK, "--answer", "outage"), 2, "outage"),
    "two types": (("--type", ATTACK, "--answer", "event=flood"), 2, "flood"),
    "no time": (("--type", ATTACK, "--discovered", "yesterday"), 2, "yesterday"),
    "discovered in the future": (("--type", ATTACK, "--discovered", "2099-01-01 08:00"), 6, "2099"),
    "answers on a type that is wrong": (("--type", "x", "--answers", "answers.yaml"), 2, "x"),
    "an option that is none": (("--type", ATTACK, "--levle", "I"), 2, "--level"),
}


@pytest.mark.parametrize(("words", "status", "said"), WRONG_OPENINGS.values(), ids=WRONG_OPENINGS)
def test_a_wrong_opening_records_nothing(
    shop: Shop, words: tuple[str, ...], status: int, said: str
) -> None:
    shop.answers()
    answer = shop.run("incident", "open", *words)
    assert answer.status == status, answer.all
    assert said in answer.err
    assert shop.folders() == []
    assert answer.out == ""


def test_a_wrong_type_names_the_nearest_and_all(shop: Shop) -> None:
    answer = shop.run("incident", "open", "--type", "netwrok-attack")
    nearest, known = answer.err.splitlines()[:2]
    assert "network-attack" in nearest
    assert "flood" not in nearest
    assert "network-attack" in known
    assert "flood" in known


def test_a_level_set_at_the_opening_is_the_first_classification(shop: Shop) -> None:
    words = ("--type", ATTACK, "--level", "I", "--reason", "全店停摆")
    assert shop.run("incident", "open", *words).status == 8
    status = shop.status()
    assert status["level"] == "I"
    assert status["clocks"]
    assert [clock["id"] for clock in status["clocks"] if clock["id"] == "tell-I"] == ["tell-I"]


def test_an_override_needs_a_reason(judged: Shop) -> None:
    judged.refuse(6, "reclassify", "--level", "I")
    judged.refuse(2, "reclassify", "--level", "V", "--reason", "x")
    judged.do("reclassify", "--level", "I", "--reason", "媒体已经报道")
    assert judged.status()["level"] == "I"


def test_a_reclassification_never_restarts_a_clock(judged: Shop) -> None:
    before = {clock["id"]: clock["due"] for clock in judged.status()["clocks"]}
    judged.do("answer", "data-exposed=leaked")
    assert judged.status()["level"] == "I"
    after = {clock["id"]: clock["due"] for clock in judged.status()["clocks"]}
    assert before["leak-report.first"] == after["leak-report.first"]
    steps = {step["id"] for step in judged.status()["steps"]}
    assert all(after[name] == due for name, due in before.items() if name in steps & after.keys())


def test_an_answer_may_be_unknown_and_counts_as_the_plan_says(opened: Shop) -> None:
    opened.do("answer", "outage=5", "data-exposed=unknown", "affected=unknown")
    status = opened.status()
    assert status["level"] == "II"
    assert status["unknown_questions"] == ["data-exposed", "affected"]
    assert opened.states()["announce"] == "todo"  # unknown matches if any answer would


def test_ids_by_any_end_that_means_one(shop: Shop) -> None:
    for _ in range(2):
        shop.run("incident", "open", "--type", ATTACK)
    one, other = (folder.name for folder in shop.folders())
    assert shop.status(one[-4:].upper())["id"] == one
    assert shop.status(other)["id"] == other
    shop.refuse(2, "status", one[-4:] + "zzz")
    several = shop.refuse(2, "note", "x")
    listed = [line.strip().split(" · ") for line in several.err.splitlines()[1:3]]
    assert [row[:2] for row in listed] == [[one, "网络攻击"], [other, "网络攻击"]]
    ambiguous = shop.refuse(2, "status", "")
    assert one in ambiguous.err
    shop.do("note", "x", "--incident", one[-4:])
    shop.do("cancel", "--reason", "误报", "--incident", other)
    assert shop.status()["id"] == one


def test_a_second_opening_of_the_same_type_names_the_first(shop: Shop) -> None:
    shop.run("incident", "open", "--type", ATTACK, "--title", "周末夜里")
    first = shop.id
    assert first not in shop.run("incident", "open", "--type", "flood").err
    second = shop.run("incident", "open", "--type", ATTACK)
    assert second.status == 8
    (said,) = [line for line in second.err.splitlines() if first in line]
    assert f"{first} · 网络攻击 · 周末夜里 · 20" in said
    assert len(shop.folders()) == 3


STRANGERS = {
    "a slip": (("note", "x", "--as", "sum"), "“sum”不是预案里的人；最接近的：sun"),
    "a name in place of an id": (("note", "x", "--as", "赵店长"), "最接近的：zhao"),
    "somebody else": (("note", "x", "--as", "隔壁老王"), "“隔壁老王”不是预案里的人；照原样记录"),
    "a role given away": (("assign", "tech", "zhuo"), "最接近的：zhou"),
}


@pytest.mark.parametrize(("words", "said"), STRANGERS.values(), ids=STRANGERS)
def test_a_name_that_is_no_person_of_the_plan_is_said(
    judged: Shop, words: tuple[str, ...], said: str
) -> None:
    assert said in judged.do(*words).err
    assert judged.do("note", "x", "--as", "sun").err == ""


def test_who_came_in_on_the_way_is_no_stranger(judged: Shop) -> None:
    judged.do("assign", "tech", "隔壁老王")
    assert judged.do("note", "x", "--as", "隔壁老王").err == ""


def test_strangers_in_an_answers_file_are_said(shop: Shop) -> None:
    answers = shop.answers(
        steps=shop.steps(isolate={"do": "done", "by": "sum"}),
        gate={"confirmed": True, "by": "li", "reason": "x"},
    )
    opened = shop.headless(answers)
    assert opened.status == 0, opened.all
    assert "最接近的：sun" in opened.err
    assert opened.err.count("不是预案里的人") == 1


def test_no_incident_is_open(shop: Shop) -> None:
    assert shop.refuse(2, "status").status == 2
    assert not shop.records.exists()


@pytest.mark.parametrize(
    ("words", "status"),
    [
        (("done", "isolat"), 2),
        (("done", "leave"), 2),
        (("done", "isolate", "--evidence", "photo=x"), 2),
        (("done", "call-chief"), 8),
        (("done", "call-chief", "--evidence", "reached=cat"), 2),
        (("done", "save-logs", "--evidence", "log-export=none.txt"), 3),
        (("done", "save-logs", "--evidence", "log-lines=3"), 8),
        (("done", "call-platform"), 6),
        (("done", "reset-accounts"), 6),
        (("fail", "isolate"), 6),
        (("skip", "isolate", "--reason", "x", "--as", "zhou"), 6),
        (("na", "isolate"), 6),
        (("defer", "isolate", "--reason", "x"), 2),
        (("defer", "isolate", "--reason", "x", "--until", "soon"), 2),
        (("defer", "isolate", "--reason", "x", "--until", "2020-01-01 00:00"), 6),
        (("reopen", "isolate", "--reason", "x"), 6),
        (("reopen", "isolate"), 6),
        (("note", " "), 6),
        (("fact", "order-range=x"), 2),
        (("fact", "order_range"), 2),
        (("fact", "order_range=x", "nonsense=y"), 2),
        (("assign", "boss", "li"), 2),
        (("approve", "isolate"), 6),
        (("approve", "nothing"), 2),
        (("approve", "rebuild", "--as", "zhou"), 6),
        (("sign", "isolate"), 6),
        (("sign", "reset-accounts", "--as", "zhao"), 6),
        (("answer", "outage"), 2),
        (("answer", "outage=much"), 2),
        (("answer", "nothing=1"), 2),
        (("answer", "event=flood"), 6),
        (("answer", "event=volcano"), 2),
        (("close",), 6),
        (("cancel",), 6),
        (("recover", "--confirm", "all"), 6),
        (("review", "--summary", "x"), 6),
        (("gate", "--confirm"), 6),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, tuple) else "",
)
def test_what_is_not_allowed_is_refused_and_leaves_no_trace(
    judged: Shop, words: tuple[str, ...], status: int
) -> None:
    judged.refuse(status, *words)


@pytest.mark.parametrize("confirmed", [("9",), ("1", "2", "9"), ("账号已经",), ("",)], ids=str)
def test_a_criterion_that_is_none_is_refused_with_the_list(
    judged: Shop, confirmed: tuple[str, ...]
) -> None:
    judged.do("gate", "--confirm", "--as", "zhao", "--reason", "x")
    words = [word for each in confirmed for word in ("--confirm", each)]
    refused = judged.refuse(2, "recover", *words)
    assert "1. 电脑已经重装\n" in refused.err
    assert "2. 账号已经重发\n" in refused.err
    assert refused.out == ""
    judged.do("recover", "--confirm", "1", "--confirm", "账号已经重发")


def test_the_gate_over_open_steps_is_the_leaders_word(judged: Shop) -> None:
    refused = judged.refuse(6, "gate", "--confirm", "--as", "zhao")
    assert "--reason" in refused.err
    judged.refuse(6, "gate", "--confirm", "--as", "li", "--reason", "x")
    judged.do("gate", "--confirm", "--as", "zhao", "--reason", "断网由物业做了")
    passed = judged.lines()[-1]
    assert passed["type"] == "gate.passed"
    assert passed["data"]["over"] == ["isolate", "call-chief", "reset-accounts"]


def test_the_leader_breaks_the_glass_with_a_reason(judged: Shop) -> None:
    judged.refuse(6, "skip", "isolate", "--as", "zhao")
    judged.do("skip", "isolate", "--as", "zhao", "--reason", "整栋楼已经断电")
    assert judged.lines()[-1]["data"]["break_glass"] is True


def test_a_failed_predecessor_needs_a_word_to_go_on(judged: Shop) -> None:
    judged.do("fail", "save-logs", "--reason", "导不出来")
    judged.do("approve", "rebuild")
    judged.refuse(6, "done", "rebuild")
    judged.do("done", "rebuild", "--reason", "再等就全店停摆")
    assert judged.lines()[-1]["data"]["ahead_of"] == ["save-logs"]


def test_it_happened_earlier_but_not_before_it_was_discovered(shop: Shop) -> None:
    now = datetime.fromisoformat("2026-11-24T00:00:00+08:00").now().astimezone()
    hour_ago = (now - timedelta(hours=1)).isoformat(timespec="seconds")
    shop.run("incident", "open", "--type", ATTACK, "--discovered", hour_ago)
    half = (now - timedelta(minutes=58)).isoformat(timespec="seconds")
    shop.do("done", "isolate", "--at", half)
    line = shop.lines()[-1]
    assert datetime.fromisoformat(line["at"]) == datetime.fromisoformat(half)
    assert line["data"].get("late", False) is False
    assert datetime.fromisoformat(line["ts"]) > datetime.fromisoformat(line["at"])
    shop.refuse(6, "note", "x", "--at", (now - timedelta(hours=2)).isoformat())
    shop.refuse(6, "note", "x", "--at", (now + timedelta(hours=2)).isoformat())
    shop.refuse(2, "note", "x", "--at", "soon")
    assert shop.status()["discovered_at"].startswith(hour_ago[:10])


def test_what_was_done_late_is_late(shop: Shop) -> None:
    shop.run("incident", "open", "--type", ATTACK, "--discovered", "2026-11-01 08:00")
    shop.do("done", "isolate")
    assert shop.lines()[-1]["data"]["late"] is True
    states = {clock["id"]: clock["state"] for clock in shop.status()["clocks"]}
    assert states["isolate"] == "met-late"
    assert states["call-chief"] == "late"


def test_a_person_who_is_in_no_plan_may_act(judged: Shop) -> None:
    judged.do("done", "isolate", "--as", "隔壁老王")
    assert judged.lines()[-1]["actor"] == "隔壁老王"
    assert "隔壁老王" in judged.do("log").out


def test_a_later_edit_of_the_plan_does_not_touch_a_running_incident(judged: Shop) -> None:
    before = judged.status()
    text = judged.plan.read_text("utf-8").replace("isolate", "unplug").replace("组长", "老板")
    judged.plan.write_text(text, "utf-8")
    assert judged.status() == before | {"clocks": judged.status()["clocks"]}
    judged.plan.write_text("tmplan: 1\nnot: a plan\n", "utf-8")
    judged.do("done", "isolate")
    judged.plan.unlink()
    judged.do("note", "预案文件不见了")
    after = judged.status()
    assert after["plan"] == before["plan"]
    assert (judged.folder / f"plan-{before['plan']['sha256']}.json").exists()


NASTY = "\x1b]0;owned\x07\x1b[2J[bold red]红[/] \u202e反\x9b31m\r\x08 :smile: {x} %s"


def test_escapes_and_markup_are_shown_and_never_obeyed(shop: Shop) -> None:
    shop.run("incident", "open", "--type", ATTACK, "--title", NASTY)
    shop.do("note", NASTY)
    shop.do("assign", "tech", NASTY)
    for words in (("log",), ("status",), ("list",), ("clocks",)):
        for lang in ("zh", "en"):
            answer = shop.run("incident", *words, "--lang", lang)
            assert not set(answer.all) & set("\x1b\x07\x9b\r\x08\u202e"), (words, answer.all)
    assert "[bold red]红[/]" in shop.do("log").out
    assert ":smile: {x} %s" in shop.do("log").out
    document = shop.do("log", "--json")
    assert "\x1b" not in document.out
    assert any("[bold red]" in text for text in strings(document.json))
    raw = shop.journal.read_bytes()
    assert not any(byte < 0x20 and byte != 0x0A for byte in raw)
    assert shop.run("incident", "verify").status == 0


def test_a_long_note_is_refused_or_kept_but_never_cut(opened: Shop) -> None:
    text = "水" * 15_000
    opened.do("note", text)
    assert opened.lines()[-1]["data"]["text"] == text
    opened.refuse(3, "note", "水" * 30_000)


@pytest.mark.parametrize("encoding", ["gbk", "ascii", "latin-1", "utf-16"])
def test_no_encoding_of_the_stream_makes_it_crash(judged: Shop, encoding: str) -> None:
    judged.do("note", "🔥 café ‮ 中文")
    env = {**judged.env, "PYTHONIOENCODING": encoding, "PYTHONUTF8": "0"}
    import subprocess

    from shop import PROGRAM

    for words in (("status",), ("log",), ("list",), ("clocks",), ("note", "又来了 🔥"), ("zzz",)):
        for more in ((), ("--json",)):
            done = subprocess.run(
                [*PROGRAM, "incident", *words, *more],
                env=env,
                capture_output=True,
                check=False,
                timeout=60,
            )
            assert done.returncode == (2 if words == ("zzz",) else 0), (words, done.stderr)
            assert b"Traceback" not in done.stderr
            if more and words != ("zzz",):
                json.loads(done.stdout.decode(encoding))


def test_a_closed_standard_output_is_no_crash(judged: Shop) -> None:
    import subprocess

    from shop import PROGRAM

    command = " ".join((*PROGRAM, "incident", "log"))
    for end in (">&-", "| true", "2>&- >&-"):
        done = subprocess.run(
            ["bash", "-c", f"{command} {end}"],
            env=judged.env,
            capture_output=True,
            check=False,
            timeout=60,
        )
        assert b"Traceback" not in done.stderr + done.stdout


def test_a_note_that_begins_with_a_dash(opened: Shop) -> None:
    opened.do("note", "--", "-1 度，水管冻裂")
    assert opened.lines()[-1]["data"]["text"] == "-1 度，水管冻裂"


def test_the_same_file_twice_is_kept_once(judged: Shop) -> None:
    words = ("--evidence", "log-export=proof.txt")
    judged.do("done", "save-logs", *words)
    judged.do("reopen", "save-logs", "--reason", "再来一次")
    judged.do("done", "save-logs", "--evidence", f"log-export={judged.root / 'proof.txt'}")
    assert len(list((judged.folder / "evidence").iterdir())) == 1


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no FIFOs here")
def test_evidence_that_is_no_regular_file(judged: Shop, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    for name in ("pipe", "plans", "/dev/zero", "nothing\x01"):
        judged.refuse(3, "done", "save-logs", "--evidence", f"log-export={name}")
