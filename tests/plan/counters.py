"""One command as a process of its own, and what the system counted for it.

The counters of a process begin with those of whoever starts it. So a small process in between
starts the command, or a large test run would count as the memory of a small command.
"""

import json
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

_BETWEEN = """
import json, os, sys
out, *words = sys.argv[1:]
child = os.posix_spawn(words[0], words, os.environ)
_, status, used = os.wait4(child, 0)
unit = 2**20 if sys.platform == "darwin" else 2**10
counted = [os.waitstatus_to_exitcode(status), used.ru_utime + used.ru_stime, used.ru_maxrss / unit]
with open(out, "w") as file:
    json.dump(counted, file)
"""


@dataclass(frozen=True)
class Spent:
    """How a command ended, what it said, its processor time in seconds and its peak memory."""

    status: int
    said: str
    complained: str
    seconds: float
    megabytes: float


def run(*words: str, folder: Path, env: dict[str, str], given: bytes = b"") -> Spent:
    """Run `python -m tmplan` with these words in a folder; 60 seconds are the end of patience."""
    with tempfile.TemporaryDirectory() as scratch:
        counted = Path(scratch, "counted.json")
        done = subprocess.run(
            [
                *(sys.executable, "-I", "-S", "-c", _BETWEEN, str(counted)),
                *(sys.executable, "-m", "tmplan", *words),
            ],
            cwd=folder,
            env=env,
            input=given,
            capture_output=True,
            timeout=60,
            check=True,
        )
        status, seconds, megabytes = json.loads(counted.read_text())
    return Spent(status, done.stdout.decode(), done.stderr.decode(), seconds, megabytes)
