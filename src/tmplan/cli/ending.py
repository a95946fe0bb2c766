"""Asking for the gate, the recovery criteria and the review."""

from tmplan.cli import console, screen
from tmplan.cli.asides import Aside, TakeAside
from tmplan.cli.prompts import Prompts, normal
from tmplan.cli.walk import Move
from tmplan.cli.words import who
from tmplan.i18n import say
from tmplan.incident.authority import leader_role
from tmplan.incident.checklist import blocks_gate, checklist
from tmplan.journal.live import Record

Findings = tuple[dict[str, str], ...]


def ask_gate(record: Record, prompts: Prompts, aside: TakeAside) -> str | Move:
    """The reason for passing the gate over open steps, empty where nothing is open."""
    plan = record.plan
    gate = plan.phase_of_kind("recover").gate
    left = blocks_gate(plan, checklist(plan, record.incident))
    console.talk()
    console.talk(
        screen.drill_mark(record)
        + say("safety gate: {ask}", ask=gate.ask if gate else say("is it safe to resume?")),
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
    while True:
        said = prompts.short(say("y it is safe; anything open first: j jump, c list, p pause:"))
        if said in {"y", "yes", "是", "安全", "确认"}:
            return prompts.text(say("reason for passing over open steps:")) if left else ""
        if said in {"n", "no", "否", "不"}:
            console.talk(say("the gate stays shut; recovery waits"), style="warn", indent=2)
            continue
        move = aside(said)
        if move is None:
            prompts.again(say("y only if it is safe; otherwise j, c, n or p"))
        elif move is not Aside.TAKEN:
            return move


def ask_criteria(record: Record, prompts: Prompts, aside: TakeAside) -> tuple[str, ...] | Move:
    """Every recovery criterion, confirmed one by one."""
    asked = record.plan.events[record.incident.event or ""].recovered_when
    console.talk()
    console.talk(
        screen.drill_mark(record) + say("recovered? each of these must be confirmed"),
        style="title",
    )
    for number, text in enumerate(asked, 1):
        while True:
            said = prompts.short(
                f"{number}/{len(asked)} {text} " + say("(y confirmed / n not yet)")
            )
            if said in {"y", "yes", "是", "1", "确认"}:
                break
            if said in {"n", "no", "否", "不", "未"}:
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
        screen.drill_mark(record)
        + say("review: what was expected, what happened, why, and what will change"),
        style="title",
    )
    for text in record.plan.events[record.incident.event or ""].review_questions:
        console.talk(f"· {text}", indent=2)
    while True:
        summary = prompts.text(say("summary (p pauses, ? helps):"))
        move = aside(normal(summary))
        if move is None:
            return summary, _findings(prompts)
        if move is not Aside.TAKEN:
            return move


def _findings(prompts: Prompts) -> Findings:
    found: list[dict[str, str]] = []
    while True:
        text = prompts.ask(say("one thing to improve (Enter: no more):"), default="")
        if not text.strip():
            return tuple(found)
        more = {
            "action": prompts.ask(say("what will change? (Enter: open)"), default=""),
            "owner": prompts.ask(say("who sees to it? (Enter: open)"), default=""),
            "due": prompts.ask(say("by when? (Enter: open)"), default=""),
        }
        found.append({"text": text, **{name: value for name, value in more.items() if value}})
