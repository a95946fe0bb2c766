"""`tmplan validate` as people and programs see it: real processes, both languages, every format."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tmplan.cli import excerpt
from tmplan.cli.text import width
from tmplan.plan.load import plan_of

ROOT = Path(__file__).parents[2]
TODAY = "2026-11-24"
MINIMAL = (ROOT / "tests" / "minimal.yaml").read_text(encoding="utf-8")


def validate(*words, cwd=ROOT, lang="en", text=b"", today=TODAY):
    clean = {k: v for k, v in os.environ.items() if not k.startswith(("TMPLAN_", "LC_", "LANG"))}
    return subprocess.run(
        [
            *(sys.executable, "-W", "error", "-m", "tmplan", "--lang", lang),
            *("validate", *words, "--today", today),
        ],
        input=text,
        capture_output=True,
        cwd=cwd,
        timeout=60,
        check=False,
        env=clean | {"PYTHONPATH": str(ROOT / "src"), "PYTHONUTF8": "1"},
    )


def out(run):
    return run.stdout.decode()


def err(run):
    return run.stderr.decode()


@pytest.fixture
def shop(tmp_path):
    (tmp_path / "plans").mkdir()
    (tmp_path / "plans" / "store.yaml").write_text(MINIMAL, encoding="utf-8")
    return tmp_path


def spoil(shop, old, new):
    file = shop / "plans" / "store.yaml"
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_both_plans_and_all_scenarios_pass():
    run = validate("plans", "--strict")
    assert (run.returncode, err(run)) == (0, "")
    ok = [line for line in out(run).splitlines() if ": ok (" in line]
    first = re.compile(rb"^tmplan(-drill)?: 1$", re.MULTILINE)
    known = [each for each in (ROOT / "plans").rglob("*.yaml") if first.search(each.read_bytes())]
    assert len(ok) == len(known) > 2


def test_the_plan_that_is_found_is_the_default(shop):
    run = validate(cwd=shop)
    assert run.returncode == 0
    assert out(run) == (
        "plans/store.yaml: ok (warnings 0, notices 0); proved for all 1 combinations of answers: "
        "event types 1, levels 0, steps 1\n"
        "  flood: combinations 1, levels -, steps 1, paths 1: each has an outcome, an owner and a "
        "time that can be kept\n"
    )


def test_a_problem_is_shown_with_its_line_and_a_mark_below_it(shop):
    spoil(shop, "role: chief\n          need", "role: cheif\n          need")
    run = validate(cwd=shop)
    assert run.returncode == 1
    assert out(run) == (
        "error[TM302 undefined-role]: the plan has no role `cheif`\n"
        "  --> plans/store.yaml:57:17\n"
        "   |\n"
        "56 |           do: Leave the building.\n"
        "57 |           role: cheif\n"
        "   |                 ^^^^^\n"
        "   = help: write one of `chief`, or add the role under `organisation.roles`\n"
        "   = docs: tmplan explain TM302\n"
        "\n"
        "plans/store.yaml: not usable yet: errors 1, warnings 0, notices 0\n"
    )


def test_the_same_in_chinese(shop):
    spoil(shop, "role: chief\n          need", "role: 店长\n          need")
    run = validate(cwd=shop, lang="zh")
    assert out(run).splitlines()[:6] == [
        "错误[TM205 bad-format]: `店长` 不是合格的标识",
        "  --> plans/store.yaml:57:17",
        "   |",
        "56 |           do: Leave the building.",
        "57 |           role: 店长",
        "   |                 ^^^^",
    ]


def test_another_place_is_shown_too(shop):
    spoil(
        shop,
        "      need: must",
        "      need: must\n        - id: leave\n          do: Go.\n          role: chief",
    )
    shown = out(validate(cwd=shop))
    assert "error[TM301 duplicate-id]: there is a second step with the id `leave`" in shown
    assert "  ::: plans/store.yaml:55:15\n" in shown
    assert "55 |         - id: leave\n   |               ----- the first one is here\n" in shown


def test_concise_is_one_line_for_one_problem(shop):
    spoil(shop, "title:", "titel:")
    run = validate("--output-format", "concise", cwd=shop)
    assert run.returncode == 1
    first, summary = out(run).splitlines()
    assert first == "plans/store.yaml:3:1: TM201 unknown-key `titel` is not a key of a plan"
    assert summary.endswith("errors 1, warnings 0, notices 0")


@pytest.mark.parametrize("words", [("--json",), ("--output-format", "json")])
def test_json_is_one_document_with_problems_and_proof(words):
    run = validate("plans/store.yaml", *words)
    document = json.loads(out(run))
    assert (run.returncode, err(run)) == (0, "")
    assert document["files"] == ["plans/store.yaml"]
    (proof,) = document["proof"]
    assert proof["plan"] == "store"
    assert proof["combinations"] == sum(proof["event_types"].values()) > 1000
    assert proof["levels"] == ["I", "II", "III", "IV"]
    assert proof["steps"] > 50


def test_a_problem_in_json_has_everything(shop):
    spoil(shop, "role: chief\n          need", "role: cheif\n          need")
    run = validate("--json", cwd=shop)
    assert run.returncode == 1
    assert json.loads(out(run)) == {
        "files": ["plans/store.yaml"],
        "problems": [
            {
                "file": "plans/store.yaml",
                "line": 57,
                "column": 17,
                "end_line": 57,
                "end_column": 22,
                "code": "TM302",
                "name": "undefined-role",
                "severity": "error",
                "path": ["events", "flood", "steps", "respond", 0, "role"],
                "message": "the plan has no role `cheif`",
                "hint": "write one of `chief`, or add the role under `organisation.roles`",
                "related": [],
            }
        ],
        "proof": [],
    }


@pytest.mark.parametrize(
    ("old", "new", "status", "strict"),
    [
        ("title: Minimal plan", "title: Minimal plan", 0, 0),
        ("title: Minimal plan", "title: no", 0, 1),
        ("name: Li\n", "name: Li TBD\n", 0, 0),
        ("title: Minimal plan", "titel: Minimal plan", 1, 1),
    ],
    ids=["nothing", "a warning", "a notice", "an error"],
)
def test_the_exit_status_tells(shop, old, new, status, strict):
    spoil(shop, old, new)
    assert validate(cwd=shop).returncode == status
    assert validate("--strict", cwd=shop).returncode == strict


def test_a_file_that_is_not_there_is_no_problem_of_a_plan(shop):
    spoil(shop, "title:", "titel:")
    run = validate("none.yaml", "plans/store.yaml", cwd=shop)
    assert run.returncode == 3
    assert "there is no file none.yaml" in err(run)
    assert "TM201" in out(run)
    assert json.loads(out(validate("none.yaml", "--json", cwd=shop)))["files"] == []


def test_no_plan_at_all(tmp_path):
    assert validate(cwd=tmp_path).returncode == 3
    assert validate(".", cwd=tmp_path).returncode == 3


def test_a_folder_skips_other_yaml_and_a_named_file_must_be_a_plan(shop):
    (shop / "plans" / "compose.yaml").write_text("services: {}\n", encoding="utf-8")
    assert "compose" not in out(validate("plans", cwd=shop))
    run = validate("plans/compose.yaml", "--output-format", "concise", cwd=shop)
    assert run.returncode == 1
    assert "plans/compose.yaml:1:1: TM212 other-kind" in out(run)


def test_a_plan_in_a_folder_is_known_however_it_is_saved(shop):
    (shop / "plans" / "gbk.yaml").write_bytes("tmplan: 1\ntitle: 天猫店铺\n".encode("gbk"))
    (shop / "plans" / "wide.yaml").write_bytes("tmplan: 1\n".encode("utf-16"))
    run = validate("plans", "--output-format", "concise", cwd=shop)
    assert run.returncode == 1
    assert "TM001" in out(run)
    assert "TM002" in out(run)


def test_standard_input_is_read(shop):
    run = validate("-", text=MINIMAL.encode(), cwd=shop)
    assert (run.returncode, out(run)[:8]) == (0, "-: ok (w")
    assert validate("-", text=b"\xff", cwd=shop).returncode == 1


def test_a_scenario_is_held_against_its_plan(tmp_path):
    scenario = (ROOT / "plans" / "drills" / "network-attack-weekend.yaml").read_text("utf-8")
    (tmp_path / "drills").mkdir()
    (tmp_path / "store.yaml").write_bytes((ROOT / "plans" / "store.yaml").read_bytes())
    file = tmp_path / "drills" / "one.yaml"
    file.write_text(scenario.replace("event: network-attack", "event: flood"), "utf-8")
    run = validate("drills/one.yaml", "--output-format", "concise", cwd=tmp_path)
    assert run.returncode == 1
    assert "TM303 undefined-event" in out(run)


def test_what_the_proof_finds_is_shown_at_its_place(shop):
    spoil(
        shop,
        "events:\n  flood:\n    name: Flood\n",
        "levels:\n  - id: I\n    name: Grave\n  - id: II\n    name: Slight\n"
        "questions:\n  q:\n    ask: Wet?\n    answers:\n      - id: wet\n        text: Wet\n"
        "        level: I\nevents:\n  flood:\n    name: Flood\n    classify:\n      ask: [q]\n",
    )
    run = validate("--output-format", "concise", cwd=shop)
    assert run.returncode == 1
    assert out(run).splitlines()[:2] == [
        (
            "plans/store.yaml:53:5: TM404 unreachable-level no combination of answers leads to "
            "level II in any event type"
        ),
        (
            "plans/store.yaml:66:13: TM409 question-without-effect for `flood`, the answer to `q` "
            "changes nothing"
        ),
    ]
    assert json.loads(out(validate("--json", cwd=shop)))["proof"] == []


def test_escapes_in_a_plan_are_shown_and_not_obeyed(shop):
    spoil(shop, "title: Minimal plan", 'title: Minimal plan\n"\\e[31mred": 1')
    run = validate(cwd=shop)
    assert run.returncode == 1
    assert b"\x1b" not in run.stdout


@pytest.mark.parametrize("indent", [0, 40, 150, 400])
def test_the_mark_stands_below_the_place_in_lines_of_any_length_and_script(indent):
    before = "应急" * (indent // 2)
    text = MINIMAL.replace("need: must", f"need: must\n          x-note: {{a: {before}, b: c}}", 1)
    text = text.replace(
        "b: c}", "b: c}\n          sign: {x-n: " + (before or "n") + ", role: 'nobody'}"
    )
    loaded = plan_of(text.encode(), "plan.yaml", Path())
    (problem,) = loaded.problems
    lines = excerpt.full(problem, loaded.source_of, excerpt.uncoloured).split("\n")
    number = next(n for n, line in enumerate(lines) if "^" in line)
    marks = lines[number]
    start = len(marks) - len(marks.lstrip(" |"))
    place, column = lines[number - 1], 0
    while width(place[:column]) < start:
        column += 1
    assert place[column:].startswith("'nobody'")
    assert marks.count("^") == len("'nobody'")
    assert all(len(line) <= 130 for line in lines)


@settings(max_examples=100, deadline=None)
@given(st.one_of(st.binary(max_size=200), st.text(max_size=200).map(str.encode)))
def test_every_problem_of_any_bytes_can_be_shown(data):
    loaded = plan_of(data, "plan.yaml", Path())
    for problem in loaded.problems:
        assert excerpt.full(problem, loaded.source_of, excerpt.uncoloured)
        assert excerpt.concise(problem, "plan.yaml")
