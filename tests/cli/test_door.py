"""The door: words in, sentences and an exit status out. Real processes throughout."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tmplan import __version__
from tmplan.cli.settings import split_globals
from tmplan.errors import EXIT_STATUSES

SOURCE = Path(__file__).parents[2] / "src"
CHINESE = re.compile(r"[\u4e00-\u9fff]")
ENGLISH_SENTENCE = re.compile(r"[A-Za-z]{2,} [a-z]{2,}")
NEVER_FOR_HELP = ("yaml", "rich.table", "prompt_toolkit", "tmplan.plan.model")


def tmplan(*words, cwd=None, text="", **env):
    return python("-m", "tmplan", *words, cwd=cwd, text=text, **env)


def python(*words, cwd=None, text="", **env):
    clean = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("TMPLAN_", "LC_", "PYTHON")) and name not in {"LANG", "NO_COLOR"}
    }
    return subprocess.run(
        [sys.executable, "-W", "error", *words],
        input=text.encode() if isinstance(text, str) else text,
        capture_output=True,
        cwd=cwd,
        timeout=60,
        check=False,
        env=clean | {"PYTHONPATH": str(SOURCE), "PYTHONUTF8": "1"} | env,
    )


def out(done, encoding="utf-8"):
    return done.stdout.decode(encoding)


def err(done, encoding="utf-8"):
    return done.stderr.decode(encoding)


@pytest.fixture
def store(tmp_path):
    """A folder with one Chinese plan, and nothing above it."""
    (tmp_path / "plans").mkdir()
    (tmp_path / "plans" / "shop.yaml").write_text(
        "# 店铺\ntmplan: 1\nid: shop\nlanguage: zh-CN\ntimezone: Asia/Shanghai\n", encoding="utf-8"
    )
    return tmp_path


# An application with every kind of argument, run through the door's own machinery.
SAMPLE = """
import sys
from enum import Enum
from pathlib import Path
from typing import Annotated
import typer
from tmplan import i18n
from tmplan.cli import call, commands, door
from tmplan.cli.help import new_group
from tmplan.errors import NotSaved, Refused

class Kind(str, Enum):
    FLOOD = "flood"
    FIRE = "fire"

class Sample:
    @staticmethod
    def register(app):
        group = new_group("一组命令。")
        app.add_typer(group, name="incident")

        @group.command(help="打开。")
        def open(
            name: Annotated[str, typer.Argument(help="名字。")],
            kind: Annotated[Kind, typer.Option("--type", help="类型。")],
            count: Annotated[int, typer.Option(min=1, max=9, help="数量。")] = 3,
            ratio: Annotated[float, typer.Option(help="比例。")] = 0.5,
            file: Annotated[Path | None, typer.Option(exists=True, dir_okay=False, help="文件。")] = None,
            tag: Annotated[list[str] | None, typer.Option(help="标签。")] = None,
            force: Annotated[bool, typer.Option("--force", help="强制。")] = False,
        ) -> int:
            typer.echo(f"{name} {kind.value} {count} {tag}")
            return count

        @group.command(help="失败。")
        def fail(how: str) -> None:
            match how:
                case "refused": raise Refused("step {step} is not open", step="a\\x1b[31m", hint="look at {step}")
                case "saved": raise NotSaved("the disk is full")
                case "bug": raise ZeroDivisionError("oh")
                case "eof": raise EOFError
                case "abort": raise typer.Abort
                case "exit": raise typer.Exit(5)
                case "interrupt": raise KeyboardInterrupt

commands.COMMANDS[:] = [Sample]
sys.exit(door.run(sys.argv[1:]))
"""


def sample(*words, **more):
    return python("-c", SAMPLE, *words, **more)


def test_version_is_one_line_in_any_language(tmp_path):
    done = tmplan("--version", cwd=tmp_path)
    assert (out(done), err(done), done.returncode) == (f"tmplan {__version__}\n", "", 0)


def test_nothing_to_do_shows_the_help_and_is_a_wrong_use(tmp_path):
    done = tmplan(cwd=tmp_path, TMPLAN_LANG="en")
    assert done.returncode == 2
    assert out(done).startswith("Usage: tmplan [OPTIONS] COMMAND")
    assert not done.stderr


def test_json_keeps_even_that_help_off_standard_output(tmp_path):
    done = tmplan("--json", cwd=tmp_path)
    assert done.returncode == 2
    assert not done.stdout
    assert b"tmplan" in done.stderr


@pytest.mark.parametrize(
    "words",
    [
        ["--lang", "en", "doctor", "--records", "elsewhere"],
        ["doctor", "--records=elsewhere", "--lang=en"],
        ["--records=elsewhere", "doctor", "--lang", "en"],
    ],
)
def test_global_options_stand_before_and_after_the_command(store, words):
    done = tmplan(*words, "--json", cwd=store)
    found = json.loads(out(done))
    assert found["records"]["path"] == str(store / "elsewhere")
    assert found["records"]["from"] == "option"
    assert found["language"] == {"is": "en", "from": "option"}


def test_words_after_a_double_dash_are_left_alone():
    wishes, rest = split_globals(["a", "--json", "--", "--plan", "x", "--"], {})
    assert rest == ["a", "--", "--plan", "x", "--"]
    assert wishes.json
    assert wishes.plan is None


def test_an_option_counts_more_than_a_variable():
    environ = {"TMPLAN_PLAN": "b", "TMPLAN_LANG": "en", "TMPLAN_RECORDS": "r"}
    wishes, _ = split_globals(["--plan", "a", "--lang", "zh"], environ)
    assert (wishes.plan, wishes.plan_from, wishes.lang) == ("a", "option", "zh")
    assert (wishes.records, wishes.records_from) == ("r", "environment")


@pytest.mark.parametrize("environ", [{"NO_COLOR": "1"}, {"TERM": "dumb"}])
def test_colour_can_be_declined(environ):
    assert not split_globals([], environ)[0].color
    assert split_globals([], {"NO_COLOR": "", "TERM": "xterm"})[0].color


@pytest.mark.parametrize(
    "words",
    [
        ["--plan"],
        ["--plan", "--json"],
        ["--plan="],
        ["--lang"],
        ["--lang", "fr"],
        ["--json=yes"],
        ["--records", "--", "x"],
    ],
)
def test_a_missing_or_wrong_global_value_is_a_wrong_use(tmp_path, words):
    done = tmplan("doctor", *words, cwd=tmp_path, TMPLAN_LANG="zh")
    assert done.returncode == 2
    assert not done.stdout
    assert err(done).startswith("错误：")
    assert "\n提示：" in err(done)


@pytest.mark.parametrize(
    ("env", "language", "origin"),
    [
        ({"TMPLAN_LANG": "en"}, "en", "environment"),
        ({"LANG": "zh_CN.UTF-8"}, "zh", "system"),
        ({"LANG": "en_US.UTF-8"}, "en", "system"),
        ({"LC_ALL": "en_GB", "LANG": "zh_CN.UTF-8"}, "en", "system"),
        ({"LC_MESSAGES": "en_GB", "LANG": "zh_CN.UTF-8"}, "en", "system"),
        ({"LC_ALL": "C", "LANG": "en_US.UTF-8"}, "zh", "plan"),
        ({"LANG": "C.UTF-8"}, "zh", "plan"),
        ({"LANG": "POSIX"}, "zh", "plan"),
        ({}, "zh", "plan"),
        ({"LANG": "fr_FR.UTF-8"}, "zh", "plan"),
    ],
)
def test_the_language_is_wanted_or_the_systems_or_the_plans(store, env, language, origin):
    done = tmplan("doctor", "--json", cwd=store, **env)
    assert json.loads(out(done))["language"] == {"is": language, "from": origin}


@pytest.mark.parametrize(("env", "language"), [({}, "zh"), ({"LANG": "fr_FR.UTF-8"}, "en")])
def test_without_a_plan_the_language_has_a_default(tmp_path, env, language):
    done = tmplan("doctor", "--json", cwd=tmp_path, **env)
    assert json.loads(out(done))["language"] == {"is": language, "from": "default"}


def test_an_english_plan_makes_an_english_run(store):
    (store / "plans" / "shop.yaml").write_bytes(b"tmplan: 1\r\nlanguage: 'en-GB'\r\n")
    assert out(tmplan("doctor", cwd=store, LANG="C")).startswith("What")


def test_an_unknown_command_names_the_nearest_one(tmp_path):
    english = err(tmplan("doctr", "--lang", "en", cwd=tmp_path))
    assert english == (
        "Error: `tmplan` has no command `doctr`\n"
        "Hint: did you mean `doctor`? All commands: `tmplan --help`\n"
    )
    chinese = tmplan("doctr", "--lang", "zh", cwd=tmp_path)
    assert err(chinese).splitlines() == [
        "错误：`tmplan` 没有 `doctr` 这个命令",
        "提示：是不是想写 `doctor`？全部命令见 `tmplan --help`",
    ]
    assert chinese.returncode == 2


MISUSES = {
    "no command": ["xyzzy"],
    "nearly a command": ["incident", "opne"],
    "no option": ["incident", "open", "--xyzzy"],
    "nearly an option": ["incident", "open", "--forse"],
    "no short option": ["incident", "open", "-Z"],
    "argument missing": ["incident", "open", "--type", "fire"],
    "option missing": ["incident", "open", "name"],
    "value missing": ["incident", "open", "name", "--type"],
    "value for a switch": ["incident", "open", "name", "--type", "fire", "--force=1"],
    "no choice": ["incident", "open", "name", "--type", "war"],
    "nearly a choice": ["incident", "open", "name", "--type", "fire1"],
    "no number": ["incident", "open", "name", "--type", "fire", "--count", "many"],
    "no decimal": ["incident", "open", "name", "--type", "fire", "--ratio", "half"],
    "too many": ["incident", "open", "name", "--type", "fire", "--count", "10"],
    "too few": ["incident", "open", "name", "--type", "fire", "--count", "0"],
    "no file": ["incident", "open", "name", "--type", "fire", "--file", "nowhere"],
    "a folder": ["incident", "open", "name", "--type", "fire", "--file", "."],
    "too much": ["incident", "open", "name", "more", "--type", "fire"],
    "only a dash": ["incident", "--"],
}


@pytest.mark.parametrize("words", MISUSES.values(), ids=MISUSES)
def test_every_wrong_use_is_said_in_the_language_with_a_hint(tmp_path, words):
    chinese = sample("--lang", "zh", *words, cwd=tmp_path)
    assert chinese.returncode == 2
    assert not chinese.stdout
    lines = err(chinese).splitlines()
    assert [line[:3] for line in lines] == ["错误：", "提示："]
    for line in lines:
        assert not ENGLISH_SENTENCE.search(re.sub(r"`[^`]*`", "", line)), line
    english = sample("--lang", "en", *words, cwd=tmp_path)
    assert err(english).startswith("Error: ")
    assert "\nHint: " in err(english)
    assert not CHINESE.search(err(english))


def test_mistakes_name_what_was_meant(tmp_path):
    def hint(*words):
        return err(sample("--lang", "en", "incident", *words, cwd=tmp_path)).splitlines()[1]

    assert "`open`" in hint("opne")
    assert "`--force`" in hint("open", "--forse")
    assert "`--json`" in hint("open", "--jsn")
    assert "`fire`" in hint("open", "n", "--type", "fir")
    assert "`flood` or `fire`" in hint("open", "n", "--type", "war")


def test_a_command_gives_its_status(tmp_path):
    done = sample("incident", "open", "名", "--type", "fire", "--tag", "a", cwd=tmp_path)
    assert (out(done), done.returncode) == ("名 fire 3 ['a']\n", 3)
    assert sample("incident", "fail", "exit", cwd=tmp_path).returncode == 5


def test_a_group_without_a_command_shows_its_help(tmp_path):
    done = sample("incident", "--lang", "zh", cwd=tmp_path)
    assert done.returncode == 2
    assert out(done).startswith("用法：tmplan incident [选项] 命令 [参数]…")


def test_an_ending_is_said_with_its_hint_and_its_status(tmp_path):
    done = sample("incident", "fail", "refused", "--lang", "en", cwd=tmp_path)
    assert (out(done), done.returncode) == ("", 6)
    assert err(done) == ("Error: step a\\x1b[31m is not open\nHint: look at a\\x1b[31m\n")
    assert sample("incident", "fail", "saved", cwd=tmp_path).returncode == 3


@pytest.mark.parametrize("how", ["eof", "abort"])
def test_the_end_of_input_says_how_to_go_on(tmp_path, how):
    done = sample("incident", "fail", how, "--lang", "en", cwd=tmp_path)
    assert done.returncode == 8
    assert "tmplan incident resume" in err(done)


def test_an_interruption_says_how_to_go_on(tmp_path):
    done = sample("incident", "fail", "interrupt", "--lang", "zh", cwd=tmp_path)
    assert done.returncode == 130
    assert err(done) == ("已中断\n提示：已记录的内容不会丢；用 `tmplan incident resume` 继续\n")


def test_a_fault_of_ours_is_one_sentence_and_a_file(tmp_path):
    state = tmp_path / "state"
    done = sample("incident", "fail", "bug", "--lang", "en", TMPLAN_STATE=str(state))
    assert done.returncode == 70
    assert "Traceback" not in err(done)
    (kept,) = state.iterdir()
    assert str(kept) in err(done)
    assert "ZeroDivisionError" in kept.read_text(encoding="utf-8")


def test_a_fault_is_kept_elsewhere_if_the_state_folder_cannot_be_made(tmp_path):
    (tmp_path / "file").touch()
    nowhere = str(tmp_path / "file" / "below")
    (tmp_path / "other").mkdir()
    done = sample("incident", "fail", "bug", TMPLAN_STATE=nowhere, TMPDIR=str(tmp_path / "other"))
    assert done.returncode == 70
    (kept,) = (tmp_path / "other").iterdir()
    assert str(kept) in err(done)


def test_every_status_of_an_ending_is_documented():
    from tmplan.errors import TmplanError

    waiting = [TmplanError]
    while waiting:
        ending = waiting.pop()
        assert ending.exit_status in EXIT_STATUSES
        waiting += ending.__subclasses__()


HELP_OF_EVERYTHING = """
import sys
from tmplan import i18n
i18n.speak(sys.argv[1])
from typer.main import get_group
from tmplan.cli.commands import build
from tmplan.cli.help import dress, new_group
from tmplan.i18n import say

app = new_group(say("Make a contingency plan run: prove it, walk it, record it, rehearse it."))
build(app)

def show(command, context):
    print(f"## {context.command_path}")
    print(command.get_help(context))
    for name, each in getattr(command, "commands", {}).items():
        show(each, each.make_context(name, [], parent=context, resilient_parsing=True))

root = get_group(dress(app))
show(root, root.make_context("tmplan", [], resilient_parsing=True))
for name in sys.argv[2:]:
    assert name not in sys.modules, name
"""


def test_no_english_sentence_is_left_in_the_chinese_help(tmp_path):
    done = python("-c", HELP_OF_EVERYTHING, "zh", cwd=tmp_path)
    assert done.returncode == 0, err(done)
    for line in out(done).splitlines():
        line = re.sub(r"--[a-z-]+ [a-z]+(\|[a-z]+)+", "", line)  # an option and the words it takes
        if not line.startswith(("## ", "  tmplan ", "    tmplan ")) and not CHINESE.search(line):
            assert not ENGLISH_SENTENCE.search(line), line


def test_no_chinese_is_left_in_the_english_help(tmp_path):
    done = python("-c", HELP_OF_EVERYTHING, "en", cwd=tmp_path)
    assert done.returncode == 0, err(done)
    assert not CHINESE.search(out(done))


def test_help_loads_nothing_that_help_does_not_need(tmp_path):
    done = python("-c", HELP_OF_EVERYTHING, "zh", *NEVER_FOR_HELP, cwd=tmp_path)
    assert done.returncode == 0, err(done)


@pytest.mark.parametrize("words", [["--version"], ["--help"], ["doctor", "--help"], ["doctr"]])
def test_quick_answers_load_little(tmp_path, words):
    code = (
        "import sys; from tmplan.cli.door import run; run(sys.argv[1:]);"
        f"print([name for name in {NEVER_FOR_HELP} if name in sys.modules], file=sys.stderr)"
    )
    done = python("-c", code, *words, cwd=tmp_path)
    assert err(done).splitlines()[-1] == "[]"


def test_help_shows_kinds_defaults_and_what_is_required(tmp_path):
    page = out(sample("incident", "open", "-h", "--lang", "zh", cwd=tmp_path, COLUMNS="80"))
    assert page.splitlines()[0] == "用法：tmplan incident open [选项] NAME"
    assert "  NAME  名字。 [必填]" in page
    rows = page.split("选项：\n", 1)[1].split("\n\n")[0].splitlines()
    assert rows == [
        "  --type flood|fire  类型。 [必填]",
        "  --count 数字       数量。 [默认：3] [不小于 1] [不大于 9]",
        "  --ratio 数字       比例。 [默认：0.5]",
        "  --file 路径        文件。",
        "  --tag 文字         标签。 [可重复]",
        "  --force            强制。",
        "  -h, --help         显示这段帮助。",
    ]


@pytest.mark.parametrize("words", [["--help"], ["doctor"], ["doctor", "--json"], ["doctr"], []])
@pytest.mark.parametrize("encoding", ["gbk", "ascii", "utf-8"])
def test_no_stream_is_too_narrow_for_a_sentence(store, words, encoding):
    done = tmplan(*words, "--lang", "zh", cwd=store, PYTHONUTF8="0", PYTHONIOENCODING=encoding)
    assert done.returncode in {0, 2}
    (out(done, encoding) + err(done, encoding)).encode(encoding)
    if "--json" in words:
        assert json.loads(out(done, encoding))["plan"]["path"] == str(store / "plans/shop.yaml")


def test_a_reader_that_leaves_is_no_error(tmp_path):
    code = (
        "import subprocess, sys;"
        "p = subprocess.Popen([sys.executable, '-m', 'tmplan', 'doctor'],"
        " stdout=subprocess.PIPE, stderr=subprocess.PIPE);"
        "p.stdout.close(); said = p.stderr.read(); p.wait(); print(p.returncode, said)"
    )
    assert out(python("-c", code, cwd=tmp_path)) == "0 b''\n"


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a full disk")
def test_a_full_disk_is_said_and_has_its_status(tmp_path):
    shell = f"{sys.executable} -m tmplan doctor --lang en > /dev/full"
    env = {**os.environ, "PYTHONPATH": str(SOURCE)}
    done = subprocess.run(
        ["sh", "-c", shell], capture_output=True, cwd=tmp_path, env=env, check=False
    )
    assert done.returncode == 3
    assert err(done).startswith("Error: the output cannot be written: the disk is full\nHint: ")


def test_closed_streams_are_no_fault(tmp_path):
    shell = f"{sys.executable} -m tmplan doctor >&- 2>&- <&-"
    env = {**os.environ, "PYTHONPATH": str(SOURCE)}
    assert subprocess.run(["sh", "-c", shell], cwd=tmp_path, env=env, check=False).returncode == 0


def test_a_folder_that_is_gone_is_trouble_with_a_file(tmp_path):
    shell = f"mkdir gone && cd gone && rmdir ../gone && {sys.executable} -m tmplan doctor"
    env = {**os.environ, "PYTHONPATH": str(SOURCE), "TMPLAN_LANG": "en"}
    done = subprocess.run(
        ["sh", "-c", shell], capture_output=True, cwd=tmp_path, env=env, check=False
    )
    assert done.returncode == 3
    assert "the current folder does not exist" in err(done)


def test_doctor_says_where_things_lie_and_why(store):
    below = store / "a" / "b"
    below.mkdir(parents=True)
    found = json.loads(out(tmplan("doctor", "--json", cwd=below)))
    assert found["plan"] == {
        "path": str(store / "plans" / "shop.yaml"),
        "from": "search",
        "problem": None,
    }
    assert found["records"] == {
        "path": str(store / "records"),
        "exists": False,
        "writable": True,
        "fsync": True,
        "problem": None,
        "from": "beside",
    }
    assert found["clock"]["plan_zone"] == "Asia/Shanghai"
    assert found["clock"]["plan_zone_known"] is True
    assert not (store / "records").exists()


def test_doctor_fails_where_records_cannot_be_written(store):
    done = tmplan("doctor", "--records", "plans/shop.yaml", cwd=store)
    assert done.returncode == 3
    assert "写不进去" in out(done)


def test_doctor_speaks_of_a_missing_plan_and_goes_on(tmp_path):
    done = tmplan("doctor", "--lang", "en", cwd=tmp_path)
    assert done.returncode == 0
    assert "no plan found" in out(done)
    assert "the current folder" in out(done)
