"""What a decision is made from, and what every decision asks of it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from tmplan.errors import Refused, WrongUse
from tmplan.incident import entry as e
from tmplan.incident.authority import may_act_as, people_of
from tmplan.incident.checklist import Checklist, Item, checklist
from tmplan.incident.deadline import due_again
from tmplan.incident.state import Incident, StepState
from tmplan.plan.model import Plan
from tmplan.plan.nearest import nearest


@dataclass(frozen=True, slots=True)
class Scene:
    """The plan, the incident as it stands, the person acting and the time they act."""

    plan: Plan
    incident: Incident
    by: str
    at: datetime


Decision = Callable[[Scene], e.Fact]
"""A scene in; the fact to write out. Raises Refused, or WrongUse for unknown names."""


def not_over(scene: Scene) -> None:
    """An incident that is over takes no more acts."""
    if scene.incident.over:
        raise Refused(
            "this incident is over ({state}); it takes only late notes",
            hint="`tmplan incident note TEXT`; open a new incident if it starts again",
            state=scene.incident.status,
        )


def known_item(items: Checklist, step: str) -> Item:
    """The item of a step that this event type knows."""
    item = items.find(step)
    if item is not None:
        return item
    like = nearest(step, (other.step.id for other in items))
    if like is None:
        raise WrongUse(
            "this event type has no step {step}",
            hint="`tmplan incident status --all` lists every step",
            step=step,
        )
    raise WrongUse(
        "this event type has no step {step}; nearest: {near}",
        hint="`tmplan incident status --all` lists every step",
        step=step,
        near=like,
    )


def open_item(scene: Scene, step: str) -> tuple[Checklist, Item]:
    """A step that can be acted on now, with the checklist around it.

    Obligations outlive the incident: a step that meets one can still be done, or left out with a
    reason, after the close.
    """
    items = checklist(scene.plan, scene.incident)
    item = known_item(items, step)
    owed = any(not scene.incident.met_at(duty) for duty in item.step.discharges)
    if not (scene.incident.closed_at and owed):
        not_over(scene)
    if item.state is StepState.OFF:
        raise Refused(
            "step {step} does not apply now",
            hint="its level or condition is not met, or it stands in for a step that did not fail",
            step=step,
        )
    if item.state is StepState.DONE and due_again(scene.plan, scene.incident, item) is None:
        raise Refused(
            "step {step} is already done, by {person}",
            hint="if that was wrong: `tmplan incident reopen {step} --reason …`",
            step=step,
            person=item.record.by,
        )
    if item.phase == scene.plan.phase_of_kind("recover").id and not scene.incident.gate_passed_at:
        raise Refused(
            "step {step} waits for the safety gate",
            hint="`tmplan incident gate --confirm --as PERSON`",
            step=step,
        )
    return items, item


def reason_given(item: Item, reason: str) -> None:
    """Anything but done needs a reason, save for what the plan leaves free."""
    if item.step.need != "may" and not reason.strip():
        raise Refused(
            "step {step} needs a reason for anything but done",
            hint="add --reason and say in a few words why",
            step=item.step.id,
        )


def acts_as(scene: Scene, role: str) -> None:
    """The person acting holds the role that this act belongs to."""
    if not may_act_as(scene.plan, scene.incident, scene.by, role):
        raise Refused(
            "{person} does not hold the role {role}; it is held by: {people}",
            hint="one of them acts (--as), or hand the role over: `tmplan incident assign`",
            person=scene.by,
            role=role,
            people=people_of(scene.plan, role),
        )
