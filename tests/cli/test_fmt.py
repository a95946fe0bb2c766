"""`tmplan fmt` as people and programs see it: real processes, real files."""

import json
import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from tmplan.cli import rewriting
from tmplan.errors import FileTrouble

ROOT = Path(__file__).parents[2]
MINIMAL = (ROOT / "tests" / "minimal.yaml").read_text(encoding="utf-8")
SHUFFLED = MINIMAL.replace("tmplan: 1\nid: minimal\n", "id: minimal\ntmplan: 1\n", 1)


def fmt(*words, cwd=ROOT, lang="en", text=b""):
    clean = {k: v for k, v in os.environ.items() if not k.startswith(("TMPLAN_", "LC_", "LANG"))}
    return subprocess.run(
        [sys.executable, "-W", "error", "-m", "tmplan", "--lang", lang, "fmt", *words],
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
    (tmp_path / "plans" / "drills").mkdir(parents=True)
    write(tmp_path, SHUFFLED)
    return tmp_path


def write(shop, text, name="store.yaml"):
    data = text if isinstance(text, bytes) else text.encode()
    (shop / "plans" / name).write_bytes(data)


def read(shop, name="store.yaml"):
    return (shop / "plans" / name).read_bytes().decode()


def test_our_own_plans_have_the_usual_layout():
    run = fmt("plans", "--check")
    assert (run.returncode, err(run)) == (0, "")
    assert all(line.endswith(": nothing to change") for line in out(run).splitlines())


def test_the_plan_that_is_found_is_rewritten(shop):
    run = fmt(cwd=shop)
    assert (run.returncode, out(run), err(run)) == (0, "plans/store.yaml: rewritten\n", "")
    assert read(shop) == MINIMAL
    assert out(fmt(cwd=shop)) == "plans/store.yaml: nothing to change\n"


def test_check_writes_nothing_and_has_a_status(shop):
    run = fmt("--check", cwd=shop)
    assert (run.returncode, out(run)) == (1, "plans/store.yaml: would be rewritten\n")
    assert read(shop) == SHUFFLED
    write(shop, MINIMAL)
    assert fmt("--check", cwd=shop).returncode == 0


def test_diff_shows_and_writes_nothing(shop):
    run = fmt("--diff", cwd=shop)
    assert run.returncode == 0
    assert out(run).splitlines()[:5] == [
        "--- plans/store.yaml",
        "+++ plans/store.yaml",
        "@@ -1,5 +1,5 @@",
        "+tmplan: 1",
        " id: minimal",
    ]
    assert err(run) == "plans/store.yaml: would be rewritten\n"
    assert read(shop) == SHUFFLED
    assert fmt("--diff", "--check", cwd=shop).returncode == 1


def test_a_folder_holds_plans_and_scenarios_and_other_files_stay(shop):
    write(shop, "tmplan-drill: 1\nevent: flood\nid: a\n", "drills/a.yaml")
    write(shop, "services:   {}\n", "compose.yaml")

    run = fmt("plans", cwd=shop)
    assert run.returncode == 0
    assert out(run) == "plans/drills/a.yaml: rewritten\nplans/store.yaml: rewritten\n"
    assert read(shop, "drills/a.yaml") == "tmplan-drill: 1\nid: a\nevent: flood\n"
    assert read(shop, "compose.yaml") == "services:   {}\n"


def test_a_file_with_errors_stays_and_they_are_shown(shop):
    broken = SHUFFLED + "id: again\n"
    write(shop, broken)
    run = fmt(cwd=shop)
    assert (run.returncode, out(run)) == (1, "")
    assert "error[TM102 duplicate-key]" in err(run)
    assert "plans/store.yaml:60:1" in err(run)
    assert err(run).endswith("plans/store.yaml: left as it is: errors 1\n")
    assert read(shop) == broken
    run = fmt("plans/store.yaml", lang="zh", cwd=shop)
    assert "错误[TM102" in err(run)


def test_another_kind_of_file_is_refused(shop):
    write(shop, "services:   {}\n", "compose.yaml")
    run = fmt("plans/compose.yaml", cwd=shop)
    assert run.returncode == 1
    assert "TM212 other-kind" in err(run)
    assert read(shop, "compose.yaml") == "services:   {}\n"


def test_a_plan_of_windows_notepad_is_converted_and_that_is_said(shop):
    text = "id: a\ntmplan：1\ntitle: 天猫店铺应急预案\n"
    write(shop, text.replace("\n", "\r\n").encode("gbk"))
    assert "+title: 天猫店铺应急预案" in out(fmt("--diff", cwd=shop))
    run = fmt(cwd=shop)
    assert run.returncode == 0
    assert out(run) == (
        "plans/store.yaml: rewritten\n"
        "  it was saved as GBK and is UTF-8 now\n"
        "  its lines end as everywhere now (LF), not as on Windows\n"
        "  full-width signs made half-width where YAML needs them: 1\n"
    )
    assert read(shop) == "tmplan: 1\nid: a\ntitle: 天猫店铺应急预案\n"


def test_standard_input_to_standard_output(shop):
    run = fmt("-", text=SHUFFLED.encode(), cwd=shop)
    assert (run.returncode, out(run)) == (0, MINIMAL)
    assert err(run) == "-: rewritten\n"
    scenario = b"event: flood # \xe7\x8c\xab\ntmplan-drill: 1\n"
    run = fmt("-", text=scenario, cwd=shop)
    assert out(run) == "tmplan-drill: 1\nevent: flood  # 猫\n"
    run = fmt("-", "--check", text=SHUFFLED.encode(), cwd=shop)
    assert (run.returncode, out(run)) == (1, "")
    run = fmt("-", text=b"tmplan: [", cwd=shop)
    assert (run.returncode, out(run)) == (1, "")


def test_json_is_one_document(shop):
    write(shop, "tmplan: [", "drills/broken.yaml")
    write(shop, b"\xef\xbb\xbf" + MINIMAL.encode(), "marked.yaml")
    run = fmt("--json", "--check", "plans", cwd=shop)
    assert run.returncode == 1
    assert json.loads(out(run)) == {
        "files": [
            {"file": "plans/drills/broken.yaml", "changed": False, "refused": True, "notes": []},
            {
                "file": "plans/marked.yaml",
                "changed": True,
                "refused": False,
                "notes": ["the mark at its beginning (BOM) is gone"],
            },
            {"file": "plans/store.yaml", "changed": True, "refused": False, "notes": []},
        ]
    }
    assert "TM118" in err(run)
    for words in (("--json",), ("--json", "--diff"), ("--json", "-")):
        json.loads(out(fmt(*words, text=SHUFFLED.encode(), cwd=shop)))


def test_a_file_that_is_missing_is_said_and_the_others_are_done(shop):
    run = fmt("none.yaml", "plans", cwd=shop)
    assert run.returncode == 3
    assert "there is no file none.yaml" in err(run)
    assert read(shop) == MINIMAL


def test_a_write_protected_file_stays(shop):
    file = shop / "plans" / "store.yaml"
    file.chmod(0o444)
    run = fmt(cwd=shop)
    assert run.returncode == 3
    assert "plans/store.yaml is write-protected and stays as it is" in err(run)
    assert read(shop) == SHUFFLED
    assert fmt("--check", cwd=shop).returncode == 1


@pytest.mark.skipif(os.name != "posix", reason="modes and links of POSIX")
def test_mode_and_links_stay_and_nothing_is_left_beside(shop):
    real = shop / "real.yaml"
    real.write_text(SHUFFLED, "utf-8")
    real.chmod(0o640)
    link = shop / "plans" / "store.yaml"
    link.unlink()
    link.symlink_to(real)
    assert fmt(cwd=shop).returncode == 0
    assert link.is_symlink()
    assert real.read_text("utf-8") == MINIMAL
    assert stat.S_IMODE(real.stat().st_mode) == 0o640
    assert sorted(each.name for each in shop.iterdir()) == ["plans", "real.yaml"]


def test_a_file_that_somebody_else_changes_meanwhile_stays(shop):
    file = shop / "plans" / "store.yaml"
    with pytest.raises(FileTrouble, match="changed by another program"):
        rewriting.rewrite(file, b"what it was", b"new")
    assert read(shop) == SHUFFLED


def test_a_full_disk_leaves_the_old_file(shop, monkeypatch):
    def full(_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(rewriting.os, "fsync", full)
    file = shop / "plans" / "store.yaml"
    with pytest.raises(FileTrouble, match="cannot be written"):
        rewriting.rewrite(file, file.read_bytes(), b"new")
    assert read(shop) == SHUFFLED
    assert [each.name for each in file.parent.iterdir() if each.is_file()] == ["store.yaml"]


def test_the_help_is_in_both_languages():
    assert "--check" in out(fmt("--help"))
    assert "版式" in out(fmt("--help", lang="zh"))
