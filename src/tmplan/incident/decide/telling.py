"""What is written down beside the steps."""

from tmplan.errors import Refused, WrongUse
from tmplan.incident import entry as e
from tmplan.incident.checklist import checklist
from tmplan.incident.decide.scene import Decision, Scene, known_item, not_over
from tmplan.plan.model import Plan


def note(text: str, *, step: str | None = None) -> Decision:
    """Something is written down, word for word; also after the end, as a late note."""

    def decide(scene: Scene) -> e.Fact:
        if step is not None:
            known_item(checklist(scene.plan, scene.incident), step)
        if not text.strip():
            raise Refused("an empty note says nothing", hint="write a few words")
        return e.Noted(text, step)

    return decide


def record_fact(name: str, value: str) -> Decision:
    """A blank of a notice, or a moment a clock waits for, becomes known."""

    def decide(scene: Scene) -> e.Fact:
        if not (name == "principal-told" and scene.incident.closed_at):  # obligations outlive it
            not_over(scene)
        check_fact(name, fact_names(scene.plan))
        if not value.strip() and not is_moment(name):
            raise WrongUse(
                "{name} is a blank of a notice; what goes into it?",
                hint="write {name}=…",
                name=name,
            )
        return e.FactRecorded(name, value)

    return decide


def check_fact(name: str, known: tuple[str, ...]) -> None:
    """A fact has a name that something waits for.

    Raises:
        WrongUse: nothing does.
    """
    if name not in known:
        raise WrongUse("there is no fact {name}; facts: {known}", name=name, known=", ".join(known))


def is_moment(name: str) -> bool:
    """Whether a fact only says that something has happened."""
    return name == "principal-told" or name.startswith("told-")


def fact_names(plan: Plan) -> tuple[str, ...]:
    """Every fact that a notice or a clock of this plan waits for."""
    blanks = {name for notice in plan.notices.values() for name in notice.fields}
    told = {f"told-{level.id}" for level in plan.levels if level.tell}
    return (*sorted(blanks), "principal-told", *sorted(told))
