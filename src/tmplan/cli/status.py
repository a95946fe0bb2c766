"""How an incident stands, as a document and as a page."""

from datetime import datetime
from typing import Any

from tmplan.cli import console
from tmplan.cli.screen import head_line, late_text, show_damage, show_drill
from tmplan.cli.states import state_name, status_name
from tmplan.cli.waiting import open_questions, show_waiting
from tmplan.cli.words import (
    clock_left,
    clock_name,
    clock_text,
    event_name,
    left_text,
    phase_name,
    who,
)
from tmplan.i18n import say
from tmplan.incident.agenda import current_phase, recommended
from tmplan.incident.authority import holder
from tmplan.incident.checklist import Item, checklist
from tmplan.incident.deadline import Clock, ClockState, clocks, step_limit
from tmplan.incident.state import StepState
from tmplan.journal.live import Record
from tmplan.plan.classify import NOT_KNOWN


def status_document(record: Record, now: datetime) -> dict[str, Any]:
    """What ``status --json`` promises."""
    plan, incident = record.plan, record.incident
    items = checklist(plan, incident)
    running = {clock.id: clock for clock in clocks(plan, incident, items, now)}
    asked = plan.events[incident.event].classify.ask if incident.event else ()
    return {
        "id": record.id,
        "mode": record.mode,
        "title": incident.title,
        "plan": {
            "id": incident.plan,
            "version": incident.plan_version,
            "sha256": incident.pinned,
        },
        "event_type": incident.event,
        "level": incident.level,
        "level_override": incident.override,
        "state": incident.status.value,
        "phase": current_phase(plan, incident),
        "opened_at": incident.opened_at,
        "discovered_at": incident.discovered_at,
        "classified_at": incident.classified_at or None,
        "open_questions": open_questions(record),
        "unknown_questions": [name for name in asked if incident.answers.get(name) == NOT_KNOWN],
        "answers": {name: list(given) for name, given in incident.answers.items()},
        "steps": [_step_document(item, running.get(item.step.id)) for item in items],
        "next": [item.step.id for item in recommended(plan, incident, items, now)],
        "clocks": [
            {
                "id": clock.id,
                "due": clock.due.isoformat(timespec="seconds"),
                "state": clock.state.value,
            }
            for clock in running.values()
        ],
        "roles": {
            role: person
            for role in plan.organisation.roles
            if (person := holder(plan, incident, role)) is not None
        },
        "gate_passed_at": incident.gate_passed_at or None,
        "recovered_at": incident.recovered_at or None,
        "closed_at": incident.closed_at or None,
        "entries": len(record.lines),
        "head": record.lines[-1].hash,
        "unknown_types": incident.unknown_types,
    }


def _step_document(item: Item, clock: Clock | None) -> dict[str, Any]:
    return {
        "id": item.step.id,
        "phase": item.phase,
        "role": item.step.role,
        "need": item.step.need,
        "state": item.state.value,
        "conflict": False,
        "signed": bool(item.record.signed_by) if item.step.sign else None,
        "due": clock.due.isoformat(timespec="seconds") if clock else None,
        "late": clock is not None and clock.state in (ClockState.LATE, ClockState.MET_LATE),
    }


def show_status(record: Record, now: datetime) -> None:
    """One page: where it is, what is next, what is late, who waits, and the head of the journal."""
    plan, incident = record.plan, record.incident
    items = checklist(plan, incident)
    show_drill(record)
    show_damage(record)
    console.line(head_line(record), style="title")
    if incident.title:
        console.line(incident.title)
    phase = current_phase(plan, incident)
    console.line(say("phase: {phase}", phase=phase_name(plan, phase)))
    opened = datetime.fromisoformat(incident.opened_at)
    console.line(say("opened: {time}", time=clock_text(plan, opened, now)))
    show_waiting(record, now)
    _show_steps(record, items.items, now)
    _show_clocks(record, now)
    console.line(
        say(
            "{n} entries, head {seq}:{hash}",
            n=len(record.lines),
            seq=record.lines[-1].seq,
            hash=record.lines[-1].hash[:12],
        ),
        style="dim",
    )


def _show_steps(record: Record, items: tuple[Item, ...], now: datetime) -> None:
    plan, incident = record.plan, record.incident
    ready = recommended(plan, incident, checklist(plan, incident), now)
    done = sum(item.state is StepState.DONE for item in items)
    apply = sum(item.state is not StepState.OFF for item in items)
    console.line(say("steps done: {done} of {all}", done=done, all=apply))
    if not ready:
        return
    console.table(
        [say("next"), say("what"), say("who"), say("time")],
        [
            [
                item.step.id,
                item.step.do,
                who(plan, incident, item.step.role),
                left_text(limit.due, now) if (limit := step_limit(plan, incident, item)) else "",
            ]
            for item in ready[:8]
        ],
    )
    if len(ready) > 8:
        console.line(say("… and {n} more", n=len(ready) - 8))


def show_steps(record: Record) -> None:
    """Every step of this event type, also those that do not apply now."""
    plan, incident = record.plan, record.incident
    console.table(
        [say("step"), say("phase"), say("what"), say("who"), say("status")],
        [
            [
                item.step.id,
                phase_name(plan, item.phase),
                item.step.do,
                who(plan, incident, item.step.role),
                state_name(item.state),
            ]
            for item in checklist(plan, incident)
        ],
    )


def _show_clocks(record: Record, now: datetime) -> None:
    plan, incident = record.plan, record.incident
    steps = {item.step.id for item in checklist(plan, incident)}
    for clock in clocks(plan, incident, checklist(plan, incident), now):
        if clock.state is ClockState.LATE:
            console.line(f"× {late_text(record, clock, now)}", style="bad")
        elif clock.state is ClockState.RUNNING and clock.id not in steps:
            text = say(
                "clock: {name}, due {time}, {left}",
                name=clock_name(plan, clock.id),
                time=clock_text(plan, clock.due, now),
                left=clock_left(clock, now),
            )
            console.line(text)


def show_list(records: list[Record]) -> None:
    """Every incident and drill, a row each."""
    console.table(
        [say("id"), say("event type"), say("level"), say("status"), say("opened"), say("title")],
        [
            [
                record.id,
                event_name(record.plan, record.incident.event),
                record.incident.level or "-",
                _how_it_stands(record),
                f"{datetime.fromisoformat(record.incident.opened_at):%Y-%m-%d %H:%M}",
                record.incident.title,
            ]
            for record in records
        ],
    )


def _how_it_stands(record: Record) -> str:
    status = status_name(record.incident.status)
    return say("{status} × damaged", status=status) if record.damaged else status


def list_document(records: list[Record]) -> list[dict[str, Any]]:
    """What ``list --json`` promises."""
    return [
        {
            "id": record.id,
            "mode": record.mode,
            "title": record.incident.title,
            "event_type": record.incident.event,
            "level": record.incident.level,
            "state": record.incident.status.value,
            "opened_at": record.incident.opened_at,
            "damaged": record.damaged,
        }
        for record in records
    ]
