"""Chinese sentences of the command line: help, errors of use, console."""

from collections.abc import Mapping
from typing import Final

DOOR: Final[Mapping[str, str]] = {}
