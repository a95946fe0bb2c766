"""Whatever a file holds, the promises are kept; longer and deeper searches are in `fuzz.py`."""

import random
from pathlib import Path

import bend
import promises
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

FOUND = sorted((Path(__file__).parent / "found").iterdir())
SHORT = settings(
    max_examples=150,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
JOINTS = ["\n", "\n  ", "\n- ", ": ", ", "]
SMALL = sorted(bend.seeds(), key=len)[:24]


@pytest.mark.parametrize("path", FOUND, ids=lambda each: each.name)
def test_what_once_broke_a_promise_keeps_it(path: Path) -> None:
    promises.keep(path.read_bytes())


@SHORT
@given(st.sampled_from(SMALL), st.integers(0, 2**32))
def test_a_bent_plan_keeps_the_promises(seed: bytes, number: int) -> None:
    promises.keep(bend.bend(seed, random.Random(number), most=8_000))


@SHORT
@given(st.lists(st.sampled_from([*bend.WORDS, *JOINTS]), max_size=30))
def test_words_in_any_order_keep_the_promises(words: list[str]) -> None:
    promises.keep("".join(words)[:4_000].encode())


@pytest.mark.parametrize("seed", range(len(SMALL)))
def test_sound_files_are_read_alike(seed: int) -> None:
    promises.keep(SMALL[seed])
