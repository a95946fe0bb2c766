"""Fixtures of this chapter."""

from stage import trial, shop, story, calm  # noqa: F401
