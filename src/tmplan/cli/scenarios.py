"""Scenario files: found, read, and held against the plan they belong to."""

from pathlib import Path
from typing import Final

from tmplan.cli import places
from tmplan.drill.fit import misfits
from tmplan.drill.scenario import Scenario
from tmplan.errors import TmplanError, WrongUse
from tmplan.plan.load import Loaded, load_plan, load_words
from tmplan.plan.model import Plan
from tmplan.plan.problem import Code, Problem, Severity

FIRST_KEY: Final = "tmplan-drill"
NO_PLAN: Final = Code(
    "TM313",
    "plan-of-scenario-unusable",
    Severity.ERROR,
    "the plan {name} of this scenario cannot be used: {why}",
    "check the path, which counts from this file, and run `tmplan validate` on the plan",
)


def plan_path(path: Path, scenario: Scenario) -> Path:
    """The plan a scenario belongs to; its path counts from the scenario."""
    return path.parent / scenario.plan


def load_scenario(path: Path) -> Loaded[Scenario]:
    """A scenario with everything wrong with it, its fit to the plan included."""
    loaded = load_words(path, Scenario, FIRST_KEY)
    scenario = loaded.model
    if scenario is None:
        return loaded
    try:
        plan = load_plan(plan_path(path, scenario)).model
        why: object = "" if plan else "-"
    except TmplanError as error:
        plan, why = None, error
    if plan is None:
        found = [Problem(NO_PLAN, ("plan",), {"name": scenario.plan, "why": why})]
    else:
        found = list(misfits(scenario, plan))
    return loaded.with_problems(found)


def scenarios_of(plan_file: Path, plan: Plan) -> dict[str, Path]:
    """The scenarios of a plan by id: those it lists, and those beside it that name it."""
    listed = [plan_file.parent / name for name in plan.drills.scenarios]
    folder = plan_file.parent / "drills"
    beside = sorted(folder.glob("*.yaml")) if folder.is_dir() else []
    found: dict[str, Path] = {}
    for path in dict.fromkeys(each.resolve() for each in (*listed, *beside)):
        if not path.is_file():
            continue
        scenario = load_words(path, Scenario, FIRST_KEY).model
        if scenario and plan_path(path, scenario).resolve() == plan_file.resolve():
            found.setdefault(scenario.id, path)
    return found


def the_scenario_file(named: str) -> Path:
    """A scenario given by file, or by its id among those of the plan.

    Raises:
        WrongUse: there is none.
    """
    path = Path(named)
    if path.is_file() or path.suffix in (".yaml", ".yml") or "/" in named or "\\" in named:
        return path
    plan_file = places.the_plan()
    plan = load_plan(plan_file).model
    known = scenarios_of(plan_file, plan) if plan else {}
    if named in known:
        return known[named]
    raise WrongUse(
        "there is no scenario {name}; scenarios: {known}",
        hint="give the path of a scenario file, or one of these ids",
        name=named,
        known=", ".join(known) or "-",
    )
