"""JUnit's XML, as test reports of most CI systems read it: a suite for each file."""

from typing import Final
from xml.etree import ElementTree as ET

from tmplan.cli import excerpt
from tmplan.cli.checking import Checked
from tmplan.cli.outcome import Outcome
from tmplan.cli.spoken import explain
from tmplan.cli.text import plain
from tmplan.i18n import say

NAME: Final = "junit"
FOR_PEOPLE: Final = False


def render(outcome: Outcome) -> str:
    """A case for each problem, failed if it counts; one that passed for a clean file."""
    suites = ET.Element("testsuites", name="tmplan validate")
    for each in outcome.checked:
        _suite(suites, each, outcome)
    for unread in outcome.unread:
        suite = ET.SubElement(
            suites, "testsuite", name=plain(unread.name), tests="1", failures="0", errors="1"
        )
        case = ET.SubElement(suite, "testcase", classname=plain(unread.name), name="read")
        ET.SubElement(case, "error", message=plain(explain(unread.trouble)))
    ET.indent(suites)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + ET.tostring(suites, encoding="unicode")


def _suite(suites: ET.Element, checked: Checked, outcome: Outcome) -> None:
    name = plain(checked.name)
    failures = sum(each.code.severity in outcome.grave for each in checked.problems)
    suite = ET.SubElement(
        suites,
        "testsuite",
        name=name,
        tests=str(len(checked.problems) or 1),
        failures=str(failures),
        errors="0",
    )
    if not checked.problems:
        ET.SubElement(suite, "testcase", classname=name, name=say("nothing found"))
    for problem, place in zip(checked.problems, checked.places, strict=True):
        code = problem.code
        title = plain(f"{code.id} {code.name} {place}".strip())
        case = ET.SubElement(suite, "testcase", classname=name, name=title)
        text = plain(excerpt.concise(problem, checked.source_of(problem).name))
        if code.severity in outcome.grave:
            failed = ET.SubElement(
                case, "failure", message=plain(excerpt.sentence(problem)), type=code.severity.value
            )
            failed.text = text
        else:
            ET.SubElement(case, "system-out").text = text
