"""What a person may say at any prompt of a walk, beside the answer itself."""

from datetime import datetime
from typing import Final, Literal

from tmplan.cli import console
from tmplan.cli.calling import who_to_call
from tmplan.cli.judging import change_answer
from tmplan.cli.prompts import Prompts
from tmplan.cli.roster import Roster, choose_person
from tmplan.cli.screen import how_to_go_on
from tmplan.cli.sheet import show_checklist
from tmplan.cli.situation import show_level
from tmplan.cli.walk import Act, Aside, AsideTaken, GoTo, Pause
from tmplan.cli.words import duration_text, level_name, role_name
from tmplan.i18n import say
from tmplan.incident.checklist import checklist
from tmplan.incident.decide import judging, people, telling
from tmplan.incident.state import StepState
from tmplan.journal.live import Record

_KEYS: Final = {
    "n": "note", "note": "note", "备注": "note",
    "c": "list", "list": "list", "清单": "list",
    "j": "jump", "jump": "jump", "跳转": "jump",
    "a": "who", "who": "who", "换人": "who",
    "l": "level", "level": "level", "级别": "level",
    "m": "told", "told": "told", "告知": "told", "已告知": "told",
    "p": "pause", "q": "pause", "pause": "pause", "quit": "pause", "exit": "pause",
    "暂停": "pause", "退出": "pause",
    "?": "help", "h": "help", "help": "help", "帮助": "help",
}  # fmt: skip


class Asides:
    """Deals with asides: some show something, some are acts of their own."""

    def __init__(self, prompts: Prompts, roster: Roster) -> None:
        """Ask with these prompts; put these people to the acts."""
        self._prompts = prompts
        self._roster = roster

    def take(
        self, record: Record, now: datetime, said: str, *, step: str | None = None
    ) -> AsideTaken:
        """A move, TAKEN if something was shown, or None if this is no aside.

        ``step`` is the one being looked at; a note belongs to it.

        Raises:
            Back, Leave: the person changed their mind, or wants to pause.
        """
        match _KEYS.get(said):
            case "note":
                text = self._prompts.text(say("note, word for word:"))
                return self._roster.act(record, telling.note(text, step=step), "anyone")
            case "list":
                show_checklist(record, now)
                return Aside.TAKEN
            case "jump":
                return self._jump(record)
            case "who":
                return self._who(record)
            case "level":
                return self._level(record)
            case "told":
                return self._told(record)
            case "pause":
                return Pause()
            case "help":
                _show_help(record, at_step=step is not None)
                return Aside.TAKEN
            case _:
                return None

    def _jump(self, record: Record) -> GoTo:
        items = checklist(record.plan, record.incident)
        steps = {item.step.id: item.step.do for item in items if item.state is not StepState.OFF}
        while True:
            wanted = self._prompts.text(say("which step? its id, or a word of it (b goes back):"))
            word = wanted.lower()
            found = {name: do for name, do in steps.items() if word in name or word in do.lower()}
            if wanted in steps:
                return GoTo(wanted)
            if len(found) == 1:
                return GoTo(next(iter(found)))
            if found:
                return GoTo(self._prompts.one_of(say("which step?"), found))
            self._prompts.again(say("no step has {word} in it", word=wanted))

    def tell(self, record: Record) -> Act | None:
        """Ask whether the people of the level were told; None where that is left for later."""
        level = next(
            (each for each in record.plan.levels if each.id == record.incident.level), None
        )
        if level is None or level.tell is None or f"told-{level.id}" in record.incident.facts_at:
            return None
        people = say(", ").join(who_to_call(record, each) for each in level.tell.roles)
        length = duration_text(level.tell.within)
        console.talk(say("tell within {length}: {people}", length=length, people=people))
        if self._prompts.yes(say("have all of them been told?")):
            return self._roster.act(record, telling.record_fact(f"told-{level.id}", ""), "leader")
        console.talk(say("m records it once they have been"), indent=2)
        return None

    def _told(self, record: Record) -> Act | Literal[Aside.TAKEN]:
        texts = {"principal-told": say("the principal has been told")}
        for level in record.plan.levels:
            if level.tell and level.id == record.incident.level:
                roles = say(", ").join(role_name(record.plan, each) for each in level.tell.roles)
                texts[f"told-{level.id}"] = say("these have been told: {roles}", roles=roles)
        left = {name: text for name, text in texts.items() if name not in record.incident.facts_at}
        if not left:
            console.talk(say("it is recorded already that all of them were told"), indent=2)
            return Aside.TAKEN
        fact = self._prompts.one_of(say("who has been told? (b goes back)"), left)
        return self._roster.act(record, telling.record_fact(fact, ""), "leader")

    def _who(self, record: Record) -> Act:
        roles = {name: who_to_call(record, name) for name in record.plan.organisation.roles}
        role = self._prompts.one_of(say("which role changes hands?"), roles)
        prompt = say("who takes {role}? a number, or a name:", role=role_name(record.plan, role))
        person = choose_person(record, self._prompts, prompt)
        return self._roster.act(record, people.assign(role, person), "leader")

    def _level(self, record: Record) -> Act | Literal[Aside.TAKEN]:
        show_level(record)
        plan, incident = record.plan, record.incident
        choices = {}
        if incident.event is not None:
            choices = {level.id: level_name(plan, level.id) for level in plan.levels}
        again, change = say("work it out again from the answers"), say("change an answer")
        if incident.classified and plan.levels:
            choices[again] = again
        if incident.answers:
            choices[change] = change
        if not choices:
            return Aside.TAKEN
        level = self._prompts.one_of(say("change what? (b changes nothing)"), choices)
        if level == change:
            decision = judging.give_answers(change_answer(record, self._prompts))
        elif level == again:
            decision = judging.reclassify()
        else:
            reason = self._prompts.text(say("reason (b goes back):"))
            decision = judging.reclassify(level=level, reason=reason)
        return self._roster.act(record, decision, assessor(record))


def assessor(record: Record) -> str:
    """The role that judges."""
    return record.plan.phase_of_kind("assess").role or "leader"


def _show_help(record: Record, *, at_step: bool) -> None:
    about_steps = (
        say("1 done: it is done; evidence, approval and notice are asked for one by one"),
        say("2 failed: it was tried and did not work; a reason, and what the plan says instead"),
        say("3 skip: left out on purpose, with a reason; a must only by who leads"),
        say("4 not applicable: it does not fit this case, with a reason"),
        say("5 put off: until a time, with a reason"),
        say("k later: nothing is recorded, go on with the next step; j comes back"),
        say("r a step that was recorded wrongly is open again; with a reason"),
        say("w why the plan wants it"),
    )
    for text in (
        *(about_steps if at_step else ()),
        say("n a note; c the whole list; j jump to a step"),
        say("a who holds a role; m who has been told; l the level, and answers to change"),
        say("b back; p pause: everything is saved"),
        say("go on later: {command}", command=how_to_go_on(record)),
    ):
        console.talk(text, indent=2, style="dim")
