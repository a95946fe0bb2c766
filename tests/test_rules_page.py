"""docs/rules.md and its Chinese sister are what the rules say."""

import pytest

from rules_page import DOCS, NAMES, page


@pytest.mark.parametrize("tongue", NAMES)
def test_the_page_of_rules_is_current(tongue):
    written = (DOCS / NAMES[tongue]).read_text(encoding="utf-8")
    assert written == page(tongue), "run `python tests/rules_page.py`"
