"""`tmplan explain`: every code that can be shown is explained, in both languages."""

import importlib
import json
import os
import pkgutil
import subprocess
import sys
from pathlib import Path

import pytest

import tmplan
from tmplan.cli.explained import all_explained
from tmplan.i18n import sentences
from tmplan.plan.problem import Code

KNOWN = all_explained()
SOURCE = Path(tmplan.__file__).parent


def explain(*words, lang="en"):
    clean = {k: v for k, v in os.environ.items() if not k.startswith(("TMPLAN_", "LC_", "LANG"))}
    done = subprocess.run(
        [sys.executable, "-W", "error", "-m", "tmplan", "--lang", lang, "explain", *words],
        capture_output=True,
        timeout=60,
        check=False,
        env=clean | {"PYTHONUTF8": "1"},
        cwd=SOURCE.parent,
    )
    return done.returncode, done.stdout.decode(), done.stderr.decode()


def codes_of_the_program():
    for package in ("plan", "drill", "cli"):
        for found in pkgutil.walk_packages([str(SOURCE / package)], f"tmplan.{package}."):
            for value in vars(importlib.import_module(found.name)).values():
                if isinstance(value, Code):
                    yield value


def test_every_code_of_the_program_is_explained():
    known = {each.id: each for each in KNOWN}
    for code in codes_of_the_program():
        each = known[code.id]
        assert (code.name, code.severity) == (each.name, each.severity)
        assert (code.message, code.hint) in each.sentences


@pytest.mark.parametrize("each", KNOWN, ids=lambda each: each.id)
def test_every_code_says_why_in_both_languages(each):
    assert each.why.endswith(".")
    for paragraph in each.why.split("\n\n"):
        assert any("一" <= char <= "鿿" for char in sentences()[paragraph])


def test_no_name_stands_for_two_codes():
    assert len({each.name for each in KNOWN}) == len(KNOWN)


@pytest.mark.parametrize(
    "wanted", ["TM622", "tm622", "unverified-phone", "Unverified_Phone", " TM622 "]
)
def test_a_code_is_found_by_number_and_by_name(wanted):
    status, shown, complaint = explain(wanted)
    assert (status, complaint) == (0, "")
    assert shown.startswith(
        "TM622 unverified-phone (notice)\n"
        "\n"
        "Every telephone number was tried within the last year.\n"
    )
    assert "help: call them, and write the day into `verified`\n" in shown
    assert "Bad:\n    organisation:\n" in shown
    assert "Good:\n    organisation:\n" in shown


def test_the_same_in_chinese():
    _, shown, _ = explain("TM602", lang="zh")
    assert shown.startswith("TM602 own-deputy (警告)\n\n副手是另一个人。\n")
    assert "提示语：`{person}` 成了自己的副手\n办法：换一个人，或删掉这个名字\n" in shown


def test_a_code_with_several_sentences_shows_all_of_them():
    _, shown, _ = explain("wrong-type")
    assert shown.count("says: ") > 5


@pytest.mark.parametrize(
    ("wanted", "near"),
    [("TM126", "`TM125`, `TM127`"), ("role-without-deputies", "`role-without-deputy`"), ("", "`")],
)
def test_an_unknown_code_is_answered_with_the_nearest(wanted, near):
    status, shown, complaint = explain(wanted)
    assert (status, shown) == (2, "")
    assert near in complaint


def test_without_a_code_all_are_listed_by_their_hundred():
    status, shown, _ = explain()
    assert status == 0
    assert shown.startswith("TM0 the file\n  TM001  not-utf8 ")
    for each in KNOWN:
        assert f"  {each.id}  {each.name} " in shown


def test_json():
    _, shown, _ = explain("TM203", "--json", lang="zh")
    document = json.loads(shown)
    assert (document["code"], document["severity"], document["bad"]) == ("TM203", "error", "")
    assert document["why"] == "每个位置只接受一种值：文字、数字、列表，或一组键。"
    _, shown, _ = explain("--json")
    assert [each["code"] for each in json.loads(shown)] == [each.id for each in KNOWN]
