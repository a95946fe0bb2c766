"""A drill held against its scenario: what was met and what was not."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from tmplan.drill.scenario import Inject, Objective, Scenario
from tmplan.incident import entry as e
from tmplan.incident.deadline import moment
from tmplan.incident.state import Incident
from tmplan.plan.duration import Duration


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


def evaluate(scenario: Scenario, incident: Incident) -> tuple[Result, ...]:
    """Every objective, inject and expectation of a scenario with its verdict."""
    return (
        *_judgement(scenario, incident),
        *(_objective(objective, incident) for objective in scenario.objectives),
        *(_inject(inject, incident) for inject in scenario.injects),
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


def _judgement(scenario: Scenario, incident: Incident) -> Iterator[Result]:
    wanted = scenario.expect.level
    if wanted is not None:
        found = incident.level or "-"
        verdict = Verdict.MET if found == wanted else Verdict.WRONG
        yield Result(Subject.LEVEL, "level", verdict, wanted, found)
    limit = scenario.expect.classified_within
    if limit is not None:
        at = moment(incident.classified_at)
        verdict, took = _in_time(moment(incident.opened_at), at, limit)
        yield Result(Subject.CLASSIFIED, "classified", verdict, _seconds(limit), took)


def _objective(objective: Objective, incident: Incident) -> Result:
    opened = moment(incident.opened_at)
    for step in objective.steps:
        done = moment(incident.step(step).first_done)
        verdict, took = _in_time(opened, done, objective.within)
        if verdict is not Verdict.MET:
            found = step if verdict is Verdict.NOT_DONE else took
            return Result(
                Subject.OBJECTIVE, objective.id, verdict, _seconds(objective.within), found
            )
    return Result(Subject.OBJECTIVE, objective.id, Verdict.MET)


def _inject(inject: Inject, incident: Incident) -> Result:
    played = moment(incident.injected_at.get(inject.id, ""))
    if played is None:
        return Result(Subject.INJECT, inject.id, Verdict.NOT_PLAYED)
    if inject.expect is None:
        return Result(Subject.INJECT, inject.id, Verdict.MET)
    done = moment(incident.step(inject.expect.step).first_done)
    verdict, took = _in_time(played, done, inject.expect.within)
    found = inject.expect.step if verdict is Verdict.NOT_DONE else took
    return Result(Subject.INJECT, inject.id, verdict, _seconds(inject.expect.within), found)


def _in_time(
    start: datetime | None, done: datetime | None, limit: Duration | None
) -> tuple[Verdict, str]:
    """What was done before its start counts as in time, and so does what had no measure.

    See decision 0008 for what is due at once.
    """
    if done is None or start is None:
        return Verdict.NOT_DONE, ""
    took = str(max(0, int((done - start).total_seconds())))
    if limit is None or not limit.seconds:
        return Verdict.MET, took
    late = done - start > timedelta(seconds=limit.seconds)
    return (Verdict.TOO_LATE if late else Verdict.MET), took


def _seconds(limit: Duration | None) -> str:
    return "" if limit is None or limit.seconds is None else str(limit.seconds)
