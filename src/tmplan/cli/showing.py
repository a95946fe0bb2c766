"""Reading commands: list, status, log, clocks, verify. They lock nothing and write nothing."""

from typing import Any

from tmplan.cli import console
from tmplan.cli.narrate import narrate
from tmplan.cli.records import every, the_folder, the_record
from tmplan.cli.settings import current
from tmplan.cli.spoken import explain
from tmplan.cli.status import list_document, show_list, show_status, show_steps, status_document
from tmplan.cli.timing import WallClock
from tmplan.cli.words import clock_left, clock_text
from tmplan.errors import JournalDamaged
from tmplan.i18n import say
from tmplan.incident.checklist import checklist
from tmplan.incident.deadline import ClockState, clocks
from tmplan.journal.live import Record, entry_of

OVERDUE = 5


def list_command() -> int:
    """Every incident and drill; one that cannot be read is named and does not hide the others."""
    records, status = [], 0
    for folder, record in every():
        if isinstance(record, Record):
            records.append(record)
        else:
            status = record.exit_status
            console.line(
                say("{id} cannot be read: {why}", id=folder.name, why=explain(record)),
                style="bad",
                err=True,
            )
    if current().json:
        console.document(list_document(records))
    elif records:
        show_list(records)
    elif not status:
        console.line(say("no incident and no drill is recorded here"))
    return status


def status_command(wanted: str | None, *, every_step: bool = False) -> int:
    """Where one incident stands; with all of its steps where they are asked for."""
    record = the_record(wanted)
    now = WallClock(record.plan.timezone).now()
    if current().json:
        console.document(status_document(record, now))
    else:
        show_status(record, now)
        if every_step:
            show_steps(record)
    return 0


def log_command(wanted: str | None) -> int:
    """Everything that was recorded, as sentences or as the journal's own lines."""
    record = the_record(wanted)
    if current().json:
        console.document([_line_document(record, number) for number in range(len(record.lines))])
        return 0
    for line in record.lines:
        console.line(narrate(record, entry_of(line)))
    return 0


def _line_document(record: Record, number: int) -> dict[str, Any]:
    line = record.lines[number]
    return {
        "seq": line.seq,
        "writer": line.writer,
        "ts": line.ts,
        "at": line.at,
        "actor": line.actor,
        "role": line.role,
        "type": line.type,
        "data": dict(line.data),
        "hash": line.hash,
    }


def clocks_command(wanted: str | None) -> int:
    """Every clock, the late ones first in the exit status."""
    record = the_record(wanted)
    now = WallClock(record.plan.timezone).now()
    found = clocks(record.plan, record.incident, checklist(record.plan, record.incident), now)
    late = [clock for clock in found if clock.state is ClockState.LATE]
    if current().json:
        console.document(
            [
                {"id": c.id, "due": c.due.isoformat(timespec="seconds"), "state": c.state.value}
                for c in found
            ]
        )
    elif found:
        console.table(
            [say("time limit"), say("due"), say("status"), say("time")],
            [
                [
                    clock.id,
                    clock_text(record.plan, clock.due, now),
                    _clock_state(clock.state),
                    clock_left(clock, now)
                    if clock.state in (ClockState.RUNNING, ClockState.LATE)
                    else "",
                ]
                for clock in found
            ],
        )
    else:
        console.line(say("no clock runs"))
    return OVERDUE if late else 0


def _clock_state(state: ClockState) -> str:
    match state:
        case ClockState.RUNNING:
            return say("running")
        case ClockState.MET:
            return say("met")
        case ClockState.LATE:
            return say("overdue")
        case ClockState.MET_LATE:
            return say("met late")
        case ClockState.WAIVED:
            return say("waived")


def verify_command(wanted: str | None, anchor: str | None) -> int:
    """Whether the record is whole and unaltered, and what cannot be proved."""
    folder = the_folder(wanted) if wanted else the_record(None).folder
    from tmplan.cli.verifying import show_verdict  # only this command checks every byte
    from tmplan.journal.verify import verify

    verdict = verify(folder, anchor)
    show_verdict(folder.name, verdict)
    return JournalDamaged.exit_status if verdict.findings else 0
