"""How large a part is that `*name` repeats: a few lines can stand for millions of values."""

from typing import Final

MOST: Final = 10_000
_CHARACTERS_PER_VALUE: Final = 64


def measure(value: object) -> tuple[int, int]:
    """The levels and values of a part written out, counted no further than there is a limit.

    Long text counts as several values, so that memory is bounded too. Nothing here is deeper than
    a file may be, since every repeated part was measured when it was used inside another.
    """
    if isinstance(value, str):
        return 0, 1 + len(value) // _CHARACTERS_PER_VALUE
    if not isinstance(value, (dict, list)):
        return 0, 1
    deepest, values = 0, 1
    for each in value.values() if isinstance(value, dict) else value:
        levels, more = measure(each)
        deepest = max(deepest, levels)
        values += more
        if values > MOST:
            break
    return deepest + 1, values
