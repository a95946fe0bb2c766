"""What becomes of a step."""

from collections.abc import Mapping
from datetime import datetime

from tmplan.errors import Refused
from tmplan.incident import entry as e
from tmplan.incident.authority import leads, people_of
from tmplan.incident.checklist import Checklist, Item, checklist
from tmplan.incident.deadline import step_limit
from tmplan.incident.decide.scene import (
    Decision,
    Scene,
    known_item,
    not_over,
    open_item,
    reason_given,
)
from tmplan.incident.evidence import read_evidence
from tmplan.incident.notice import publish
from tmplan.incident.state import StepState


def start_step(step: str) -> Decision:
    """Somebody begins a step."""

    def decide(scene: Scene) -> e.Fact:
        open_item(scene, step)
        return e.StepStarted(step)

    return decide


def finish_step(step: str, *, evidence: Mapping[str, str], reason: str = "") -> Decision:
    """A step is done: with its evidence, its approval given and its notice complete."""

    def decide(scene: Scene) -> e.Fact:
        items, item = open_item(scene, step)
        waiting = _ready(items, item, reason)
        words = item.step
        if words.approve is not None and step not in scene.incident.approvals:
            raise Refused(
                "step {step} needs the approval of {role} first",
                hint="`tmplan incident approve {step} --as PERSON`; they are: {people}",
                step=step,
                role=words.approve.role,
                people=people_of(scene.plan, words.approve.role),
            )
        notice = publish(scene.plan, scene.incident, words.notice) if words.notice else {}
        limit = step_limit(scene.plan, scene.incident, item)
        return e.StepDone(
            step=step,
            evidence=read_evidence(words, evidence),
            notice=notice,
            discharges=words.discharges,
            ahead_of=tuple(other.step.id for other in waiting),
            late=limit is not None and limit.missed(scene.at),
            reason=reason,
        )

    return decide


def _ready(items: Checklist, item: Item, reason: str) -> tuple[Item, ...]:
    """The steps it waits for: none, or failed and deferred ones overridden with a reason."""
    waiting = items.waits_for(item)
    for other in waiting:
        if other.state in (StepState.TODO, StepState.DOING):
            raise Refused(
                "step {step} waits for {other}, which is not done yet",
                hint="do {other} first, or record it as skipped or not applicable",
                step=item.step.id,
                other=other.step.id,
            )
        if not reason.strip():
            raise Refused(
                "step {step} waits for {other}, which is {state}; going on needs a reason",
                hint="add a reason (--reason) that says why it is right to go on",
                step=item.step.id,
                other=other.step.id,
                state=other.state,
            )
    return waiting


def fail_step(step: str, *, reason: str) -> Decision:
    """A step was tried and did not succeed."""

    def decide(scene: Scene) -> e.Fact:
        _, item = open_item(scene, step)
        reason_given(item, reason)
        return e.StepFailed(step, reason)

    return decide


def skip_step(step: str, *, reason: str) -> Decision:
    """A step is left out; of a ``must`` step only by the leader, with a reason."""

    def decide(scene: Scene) -> e.Fact:
        _, item = open_item(scene, step)
        reason_given(item, reason)
        must = item.step.need == "must"
        if must and not leads(scene.plan, scene.incident, scene.by):
            raise Refused(
                "step {step} must be done; only who leads may leave it out, with a reason",
                hint="the leader repeats this with --as, or record it as failed",
                step=step,
            )
        return e.StepSkipped(step, reason, break_glass=must)

    return decide


def rule_out_step(step: str, *, reason: str) -> Decision:
    """A step does not fit this case."""

    def decide(scene: Scene) -> e.Fact:
        _, item = open_item(scene, step)
        reason_given(item, reason)
        return e.StepNotApplicable(step, reason)

    return decide


def defer_step(step: str, *, until: datetime, reason: str) -> Decision:
    """A step is put off until a time still to come."""

    def decide(scene: Scene) -> e.Fact:
        _, item = open_item(scene, step)
        reason_given(item, reason)
        if until <= scene.at:
            raise Refused(
                "a step can only be put off until a time still to come: {time}",
                hint="give a later time, or a length such as 30 min",
                time=until.isoformat(timespec="minutes"),
            )
        return e.StepDeferred(step, until.isoformat(timespec="milliseconds"), reason)

    return decide


def reopen_step(step: str, *, reason: str) -> Decision:
    """A step is to be done again, or was recorded wrongly."""

    def decide(scene: Scene) -> e.Fact:
        not_over(scene)
        item = known_item(checklist(scene.plan, scene.incident), step)
        if item.record.state is StepState.TODO:
            raise Refused(
                "step {step} has nothing to reopen",
                hint="`tmplan incident status` shows how every step stands",
                step=step,
            )
        if not reason.strip():
            raise Refused("reopening a step needs a reason", hint="add --reason")
        return e.StepReopened(step, reason)

    return decide
