"""Chinese sentences of what is wrong with a plan."""

from collections.abc import Mapping
from typing import Final

PLAN: Final[Mapping[str, str]] = {}
