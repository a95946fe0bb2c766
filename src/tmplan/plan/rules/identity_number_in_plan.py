"""A plan holds nobody's identity number or bank card.

Names and telephone numbers are enough to call people. A resident identity number is recognised by
its place, birthday and check digit, a bank card by its first digits, length and check digit; other
long numbers, such as those of orders, are left alone.

Bad::

    organisation:
      on_duty: chief
      groups:
        team:
          name: Team
          lead: chief
      roles:
        chief:
          name: Chief
          group: team
          held_by: [li]
          deputies: [wang]
        clerk:
          name: Clerk
          held_by: [wang]
          deputies: [li]
          duties: ["Chen, 11010519491231002X, may open the safe."]
      people:
        li:
          name: Li
        wang:
          name: Wang
    events:
      flood:
        name: Flood
        steps:
          respond:
            - id: leave
              do: Leave the building.
              role: chief
              need: must
              within: 5 min
            - id: count
              do: Count everybody.
              role: clerk

Good::

    organisation:
      on_duty: chief
      groups:
        team:
          name: Team
          lead: chief
      roles:
        chief:
          name: Chief
          group: team
          held_by: [li]
          deputies: [wang]
        clerk:
          name: Clerk
          held_by: [wang]
          deputies: [li]
          duties: ["May open the safe, together with Chen."]
      people:
        li:
          name: Li
        wang:
          name: Wang
    events:
      flood:
        name: Flood
        steps:
          respond:
            - id: leave
              do: Leave the building.
              role: chief
              need: must
              within: 5 min
            - id: count
              do: Count everybody.
              role: clerk
"""

import re
from collections.abc import Iterator
from typing import Final

from tmplan.errors import Word
from tmplan.plan.day import day
from tmplan.plan.index import Index
from tmplan.plan.problem import Fault, Severity

CODE: Final = "TM902"
NAME: Final = "identity-number-in-plan"
SEVERITY: Final = Severity.ERROR
MESSAGE: Final = "{kind} stands here for everybody to read"
HINT: Final = "delete it here and in old versions; write where it can be looked up by whoever must"

IDENTITY: Final = Word("a resident identity number")
CARD: Final = Word("the number of a bank card")
_DIGITS: Final = ("0", "1", "2", "3", "4", "5", "6", "7", "8", "9")
_QUICK: Final = re.compile(r"[0-9](?:[ -]?[0-9]){13}")
_LONG: Final = re.compile(r"(?<![0-9A-Za-z.])[1-9][0-9](?:[ -]?[0-9]){12,16}[0-9Xx](?![0-9A-Za-z])")
_OLDEST: Final = 1900
_PROVINCES: Final = frozenset(
    f"{number}"
    for among in ((11, 16), (21, 24), (31, 38), (41, 47), (50, 55), (61, 66), (71, 72), (81, 84))
    for number in range(*among)
)
_WEIGHTS: Final = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_CARDS: Final = {
    "62": (16, 17, 18, 19),
    "9558": (19,),
    **dict.fromkeys(("51", "52", "53", "54", "55", "4"), (16,)),
    **dict.fromkeys(("34", "37"), (15,)),
    "35": (16,),
}


def check(plan: Index) -> Iterator[Fault]:
    """Every text with such a number."""
    if not _QUICK.search(plan.text):
        return
    for path, each in plan.holding(_DIGITS, _LONG):
        for found in _LONG.finditer(each):
            written = found[0].replace(" ", "").replace("-", "").upper()
            kind = IDENTITY if _is_resident(written) else CARD if _is_card(written) else None
            if kind is not None:
                yield Fault(path, {"kind": kind})
                break


def _is_resident(written: str) -> bool:
    if len(written) != 18 or written[:2] not in _PROVINCES:
        return False
    born = day(f"{written[6:10]}-{written[10:12]}-{written[12:14]}")
    if born is None or born.year < _OLDEST:
        return False
    total = sum(int(digit) * weight for digit, weight in zip(written, _WEIGHTS, strict=False))
    return written[17] == "10X98765432"[total % 11]


def _is_card(written: str) -> bool:
    if not written.isdecimal() or len(written) not in _CARDS.get(_issuer(written), ()):
        return False
    digits = [int(each) for each in reversed(written)]
    doubled = (sum(divmod(2 * each, 10)) for each in digits[1::2])
    return (sum(digits[::2]) + sum(doubled)) % 10 == 0


def _issuer(written: str) -> str:
    return next((each for each in _CARDS if written.startswith(each)), "")
