"""Fixtures of this chapter."""

from stage import calm, story, trial  # noqa: F401
