"""Every requirement of the two source plans has its place in a plan, and the place is there."""

import re
from pathlib import Path

import pytest

from tmplan.plan.load import load_plan

ROOT = Path(__file__).parents[1]
PAGES = {
    "requirements-store.md": "store.yaml",
    "requirements-store-command.md": "store-command.yaml",
}
ROWS = [
    (page, row.split("|")[1].strip(), place)
    for page in PAGES
    for row in (ROOT / "docs" / page).read_text("utf-8").splitlines()
    if row.startswith("| ") and not row.startswith(("| ---", "| Requirement"))
    for place in re.findall(r"`([^`]+)`", row.rsplit("|", 2)[1])
]


def follow(words, path):
    """What a path leads to; in a list, the item with that id."""
    for part in path.split("."):
        if isinstance(words, list):
            words = next(each for each in words if each.get("id") == part)
        else:
            words = words[part]
    return words


def ids(words):
    """Every name a plan gives to something."""
    if isinstance(words, list):
        for each in words:
            yield from ids(each)
    elif isinstance(words, dict):
        yield str(words.get("id"))
        for key, each in words.items():
            yield key
            yield from ids(each)


@pytest.mark.parametrize(("page", "requirement", "place"), ROWS)
def test_the_place_of_a_requirement_is_there_and_says_something(page, requirement, place):
    if "/" in place:
        assert (ROOT / place).is_file(), requirement
    elif "." in place:
        assert follow(load(page), place), requirement
    else:
        assert place in set(ids(load(page))), requirement


@pytest.mark.parametrize("page", PAGES)
def test_every_requirement_names_a_place(page):
    rows = [
        row for row in (ROOT / "docs" / page).read_text("utf-8").splitlines() if row[:2] == "| "
    ]
    named = [row for row in rows if "`" in row.rsplit("|", 2)[1]]
    heads = [row for row in rows if row.startswith("| ---")]
    assert len(named) == len(rows) - 2 * len(heads) > 40


LOADED = {}


def load(page):
    if page not in LOADED:
        LOADED[page] = load_plan(ROOT / "plans" / PAGES[page]).words
    return LOADED[page]
