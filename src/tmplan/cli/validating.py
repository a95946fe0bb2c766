"""A check from its words to its outcome."""

import os
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from tmplan.cli import console, places
from tmplan.cli.checking import Checked, Wanted, check_all
from tmplan.cli.finding import Unread, short
from tmplan.cli.formats import FORMATS
from tmplan.cli.outcome import Outcome
from tmplan.cli.preferences import read_preferences
from tmplan.cli.settings import current
from tmplan.errors import FileTrouble, WrongUse, reason
from tmplan.i18n import say
from tmplan.journal.clock import local_day
from tmplan.plan.problem import Severity
from tmplan.plan.proof import Examined
from tmplan.plan.selection import Selection


@dataclass(frozen=True, slots=True)
class Asked:
    """What the command line asks of a check."""

    strict: bool
    form: str
    output: str
    select: Sequence[str]
    ignore: Sequence[str]
    piped: str
    explain_level: bool
    today: str


def validate_command(names: Sequence[str], asked: Asked) -> int:
    """Check, write what was found, and return what it comes to."""
    wanted = Wanted(_day(asked.today), _selection(asked), asked.piped, asked.explain_level)
    found = list(check_all(names or [short(places.the_plan())], wanted))
    outcome = Outcome(
        tuple(each for each in found if isinstance(each, Checked)),
        tuple(each for each in found if isinstance(each, Unread)),
        (Severity.ERROR, Severity.WARNING) if asked.strict else (Severity.ERROR,),
        coloured=not asked.output and _in_colour(),
    )
    form = FORMATS["json" if current().json else asked.form]
    _write(form.render(outcome), asked.output)
    _show_proofs(outcome, err=not (form.FOR_PEOPLE or asked.output))
    for each in outcome.unread:
        console.complain(each.trouble)
    return FileTrouble.exit_status if outcome.unread else int(outcome.failed)


def _write(written: str, output: str) -> None:
    if not output:
        if written:
            console.painted(written)
        return
    try:
        Path(output).write_text(written + "\n", encoding="utf-8", newline="\n")
    except OSError as error:
        raise FileTrouble(
            "{file} cannot be written: {reason}", file=output, reason=reason(error)
        ) from error


def _show_proofs(outcome: Outcome, *, err: bool) -> None:
    """For people: a line for each file, then for each event type what was looked at."""
    from tmplan.cli.shortest import show_shortest

    if err and not (sys.stderr and sys.stderr.isatty()):
        return  # a program reads the document, and nobody sees the rest
    for each in outcome.checked:
        console.block(_summary(each), err=err)
        if len(outcome.checked) == 1 and each.proof is not None:
            for event, examined in each.proof.events.items():
                console.block(_examined(event, examined), err=err)
    show_shortest(outcome.checked, err=err)


def _examined(event: str, examined: Examined) -> str:
    return say(
        "  {event}: combinations {combinations}, levels {levels}, steps {steps}, paths {paths}: "
        "each has an outcome, an owner and a time that can be kept",
        event=event,
        combinations=f"{examined.combinations:,}",
        levels=" ".join(examined.levels) or "-",
        steps=examined.steps,
        paths=examined.paths,
    )


def _summary(each: Checked) -> str:
    """One line for one file: sound or not, and how far the proof went."""
    errors, warnings, notices = (each.count(severity) for severity in Severity)
    if errors:
        return say(
            "{file}: not usable yet: errors {errors}, warnings {warnings}, notices {notices}",
            file=each.name,
            errors=errors,
            warnings=warnings,
            notices=notices,
        )
    counts = {"file": each.name, "warnings": warnings, "notices": notices}
    if each.proof is None:
        return say("{file}: ok (warnings {warnings}, notices {notices})", **counts)
    return say(
        "{file}: ok (warnings {warnings}, notices {notices}); proved for all {combinations} "
        "combinations of answers: event types {events}, levels {levels}, steps {steps}",
        **counts,
        combinations=f"{each.proof.combinations:,}",
        events=len(each.proof.events),
        levels=len(each.proof.levels),
        steps=each.proof.steps,
    )


def _in_colour() -> bool:
    if not current().color or not sys.stdout.isatty():
        return False
    return os.name != "nt" or any(each in os.environ for each in ("WT_SESSION", "ANSICON", "TERM"))


def _day(written: str) -> date:
    """The day that dates are compared with.

    Raises:
        WrongUse: it is none.
    """
    try:
        return date.fromisoformat(written) if written else local_day()
    except ValueError as error:
        raise WrongUse(
            "`{raw}` is not a date", hint="write year, month and day: `2026-11-23`", raw=written
        ) from error


def _selection(asked: Asked) -> Selection:
    """What the command line says, and what a file of preferences says where it says nothing.

    Raises:
        WrongUse: a code is not known.
    """
    preferred = read_preferences()
    if not (asked.select or asked.ignore or preferred):
        return Selection()
    from tmplan.cli.explained import names  # every rule is read for it

    known = names()
    severities = preferred.get("severity", {})
    return Selection(
        only=_codes(asked.select or preferred.get("select", ()), known),
        but=_codes(asked.ignore or preferred.get("ignore", ()), known),
        severities={_code(name, known): _severity(name, each) for name, each in severities.items()},
    )


def _codes(given: Sequence[str], known: Mapping[str, str]) -> frozenset[str]:
    return frozenset(
        _code(word.strip(), known, beginnings=True)
        for words in given
        for word in words.split(",")
        if word.strip()
    )


def _code(word: str, known: Mapping[str, str], *, beginnings: bool = False) -> str:
    key = word.lower().replace("_", "-")
    if key in known:
        return known[key]
    if beginnings and key.startswith("tm") and any(each.startswith(key) for each in known):
        return key.upper()
    from tmplan.plan.nearest import choices  # only for those who mistyped

    raise WrongUse(
        "there is no code and no name `{raw}`; the nearest are {known}",
        hint="`tmplan explain` lists all codes",
        raw=word,
        known=choices(key, known),
    )


def _severity(name: str, word: object) -> Severity | None:
    if word == "off":
        return None
    try:
        return Severity(str(word))
    except ValueError:
        raise WrongUse(
            "the severity of {code} is `{raw}`, which is none",
            hint="write error, warning, notice or off",
            code=name,
            raw=word,
        ) from None
