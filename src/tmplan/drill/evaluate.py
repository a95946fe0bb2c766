"""A drill held against its scenario: what was met and what was not."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from tmplan.drill.scenario import Inject, Objective, Scenario
from tmplan.incident import entry as e
from tmplan.incident.deadline import after, limit_from, moment
from tmplan.incident.state import Incident
from tmplan.plan.duration import Duration
from tmplan.plan.model import Plan


class Subject(StrEnum):
    """What one result is about."""

    OBJECTIVE = "objective"
    INJECT = "inject"
    LEVEL = "level"
    CLASSIFIED = "classified"


class Verdict(StrEnum):
    """How it came out."""

    MET = "met"
    NOT_DONE = "not-done"
    TOO_LATE = "too-late"
    NOT_PLAYED = "not-played"
    WRONG = "wrong"


@dataclass(frozen=True, slots=True)
class Result:
    """One thing the scenario asked for and how it came out.

    ``wanted`` and ``found`` are ids, levels or whole seconds written as text.
    """

    subject: Subject
    id: str
    verdict: Verdict
    wanted: str = ""
    found: str = ""

    @property
    def met(self) -> bool:
        """Whether it came out as wanted."""
        return self.verdict is Verdict.MET

    def words(self) -> dict[str, str]:
        """The result as the journal keeps it."""
        return {
            "subject": self.subject.value,
            "id": self.id,
            "verdict": self.verdict.value,
            "wanted": self.wanted,
            "found": self.found,
        }


def evaluate(plan: Plan, scenario: Scenario, incident: Incident) -> tuple[Result, ...]:
    """Every objective, inject and expectation of a scenario with its verdict."""
    return (
        *_judgement(plan, scenario, incident),
        *(_objective(plan, objective, incident) for objective in scenario.objectives),
        *(_inject(plan, inject, incident) for inject in scenario.injects),
    )


def evaluated(results: tuple[Result, ...]) -> e.Evaluated:
    """The evaluation as an entry."""
    return e.Evaluated(
        passed=all(result.met for result in results),
        results=tuple(result.words() for result in results),
    )


def results_of(evaluation: e.Evaluated) -> tuple[Result, ...]:
    """The results an entry holds."""
    return tuple(
        Result(
            Subject(words["subject"]),
            words["id"],
            Verdict(words["verdict"]),
            words["wanted"],
            words["found"],
        )
        for words in evaluation.results
    )


def _judgement(plan: Plan, scenario: Scenario, incident: Incident) -> Iterator[Result]:
    wanted = scenario.expect.level
    if wanted is not None:
        found = incident.level or "-"
        verdict = Verdict.MET if found == wanted else Verdict.WRONG
        yield Result(Subject.LEVEL, "level", verdict, wanted, found)
    limit = scenario.expect.classified_within
    if limit is not None:
        opened, at = moment(incident.opened_at), moment(incident.classified_at)
        verdict, took = _in_time(plan, opened, at, limit)
        wanted = _seconds(plan, opened, limit)
        yield Result(Subject.CLASSIFIED, "classified", verdict, wanted, took)


def _objective(plan: Plan, objective: Objective, incident: Incident) -> Result:
    opened = moment(incident.opened_at)
    for step in objective.steps:
        done = moment(incident.step(step).first_done)
        verdict, took = _in_time(plan, opened, done, objective.within)
        if verdict is not Verdict.MET:
            found = step if verdict is Verdict.NOT_DONE else took
            wanted = _seconds(plan, opened, objective.within)
            return Result(Subject.OBJECTIVE, objective.id, verdict, wanted, found)
    return Result(Subject.OBJECTIVE, objective.id, Verdict.MET)


def _inject(plan: Plan, inject: Inject, incident: Incident) -> Result:
    played = moment(incident.injected_at.get(inject.id, ""))
    if played is None:
        return Result(Subject.INJECT, inject.id, Verdict.NOT_PLAYED)
    if inject.expect is None:
        return Result(Subject.INJECT, inject.id, Verdict.MET)
    done = moment(incident.step(inject.expect.step).first_done)
    verdict, took = _in_time(plan, played, done, inject.expect.within)
    found = inject.expect.step if verdict is Verdict.NOT_DONE else took
    wanted = _seconds(plan, played, inject.expect.within)
    return Result(Subject.INJECT, inject.id, verdict, wanted, found)


def _in_time(
    plan: Plan, start: datetime | None, done: datetime | None, limit: Duration | None
) -> tuple[Verdict, str]:
    """What was done before its start counts as in time, and so does what had no measure.

    See decision 0008 for what is due at once.
    """
    if done is None or start is None:
        return Verdict.NOT_DONE, ""
    took = str(max(0, int((done - start).total_seconds())))
    late = limit is not None and limit_from(start, limit, plan).missed(done)
    return (Verdict.TOO_LATE if late else Verdict.MET), took


def _seconds(plan: Plan, start: datetime | None, limit: Duration | None) -> str:
    """How long a limit is; what the calendar decides is counted from its start."""
    if limit is None:
        return ""
    if limit.seconds is not None or start is None:
        return "" if limit.seconds is None else str(limit.seconds)
    return str(int((after(start, limit, plan) - start).total_seconds()))
