"""Every format is read back by somebody else's reader of it, or by its published grammar."""

import json
import re
from pathlib import Path
from urllib.parse import unquote

import pytest
from junitparser import Error, Failure, JUnitXml
from sarif_pydantic import Sarif
from test_validate import MINIMAL, err, out, shop, spoil, validate

from tmplan.cli.formats import FORMATS
from tmplan.cli.validate import Format

__all__ = ["shop"]
WRONG = "role: cheif\n          need"
ODD = "预案 甲,乙:50%.yaml"


@pytest.fixture
def wrong(shop):
    """A plan with an error, a warning and a notice, in a file whose name needs every escape."""
    spoil(shop, "role: chief\n          need", WRONG)
    spoil(shop, "title: Minimal plan", "title: no")
    spoil(shop, "name: Li\n", "name: Li TBD\n")
    spoil(shop, "prevails: The law.", "prevails: TODO")
    (shop / "plans" / "store.yaml").rename(shop / "plans" / ODD)
    (shop / "plans" / "clean.yaml").write_text(MINIMAL, "utf-8")
    return shop


def rendered(shop, form, *words, names=("plans",)):
    return validate(*names, "--output-format", form, *words, cwd=shop)


def test_there_is_a_format_for_every_choice():
    assert list(FORMATS) == [each.value for each in Format]


def test_sarif_is_sarif(wrong):
    run = rendered(wrong, "sarif")
    assert (run.returncode, err(run)) == (1, "")
    assert Sarif.model_validate_json(out(run)).version == "2.1.0"
    (found,) = json.loads(out(run))["runs"]
    assert found["columnKind"] == "unicodeCodePoints"
    levels = {each["ruleId"]: each["level"] for each in found["results"]}
    assert levels == {"TM302": "error", "TM107": "warning", "TM612": "note", "TM906": "note"}
    for each in found["results"]:
        (place,) = each["locations"]
        assert found["tool"]["driver"]["rules"][each["ruleIndex"]]["id"] == each["ruleId"]
        uri = place["physicalLocation"]["artifactLocation"]["uri"]
        assert uri.isascii()
        assert unquote(uri) == f"plans/{ODD}"
    (role,) = (each for each in found["results"] if each["ruleId"] == "TM302")
    assert role["locations"][0]["logicalLocations"] == [
        {"fullyQualifiedName": "events.flood.steps.respond[leave].role"}
    ]


def test_a_file_that_cannot_be_read_is_in_sarif_and_in_junit(wrong):
    run = rendered(wrong, "sarif", names=("plans", "none.yaml"))
    assert run.returncode == 3
    done = json.loads(out(run))["runs"][0]["invocations"][0]
    assert done["executionSuccessful"] is False
    assert "none.yaml" in done["toolExecutionNotifications"][0]["message"]["text"]
    suites = JUnitXml.fromstring(out(rendered(wrong, "junit", names=("none.yaml",))))
    assert [type(each) for suite in suites for case in suite for each in case.result] == [Error]


def test_gitlab_has_a_finding_for_every_problem(wrong):
    found = json.loads(out(rendered(wrong, "gitlab")))
    assert {each["check_name"][:5]: each["severity"] for each in found} == {
        "TM302": "major",
        "TM107": "minor",
        "TM612": "info",
        "TM906": "info",
    }
    for each in found:
        assert set(each) == {"check_name", "description", "severity", "fingerprint", "location"}
        assert each["location"]["path"] == f"plans/{ODD}"
        assert each["location"]["lines"]["begin"] >= 1
    assert len({each["fingerprint"] for each in found}) == len(found)


@pytest.mark.parametrize("form", ["gitlab", "sarif"])
def test_a_fingerprint_outlives_lines_that_come_before(wrong, form):
    def prints():
        found = json.loads(out(rendered(wrong, form)))
        rows = found if form == "gitlab" else found["runs"][0]["results"]
        return [each.get("fingerprint") or each["partialFingerprints"] for each in rows]

    before = prints()
    file = wrong / "plans" / ODD
    file.write_text("# one\n# two\n" + file.read_text("utf-8"), "utf-8")
    assert prints() == before


COMMAND = re.compile(r"::(error|warning|notice) ([^:]*)::(.*)")


def unescaped(text):
    for escape, char in (("%2C", ","), ("%3A", ":"), ("%0A", "\n"), ("%0D", "\r"), ("%25", "%")):
        text = text.replace(escape, char)
    return text


def test_github_commands_can_be_taken_apart_again(wrong):
    lines = out(rendered(wrong, "github")).splitlines()
    commands = [found.groups() for each in lines if (found := COMMAND.fullmatch(each))]
    assert [kind for kind, _, _ in commands] == ["error", "warning", "notice", "notice"]
    for _, properties, text in commands:
        told = dict(each.split("=", 1) for each in properties.split(","))
        assert unescaped(told["file"]) == f"plans/{ODD}"
        assert told["line"].isdigit()
        assert "\n" in unescaped(text)
    assert sum(": TM" in each and not each.startswith("::") for each in lines) == 4


def test_github_shows_ten_of_a_kind_and_says_how_many_more(shop):
    spoil(shop, "every: 12 months", f"every: 12 months, triggers: [{', '.join(['no'] * 15)}]")
    run = rendered(shop, "github")
    commands = [each for each in out(run).splitlines() if each.startswith("::")]
    assert len(commands) == 11
    assert commands[-1] == "::notice::5 more in the log"


def test_junit_counts_what_makes_the_check_fail(wrong):
    for words, failures in (((), 1), (("--strict",), 2)):
        suites = JUnitXml.fromstring(out(rendered(wrong, "junit", *words)))
        suites.update_statistics()
        assert (suites.tests, suites.failures, suites.errors) == (5, failures, 0)
        failed = [each for suite in suites for case in suite for each in case.result]
        assert sum(isinstance(each, Failure) for each in failed) == failures


@pytest.mark.parametrize("form", ["json", "sarif", "gitlab", "junit"])
def test_a_document_stands_alone_and_nothing_in_it_steers_a_terminal(shop, form):
    spoil(shop, "title: Minimal plan", 'title: Minimal plan\n"\\e[31mred\\u202e": 1')
    run = rendered(shop, form)
    assert err(run) == ""
    assert b"\x1b" not in run.stdout
    assert "\u202e" not in out(run)


def test_a_document_goes_into_a_file_and_the_summary_stays(wrong):
    run = rendered(wrong, "sarif", "--output", "found.sarif")
    assert "plans/clean.yaml: ok" in out(run)
    assert json.loads((wrong / "found.sarif").read_text("utf-8"))["version"] == "2.1.0"
    assert rendered(wrong, "sarif", "--output", str(Path("no") / "x")).returncode == 3


@pytest.mark.parametrize(
    ("words", "codes"),
    [
        ((), {"TM302", "TM107", "TM612", "TM906"}),
        (("--select", "TM6"), {"TM302", "TM612"}),
        (("--select", "placeholder-person,todo-left"), {"TM302", "TM612", "TM906"}),
        (("--ignore", "TM1,todo_left"), {"TM302", "TM612"}),
        (("--ignore", "TM302"), {"TM302", "TM107", "TM612", "TM906"}),
    ],
    ids=["all", "beginning", "names", "ignored", "an error is always said"],
)
def test_what_is_said_can_be_chosen(wrong, words, codes):
    found = json.loads(out(rendered(wrong, "json", *words)))["problems"]
    assert {each["code"] for each in found} == codes


def test_an_unknown_code_is_refused_with_the_nearest(wrong):
    run = rendered(wrong, "json", "--select", "placeholder-persons")
    assert run.returncode == 2
    assert "placeholder-person" in err(run)


def test_severities_are_a_matter_of_the_house(wrong):
    (wrong / "tmplan.toml").write_text(
        '[validate]\nignore = ["TM906"]\n[validate.severity]\nplaceholder-person = "error"\n'
        'TM107 = "off"\nTM302 = "notice"\n',
        "utf-8",
    )
    found = json.loads(out(rendered(wrong, "json")))["problems"]
    assert {each["code"]: each["severity"] for each in found} == {
        "TM302": "error",
        "TM612": "error",
    }


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[validate", "is not TOML"),
        ("[check]\n", "`check` is no preference"),
        ("[validate]\nseverity = 3\n", "`validate.severity` is no preference"),
        ("[validate.severity]\nTM612 = 'loud'\n", "`loud`"),
        ("[validate.severity]\nTM9999 = 'off'\n", "TM9999"),
    ],
)
def test_a_wrong_table_of_preferences_is_refused(wrong, text, said):
    (wrong / "tmplan.toml").write_text(text, "utf-8")
    run = rendered(wrong, "concise")
    assert (run.returncode, out(run)) == (2, "")
    assert said in err(run)


def concise(shop):
    run = validate("plans", "--output-format", "concise", cwd=shop)
    return [each for each in out(run).splitlines() if ": ok (" not in each and ": TM" in each]


def test_a_comment_with_a_reason_silences_one_code_on_its_line(shop):
    spoil(shop, "title: Minimal plan", "title: no  # tmplan: ignore[TM107] it is our name")
    assert concise(shop) == []
    spoil(shop, "[TM107]", "[ambiguous-boolean]")
    assert concise(shop) == []


def test_a_comment_alone_is_for_the_next_line(shop):
    spoil(shop, "title: Minimal plan", "# tmplan: ignore[TM107] it is our name\n\ntitle: no")
    assert concise(shop) == []


@pytest.mark.parametrize(
    ("comment", "codes"),
    [
        ("# tmplan: ignore[TM107]", ["TM107", "TM907"]),
        ("# tmplan: ignore[TM612] wrong one", ["TM107", "TM904"]),
        ("# tmplan: ignore[TM9999] no such code", ["TM107", "TM905"]),
        ("# tmplan: ignore[TM107, TM906] both", ["TM904"]),
    ],
)
def test_a_comment_that_does_nothing_is_said(shop, comment, codes):
    spoil(shop, "title: Minimal plan", f"title: no  {comment}")
    assert [each.split(": ")[1][:5] for each in concise(shop)] == codes


def test_an_error_cannot_be_silenced(shop):
    spoil(
        shop,
        "role: chief\n          need",
        "role: cheif  # tmplan: ignore[TM302] later\n          need",
    )
    assert [each.split(": ")[1][:5] for each in concise(shop)] == ["TM302", "TM904"]


def test_a_sign_inside_a_text_is_no_comment(shop):
    spoil(shop, "title: Minimal plan", 'title: "# tmplan: ignore[TM107] x"')
    assert concise(shop) == []


def test_standard_input_has_the_name_it_is_given(shop):
    text = MINIMAL.replace("title:", "titel:").encode()
    run = validate("-", "--stdin-filename", "plans/x.yaml", "--output-format", "concise", text=text)
    assert out(run).startswith("plans/x.yaml:3:1: TM201")


def test_a_pattern_is_followed_where_the_shell_did_not(wrong):
    run = rendered(wrong, "concise", names=("plans/cl*.yaml",))
    assert out(run).startswith("plans/clean.yaml: ok")
    assert rendered(wrong, "concise", names=("plans/x*.yaml",)).returncode == 3


def test_many_files_come_out_as_one_by_one(shop):
    for number in range(30):
        text = MINIMAL.replace("title:", "titel:") if number % 3 else MINIMAL
        (shop / "plans" / f"p{number:02}.yaml").write_text(text, "utf-8")
    run = validate("plans", "none.yaml", "--output-format", "concise", cwd=shop)
    assert run.returncode == 3
    lines = out(run).splitlines()
    assert [each.partition(":")[0] for each in lines] == sorted(
        each.partition(":")[0] for each in lines[:20]
    ) + [f"plans/p{number:02}.yaml" for number in range(30)] + ["plans/store.yaml"]


def test_the_proof_is_told_for_each_event_type():
    run = validate("plans/store.yaml", "--json")
    (proof,) = json.loads(out(run))["proof"]
    told = proof["by_event_type"]
    assert {event: each["combinations"] for event, each in told.items()} == proof["event_types"]
    assert all(each["levels"] == ["I", "II", "III", "IV"] for each in told.values())
    assert all(each["paths"] >= 30 and each["steps"] >= 30 for each in told.values())
    text = out(validate("plans/store.yaml"))
    assert re.search(
        r"network-attack: combinations 90,000, levels I II III IV, steps \d+, paths", text
    )


def test_the_fewest_answers_for_each_level_are_shown():
    text = out(validate("plans/store.yaml", "--explain-level", "--output-format", "concise"))
    assert "plans/store.yaml: network-attack: level IV: with the mildest answers" in text
    assert "plans/store.yaml: network-attack: level I: data-exposed = leaked-sensitive" in text
