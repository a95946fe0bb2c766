"""Chinese sentences of the record."""

from collections.abc import Mapping
from typing import Final

JOURNAL: Final[Mapping[str, str]] = {}
