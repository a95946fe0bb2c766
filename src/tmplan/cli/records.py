"""Which incident a command means, and where it lies."""

from collections.abc import Iterator
from datetime import datetime
from getpass import getuser
from pathlib import Path
from typing import Final

from tmplan.cli import console, places
from tmplan.cli.words import event_name
from tmplan.errors import FileTrouble, TmplanError, WrongUse, reason
from tmplan.i18n import say
from tmplan.journal.clock import read_clock
from tmplan.journal.live import PREFIXES, Keeping, Record, open_record
from tmplan.plan.pin import plan_of_pin

_MARKS: Final = tuple(f"{prefix}-" for prefix in PREFIXES.values())


def the_place() -> Keeping:
    """Where this run keeps its records, with the clock of this machine."""
    return Keeping(
        records=places.the_records(),
        state=places.state_folder(),
        clock=read_clock,
        waiting=_waiting,
    )


def login() -> str:
    """The name of the account, for acts of nobody in particular."""
    try:
        return getuser()
    except (OSError, KeyError):
        return "operator"


def folders() -> tuple[Path, ...]:
    """The folder of every incident and drill, in the order of their ids."""
    home = places.the_records()
    try:
        names = sorted(home.iterdir())
    except FileNotFoundError:
        return ()
    except OSError as error:
        raise FileTrouble(
            "the records folder {folder} cannot be read: {reason}",
            hint="choose another one: --records DIR (or TMPLAN_RECORDS)",
            folder=home,
            reason=reason(error),
        ) from error
    return tuple(each for each in names if each.name.startswith(_MARKS) and each.is_dir())


def every() -> Iterator[tuple[Path, Record | TmplanError]]:
    """Every incident and drill, or why it cannot be read."""
    place = the_place()
    for folder in folders():
        try:
            yield folder, open_record(place, folder, plan_of_pin=plan_of_pin)
        except TmplanError as error:
            yield folder, error


def the_record(wanted: str | None, *, mode: str = "real") -> Record:
    """The incident a command means: by an end of its id, or the only one open.

    Raises:
        WrongUse: none, or several, could be meant.
        FileTrouble, JournalDamaged: none is open, but one cannot be read.
    """
    record = _meant(wanted, mode)
    if record.mode == "drill":
        console.rehearse()
    return record


def _meant(wanted: str | None, mode: str) -> Record:
    if wanted:
        return open_record(the_place(), the_folder(wanted), plan_of_pin=plan_of_pin)
    found = [record for folder, record in every() if _may_be(folder, mode)]
    opened = [each for each in found if isinstance(each, Record) and not each.incident.over]
    meant = [record for record in opened if record.mode == mode] or opened
    if len(meant) == 1:
        return meant[0]
    unread = next((each for each in found if isinstance(each, TmplanError)), None)
    if not meant and unread is not None:  # it may be the one that is meant
        raise unread
    if not meant and mode == "drill":
        raise WrongUse(
            "no drill is open in {folder}",
            hint="`tmplan drill run` runs one; `tmplan drill list` shows those that ended",
            folder=str(places.the_records()),
        )
    if not meant:
        raise WrongUse(
            "no incident is open in {folder}",
            hint="`tmplan incident open` opens one; `tmplan incident list` shows those that ended",
            folder=str(places.the_records()),
        )
    raise WrongUse(
        "several are open: {known}",
        hint="say which one: give its id, or the end of it",
        known="".join(f"\n  {in_a_line(record)}" for record in meant),
    )


def _may_be(folder: Path, mode: str) -> bool:
    """Acts of an incident may be done in a drill, but a drill is never an incident."""
    return mode != "drill" or folder.name.startswith(PREFIXES["drill"])


def in_a_line(record: Record) -> str:
    """An incident among others: id, type, title and when it was opened."""
    opened = datetime.fromisoformat(record.incident.opened_at)
    title = " ".join(record.incident.title.split())
    parts = (record.id, event_name(record.plan, record.incident.event), title)
    return " · ".join([*filter(None, parts), f"{opened:%Y-%m-%d %H:%M}"])


def others_open(but: Record) -> tuple[Record, ...]:
    """Other incidents of the same type that are still open."""
    found = (record for _, record in every() if isinstance(record, Record))
    return tuple(
        record
        for record in found
        if record.id != but.id
        and record.mode == but.mode
        and record.incident.event == but.incident.event
        and not record.incident.over
    )


def record_to_act_on(wanted: str | None, *, mode: str = "real") -> Record:
    """The same for somebody who writes into it: damage is said, and stops nobody.

    Raises:
        WrongUse, FileTrouble, JournalDamaged: as above.
    """
    record = the_record(wanted, mode=mode)
    if record.damaged:
        text = say(
            "× the journal of {id} is damaged; what can be believed counts. See: verify",
            id=record.id,
        )
        console.line(text, style="bad", err=True)
    return record


def the_folder(wanted: str) -> Path:
    """The folder of the incident whose id ends so.

    Raises:
        WrongUse: none, or several, end so.
    """
    known = folders()
    found = [folder for folder in known if folder.name.lower().endswith(wanted.lower())]
    exact = [folder for folder in found if folder.name.lower() == wanted.lower()]
    if len(exact or found) == 1:
        return (exact or found)[0]
    if found:
        raise WrongUse(
            "several ids end in {id}: {known}",
            hint="give a longer end of the id",
            id=wanted,
            known=", ".join(folder.name for folder in found),
        )
    raise WrongUse(
        "no incident has an id that ends in {id}; there are: {known}",
        hint="`tmplan incident list` shows them all",
        id=wanted,
        known=", ".join(folder.name for folder in known) or "-",
    )


def _waiting(seconds: float, holder: str) -> None:
    console.line(
        say(
            "waiting for another process that holds the journal ({holder}), {seconds} s",
            holder=holder or "-",
            seconds=int(seconds),
        ),
        err=True,
    )
