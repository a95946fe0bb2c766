"""A walk at a real terminal: the tool, what it shows, and what is typed then."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

pexpect = pytest.importorskip("pexpect")

ROOT = Path(__file__).parent.parent.parent
SHOP = ROOT / "tests" / "stories" / "shop.yaml"
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

    def open_shop(self, *words):
        return self.run("--plan", str(SHOP), "incident", "open", "--type", "network-attack", *words)

    def run(self, *words, columns=80, **more):
        return pexpect.spawn(
            sys.executable,
            ["-m", "tmplan", "--lang", "zh", *words],
            cwd=str(ROOT),
            env=self.env,
            dimensions=(50, columns),
            encoding="utf-8",
            timeout=20,
            **more,
        )

    def do(self, *words):
        command = [sys.executable, "-m", "tmplan", "--lang", "zh", *words]
        return subprocess.run(command, cwd=ROOT, env=self.env, capture_output=True, check=False)

    def log(self):
        return json.loads(self.do("--json", "incident", "log").stdout)

    def status(self):
        return json.loads(self.do("--json", "incident", "status").stdout)


def answer(walk, *pairs):
    """What is shown, and what is typed then; one after the other."""
    for shown, typed in zip(pairs[::2], pairs[1::2], strict=True):
        walk.expect_exact(shown)
        walk.sendline(typed)


def end(walk):
    walk.expect(pexpect.EOF)
    walk.close()
    return walk.exitstatus
