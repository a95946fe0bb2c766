"""A shop with a plan, records and a person at its keyboard: what every story here stands on."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

HERE = Path(__file__).parent
REPO = HERE.parents[1]
PROGRAM = (sys.executable, "-m", "tmplan")
ATTACK = "network-attack"
ANSWERS: Mapping[str, Any] = yaml.safe_load((HERE / "answers.yaml").read_text("utf-8"))
PLAN: Mapping[str, Any] = yaml.safe_load((HERE / "shop.yaml").read_text("utf-8"))


@dataclass(frozen=True)
class Answer:
    """What a command said and how it ended."""

    status: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)

    @property
    def all(self) -> str:
        return self.out + self.err


class Shop:
    """A folder with a plan, its records, and the state of one account."""

    def __init__(self, root: Path, plan: Path = HERE / "shop.yaml") -> None:
        self.root = root
        self.plan = root / "plans" / plan.name
        self.records = root / "records"
        self.state = root / "state"
        if not self.plan.exists():
            self.plan.parent.mkdir(parents=True)
            shutil.copy(plan, self.plan)
            (root / "proof.txt").write_text("一行日志\n", encoding="utf-8")

    @property
    def env(self) -> dict[str, str]:
        gone = ("TMPLAN_", "LC_", "PYTHON", "NO_COLOR", "COLUMNS", "LINES", "LANGUAGE")
        kept = {name: value for name, value in os.environ.items() if not name.startswith(gone)}
        return kept | {
            "TMPLAN_STATE": str(self.state),
            "TMPLAN_RECORDS": str(self.records),
            "TMPLAN_PLAN": str(self.plan),
            "LANG": "zh_CN.UTF-8",
            "TERM": "xterm",
            "PYTHONUTF8": "1",
        }

    def run(
        self,
        *words: str,
        stdin: str = "",
        env: Mapping[str, str] | None = None,
        before: Sequence[str] = (),
    ) -> Answer:
        """A command in a pipe; whatever happens it is never a traceback, and never a fault."""
        done = subprocess.run(
            [*before, *PROGRAM, *words],
            cwd=self.root,
            env=self.env | dict(env or {}),
            input=stdin.encode(),
            capture_output=True,
            timeout=60,
            check=False,
        )
        encoding = (
            "gb18030" if (env or {}).get("PYTHONIOENCODING", "").startswith("gbk") else "utf-8"
        )
        answer = Answer(done.returncode, done.stdout.decode(encoding), done.stderr.decode(encoding))
        assert "Traceback" not in answer.all, answer.all
        assert answer.status != 70, answer.all
        return answer

    def do(self, *words: str, **more: Any) -> Answer:
        """An act on the open incident that must be accepted."""
        answer = self.run("incident", *words, **more)
        assert answer.status == 0, f"{words} → {answer.status}\n{answer.all}"
        return answer

    def refuse(self, status: int, *words: str, **more: Any) -> Answer:
        """An act that must not be accepted, and must leave no trace."""
        before = self.bytes()
        answer = self.run("incident", *words, **more)
        assert answer.status == status, f"{words} → {answer.status}\n{answer.all}"
        after = self.bytes()
        changed = [name for name in before | after if before.get(name) != after.get(name)]
        assert not changed, "something was recorded all the same"
        assert answer.err.strip(), "nothing was said"
        return answer

    def answers(self, *, without: Sequence[str] = (), **changed: Any) -> str:
        """An answers file like the good one, with these parts changed or left out."""
        words = {key: value for key, value in ANSWERS.items() if key not in without} | changed
        path = self.root / "answers.yaml"
        path.write_text(yaml.safe_dump(words, allow_unicode=True, sort_keys=False), "utf-8")
        return str(path)

    def steps(self, **changed: Any) -> dict[str, Any]:
        """The steps of the good answers file, some changed; None leaves one out."""
        named = {key.replace("_", "-"): value for key, value in changed.items()}
        return {key: value for key, value in ({**ANSWERS["steps"], **named}).items() if value}

    def headless(self, *words: str, **more: Any) -> Answer:
        return self.run("incident", "open", "--type", ATTACK, "--answers", *words, **more)

    def bytes(self) -> dict[str, bytes]:
        """Everything that is recorded, byte for byte; the lock is no record."""
        if not self.records.exists():
            return {}
        files = (
            path
            for path in sorted(self.records.rglob("*"))
            if path.is_file() and path.name != "lock"
        )
        files = (path for path in files if path.name != "lock")
        return {str(path.relative_to(self.records)): path.read_bytes() for path in files}

    def folders(self) -> list[Path]:
        if not self.records.exists():
            return []
        return sorted(path for path in self.records.iterdir() if path.is_dir())

    @property
    def folder(self) -> Path:
        (only,) = self.folders()
        return only

    @property
    def id(self) -> str:
        return self.folder.name

    @property
    def journal(self) -> Path:
        (only,) = (self.folder / "log").glob("*.jsonl")
        return only

    def lines(self) -> list[dict[str, Any]]:
        return [json.loads(line) for line in self.journal.read_text("utf-8").splitlines()]

    def types(self) -> list[str]:
        return [line["type"] for line in self.lines()]

    def status(self, *words: str) -> dict[str, Any]:
        found: dict[str, Any] = self.do("status", *words, "--json").json
        return found

    def states(self) -> dict[str, str]:
        """Every step with its state."""
        return {step["id"]: step["state"] for step in self.status(self.id)["steps"]}

    def copy(self, root: Path) -> "Shop":
        """The same shop in another place."""
        shutil.copytree(self.root, root, dirs_exist_ok=True)
        return Shop(root, self.plan)


def strings(value: object) -> Iterator[str]:
    """Every text in a document."""
    match value:
        case str():
            yield value
        case dict():
            for key, each in value.items():
                yield key
                yield from strings(each)
        case list():
            for each in value:
                yield from strings(each)
