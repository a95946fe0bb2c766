"""Make a contingency plan run: prove it, walk it, record it, rehearse it."""

__version__ = "0.1.0"
