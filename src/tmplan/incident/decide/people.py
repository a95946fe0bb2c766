"""Who approves, who signs, who takes a role."""

from tmplan.errors import Refused, WrongUse
from tmplan.incident import entry as e
from tmplan.incident.checklist import checklist
from tmplan.incident.decide.scene import Decision, Scene, acts_as, known_item, not_over
from tmplan.incident.notice import filled
from tmplan.incident.state import StepState


def approve(subject: str) -> Decision:
    """A step, or a notice, is approved by the role the plan names."""

    def decide(scene: Scene) -> e.Fact:
        not_over(scene)
        item = checklist(scene.plan, scene.incident).find(subject)
        if item is not None:
            role = item.step.approve.role if item.step.approve else None
        elif subject in scene.plan.notices:
            role = scene.plan.notices[subject].approve
        else:
            raise WrongUse("there is no step or notice {subject}", subject=subject)
        if role is None:
            raise Refused(
                "{subject} needs no approval", hint="go on with the step itself", subject=subject
            )
        acts_as(scene, role)
        if item is not None:
            return e.Approved(subject)
        return e.Approved(subject, filled(scene.plan.notices[subject], scene.incident.facts))

    return decide


def sign(step: str) -> Decision:
    """A step that somebody else did is signed off."""

    def decide(scene: Scene) -> e.Fact:
        not_over(scene)
        item = known_item(checklist(scene.plan, scene.incident), step)
        if item.step.sign is None:
            raise Refused("step {step} asks for no signature", hint="nothing to do", step=step)
        if item.state is not StepState.DONE:
            raise Refused(
                "step {step} is not done, so it cannot be signed", hint="do it first", step=step
            )
        if item.record.by == scene.by:
            raise Refused(
                "nobody signs their own act: {person} did step {step}",
                hint="another person signs: `tmplan incident sign {step} --as PERSON`",
                person=scene.by,
                step=step,
            )
        acts_as(scene, item.step.sign.role)
        return e.Signed(step)

    return decide


def assign(role: str, person: str) -> Decision:
    """A person takes a role in this incident."""

    def decide(scene: Scene) -> e.Fact:
        not_over(scene)
        if role not in scene.plan.organisation.roles:
            raise WrongUse(
                "there is no role {role}; roles: {known}",
                role=role,
                known=", ".join(scene.plan.organisation.roles),
            )
        if not person.strip():
            raise Refused("a role needs a person", hint="give a person of the plan, or a name")
        return e.RoleAssigned(role, person)

    return decide
