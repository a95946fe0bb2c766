"""Whole commands against the baseline, in turn, in one run: `python tests/benchmarks/bench_startup.py`.

Prints the median of the ratios pair by pair. Compile first (`python -m compileall -q src`), as an
installed package is; nothing here is asserted, for machines are noisy.
"""

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

HERE = Path(__file__).parent
ROOT = HERE.parent.parent
RUNS = int(sys.argv[1]) if sys.argv[1:] else 21
NOTES = 2_000


def seconds(words: list[str], env: dict[str, str]) -> float:
    begun = time.perf_counter()
    subprocess.run(words, cwd=ROOT, env=env, check=True, capture_output=True)
    return time.perf_counter() - begun


def ratio(ours: list[str], theirs: list[str], env: dict[str, str]) -> float:
    seconds(ours, env), seconds(theirs, env)
    return median(seconds(ours, env) / seconds(theirs, env) for _ in range(RUNS))


def long_record(records: Path, env: dict[str, str]) -> str:
    """An incident with two thousand entries, written through the engine itself."""
    os.environ.update(env)
    from datetime import datetime

    from tmplan.cli.records import the_place
    from tmplan.cli.settings import Settings, use
    from tmplan.incident.decide import telling
    from tmplan.journal.live import open_record
    from tmplan.plan.pin import plan_of_pin

    words = [sys.executable, "-m", "tmplan", "incident", "open", "--type", "network-attack"]
    subprocess.run(
        words, cwd=ROOT, env=env, check=False, capture_output=True, stdin=subprocess.DEVNULL
    )
    use(Settings(records=str(records)))
    [folder] = [each for each in records.iterdir() if each.is_dir()]
    record = open_record(the_place(), folder, plan_of_pin=plan_of_pin)
    now = datetime.fromisoformat(record.incident.opened_at)
    while len(record.lines) < NOTES:
        record.act(telling.note("备注"), by="li", role="chief", now=now)
    return folder.name


def main() -> None:
    with tempfile.TemporaryDirectory() as scratch:
        records = Path(scratch, "records")
        env = {
            **os.environ,
            "TMPLAN_RECORDS": str(records),
            "TMPLAN_STATE": str(Path(scratch, "state")),
        }
        small = Path(scratch, "small.yaml")
        small.write_text("name: a\nnumber: 1\n", "utf-8")
        theirs = [sys.executable, str(HERE / "baseline.py"), "check", str(small)]
        tmplan = [sys.executable, "-m", "tmplan"]
        name = long_record(records, env)
        for title, words in (
            ("validate plans/store.yaml", ["validate", "plans/store.yaml"]),
            (f"incident status, {NOTES} entries", ["incident", "status", name]),
            ("--help", ["--help"]),
            ("--version", ["--version"]),
        ):
            print(f"{title:34s} {ratio([*tmplan, *words], theirs, env):5.2f} × the baseline")


if __name__ == "__main__":
    main()
