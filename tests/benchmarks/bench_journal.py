"""How the journal compares with the bare loops it is built on; ratios within one run.

    PYTHONPATH=src python tests/benchmarks/bench_journal.py [folder on the disk to measure]

Nothing here is asserted: machines differ, and a ratio of two waits wobbles.
"""

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections import Counter
from datetime import UTC
from hashlib import sha256
from pathlib import Path

from tmplan.journal.clock import read_clock
from tmplan.journal.file import Draft, FileJournal
from tmplan.journal.verify import verify

ENTRIES = 2_000
ROUNDS = 5
DRAFT = Draft(
    actor="李雷",
    role="chief",
    type="step.done",
    data={
        "step": "isolate",
        "evidence": {"screenshot": "a" * 64, "note": "已下架商品并通知供应商"},
        "notice": "我们正在核实, 十分钟内再次通报",
    },
)


def clock():
    return read_clock(UTC)


def open_record(folder, name="INC-20261123-7k3q"):
    return FileJournal.create(
        folder / "records" / name,
        incident=name,
        mode="real",
        clock=clock,
        state_folder=folder / "state",
    )


def tell(text):
    sys.stdout.write(text + "\n")


def seconds(act):
    begun = time.perf_counter()
    act()
    return time.perf_counter() - begun


def bare_writes(folder, raw, count):
    file = os.open(folder / f"bare-{time.time_ns()}", os.O_CREAT | os.O_WRONLY | os.O_APPEND)
    for _ in range(count):
        os.write(file, raw)
        os.fsync(file)
    os.close(file)


def append_all(journal, count):
    with journal.writing() as writing:
        for _ in range(count):
            writing.append(DRAFT)


def append_each(journal, count):
    for _ in range(count):
        with journal.writing() as writing:
            writing.append(DRAFT)


CHILD = """
import sys
from pathlib import Path
sys.path[:0] = [sys.argv[1]]
from bench_journal import *
folder, count = Path(sys.argv[2]), int(sys.argv[3])
name = "INC-20261123-16pr"
journal = FileJournal(folder / "records" / name, clock=clock, state_folder=folder / "state")
print("ready", flush=True)
sys.stdin.readline()
begun = time.monotonic()
append_each(journal, count)
print(begun, time.monotonic(), flush=True)
"""


def many_processes(folder, processes, count):
    """Seconds from the first beginning to the last end; starting up is not counted."""
    open_record(folder, "INC-20261123-16pr")
    here = str(Path(__file__).parent)
    children = [
        subprocess.Popen(
            [sys.executable, "-c", CHILD, here, str(folder), str(count)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        for _ in range(processes)
    ]
    for child in children:
        child.stdout.readline()

    for child in children:
        child.stdin.write("\n")
        child.stdin.flush()
    times = [[float(text) for text in child.communicate()[0].split()] for child in children]
    return max(end for _, end in times) - min(begun for begun, _ in times)


def bare_reading(path):
    count = 0
    with path.open("rb") as source:
        for raw in source:
            json.loads(raw)
            sha256(raw[:-76]).hexdigest()
            count += 1
    return count


def fold(lines):
    steps, kinds = {}, Counter()
    for line in lines:
        kinds[line.type] += 1
        steps[line.data["step"]] = line.seq
    return steps, kinds


def cold(code):
    """Milliseconds of one fresh interpreter, the best of many."""
    command = [sys.executable, "-c", code]
    return min(seconds(lambda: subprocess.run(command, check=True)) for _ in range(15)) * 1000


def ratio(name, ours, bare, aim):
    middle = statistics.median(b / o for o, b in zip(ours, bare, strict=True))
    tell(f"{name:<58} {middle:5.2f}  (aim {aim})")


def measure(folder):
    writing = open_record(folder, "INC-20261123-warm")
    append_all(writing, 20)
    raw = next((writing.folder / "log").iterdir()).read_bytes().splitlines(keepends=True)[-1]
    bare, one, each = [], [], []
    for number in range(ROUNDS):
        bare.append(seconds(lambda: bare_writes(folder, raw, 500)))
        journal = open_record(folder, f"INC-20261123-on{number}")
        one.append(seconds(lambda journal=journal: append_all(journal, 500)))
        journal = open_record(folder, f"INC-20261123-ea{number}")
        each.append(seconds(lambda journal=journal: append_each(journal, 500)))
    tell(f"one bare write and fsync: {statistics.median(bare) / 500 * 1e6:.0f} microseconds")
    ratio("append, one process, one stretch, against bare", one, bare, "0.80")
    ratio("append, one process, lock taken for each, against bare", each, bare, "-")
    ratio(
        "append, 16 processes, lock taken for each, against bare",
        [many_processes(folder, 16, 100)],
        [seconds(lambda: bare_writes(folder, raw, 1600))],
        "0.45",
    )

    journal = open_record(folder)
    append_all(journal, ENTRIES)
    path = next((journal.folder / "log").iterdir())
    bare, read, verified = [], [], []
    for _ in range(ROUNDS * 3):
        bare.append(seconds(lambda: bare_reading(path)))
        fresh = FileJournal(journal.folder, clock=clock, state_folder=folder / "state")
        read.append(seconds(lambda fresh=fresh: fold(fresh.read().lines)))
        verified.append(seconds(lambda: verify(journal.folder, None)))
    ratio("verify and fold, against json.loads and sha256", read, bare, "0.70")
    ratio("verify alone, against json.loads and sha256", verified, bare, "0.70")
    code = (
        "from pathlib import Path\n"
        "from tmplan.journal.file import FileJournal\n"
        f"journal = FileJournal(Path({str(journal.folder)!r}), clock=None, state_folder=Path())\n"
        "steps = {}\n"
        "for line in journal.read().lines: steps[line.type] = line.seq\n"
    )
    ours, bare_start = cold(code), cold("import json, hashlib")
    tell(
        f"{'cold process, 2,000 entries, against a bare start':<58} {ours / bare_start:5.2f}  (aim at most 2.5)"
    )


if __name__ == "__main__":
    with tempfile.TemporaryDirectory(dir=sys.argv[1] if len(sys.argv) > 1 else None) as here:
        measure(Path(here))
