"""`tmplan init`: a project that passes its own check, in both languages, and overwrites nothing."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from tmplan import __version__
from tmplan.cli import starting

ROOT = Path(__file__).parents[2]
STARTER = Path(starting.__file__).parent / "starter"
CHINESE = re.compile(r"[\u4e00-\u9fff]")
LANGUAGES = ["zh", "en"]


def tmplan(*words, cwd, lang="en", **env):
    clean = {k: v for k, v in os.environ.items() if not k.startswith(("TMPLAN_", "LC_", "LANG"))}
    return subprocess.run(
        [sys.executable, "-W", "error", "-m", "tmplan", "--lang", lang, *words],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        encoding="utf-8",
        cwd=cwd,
        timeout=60,
        check=False,
        env=clean
        | {"PYTHONPATH": str(ROOT / "src"), "PYTHONUTF8": "1", "TMPLAN_STATE": str(cwd / "state")}
        | env,
    )


def everything(folder):
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


@pytest.fixture(scope="module", params=LANGUAGES)
def project(request, tmp_path_factory):
    """A starter project in one language, with that language."""
    home = tmp_path_factory.mktemp("init")
    done = tmplan("init", "我的 店铺", cwd=home, lang=request.param)
    assert (done.returncode, done.stderr) == (0, "")
    return home / "我的 店铺", request.param


def test_it_passes_its_own_check_without_a_warning(project):
    folder, lang = project
    done = tmplan("validate", "plans", "--strict", cwd=folder, lang=lang)
    assert done.returncode == 0, done.stdout
    assert len(re.findall("通过（警告 0|ok \\(warnings 0", done.stdout)) == 3


def test_every_drill_passes_without_people(project):
    folder, lang = project
    for _ in sorted((folder / "plans" / "drills").iterdir()):
        done = tmplan("drill", "run", "--auto", cwd=folder, lang=lang)
        assert done.returncode == 0, done.stdout + done.stderr
    done = tmplan("drill", "list", "--json", cwd=folder, lang=lang)
    assert len(json.loads(done.stdout)) == 2
    assert '"passed": false' not in done.stdout


def test_the_command_says_what_it_wrote_and_nothing_else_is_there(tmp_path):
    done = tmplan("init", "--json", cwd=tmp_path)
    told = json.loads(done.stdout)
    assert sorted(told["files"]) == sorted(everything(tmp_path))
    assert (told["folder"], told["language"]) == (".", "en")
    page = (ROOT / "docs" / "command-line.md").read_text(encoding="utf-8")
    rows = page[page.index("<!-- json: init -->") :].partition("\n\n###")[0]
    assert set(re.findall("`([a-z]+)`", rows)) - {"zh", "en"} == set(told)


def test_the_schemas_are_those_of_this_program_and_found_from_the_plans(project):
    folder, lang = project
    for name, words in (("plan.json", ["schema"]), ("scenario.json", ["schema", "--drill"])):
        told = json.loads(tmplan(*words, cwd=folder, lang=lang).stdout)
        assert json.loads((folder / "schema" / name).read_text(encoding="utf-8")) == told
    for path in (folder / "plans").rglob("*.yaml"):
        first = path.read_text(encoding="utf-8").splitlines()[0]
        assert (path.parent / first.partition("$schema=")[2]).is_file(), path


def test_it_is_in_one_language_and_every_blank_is_filled(project):
    folder, lang = project
    for name, data in everything(folder).items():
        text = data.decode("utf-8")
        if name.startswith(("records", "state")):
            continue
        assert "\r" not in text
        assert not re.search("@[A-Z]+@", text), name
        if lang == "en" and not name.startswith("schema"):
            assert not CHINESE.search(text), name
    assert (folder / "requirements.txt").read_text("utf-8") == f"tmplan=={__version__}\n"
    for name in (".github/workflows/plans.yml", ".gitlab-ci.yml"):
        assert f"TMPLAN_LANG: {lang}" in (folder / name).read_text(encoding="utf-8")


def test_what_must_be_replaced_is_marked(project):
    folder, lang = project
    plan = yaml.safe_load((folder / "plans" / "store.yaml").read_text(encoding="utf-8"))
    mark = "待替换" if lang == "zh" else "TBD"
    people = plan["organisation"]["people"].values()
    assert all(mark in each["name"] and mark in each["phone"] for each in people)
    assert mark in (folder / "README.md").read_text(encoding="utf-8")


def test_both_languages_have_the_same_plan():
    def ids(value):
        if isinstance(value, dict):
            return {key: ids(each) for key, each in value.items()}
        return (
            [ids(each) for each in value if isinstance(each, dict)]
            if isinstance(value, list)
            else 0
        )

    for name in ("store.yaml", "account-stolen.yaml", "system-failure.yaml"):
        one, other = (
            ids(yaml.safe_load((STARTER / lang / name).read_text(encoding="utf-8")))
            for lang in LANGUAGES
        )
        assert one == other, name


@pytest.mark.parametrize(
    "name", ["README.md", "plans/store.yaml", ".github", "plans/drills/x.yaml"]
)
def test_nothing_is_overwritten_and_then_nothing_is_written(tmp_path, name):
    path = tmp_path / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("mine", encoding="utf-8")
    done = tmplan("init", cwd=tmp_path)
    assert done.returncode == 3
    assert "nothing was written" in done.stderr
    assert ("plans" if name == "plans/drills/x.yaml" else name) in done.stderr
    assert everything(tmp_path) == {name: b"mine"}


def test_a_folder_that_is_a_file_is_named(tmp_path):
    (tmp_path / "shop").write_text("mine", encoding="utf-8")
    done = tmplan("init", "shop", cwd=tmp_path)
    assert done.returncode == 3
    assert "a file stands where a folder is needed" in done.stderr


@pytest.mark.skipif(sys.platform == "win32", reason="needs a right that few accounts have")
def test_what_was_written_is_taken_back_where_something_fails(tmp_path):
    (tmp_path / "schema").symlink_to(tmp_path / "nowhere" / "at-all")
    done = tmplan("init", cwd=tmp_path)
    assert done.returncode == 3
    assert "schema" in done.stderr
    assert everything(tmp_path) == {}


def test_every_template_is_used():
    here = {path.name for path in STARTER.rglob("*") if path.is_file()}
    assert here == {*starting._SPOKEN.values(), *starting._SHARED.values()}
