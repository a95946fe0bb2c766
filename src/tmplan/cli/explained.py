"""Every code that `validate` can show, with why it is there and, for rules, two examples."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from types import ModuleType
from typing import Final

from tmplan.cli import scenarios
from tmplan.cli.reasons import REASONS
from tmplan.drill import fit
from tmplan.plan import codes, contacts, misfit, parts, proof, silence
from tmplan.plan.problem import Code, Severity
from tmplan.plan.rules import RULES, Rule

ELSEWHERE: Final[tuple[ModuleType, ...]] = (
    codes,
    misfit,
    proof,
    parts,
    contacts,
    silence,
    fit,
    scenarios,
)
"""The modules with codes that are no rules."""
_EXAMPLE: Final = re.compile(r"^(Bad|Good)::\n((?:\n|    .*\n?)+)", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Explained:
    """One code: its lasting name, why it is there, and each sentence it is said with."""

    id: str
    name: str
    severity: Severity
    why: str
    sentences: tuple[tuple[str, str], ...]
    bad: str = ""
    good: str = ""


def all_explained() -> tuple[Explained, ...]:
    """Every code once, in order; a rule stands for what is checked elsewhere under its code."""
    found = {rule.CODE: _of_rule(rule) for rule in RULES}
    for code in codes_elsewhere():
        known = found.get(code.id)
        found[code.id] = Explained(
            code.id,
            code.name,
            code.severity,
            known.why if known else REASONS.get(code.id, ""),
            _joined(known.sentences if known else (), (code.message, code.hint)),
            known.bad if known else "",
            known.good if known else "",
        )
    return tuple(found[name] for name in sorted(found))


@cache
def names() -> Mapping[str, str]:
    """The code for every code and every name, both in small letters."""
    return {key: each.id for each in all_explained() for key in (each.id.lower(), each.name)}


def codes_elsewhere() -> Iterator[Code]:
    """Every code that is no rule, with each of its sentences."""
    for module in ELSEWHERE:
        yield from (each for each in vars(module).values() if isinstance(each, Code))


def why(rule: Rule) -> str:
    """The prose of a rule: paragraphs, each on one line."""
    doc = rule.__doc__ or ""
    prose = doc.partition("Bad::")[0].strip()
    return "\n\n".join(" ".join(each.split()) for each in prose.split("\n\n"))


def examples(rule: Rule) -> dict[str, str]:
    """The bad and the good example of a rule, as they would stand in a file."""
    return {
        found[1]: "\n".join(line[4:] for line in found[2].strip("\n").split("\n"))
        for found in _EXAMPLE.finditer(rule.__doc__ or "")
    }


def _of_rule(rule: Rule) -> Explained:
    shown = examples(rule)
    return Explained(
        rule.CODE,
        rule.NAME,
        rule.SEVERITY,
        why(rule),
        ((rule.MESSAGE, rule.HINT),),
        shown["Bad"],
        shown["Good"],
    )


def _joined(
    known: tuple[tuple[str, str], ...], more: tuple[str, str]
) -> tuple[tuple[str, str], ...]:
    return known if more in known else (*known, more)
