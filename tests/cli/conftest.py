"""Terminals to walk at."""

import sys

import pytest


@pytest.fixture
def terminal(tmp_path):
    """The tool at a terminal of 80 columns, with records of its own."""
    if sys.platform == "win32":
        pytest.skip("needs a POSIX terminal")
    from terminal import Terminal

    return Terminal(tmp_path)
