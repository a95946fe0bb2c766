"""Instructions to a YAML reader at the head of a file."""

import re
from typing import Final

from tmplan.plan import codes
from tmplan.plan.margin import Margin

_FIRST_LINE: Final = re.compile(r"(?:\A|[\r\n])[ \t]*([^#\s][^\r\n]*)")
_HARMLESS: Final = re.compile(r"%YAML[ \t]+1\.[12][ \t]*(?:#.*)?")


def refuse_directive(text: str, margin: Margin) -> bool:
    """Whether the file begins with an instruction to the reader other than `%YAML 1.2`."""
    found = _FIRST_LINE.search(text)
    if not found or not found[1].startswith("%") or _HARMLESS.fullmatch(found[1]):
        return False
    margin.note(codes.BAD_DIRECTIVE, found.start(1), found.end(1))
    return True
