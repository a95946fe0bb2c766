"""A walk at a real terminal, in Chinese, as a store manager would take it."""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

pexpect = pytest.importorskip("pexpect")
pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="needs a POSIX terminal")

ROOT = Path(__file__).parent.parent.parent
KEYS = "p 暂停"


class Terminal:
    """The tool at a terminal of 80 columns."""

    def __init__(self, scratch: Path):
        self.env = {
            **os.environ,
            "TMPLAN_RECORDS": str(scratch / "records"),
            "TMPLAN_STATE": str(scratch / "state"),
            "TERM": "xterm",
            "LANG": "zh_CN.UTF-8",
            "PROMPT_TOOLKIT_NO_CPR": "1",
        }

    def run(self, *words):
        return pexpect.spawn(
            sys.executable,
            ["-m", "tmplan", "--lang", "zh", *words],
            cwd=str(ROOT),
            env=self.env,
            dimensions=(50, 80),
            encoding="utf-8",
            timeout=20,
        )

    def status(self):
        words = [sys.executable, "-m", "tmplan", "--json", "incident", "status"]
        done = subprocess.run(words, cwd=ROOT, env=self.env, capture_output=True, check=True)
        return json.loads(done.stdout)


@pytest.fixture
def terminal(tmp_path):
    return Terminal(tmp_path)


def test_a_walk_through_the_first_steps_and_the_questions(terminal):
    walk = terminal.run("incident", "open", "--type", "network-attack")
    walk.expect("拔掉可疑电脑的网线")
    walk.expect(KEYS)
    walk.sendline("胡说")
    walk.expect("说明")
    walk.expect(KEYS)
    walk.sendline("n")
    walk.sendline("买家来电三个")
    walk.expect("已保存")
    for _ in range(3):
        walk.expect(KEYS)
        walk.sendline("１")
        walk.expect("已保存")
    walk.expect("攻击已经进行到哪一步")
    walk.sendline("3")
    walk.expect("已保存")
    walk.sendline("20 分钟")
    walk.expect("已保存")
    walk.sendline("u")
    walk.expect("已保存")
    walk.sendline("1,2")
    walk.expect("已保存")
    for answer in ("2", "1", "1"):
        walk.sendline(answer)
        walk.expect("已保存")
    walk.expect("二级响应")
    walk.sendline("I")
    walk.sendline("媒体已经报道")
    walk.expect("一级响应")
    walk.expect(KEYS)
    walk.sendline("p")
    walk.expect(pexpect.EOF)
    walk.close()
    assert walk.exitstatus == 0
    status = terminal.status()
    assert status["level"] == "I"
    assert status["level_override"] is True
    assert status["unknown_questions"] == ["data-exposed"]
    assert status["phase"] == "report"


def test_without_a_type_the_signs_suggest_it(terminal):
    walk = terminal.run("incident", "open")
    walk.expect("系统故障")
    walk.expect("货架倾斜")
    walk.sendline("10 12")
    walk.expect("网络攻击")
    walk.sendline("是")
    walk.expect("拔掉可疑电脑的网线")
    walk.sendcontrol("c")
    walk.expect(pexpect.EOF)
    walk.close()
    assert walk.exitstatus == 130
    assert terminal.status()["event_type"] == "network-attack"


def test_killed_in_the_middle_it_goes_on_at_the_same_step(terminal):
    walk = terminal.run("incident", "open", "--type", "network-attack")
    walk.expect(KEYS)
    walk.sendline("1")
    walk.expect("已保存")
    walk.expect("用手机拍下")
    walk.kill(signal.SIGKILL)
    walk.close(force=True)
    again = terminal.run("incident", "resume")
    again.expect("用手机拍下")
    again.expect(KEYS)
    again.expect_exact("\x1b[?2004h")  # the line editor listens
    time.sleep(0.5)
    again.sendcontrol("d")
    again.expect(pexpect.EOF)
    again.close()
    assert again.exitstatus == 8
    steps = {step["id"]: step["state"] for step in terminal.status()["steps"]}
    assert (steps["isolate"], steps["photograph-screen"]) == ("done", "todo")


def test_a_drill_says_so_at_every_prompt(terminal):
    walk = terminal.run("drill", "run", "network-attack-weekend")
    walk.expect("演练 / DRILL")
    walk.expect("演练 / DRILL \\| 1")
    walk.sendline("p")
    walk.expect(pexpect.EOF)
    walk.close()
    assert walk.exitstatus == 0
