"""What a person who mistyped a word most likely meant."""

from collections.abc import Iterable
from itertools import islice
from typing import Final

_SHOWN: Final = 5
_ALIKE: Final = 0.6
_LOOKED_AT: Final = 300
"""Comparing words is slow, and no plan that people wrote has so many to choose from."""


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The known word most like this one, or None if none is much alike."""
    from difflib import get_close_matches  # only for those who mistyped

    return next(iter(get_close_matches(word, islice(known, _LOOKED_AT), 1, _ALIKE)), None)


def choices(word: str, known: Iterable[str]) -> str:
    """The known words for a hint: the most alike first, five at most."""
    from difflib import SequenceMatcher

    near = islice(known, _LOOKED_AT)
    ranked = sorted(near, key=lambda each: -SequenceMatcher(None, word, each).ratio())
    shown = ", ".join(f"`{each}`" for each in ranked[:_SHOWN])
    return (f"{shown}, …" if len(ranked) > _SHOWN else shown) or "-"
