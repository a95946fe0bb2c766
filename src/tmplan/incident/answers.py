"""An answers file: what a person would say at each prompt, written down beforehand."""

from collections.abc import Mapping
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator

from tmplan.errors import WrongUse
from tmplan.incident.checklist import steps_of
from tmplan.incident.decide.telling import check_fact, fact_names
from tmplan.incident.evidence import read_value
from tmplan.plan.classify import read_answer
from tmplan.plan.model import Plan
from tmplan.plan.nearest import choices
from tmplan.plan.step import Evidence
from tmplan.plan.words import Id, Length, LevelId, Text, Texts, Words, YesNo


def _all_or_ids(value: Any) -> Any:
    return ("all",) if value == "all" else value


AllOr = Annotated[tuple[Text, ...], BeforeValidator(_all_or_ids)]


class StepWords(Words):
    """What to say when a step is reached."""

    do: Literal["done", "fail", "skip", "na", "defer"] = "done"
    by: Text | None = None
    takes: Length | None = None
    signed_by: Text | None = None
    reason: Text = ""
    until: Text | None = None
    evidence: dict[Id, Text] = {}


class LevelWords(Words):
    """A level set by a person over the one worked out."""

    set: LevelId
    by: Text | None = None
    reason: Text


class GateWords(Words):
    """The word that it is safe."""

    confirmed: YesNo
    by: Text | None = None
    reason: Text = ""


class FindingWords(Words):
    """One thing the review found, and what will change."""

    text: Text
    action: Text | None = None
    owner: Text | None = None
    due: Text | None = None
    verified_when: Text | None = None


class ReviewWords(Words):
    """The review."""

    by: Text | None = None
    summary: Text
    findings: tuple[FindingWords, ...] = ()


class AnswersFile(Words):
    """Everything a run without a person may be asked."""

    by: Text | None = None
    type: Id | None = None
    answers: dict[Id, Texts] = {}
    level: LevelWords | None = None
    steps: dict[Id, StepWords] = {}
    otherwise: Literal["done", "stop"] = "stop"
    approve: AllOr = ()
    irreversible: YesNo = False
    facts: dict[Text, Text] = {}
    gate: GateWords | None = None
    recovered_when: AllOr = ()
    review: ReviewWords | None = None

    def findings(self) -> tuple[Mapping[str, str], ...]:
        """The findings of the review as the journal keeps them."""
        found = self.review.findings if self.review else ()
        return tuple(
            {name: value for name, value in finding.model_dump().items() if value is not None}
            for finding in found
        )


def check_answers(plan: Plan, event: str, words: AnswersFile) -> None:
    """Every name in an answers file is known to the plan and this event type.

    Raises:
        WrongUse: at the first that is not; nothing has been recorded.
    """
    steps = {step.id: step for _, step in steps_of(plan, event)}
    asked = plan.events[event].classify.ask
    for name, given in words.answers.items():
        if name not in asked:
            raise WrongUse(
                "event type {event} has no question {question}; its questions: {known}",
                event=event,
                question=name,
                known=", ".join(asked) or "-",
            )
        read_answer(plan.question(event, name), name, given)
    for name, said in words.steps.items():
        if name not in steps:
            raise WrongUse(
                "event type {event} has no step {step}; its steps, the nearest first: {known}",
                event=event,
                step=name,
                known=choices(name, steps),
            )
        if said.do == "defer" and said.until is None:
            raise WrongUse("step {step} is put off without saying until when", step=name)
        _check_evidence(steps[name].evidence, name, said)
    _check_names(plan, steps, words)


def _check_evidence(asked: tuple[Evidence, ...], step: str, said: StepWords) -> None:
    kinds = {words.id: words for words in asked}
    for name, value in said.evidence.items():
        if name not in kinds:
            raise WrongUse(
                "step {step} asks for no evidence {name}; it asks for: {known}",
                step=step,
                name=name,
                known=", ".join(kinds) or "-",
            )
        read_value(kinds[name], value)


def _check_names(plan: Plan, steps: Mapping[str, object], words: AnswersFile) -> None:
    for name in words.approve:
        if name != "all" and name not in steps and name not in plan.notices:
            raise WrongUse("there is no step or notice {subject}", subject=name)
    known = fact_names(plan)
    for name in words.facts:
        check_fact(name, known)
    if words.level is not None and words.level.set not in [level.id for level in plan.levels]:
        raise WrongUse(
            "there is no level {level} in this plan; levels: {known}",
            level=words.level.set,
            known=", ".join(level.id for level in plan.levels) or "-",
        )
