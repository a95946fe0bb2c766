"""The gate, recovery, review and the end."""

from collections.abc import Mapping

from tmplan.errors import Refused
from tmplan.incident import entry as e
from tmplan.incident.authority import leads
from tmplan.incident.checklist import blocks_close, blocks_gate, checklist
from tmplan.incident.decide.scene import Decision, Scene, acts_as, not_over


def pass_gate(*, reason: str = "") -> Decision:
    """Somebody confirms by name that it is safe; over open steps only the leader, with a reason."""

    def decide(scene: Scene) -> e.Fact:
        not_over(scene)
        if scene.incident.gate_passed_at:
            raise Refused("the gate is already passed", hint="go on with the recovery steps")
        if not scene.incident.classified or scene.incident.event is None:
            raise Refused(
                "nothing is classified yet, so nobody can say it is safe",
                hint="answer the open questions first",
            )
        gate = scene.plan.phase_of_kind("recover").gate
        left = blocks_gate(scene.plan, checklist(scene.plan, scene.incident))
        if left:
            if not leads(scene.plan, scene.incident, scene.by):
                raise Refused(
                    "the gate stays shut: these steps must be done first: {steps}",
                    hint="do them; only who leads may pass over them, with a reason",
                    steps=", ".join(item.step.id for item in left),
                )
            if not reason.strip():
                raise Refused(
                    "passing the gate over open steps needs a reason: {steps}",
                    hint="add --reason, or do the steps first",
                    steps=", ".join(item.step.id for item in left),
                )
        elif gate is not None:
            acts_as(scene, gate.role)
        return e.GatePassed(over=tuple(item.step.id for item in left), reason=reason)

    return decide


def declare_recovered(*, confirmed: tuple[str, ...]) -> Decision:
    """Handling ends: the gate was passed and every recovery criterion is confirmed."""

    def decide(scene: Scene) -> e.Fact:
        not_over(scene)
        if scene.incident.recovered_at:
            raise Refused("it is already recovered", hint="go on with the review")
        if not scene.incident.gate_passed_at:
            raise Refused(
                "recovery waits for the safety gate",
                hint="`tmplan incident gate --confirm --as PERSON`",
            )
        asked = (
            scene.plan.events[scene.incident.event].recovered_when if scene.incident.event else ()
        )
        missing = [text for text in asked if text not in confirmed]
        if missing:
            raise Refused(
                "not recovered yet; still to be confirmed: {criteria}",
                hint="confirm every criterion, or keep on handling",
                criteria="; ".join(missing),
            )
        return e.Recovered(confirmed=asked)

    return decide


def review(summary: str, findings: tuple[Mapping[str, str], ...] = ()) -> Decision:
    """What was expected, what happened, why, and what changes."""

    def decide(scene: Scene) -> e.Fact:
        not_over(scene)
        if not scene.incident.recovered_at:
            raise Refused(
                "the review comes after recovery",
                hint="`tmplan incident recover` first",
            )
        if not summary.strip():
            raise Refused("a review needs a summary", hint="write a few sentences")
        return e.Reviewed(summary, findings)

    return decide


def close() -> Decision:
    """The incident ends: reviewed, with nothing mandatory open and nothing unsigned."""

    def decide(scene: Scene) -> e.Fact:
        not_over(scene)
        if scene.incident.review is None:
            raise Refused(
                "it cannot be closed before its review is recorded",
                hint="`tmplan incident review --summary …`",
            )
        left = blocks_close(checklist(scene.plan, scene.incident))
        if left:
            raise Refused(
                "it cannot be closed; still open or unsigned: {steps}",
                hint="finish, sign or document each of them",
                steps=", ".join(item.step.id for item in left),
            )
        return e.Closed()

    return decide


def cancel(reason: str) -> Decision:
    """It was a false alarm."""

    def decide(scene: Scene) -> e.Fact:
        not_over(scene)
        if not reason.strip():
            raise Refused("cancelling needs a reason", hint="add --reason")
        return e.Cancelled(reason)

    return decide
