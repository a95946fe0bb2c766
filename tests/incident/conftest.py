"""Fixtures of this chapter."""

from stage import calm, shop, story, trial  # noqa: F401
