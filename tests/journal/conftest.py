"""Fixtures of this chapter."""

from desk import desk, five  # noqa: F401
