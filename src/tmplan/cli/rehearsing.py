"""Running drills: which scenario, interactive or headless, and how it came out."""

from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

from tmplan.cli import console, places
from tmplan.cli.conducting import Conductor, evaluation_so_far, show_evaluation
from tmplan.cli.given import Answers, PlanUnsound, check_script, sound
from tmplan.cli.opening import go_on
from tmplan.cli.records import every, login, record_to_act_on, the_place, the_record
from tmplan.cli.scenarios import (
    load_scenario,
    plan_path,
    scenarios_of,
    the_scenario_file,
)
from tmplan.cli.settings import current
from tmplan.cli.status import show_status, status_document
from tmplan.cli.strangers import mention_strangers, people_in
from tmplan.cli.timing import Clock, SimulatedClock, WallClock
from tmplan.cli.unsaved import on_paper
from tmplan.cli.words import event_name
from tmplan.drill.scenario import Scenario
from tmplan.errors import AnswerNeeded, Refused, WrongUse
from tmplan.i18n import say
from tmplan.incident.decide.opening import open_incident
from tmplan.journal import pinned
from tmplan.journal.live import Record, create_record
from tmplan.plan.load import load_plan, words_of
from tmplan.plan.model import Plan
from tmplan.plan.pin import pin

FAILED = 1


def run_command(named: str | None, *, event: str | None, auto: bool, acting: str | None) -> int:
    """Open a drill of a scenario and walk it, by a person or by its script."""
    path = the_scenario_file(named) if named else _longest_ago(event)
    loaded = load_scenario(path)
    scenario = loaded.model
    if scenario is None:
        from tmplan.cli.problems import show_problems  # only a broken scenario needs it

        show_problems(loaded)
        raise PlanUnsound(
            "the scenario {name} cannot be run until its errors are mended",
            hint="`tmplan validate` shows them again",
            name=loaded.name,
        )
    plan_loaded = load_plan(plan_path(path, scenario))
    plan = sound(plan_loaded)
    script = _script(scenario, path, plan, auto=auto)
    mention_strangers(plan, [acting, *(people_in(script.words) if script else ())])
    real = WallClock(plan.timezone)
    now = real.now()
    clock: Clock = SimulatedClock(now) if script else real
    by = acting or _on_duty(plan)
    opened = open_incident(
        plan, title=scenario.title, event=scenario.event, discovered=None, at=now
    )
    place = the_place()
    places.make_records(place.records)
    with on_paper(plan, scenario.event):
        record = create_record(
            place,
            mode="drill",
            plan=plan,
            pin=pin(plan_loaded.words),
            scenario=loaded.source.text.encode(),
            opened=replace(opened, sources=dict(plan_loaded.sources), scenario=scenario.id),
            by=by,
            role=plan.organisation.on_duty or "anyone",
            now=now,
            at=clock.stamp(),
        )
    console.rehearse()
    _show_story(record, scenario)
    return _rehearse(record, scenario, script=script, acting=acting, clock=clock)


def _rehearse(
    record: Record,
    scenario: Scenario,
    *,
    script: Answers | None,
    acting: str | None,
    clock: Clock,
) -> int:
    try:
        status = go_on(
            record,
            script=script,
            acting=acting,
            clock=clock,
            attendant=Conductor(scenario, login=acting or login()),
        )
    except (AnswerNeeded, Refused, WrongUse) as stopped:
        if script is not None:  # a test of the plan, and this is its result
            show_evaluation(evaluation_so_far(record, scenario), scenario)
            stopped.exit_status = FAILED
        raise
    if not record.incident.over:
        return status
    return _verdict(record, scenario)


def _verdict(record: Record, scenario: Scenario | None) -> int:
    """How a drill that is over came out."""
    evaluation = record.incident.evaluation
    if evaluation is None:
        console.talk(say("the drill has not come to its evaluation"), style="warn")
        return FAILED
    return 0 if show_evaluation(evaluation, scenario) else FAILED


def _script(scenario: Scenario, path: Path, plan: Plan, *, auto: bool) -> Answers | None:
    if not auto:
        if console.is_terminal():
            return None
        raise AnswerNeeded(
            "a drill needs a terminal, or --auto",
            hint="`tmplan drill run --auto` lets the scenario's script answer",
        )
    if scenario.script is None:
        raise WrongUse(
            "scenario {name} has no script, so it cannot run by itself",
            hint="add `script:` to the scenario, or run it at a terminal without --auto",
            name=scenario.id,
        )
    answers = Answers(scenario.script, path.resolve().parent)
    check_script(plan, scenario.event, answers)
    return answers


def _on_duty(plan: Plan) -> str:
    words = plan.organisation.roles.get(plan.organisation.on_duty or "")
    return words.held_by[0] if words and words.held_by else login()


def _show_story(record: Record, scenario: Scenario) -> None:
    console.talk(say("═══ 演练 / DRILL: a rehearsal, nothing here is real ═══"), style="drill")
    console.talk(f"{record.id} · {scenario.title}", style="title")
    console.talk(scenario.narrative.strip())
    console.talk()


def resume_command(wanted: str | None, *, acting: str | None) -> int:
    """Go on with a drill; the scenario is the one pinned when it began."""
    record = record_to_act_on(wanted, mode="drill")
    scenario = _scenario_of(record)
    if scenario is None:
        raise WrongUse(
            "{id} is no drill", hint="`tmplan incident resume` goes on with it", id=record.id
        )
    if not console.is_terminal():
        raise AnswerNeeded(
            "a drill needs a terminal, or --auto",
            hint="`tmplan drill run --auto` lets the scenario's script answer",
        )
    mention_strangers(record.plan, [acting], known=record.incident.roles.values())
    clock = WallClock(record.plan.timezone)
    return _rehearse(record, scenario, script=None, acting=acting, clock=clock)


def _scenario_of(record: Record) -> Scenario | None:
    digest = record.incident.scenario_pinned
    if digest is None:
        return None
    text = pinned.fetch(record.folder, digest, prefix="scenario-", suffix=".yaml")
    return words_of(text, "scenario", Scenario, "tmplan-drill").model


def _longest_ago(event: str | None) -> Path:
    """The scenario never run, else the one run the longest ago; ties by id."""
    plan_file = places.the_plan()
    plan = sound(load_plan(plan_file))
    if event is not None and event not in plan.events:
        raise WrongUse(
            "there is no event type {event}",
            hint="the types of this plan: {known}",
            event=event,
            known=", ".join(plan.events),
        )
    known = scenarios_of(plan_file, plan)
    if event is not None:
        known = {
            name: path
            for name, path in known.items()
            if (scenario := load_scenario(path).model) and scenario.event == event
        }
    if not known:
        raise WrongUse(
            "there is no scenario to run",
            hint="write one under plans/drills/, or give the path of a scenario file",
        )
    last = {name: at for name, (at, _) in _last_runs().items()}
    chosen = min(known, key=lambda name: (last.get(name, ""), name))
    return known[chosen]


def _last_runs() -> dict[str, tuple[str, Record]]:
    """The latest drill of every scenario: when it was opened, and its record."""
    found: dict[str, tuple[str, Record]] = {}
    for _, record in every():
        if isinstance(record, Record) and record.mode == "drill" and record.incident.scenario:
            at = record.lines[0].ts
            name = record.incident.scenario
            if name not in found or found[name][0] < at:
                found[name] = (at, record)
    return found


def list_command() -> int:
    """Every scenario of the plan with its last run."""
    plan_file = places.the_plan()
    plan = sound(load_plan(plan_file))
    runs = _last_runs()
    rows = []
    for name, path in sorted(scenarios_of(plan_file, plan).items()):
        scenario = load_scenario(path).model
        at, record = runs.get(name, ("", None))
        rows.append((name, scenario, at, record))
    if current().json:
        console.document([_row_document(*row) for row in rows])
        return 0
    console.table(
        [say("scenario"), say("event type"), say("last run"), say("result")],
        [
            [
                name,
                event_name(plan, scenario.event) if scenario else say("has errors"),
                f"{datetime.fromisoformat(at):%Y-%m-%d %H:%M}" if at else say("never"),
                _result(record),
            ]
            for name, scenario, at, record in rows
        ],
    )
    return 0


def _row_document(
    name: str, scenario: Scenario | None, at: str, record: Record | None
) -> dict[str, Any]:
    evaluation = record.incident.evaluation if record else None
    return {
        "id": name,
        "event_type": scenario.event if scenario else None,
        "title": scenario.title if scenario else None,
        "last_run": at or None,
        "last_id": record.id if record else None,
        "passed": evaluation.passed if evaluation else None,
    }


def _result(record: Record | None) -> str:
    if record is None:
        return ""
    if record.incident.evaluation is None:
        return say("not finished")
    return say("passed") if record.incident.evaluation.passed else say("not passed")


def status_command(wanted: str | None) -> int:
    """Where a drill stands; once over, how it came out."""
    record = the_record(wanted, mode="drill") if wanted or _is_open() else _the_last()
    now = WallClock(record.plan.timezone).now()
    if current().json:
        console.document(status_document(record, now))
        return 0
    show_status(record, now)
    if record.incident.evaluation is not None:
        show_evaluation(record.incident.evaluation, _scenario_of(record))
    return 0


def _drills() -> list[Record]:
    found = (record for _, record in every() if isinstance(record, Record))
    return [record for record in found if record.mode == "drill"]


def _is_open() -> bool:
    return any(not record.incident.over for record in _drills())


def _the_last() -> Record:
    """The drill that was begun last.

    Raises:
        WrongUse, FileTrouble, JournalDamaged: there is none, or it cannot be told.
    """
    ended = _drills()
    return max(ended, key=_begun) if ended else the_record(None, mode="drill")


def _begun(record: Record) -> datetime:
    return datetime.fromisoformat(record.lines[0].ts)
