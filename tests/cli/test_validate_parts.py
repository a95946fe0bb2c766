"""Plans in several files at the prompt: `validate`, `fmt`, and what names which file."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
MINIMAL = (ROOT / "tests" / "minimal.yaml").read_text(encoding="utf-8")
HEAD, EVENTS = MINIMAL.split("events:\n")
FLOOD = f"tmplan-part: 1\nevents:\n{EVENTS}"
FIRE = FLOOD.replace("flood", "fire").replace("Flood", "Fire").replace("leave", "get-out")
PLAN = HEAD.replace("about:\n", "parts:\n  - parts/flood.yaml\n  - parts/fire.yaml\nabout:\n", 1)


def tmplan(shop, *words, lang="en"):
    clean = {k: v for k, v in os.environ.items() if not k.startswith(("TMPLAN_", "LC_", "LANG"))}
    done = subprocess.run(
        [sys.executable, "-W", "error", "-m", "tmplan", "--lang", lang, *words],
        capture_output=True,
        cwd=shop,
        timeout=60,
        check=False,
        env=clean | {"PYTHONPATH": str(ROOT / "src"), "PYTHONUTF8": "1"},
    )
    return done.returncode, done.stdout.decode(), done.stderr.decode()


@pytest.fixture
def shop(tmp_path):
    """A plan whose two event types stand in parts."""
    (tmp_path / "plans" / "parts").mkdir(parents=True)
    write(tmp_path, PLAN)
    write(tmp_path, FLOOD, "parts/flood.yaml")
    write(tmp_path, FIRE, "parts/fire.yaml")
    return tmp_path


def write(shop, text, name="store.yaml"):
    (shop / "plans" / name).write_text(text, encoding="utf-8", newline="\n")


def read(shop, name):
    return (shop / "plans" / name).read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "words",
    [
        [],
        ["plans"],
        ["plans/store.yaml"],
        ["plans/parts/fire.yaml", "plans/store.yaml", "plans/parts/flood.yaml"],
        ["plans/parts", "plans"],
    ],
    ids=" ".join,
)
def test_parts_are_checked_with_their_plan_and_only_there(shop, words):
    found = (
        "plans/store.yaml: ok (warnings 0, notices 0); proved for all 2 combinations of answers: "
        "event types 2, levels 0, steps 2"
    )
    status, shown, complaint = tmplan(shop, "validate", "--strict", *words)
    assert (status, shown.splitlines()[0], complaint) == (0, found, "")
    assert [line[:8] for line in shown.splitlines()[1:]] == ["  flood:", "  fire: "]


def test_a_problem_is_shown_in_its_file_with_what_explains_it_in_another(shop):
    write(shop, FIRE.replace("get-out", "leave"), "parts/fire.yaml")
    status, shown, _ = tmplan(shop, "validate")
    assert status == 1
    assert shown.startswith(
        "error[TM301 duplicate-id]: there is a second step with the id `leave`\n"
        " --> plans/parts/fire.yaml:7:15\n"
        "  |\n"
        "6 |       respond:\n"
        "7 |         - id: leave\n"
        "  |               ^^^^^\n"
        " ::: plans/parts/flood.yaml:7:15\n"
        "  |\n"
        "7 |         - id: leave\n"
        "  |               ----- the first one is here\n"
    )
    _, concise, _ = tmplan(shop, "validate", "--output-format", "concise")
    assert concise.startswith("plans/parts/fire.yaml:7:15: TM301 duplicate-id there is a second ")


def test_the_document_names_the_file_of_every_place(shop):
    write(shop, FIRE.replace("get-out", "leave"), "parts/fire.yaml")
    document = json.loads(tmplan(shop, "validate", "--json")[1])
    assert document["files"] == ["plans/store.yaml"]
    (problem,) = document["problems"]
    assert (problem["file"], problem["line"]) == ("plans/parts/fire.yaml", 7)
    (near,) = problem["related"]
    assert (near["file"], near["line"], near["column"]) == ("plans/parts/flood.yaml", 7, 15)


def test_a_part_named_alone_is_checked_for_its_shape_and_that_is_said(shop):
    write(shop, FIRE.replace("role: chief", "role: nobody"), "parts/fire.yaml")
    status, shown, _ = tmplan(shop, "validate", "--strict", "plans/parts/fire.yaml")
    assert status == 0
    assert shown.startswith("notice[TM019 part-alone]: only the shape of this part was checked; ")
    assert shown.endswith("plans/parts/fire.yaml: ok (warnings 0, notices 1)\n")
    write(shop, FIRE.replace("need: must", "need: most"), "parts/fire.yaml")
    status, shown, _ = tmplan(shop, "validate", "plans/parts/fire.yaml")
    assert status == 1
    assert "TM204" in shown


def test_a_part_of_a_folder_that_no_plan_lists_is_told_of(shop):
    write(shop, FLOOD, "parts/forgotten.yaml")
    status, shown, _ = tmplan(shop, "validate", "plans")
    assert status == 0
    assert "warning[TM020 part-unlisted]: no plan that was checked lists this part, " in shown
    assert "plans/parts/forgotten.yaml: ok (warnings 1, notices 0)\n" in shown
    assert tmplan(shop, "validate", "plans", "--strict")[0] == 1


@pytest.mark.skipif(os.name != "posix", reason="needs links")
def test_a_part_that_is_missing_or_leads_out_is_shown_in_the_plan(shop):
    (shop / "plans" / "parts" / "fire.yaml").unlink()
    for link, code in ((None, "TM013"), ("../../out.yaml", "TM012")):
        if link:
            (shop / "out.yaml").write_text(FIRE, encoding="utf-8")
            (shop / "plans" / "parts" / "fire.yaml").symlink_to(link)
        status, shown, _ = tmplan(shop, "validate")
        assert status == 1
        assert f"error[{code} " in shown
        assert "--> plans/store.yaml:9:5\n" in shown


def test_a_plan_whose_part_is_broken_is_not_used_and_the_part_is_shown(shop):
    write(shop, FIRE.replace("need: must", "need: most"), "parts/fire.yaml")
    status, _, shown = tmplan(shop, "incident", "open", "--type", "flood")
    assert status == 1
    assert "plans/parts/fire.yaml:10:17" in shown
    assert not (shop / "records").exists()


def test_fmt_puts_parts_into_the_usual_layout(shop):
    write(
        shop,
        FIRE.replace("    name: Fire\n", "").rstrip() + "\n    name: Fire  # it burns\n",
        "parts/fire.yaml",
    )
    assert tmplan(shop, "fmt", "plans", "--check")[0] == 1
    status, shown, _ = tmplan(shop, "fmt", "plans")
    assert status == 0
    assert "plans/parts/fire.yaml: rewritten\n" in shown
    assert "plans/parts/flood.yaml: nothing to change\n" in shown
    assert read(shop, "parts/fire.yaml") == FIRE.replace("Fire\n", "Fire  # it burns\n")


def test_fmt_shows_what_is_wrong_with_a_part(shop):
    write(shop, "tmplan-part: 1\nevents: {\n", "parts/fire.yaml")
    status, _, shown = tmplan(shop, "fmt", "plans/parts/fire.yaml")
    assert status == 1
    assert "--> plans/parts/fire.yaml:2:9" in shown
