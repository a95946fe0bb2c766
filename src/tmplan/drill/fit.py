"""Whether a scenario fits its plan: every name in it is one the plan knows."""

from collections.abc import Iterator, Sequence
from typing import Final

from tmplan.drill.scenario import Scenario
from tmplan.errors import Word, WrongUse
from tmplan.incident.answers import check_answers
from tmplan.incident.checklist import phases_of, steps_of
from tmplan.incident.decide.telling import fact_names
from tmplan.plan.model import Plan
from tmplan.plan.problem import Code, Path, Problem, Related, Severity

SECOND: Final = Code(
    "TM301",
    "duplicate-id",
    Severity.ERROR,
    "there is a second {kind} with the id `{id}`",
    "give one of the two another id",
)
FIRST: Final = "the first one is here"
NO_EVENT: Final = Code(
    "TM303",
    "undefined-event",
    Severity.ERROR,
    "the plan has no event type {name}",
    "write one of: {known}",
)
NO_STEP: Final = Code(
    "TM304",
    "undefined-step",
    Severity.ERROR,
    "event type {event} has no step {name}",
    "write the id of a step of this event type, as `tmplan incident status` lists them",
)
NO_LEVEL: Final = Code(
    "TM307",
    "undefined-level",
    Severity.ERROR,
    "the plan has no level {name}",
    "write one of: {known}",
)
NO_MOMENT: Final = Code(
    "TM311",
    "undefined-moment",
    Severity.ERROR,
    "event type {event} has no phase or fact {name}, so this inject is never played",
    "write a phase that this event type does not skip, or a fact of the plan",
)
BAD_SCRIPT: Final = Code(
    "TM312",
    "script-does-not-fit",
    Severity.ERROR,
    "the script does not fit the plan: {why}",
    "write ids and values that the plan knows",
)
CODES: Final = (SECOND, NO_EVENT, NO_STEP, NO_LEVEL, NO_MOMENT, BAD_SCRIPT)


def misfits(scenario: Scenario, plan: Plan) -> Iterator[Problem]:
    """Every name in a scenario that is given twice, or that its plan does not know."""
    yield from _given_twice(
        "objectives", Word("objective"), [each.id for each in scenario.objectives]
    )
    yield from _given_twice("injects", Word("inject"), [each.id for each in scenario.injects])
    if scenario.event not in plan.events:
        known = ", ".join(plan.events)
        yield Problem(NO_EVENT, ("event",), {"name": scenario.event, "known": known})
        return
    steps = {step.id for _, step in steps_of(plan, scenario.event)}
    for path, step in _steps_named(scenario):
        if step not in steps:
            yield Problem(NO_STEP, path, {"event": scenario.event, "name": step})
    level = scenario.expect.level
    levels = [known.id for known in plan.levels]
    if level is not None and level not in levels:
        known = ", ".join(levels) or "-"
        yield Problem(NO_LEVEL, ("expect", "level"), {"name": level, "known": known})
    phases = {known.id for known in phases_of(plan, scenario.event)}
    for number, inject in enumerate(scenario.injects):
        phase, fact = inject.at.phase, inject.at.fact
        name = phase if phase not in {None, *phases} else None
        name = fact if fact not in {None, *fact_names(plan)} else name
        if name is not None:
            params = {"event": scenario.event, "name": name}
            yield Problem(NO_MOMENT, ("injects", number, "at"), params)
    if scenario.script is not None:
        try:
            check_answers(plan, scenario.event, scenario.script)
        except WrongUse as wrong:
            yield Problem(BAD_SCRIPT, ("script",), {"why": str(wrong)}, at_key=True)


def _given_twice(key: str, kind: Word, given: Sequence[str]) -> Iterator[Problem]:
    """The conductor and the report know objectives and injects by their ids alone."""
    seen: dict[str, Path] = {}
    for number, name in enumerate(given):
        path = (key, number, "id")
        first = seen.setdefault(name, path)
        if first != path:
            params = {"kind": kind, "id": name}
            yield Problem(SECOND, path, params, related=(Related(first, FIRST),))


def _steps_named(scenario: Scenario) -> Iterator[tuple[Path, str]]:
    for number, objective in enumerate(scenario.objectives):
        for place, step in enumerate(objective.steps):
            yield ("objectives", number, "steps", place), step
    for number, inject in enumerate(scenario.injects):
        if inject.at.step is not None:
            yield ("injects", number, "at", "step"), inject.at.step
        if inject.expect is not None:
            yield ("injects", number, "expect", "step"), inject.expect.step
