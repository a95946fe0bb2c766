"""Chinese sentences of the walk and every refusal."""

from collections.abc import Mapping
from typing import Final

INCIDENT: Final[Mapping[str, str]] = {}
