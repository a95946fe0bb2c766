"""Look for files that break a promise: `python tests/fuzz/fuzz.py [SECONDS] [SEED]`.

With `pip install atheris` (Linux, macOS) the search follows the branches of the reader; without
it, files are bent at random. What breaks a promise is kept in `found/`, where a test replays it.
Small files only: how time and memory grow is for `tests/plan/test_bounds.py`.
"""

import contextlib
import random
import re
import sys
import tempfile
import time
import traceback
from hashlib import sha256
from pathlib import Path

HERE = Path(__file__).parent
FOUND = HERE / "found"
LARGEST = 16_384
SECONDS = float(sys.argv[1]) if sys.argv[1:] else 60.0
SEED = int(sys.argv[2]) if sys.argv[2:] else 1
PATIENCE = 20.0
"""Instrumented code is slow, and so is the reader in Python."""

try:
    import atheris
except ImportError:
    atheris = None

sys.path.insert(0, str(HERE))
watched = atheris.instrument_imports(["tmplan", "yaml"]) if atheris else contextlib.nullcontext()
with watched:
    import bend
    import promises

known: dict[str, int] = {}


def judge(data: bytes) -> None:
    """Keep the file if a promise is broken; of many broken in one place, the smallest few."""
    try:
        promises.keep(data, most_seconds=PATIENCE)
    except Exception as error:  # noqa: BLE001 - whatever it is, it was not promised
        frames = traceback.extract_tb(error.__traceback__)
        place = " ".join(f"{Path(each.filename).name}:{each.lineno}" for each in frames[-3:])
        codes = " ".join(sorted(set(re.findall(r"TM\d+", str(error)))))
        key = f"{type(error).__name__} {place} {codes}"
        if len(data) < known.get(key, LARGEST * 20):
            known[key] = len(data)
            FOUND.mkdir(exist_ok=True)
            name = sha256(key.encode()).hexdigest()[:12]
            (FOUND / f"{name}.bin").write_bytes(data)
            print(f"\n{name}.bin ({len(data)} bytes): {key}: {str(error)[:200]}", flush=True)


def by_branches() -> None:
    """Follow the branches of the code; ends the process."""
    corpus = Path(tempfile.mkdtemp(prefix="tmplan-corpus-"))
    for number, seed in enumerate(bend.seeds()):
        (corpus / f"{number}.yaml").write_bytes(seed)

    def bent(data, most, seed):
        dice = random.Random(seed)
        if dice.random() < 0.2:
            return atheris.Mutate(data, most)
        return bend.bend(bytes(data), dice, most=most)

    words = [sys.argv[0], str(corpus), f"-max_total_time={SECONDS:.0f}", f"-max_len={LARGEST}"]
    words += [f"-seed={SEED}", "-print_final_stats=1", "-rss_limit_mb=2048", "-timeout=120"]
    atheris.Setup(words, judge, custom_mutator=bent)
    atheris.Fuzz()


def blindly() -> None:
    """Bend sound files at random."""
    dice = random.Random(SEED)
    end, count = time.monotonic() + SECONDS, 0
    while time.monotonic() < end:
        judge(bend.bend(dice.choice(bend.seeds()), dice, most=LARGEST * 4))
        count += 1
    print(f"{count} files, {len(known)} ways to break a promise")


if __name__ == "__main__":
    if atheris:
        by_branches()
    else:
        blindly()
