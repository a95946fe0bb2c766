"""Numbers to call come out of the plan file as it is now, whatever else is wrong with it."""

import pytest

from tmplan.errors import FileTrouble
from tmplan.plan.numbers import phones_of

OWN = "{li: {name: 李, phone: '0571 1234'}, wu: {name: 吴}, sun: {name: 孙, phone: 待替换}}"
APART = "people: {zhao: {name: 赵, phone: 13900000000}}\n"

FILES = {
    "one has a number, one none, one is an example": (
        f"people: {OWN}",
        "shop",
        {"li": "0571 1234"},
    ),
    "another plan": (f"people: {OWN}", "store", {}),
    "with a contacts file": (
        f"contacts: contacts.yaml\n  people: {OWN}",
        "shop",
        {"li": "0571 1234", "zhao": "13900000000"},
    ),
    "its contacts file is gone": (
        f"contacts: gone.yaml\n  people: {OWN}",
        "shop",
        {"li": "0571 1234"},
    ),
    "people are no group": ("people: [li]", "shop", {}),
    "a person is no group": ("people: {li: 李}", "shop", {}),
    "no YAML": ("people: {li: {", "shop", {}),
}


@pytest.mark.parametrize(("organisation", "plan", "numbers"), FILES.values(), ids=FILES)
def test_numbers_of_a_plan_file(tmp_path, organisation, plan, numbers):
    path = tmp_path / "shop.yaml"
    path.write_text(f"tmplan: 1\nid: shop\norganisation:\n  {organisation}\n", encoding="utf-8")
    (tmp_path / "contacts.yaml").write_text(APART, encoding="utf-8")
    assert phones_of(path, plan) == numbers


def test_a_plan_file_that_is_gone(tmp_path):
    with pytest.raises(FileTrouble):
        phones_of(tmp_path / "gone.yaml", "shop")
