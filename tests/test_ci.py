"""What others run in their repositories does what it says; the words of it are run here."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).parents[1]
needs_bash = pytest.mark.skipif(
    sys.platform == "win32" or not shutil.which("bash"), reason="needs bash"
)


@pytest.fixture
def project(tmp_path):
    """A repository with a plan and a scenario, and a place with a `tmplan`."""
    plans = tmp_path / "plans"
    (plans / "drills").mkdir(parents=True)
    shutil.copy(ROOT / "tests" / "minimal.yaml", plans / "store.yaml")
    (plans / "drills" / "flood.yaml").write_text(
        "tmplan-drill: 1\nid: flood\nplan: ../store.yaml\nevent: flood\ntitle: Flood\n"
        "narrative: Water.\nscript:\n  otherwise: done\n  approve: all\n  recovered_when: all\n"
        "  gate: {confirmed: true}\n  review: {summary: ok}\n",
        encoding="utf-8",
    )
    bin_ = tmp_path / "place" / "bin"
    bin_.mkdir(parents=True)
    program = bin_ / "tmplan"
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m tmplan "$@"\n', encoding="utf-8")
    program.chmod(0o755)
    return tmp_path


def bash(script, project, **env):
    clean = {key: value for key, value in os.environ.items() if not key.startswith("TMPLAN_")}
    return subprocess.run(
        ["bash", "-e", "-o", "pipefail", "-c", script],
        cwd=project,
        env={
            **clean,
            "PATH": f"{project / 'place' / 'bin'}{os.pathsep}{os.environ['PATH']}",
            "PYTHONPATH": str(ROOT / "src"),
            "PLACE": str(project / "place"),
            "TMPLAN_RECORDS": str(project / "records"),
            "TMPLAN_STATE": str(project / "state"),
            "TMPLAN_LANG": "en",
            "PYTHONUTF8": "1",
            **env,
        },
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


def spoil(project):
    file = project / "plans" / "store.yaml"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("role: chief", "role: chef"), encoding="utf-8")


def action(project, **inputs):
    steps = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))["runs"]["steps"]
    return bash(
        steps[-1]["run"], project, **{"PATHS": "plans", "STRICT": "", "DRILLS": "", **inputs}
    )


def gitlab(project, **inputs):
    spec, job = yaml.safe_load_all((ROOT / "templates" / "validate.yml").read_text("utf-8"))
    script = "\n".join(job["validate-plans"]["script"][1:])
    for name, known in spec["spec"]["inputs"].items():
        given = inputs.get(name, (known or {}).get("default", ""))
        script = script.replace(f"$[[ inputs.{name} ]]", given)
    assert "$[[" not in script
    return bash(script, project)


@needs_bash
def test_the_action_checks_plans_and_runs_every_drill(project):
    done = action(project, PATHS="plans\nplans/store.yaml\n", DRILLS="plans/drills", STRICT="false")
    assert done.returncode == 0, done.stdout + done.stderr
    assert "proved" in done.stdout
    assert "passed" in done.stdout


@needs_bash
def test_the_action_fails_on_an_error(project):
    spoil(project)
    assert action(project).returncode == 1


@needs_bash
def test_the_template_checks_plans_and_runs_every_drill(project):
    done = gitlab(project, drills="plans/drills")
    assert done.returncode == 0, done.stdout + done.stderr
    assert "passed" in done.stdout


@needs_bash
def test_the_template_fails_on_an_error(project):
    spoil(project)
    assert gitlab(project, drills="plans/drills").returncode == 1


def test_the_hooks_are_commands_that_exist():
    hooks = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    assert [hook["entry"] for hook in hooks] == ["tmplan validate", "tmplan fmt"]
    assert (ROOT / hooks[0]["args"][0]).is_dir()


@pytest.mark.skipif(not shutil.which("check-jsonschema"), reason="needs check-jsonschema")
@pytest.mark.parametrize(
    ("kind", "file"),
    [("github-workflows", ".github/workflows/ci.yml"), ("github-actions", "action.yml")],
)
def test_a_linter_of_workflows_finds_nothing(kind, file):
    done = subprocess.run(
        ["check-jsonschema", "--builtin-schema", f"vendor.{kind}", file],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout
