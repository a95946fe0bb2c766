"""Asking for the gate, the recovery criteria and the review."""

from tmplan.cli import console
from tmplan.cli.prompts import NO, YES, Back, Prompts, normal
from tmplan.cli.states import state_name
from tmplan.cli.walk import Aside, GoTo, Move, TakeAside
from tmplan.cli.words import who
from tmplan.i18n import say
from tmplan.incident.authority import leader_role
from tmplan.incident.checklist import FIRST, Item, blocks_gate, checklist, phases_of
from tmplan.journal.live import Record

Findings = tuple[dict[str, str], ...]


def ask_gate(record: Record, prompts: Prompts, aside: TakeAside) -> str | Move:
    """The reason for passing the gate over open steps, empty where nothing is open."""
    plan = record.plan
    gate = plan.phase_of_kind("recover").gate
    left = blocks_gate(plan, checklist(plan, record.incident))
    console.talk()
    console.talk(
        say("safety gate: {ask}", ask=gate.ask if gate else say("is it safe to resume?")),
        style="title",
    )
    if left:
        console.talk(say("these steps must be done and are still open:"), style="bad", indent=2)
        for item in left:
            console.talk(f"□ {item.step.do}（{item.step.id}）", indent=4)
        console.talk(
            say(
                "j goes to a step; only who leads may pass over them: {who}",
                who=who(plan, record.incident, leader_role(plan, record.incident)),
            ),
            indent=2,
        )
    elif gate:
        console.talk(
            say("confirmed by: {who}", who=who(plan, record.incident, gate.role)), indent=2
        )
    _show_open(record, left)
    while True:
        said = prompts.short(say("y it is safe; anything open first: j jump, c list, p pause:"))
        if said in {"y", "yes", "是", "是的", "安全", "确认"}:
            return prompts.text(say("reason for passing over open steps:")) if left else ""
        if said in NO:
            console.talk(say("the gate stays shut; recovery waits"), style="warn", indent=2)
            continue
        move = aside(said)
        if move is None:
            prompts.again(say("y only if it is safe; otherwise j, c, n or p"))
        else:
            return GoTo(None) if move is Aside.TAKEN else move


def _show_open(record: Record, named: tuple[Item, ...]) -> None:
    """What else is open before the gate; it keeps nothing shut, but must not be overlooked."""
    items = checklist(record.plan, record.incident)
    phases = [FIRST, *(phase.id for phase in phases_of(record.plan, record.incident.event))]
    before = phases[: phases.index(record.plan.phase_of_kind("recover").id)]
    open_ = [item for item in items if item.phase in before and not item.settled]
    others = [item for item in open_ if item not in named and item.step.need != "may"]
    if others:
        console.talk(say("also open, though the gate does not wait for them:"), indent=2)
    for item in others:
        text = f"□ {item.step.do}（{item.step.id}）"
        console.talk(f"{text} {state_name(item.state)}", indent=4, style="dim")


def ask_criteria(record: Record, prompts: Prompts, aside: TakeAside) -> tuple[str, ...] | Move:
    """Every recovery criterion, confirmed one by one."""
    asked = record.plan.events[record.incident.event or ""].recovered_when
    console.talk()
    console.talk(
        say("recovered? each of these must be confirmed"),
        style="title",
    )
    for number, text in enumerate(asked, 1):
        while True:
            said = prompts.short(
                f"{number}/{len(asked)} {text} " + say("(y confirmed / n not yet)")
            )
            if said in YES:
                break
            if said in NO:
                console.talk(
                    say("not recovered yet; j jumps to a step, p pauses until it is"),
                    style="warn",
                    indent=2,
                )
                continue
            move = aside(said)
            if move is None:
                prompts.again(say("y if it is so; otherwise n, j or p"))
            elif move is not Aside.TAKEN:
                return move
    return asked


def ask_review(record: Record, prompts: Prompts, aside: TakeAside) -> tuple[str, Findings] | Move:
    """The review: a summary, and what will change."""
    console.talk()
    console.talk(
        say("review: what was expected, what happened, why, and what will change"),
        style="title",
    )
    for text in record.plan.events[record.incident.event or ""].review_questions:
        console.talk(f"· {text}", indent=2)
    while True:
        summary = prompts.ask(say("summary (p pauses, ? helps):"))
        move = aside(normal(summary))
        if move is Aside.TAKEN:
            continue
        if move is not None:
            return move
        if len(summary) > 1:
            return summary, _findings(prompts)
        prompts.again(say("the review needs a few words"))


def _findings(prompts: Prompts) -> Findings:
    """What will change; ``b`` takes the last one back."""
    found: list[dict[str, str]] = []
    while True:
        try:
            text = prompts.text(
                say("{n}. one thing to improve (Enter: no more):", n=len(found) + 1), default=""
            )
            if not text:
                return tuple(found)
            found.append({"text": text, **_measure(prompts)})
        except Back:
            if not found:
                raise
            found.pop()


def _measure(prompts: Prompts) -> dict[str, str]:
    said = {
        "action": prompts.text(say("what will change? (Enter: open)"), default=""),
        "owner": prompts.text(say("who sees to it? (Enter: open)"), default=""),
        "due": prompts.text(say("by when? (Enter: open)"), default=""),
        "verified_when": prompts.text(say("how is it known to be done? (Enter: open)"), default=""),
    }
    return {name: value for name, value in said.items() if value}
