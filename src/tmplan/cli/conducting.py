"""The conductor of a drill: plays injects when they are due, and evaluates before the end."""

from datetime import datetime
from functools import partial

from tmplan.cli import console
from tmplan.cli.timing import Clock
from tmplan.cli.unsaved import on_paper
from tmplan.cli.words import length_text
from tmplan.drill.conduct import injects_due
from tmplan.drill.evaluate import Result, Subject, Verdict, evaluate, evaluated, results_of
from tmplan.drill.scenario import Scenario
from tmplan.i18n import say
from tmplan.incident import entry as e
from tmplan.incident.agenda import Close, Task
from tmplan.incident.decide.scene import Scene
from tmplan.journal.live import Record


class Conductor:
    """Stands beside the walk; writes what the scenario says, and nothing else."""

    def __init__(self, scenario: Scenario, *, login: str) -> None:
        """Conduct this scenario."""
        self._scenario = scenario
        self._login = login

    def attend(self, record: Record, task: Task | None, clock: Clock) -> None:
        """Play what is due; before the close, hold the drill against its scenario."""
        while not record.incident.over:
            due = injects_due(record.plan, self._scenario, record.incident, clock.now())
            if not due:
                break
            at, inject = due[0]
            console.talk()
            text = f"{say('inject:')} {inject.text.strip()}"
            console.talk(text, style="drill")
            fact = e.Injected(inject.id, inject.text.strip())
            self._write(record, fact, clock, at)
        if isinstance(task, Close) and record.incident.evaluation is None:
            fact_now = evaluated(evaluate(record.plan, self._scenario, record.incident))
            self._write(record, fact_now, clock, clock.now())

    def _write(self, record: Record, fact: e.Fact, clock: Clock, at: datetime) -> None:
        simulated = clock.stamp() is not None
        with on_paper(record.plan, record.incident.event):
            record.act(
                partial(_just, fact),
                by=self._login,
                role="",
                now=at if simulated else clock.now(),
                at=at.isoformat(timespec="milliseconds") if simulated else None,
            )


def _just(fact: e.Fact, _scene: Scene) -> e.Fact:
    return fact


def evaluation_so_far(record: Record, scenario: Scenario) -> e.Evaluated:
    """How a drill comes out: as it was recorded, or as it would be if it ended here."""
    recorded = record.incident.evaluation
    return recorded or evaluated(evaluate(record.plan, scenario, record.incident))


def show_evaluation(evaluation: e.Evaluated, scenario: Scenario | None) -> bool:
    """What was met and what was not; whether all of it was."""
    console.talk()
    console.talk(say("═══ 演练 / DRILL: evaluation ═══"), style="drill")
    texts = {each.id: each.text for each in scenario.objectives} if scenario else {}
    for result in results_of(evaluation):
        mark, style = ("√", "good") if result.met else ("×", "bad")
        line = f"{mark} {_sentence(result, texts)}"
        console.talk(line, style="good" if style == "good" else "bad")
    if evaluation.passed:
        console.talk(say("everything was met"), style="good")
    else:
        console.talk(say("the drill failed: not everything was met"), style="bad")
    return evaluation.passed


def _sentence(result: Result, texts: dict[str, str]) -> str:
    name = texts.get(result.id, result.id)
    match result.subject:
        case Subject.OBJECTIVE:
            subject = say("objective {id}: {text}", id=result.id, text=name)
        case Subject.INJECT:
            subject = say("inject {id}", id=result.id)
        case Subject.LEVEL:
            subject = say(
                "level: expected {wanted}, found {found}", wanted=result.wanted, found=result.found
            )
        case Subject.CLASSIFIED:
            subject = say("judged in time")
    match result.verdict:
        case Verdict.MET:
            return say("{subject} — met", subject=subject)
        case Verdict.NOT_DONE:
            return say("{subject} — not done: {found}", subject=subject, found=result.found or "-")
        case Verdict.NOT_PLAYED:
            return say("{subject} — never played", subject=subject)
        case Verdict.WRONG:
            return say("{subject} — not as expected", subject=subject)
        case Verdict.TOO_LATE:
            return say(
                "{subject} — too late: {took} instead of {limit}",
                subject=subject,
                took=length_text(int(result.found or 0)),
                limit=length_text(int(result.wanted or 0)),
            )
