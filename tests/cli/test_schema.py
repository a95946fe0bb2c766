"""`tmplan schema`: documents for editors, in both languages."""

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tmplan import i18n
from tmplan.cli import places, schema

ROOT = Path(__file__).parents[2]
CHINESE = re.compile(r"[\u4e00-\u9fff]")
OURS = sorted((ROOT / "plans").glob("*.yaml")) + sorted((ROOT / "plans" / "drills").glob("*.yaml"))
SAID = {"description", "errorMessage", "patternErrorMessage"}


def tmplan(*words, cwd=ROOT, **env):
    clean = {k: v for k, v in os.environ.items() if not k.startswith(("TMPLAN_", "LC_", "LANG"))}
    return subprocess.run(
        [sys.executable, "-W", "error", "-m", "tmplan", *words],
        capture_output=True,
        cwd=cwd,
        timeout=60,
        check=False,
        env=clean | {"PYTHONPATH": str(ROOT / "src"), "PYTHONUTF8": "1"} | env,
    )


def sentences(schema):
    if isinstance(schema, dict):
        for key, value in schema.items():
            if key in SAID and isinstance(value, str):
                yield value
            else:
                yield from sentences(value)
    elif isinstance(schema, list):
        for each in schema:
            yield from sentences(each)


@pytest.fixture
def speaking():
    before = i18n.language()
    yield i18n.speak
    i18n.speak(before)


@pytest.mark.parametrize(
    "words", [["schema"], ["schema", "--drill"], ["schema", "--part"]], ids=" ".join
)
def test_every_sentence_is_in_the_chosen_language(words):
    chinese = json.loads(tmplan("--lang", "zh", *words).stdout)
    english = json.loads(tmplan("--lang", "en", *words).stdout)
    assert all(CHINESE.search(each) for each in sentences(chinese))
    plain = [each for each in sentences(english) if "小时" not in each]
    assert plain
    assert not [each for each in plain if CHINESE.search(each)]
    assert (chinese["$id"][-3:], english["$id"][-3:]) == (":zh", ":en")


def test_a_file_is_written_in_utf_8_whatever_the_system_writes_in(tmp_path):
    file = tmp_path / "预案.json"
    done = tmplan(
        "schema", "--lang", "zh", "--output", str(file), PYTHONUTF8="0", LC_ALL="C", LANG="C"
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")
    text = file.read_bytes()
    assert b"\r" not in text
    assert "标识" in text.decode("utf-8")
    assert json.loads(text) == json.loads(tmplan("schema", "--lang", "zh").stdout)


def test_a_file_that_cannot_be_written_is_named(tmp_path):
    done = tmplan("schema", "--lang", "en", "--output", str(tmp_path / "no" / "x.json"))
    assert done.returncode == 3
    assert b"x.json cannot be written: it does not exist" in done.stderr


def test_two_schemas_at_once_are_refused():
    done = tmplan("--lang", "en", "schema", "--drill", "--part")
    assert (done.returncode, done.stdout) == (2, b"")
    assert b"ask for one of them" in done.stderr


@pytest.mark.skipif(not shutil.which("check-jsonschema"), reason="needs check-jsonschema")
@pytest.mark.parametrize(("drill", "files"), [(False, "*.yaml"), (True, "drills/*.yaml")])
def test_another_checker_accepts_the_schema_and_our_files(tmp_path, speaking, drill, files):
    speaking("zh")
    path = tmp_path / "schema.json"
    schema.write(path, schema.scenario() if drill else schema.plan())
    for words in (
        ["--check-metaschema", str(path)],
        ["--schemafile", str(path), *map(str, sorted((ROOT / "plans").glob(files)))],
    ):
        done = subprocess.run(
            ["check-jsonschema", *words], capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, done.stdout


@pytest.mark.skipif(not shutil.which("check-jsonschema"), reason="needs check-jsonschema")
def test_another_checker_refuses_a_mistyped_key(tmp_path, speaking):
    speaking("en")
    path, plan = tmp_path / "schema.json", tmp_path / "plan.yaml"
    schema.write(path, schema.plan())
    text = (ROOT / "tests" / "minimal.yaml").read_text(encoding="utf-8")
    plan.write_text(text.replace("need: must", "ned: must"), encoding="utf-8")
    done = subprocess.run(
        ["check-jsonschema", "--schemafile", str(path), str(plan)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1
    assert "'ned' does not match" in done.stdout + done.stderr


PUBLISHED = [
    ("plan-1.zh.json", "zh", schema.plan),
    ("plan-1.en.json", "en", schema.plan),
    ("part-1.zh.json", "zh", schema.part_of_plan),
    ("part-1.en.json", "en", schema.part_of_plan),
    ("scenario-1.zh.json", "zh", schema.scenario),
    ("scenario-1.en.json", "en", schema.scenario),
]


@pytest.mark.parametrize(("name", "lang", "made"), PUBLISHED, ids=lambda each: str(each))
def test_the_schemas_in_docs_are_current(tmp_path, speaking, name, lang, made):
    speaking(lang)
    schema.write(tmp_path / name, made())
    assert (ROOT / "docs" / "schema" / name).read_bytes() == (tmp_path / name).read_bytes(), (
        f"tmplan --lang {lang} schema --output docs/schema/{name}"
    )


@pytest.mark.parametrize("path", OURS, ids=lambda path: path.stem)
def test_our_files_name_their_schema_and_are_still_known_by_their_head(path):
    first = path.read_text(encoding="utf-8").splitlines()[0]
    found = re.fullmatch(r"# yaml-language-server: \$schema=(\S+)", first)
    assert found
    assert (path.parent / found[1]).is_file()
    key = "tmplan-drill" if path.parent.name == "drills" else "tmplan"
    assert found[1].endswith(f"{'scenario' if '-' in key else 'plan'}-1.zh.json")
    assert places.value_in_head(path, key) == "1"
    assert key != "tmplan" or places.value_in_head(path, "language") == "zh-CN"
