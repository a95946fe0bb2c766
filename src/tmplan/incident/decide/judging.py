"""What kind of event it is, and how bad."""

from collections.abc import Mapping
from datetime import datetime

from tmplan.errors import Refused, WrongUse
from tmplan.incident import entry as e
from tmplan.incident.deadline import moment
from tmplan.incident.decide.scene import Decision, Scene, not_over
from tmplan.incident.state import Incident
from tmplan.plan.classify import Cause, Reason, classify, next_question, read_answer
from tmplan.plan.model import Plan


def give_answers(
    given: Mapping[str, object],
    *,
    event: str | None = None,
    seen: Mapping[str, tuple[str, ...]] | None = None,
) -> Decision:
    """Answers to questions; the one that leaves none open classifies in the same entry.

    ``seen`` are the answers that were known when the question was put; what somebody else has
    answered since is not overwritten unseen. Without it, an answer is changed on purpose.
    """

    def decide(scene: Scene) -> e.Fact:
        not_over(scene)
        kind = _event_type(scene, event)
        answers = dict(scene.incident.answers)
        own = scene.plan.events[kind].classify.ask
        for name, value in given.items():
            if name not in own:
                raise WrongUse(
                    "event type {event} has no question {question}; its questions: {known}",
                    event=kind,
                    question=name,
                    known=", ".join(own) or "-",
                )
            answers[name] = read_answer(scene.plan.question(kind, name), name, value)
        new = {name: answers[name] for name in given}
        if seen is not None:
            _answered_meanwhile(scene, kind, new, seen)
        if next_question(scene.plan, kind, answers) is not None or scene.incident.override:
            return e.Answered(answers=new, event=event)
        found = classify(scene.plan, kind, answers, waited=_waited(scene))
        return e.Answered(
            answers=new,
            event=event,
            classified=True,
            level=found.level,
            reasons=_reasons(found.reasons),
        )

    return decide


def _answered_meanwhile(
    scene: Scene,
    event: str,
    new: Mapping[str, tuple[str, ...]],
    seen: Mapping[str, tuple[str, ...]],
) -> None:
    for name, answer in new.items():
        there = scene.incident.answers.get(name)
        if there is not None and there not in (seen.get(name), answer):
            raise Refused(
                "{person} has answered this meanwhile: {question} → {answer}",
                hint="if that is wrong, change it with l",
                person=scene.incident.answered_by.get(name, ""),
                event=event,
                question=name,
                answer=", ".join(there),
            )


def reclassify(*, level: str | None = None, reason: str = "") -> Decision:
    """Work the level out again from what is known, or set it as a person with a reason."""

    def decide(scene: Scene) -> e.Fact:
        not_over(scene)
        if level is None:
            kind = _event_type(scene, None)
            found = classify(scene.plan, kind, scene.incident.answers, waited=_waited(scene))
            return e.Classified(level=found.level, reasons=_reasons(found.reasons))
        known = [grade.id for grade in scene.plan.levels]
        if level not in known:
            raise WrongUse(
                "there is no level {level} in this plan; levels: {known}",
                level=level,
                known=", ".join(known) or "-",
            )
        if not reason.strip():
            raise Refused(
                "setting the level by hand needs a reason",
                hint="add --reason and say in a few words why",
            )
        return e.Classified(level=level, override=True, reason=reason)

    return decide


def reclassification_due(plan: Plan, incident: Incident, at: datetime) -> bool:
    """Whether the plan's time for an unknown answer has passed and judging anew would say more."""
    if incident.event is None or not incident.classified or incident.override or incident.over:
        return False
    scene = Scene(plan, incident, "", at)
    found = classify(plan, incident.event, incident.answers, waited=_waited(scene))
    waited = any(reason.cause is Cause.WAITED for reason in found.reasons)
    return waited and found.level != incident.level


def _event_type(scene: Scene, event: str | None) -> str:
    if event is not None and event not in scene.plan.events:
        raise WrongUse("there is no event type {event} in this plan", event=event)
    if event is not None and scene.incident.event not in (None, event):
        raise Refused(
            "this incident is already of type {event}",
            hint="open a second incident for the other type, or cancel this one",
            event=scene.incident.event,
        )
    kind = event or scene.incident.event
    if kind is None:
        raise Refused(
            "the event type is not known yet",
            hint="answer it first: `tmplan incident answer event=TYPE`",
        )
    return kind


def _waited(scene: Scene) -> int:
    opened = moment(scene.incident.opened_at)
    return int((scene.at - opened).total_seconds()) if opened else 0


def _reasons(reasons: tuple[Reason, ...]) -> tuple[Mapping[str, str], ...]:
    return tuple(
        {"cause": reason.cause.value, "subject": reason.subject, "level": reason.level}
        for reason in reasons
    )
