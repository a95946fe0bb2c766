"""Chinese sentences of the rehearsal."""

from collections.abc import Mapping
from typing import Final

DRILL: Final[Mapping[str, str]] = {}
