"""Telephone numbers as people in China write them."""

import re
from typing import Final

_BETWEEN: Final = re.compile(r"[/,，、;；|\n]|或")
_REMARK: Final = re.compile(r"[（(][^（）()]*[^\d（）()\s-][^（）()]*[)）]")
_FILLING: Final = str.maketrans("", "", " \t\u3000-—–.()（）")
_EXTENSION: Final = re.compile(r"(?:转|分机|ext|x|#).*", re.IGNORECASE)
_POSSIBLE: Final = re.compile(
    r"""
      (?:\+?86|0086)? (?:
          1[3-9]\d{9}              # mobile
        | 0\d{2,3}[2-8]\d{6,7}     # landline with its area code
        | [48]00\d{7}              # nationwide
      )
    | (?:\+|00)86 [1-9]\d{1,2}[2-8]\d{6,7}  # landline after the country code, without its zero
    | (?:95|96)\d{3,6}             # banks, insurers, utilities
    | 1[012]\d{1,3}                # police, fire brigade, hotlines
    | (?:\+|00)(?!86)[1-9]\d{6,14} # elsewhere
    """,
    re.VERBOSE,
)


def numbers(text: str) -> list[str]:
    """The digits of each number in a text that may hold several, with remarks in brackets."""
    found = (
        _EXTENSION.sub("", part).translate(_FILLING)
        for part in _BETWEEN.split(_REMARK.sub("", text))
    )
    return [each for each in found if each]


def is_possible(number: str) -> bool:
    """Whether this can be dialled from anywhere."""
    return _POSSIBLE.fullmatch(number) is not None


def subscriber(number: str) -> str:
    """The number without the code of China, so that two ways of writing it are the same."""
    for code in ("+86", "0086"):
        number = number.removeprefix(code)
    return number.removeprefix("86") if len(number) == 13 else number
