"""The READMEs do what they say: every block runs, in order, in a fresh copy of the repository."""

import os
import re
import shlex
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from tmplan.errors import EXIT_STATUSES

ROOT = Path(__file__).parents[1]
READMES = ("README.md", "README.zh-CN.md")
SET_UP = "python3 -m venv .venv && .venv/bin/pip install --quiet . && "
TEST_COMMAND = (
    "python3 -m venv .venv && .venv/bin/pip install --quiet -e '.[dev]' && "
    ".venv/bin/python -m pytest"
)
BLOCK = re.compile(
    r"(?:<!-- exit status: (\d+) -->\n\n)?^```(\w*)\n(.*?)^```$", re.MULTILINE | re.DOTALL
)
BOTH = pytest.mark.parametrize("readme", READMES)
NOT_COPIED = (".git", ".venv", ".ci", "records", ".*_cache", ".hypothesis", "__pycache__", "dist")


@dataclass(frozen=True)
class Block:
    """Commands, what they must end with, and the output shown behind them."""

    command: str
    status: int
    shown: str | None


def text_of(readme):
    return (ROOT / readme).read_text(encoding="utf-8")


def blocks(readme):
    """Every block of commands with the ``text`` block that follows it."""
    found = []
    for status, kind, body in BLOCK.findall(text_of(readme)):
        if kind == "text":
            last = found.pop()
            assert last.shown is None, "two outputs for one block"
            found.append(Block(last.command, last.status, body))
        else:
            assert kind == "sh", f"a block of another kind: {kind}"
            found.append(Block(body, int(status or 0), None))
    return found


def matches(shown, output):
    """Whether the output is what is shown; ``…`` stands for anything, alone for any lines."""
    parts = []
    for line in shown.splitlines():
        if line.strip() == "…":
            parts.append(r"(?:.*\n)*?")
        else:
            words = [re.escape(word) for word in re.split(r"\s+", line.strip())]
            parts.append(r"\s+".join(words).replace("…", ".*") + r"\s*?\n")
    return re.fullmatch("".join(parts), output) is not None


@pytest.mark.parametrize(
    ("shown", "output", "same"),
    [
        ("a …: b\n", "a 12: b\n", True),
        ("…\nlast\n", "one\ntwo\nlast\n", True),
        ("…\nlast\n", "one\nlast\nmore\n", False),
        ("a (b) …\n", "a  (b)   c\n", True),
        ("a\n", "b\n", False),
    ],
)
def test_what_is_shown_is_compared_with_the_output(shown, output, same):
    assert matches(shown, output) is same


def listed_files():
    """What a fresh clone would hold, with what is about to be added; or nothing without git."""
    git = shutil.which("git")
    if git is None or not (ROOT / ".git").exists():
        return None
    command = [git, "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, check=False)
    return done.stdout.decode().split("\0")[:-1] if done.returncode == 0 else None


def copy_of_the_repository(to):
    listed = listed_files()
    if listed is None:
        shutil.copytree(ROOT, to, ignore=shutil.ignore_patterns(*NOT_COPIED))
        return
    for name in listed:
        if (ROOT / name).is_file():
            (to / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(ROOT / name, to / name)


@pytest.fixture
def fresh(tmp_path):
    """A copy of the repository in which the set-up is done: ``.venv/bin`` runs its own source."""
    home = tmp_path / "tmplan"
    copy_of_the_repository(home)
    programs = home / ".venv" / "bin"
    programs.mkdir(parents=True)
    source = shlex.quote(str(home / "src"))
    python = shlex.quote(sys.executable)
    for name, call in {"python": python, "tmplan": f"{python} -m tmplan"}.items():
        script = programs / name
        script.write_text(f'#!/bin/sh\nPYTHONPATH={source} exec {call} "$@"\n', encoding="utf-8")
        script.chmod(0o755)
    return home


def run_in_order(home, found, environment):
    """Run every block in a shell of its own that knows what the blocks before have exported."""
    exported = home.parent / "exported.sh"
    exported.write_text("", encoding="utf-8")
    keep = shlex.quote(str(exported))
    for block in found:
        script = f". {keep}\ntrap 'export -p > {keep}' EXIT\n{block.command}"
        yield (
            block,
            subprocess.run(
                ["sh", "-e", "-c", script],
                cwd=home,
                env=environment,
                stdin=subprocess.DEVNULL,
                capture_output=True,
                text=True,
                encoding="utf-8",
                check=False,
                timeout=120,
            ),
        )


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="the blocks are for a POSIX shell")
@BOTH
def test_every_block_does_what_the_readme_says(readme, fresh, tmp_path):
    environment = {
        **{name: value for name, value in os.environ.items() if not name.startswith("TMPLAN_")},
        "LC_ALL": "C.UTF-8",
        "PYTHONUTF8": "1",
        "PYTHONWARNINGS": "error",
        "TMPLAN_STATE": str(tmp_path / "state"),
    }
    found = [
        Block(block.command.removeprefix(SET_UP), block.status, block.shown)
        for block in blocks(readme)
        if block.command.strip() != TEST_COMMAND
    ]
    assert len(found) > 8
    (tmp_path / "state").mkdir()
    for block, done in run_in_order(fresh, found, environment):
        said = f"{block.command}\n{done.stdout}\n{done.stderr}"
        assert done.returncode == block.status, said
        assert block.shown is None or matches(block.shown, done.stdout), said
    assert not (fresh / "tour").exists()


@BOTH
def test_the_two_commands_of_a_fresh_machine_are_there(readme):
    commands = [block.command.strip() for block in blocks(readme)]
    assert commands[0].startswith(SET_UP)
    assert commands[1] == TEST_COMMAND


def test_both_readmes_run_the_same_commands_save_for_the_language():
    english, chinese = ([block.command for block in blocks(readme)] for readme in READMES)
    assert chinese == [each.replace("TMPLAN_LANG=en", "TMPLAN_LANG=zh") for each in english]


def test_the_readmes_lead_to_each_other_in_their_first_lines():
    for readme, other in (READMES, READMES[::-1]):
        assert f"]({other})" in text_of(readme).splitlines()[0]


def statuses(readme):
    rows = re.findall(r"^\| (\d+) \| (.+) \|$", text_of(readme), re.MULTILINE)
    return {int(status): meaning for status, meaning in rows}


def test_the_table_of_exit_statuses_is_the_one_of_the_program():
    assert statuses("README.md") == dict(EXIT_STATUSES)
    assert list(statuses("README.zh-CN.md")) == list(EXIT_STATUSES)


@BOTH
def test_every_link_leads_somewhere(readme):
    for target in re.findall(r"\]\((?!https?:)([^)#]+)", text_of(readme)):
        assert (ROOT / target).exists(), target


def test_both_readmes_have_the_same_chapters():
    english, chinese = (re.findall(r"^#+ ", text_of(each), re.MULTILINE) for each in READMES)
    assert english == chinese
