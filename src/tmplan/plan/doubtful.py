"""Words and numbers that other YAML readers take for something else than text.

For us a scalar is text until its field asks for something else. But people open plans in other
programs too, and there `no` is a refusal, `0571` is 377 and `1.10` is 1.1.
"""

import re
from typing import Final

from tmplan.plan import codes
from tmplan.plan.problem import Code

FIRST: Final = frozenset("0123456789+-.")
"""What a number begins with: a quick test for the many scalars that are none."""

BOOLEANS: Final = frozenset(
    form
    for word in ("y", "yes", "n", "no", "true", "false", "on", "off")
    for form in (word, word.capitalize(), word.upper())
)

_LONGEST: Final = 64
_NUMBER: Final = re.compile(
    r"""
      [-+]?0[0-9_]+                                  # 010 is 8 for some and 10 for others
    | [-+]?0o[0-7]+ | [-+]?0x[0-9a-fA-F_]+ | [-+]?0b[01_]+
    | [-+]?[0-9][0-9_]*_[0-9_]*(?:\.[0-9_]*)?        # 1_000
    | [-+]?[1-9][0-9_]*(?::[0-5]?[0-9])+(?:\.[0-9_]*)?   # 12:30 is 750; 08:30 is text everywhere
    | [-+]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)[eE][-+]?[0-9]+
    | [-+]?\.(?:inf|Inf|INF) | \.(?:nan|NaN|NAN)
    """,
    re.VERBOSE,
)
_PLAIN: Final = re.compile(
    r"""
      [-+]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)
    | [0-9]{4}-[0-9]{1,2}-[0-9]{1,2}
      (?:(?:[Tt]|[ \t]+)[0-9]{1,2}:[0-9]{2}:[0-9]{2}(?:\.[0-9]*)?
         [ \t]*(?:Z|[-+][0-9]{1,2}(?::?[0-9]{2})?)?)?
    """,
    re.VERBOSE,
)


def doubt(raw: str) -> Code | None:
    """What another reader makes of unquoted text, or nothing if it is text for everybody."""
    if len(raw) > _LONGEST:
        return codes.NEEDS_QUOTES if raw.isdecimal() and raw.isascii() else None
    if raw in BOOLEANS:
        return codes.AMBIGUOUS_BOOLEAN
    if _NUMBER.fullmatch(raw):
        return codes.AMBIGUOUS_NUMBER
    return codes.NEEDS_QUOTES if _PLAIN.fullmatch(raw) else None
