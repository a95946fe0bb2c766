"""What a person may say at any prompt of a walk, beside the answer itself."""

from collections.abc import Callable
from datetime import datetime
from enum import Enum, auto
from typing import Final, Literal

from tmplan.cli import console, screen
from tmplan.cli.prompts import Prompts, pick
from tmplan.cli.roster import Roster
from tmplan.cli.walk import Act, GoTo, Move, Pause
from tmplan.cli.words import level_name, role_name, who
from tmplan.i18n import say
from tmplan.incident.checklist import checklist
from tmplan.incident.decide import judging, people, telling
from tmplan.incident.state import StepState
from tmplan.journal.live import Record


class Aside(Enum):
    """An aside was dealt with; the question stands."""

    TAKEN = auto()


AsideTaken = Move | Literal[Aside.TAKEN] | None
TakeAside = Callable[[str], AsideTaken]
"""What was said in; a move, TAKEN, or None if it was no aside."""

_KEYS: Final = {
    "n": "note", "note": "note", "备注": "note",
    "c": "list", "list": "list", "清单": "list",
    "j": "jump", "jump": "jump", "跳转": "jump",
    "a": "who", "who": "who", "换人": "who",
    "l": "level", "level": "level", "级别": "level",
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
        self, record: Record, now: datetime, said: str, *, at_step: bool = False
    ) -> AsideTaken:
        """A move, TAKEN if something was shown, or None if this is no aside.

        Raises:
            Back: the person changed their mind.
        """
        match _KEYS.get(said):
            case "note":
                text = self._prompts.text(say("note, word for word:"))
                return self._roster.act(record, telling.note(text), "anyone")
            case "list":
                screen.show_checklist(record, now)
                return Aside.TAKEN
            case "jump":
                return self._jump(record)
            case "who":
                return self._who(record)
            case "level":
                return self._level(record)
            case "pause":
                return Pause()
            case "help":
                _show_help(record, at_step=at_step)
                return Aside.TAKEN
            case _:
                return None

    def _jump(self, record: Record) -> Move | Literal[Aside.TAKEN]:
        items = checklist(record.plan, record.incident)
        steps = {item.step.id: item.step.do for item in items if item.state is not StepState.OFF}
        wanted = self._prompts.text(say("which step? its id, or a word of it (b goes back):"))
        found = {
            name: text
            for name, text in steps.items()
            if wanted.lower() in name or wanted.lower() in text.lower()
        }
        if wanted in steps:
            return GoTo(wanted)
        if not found:
            console.talk(say("no step has {word} in it", word=wanted), style="warn", indent=2)
            return Aside.TAKEN
        if len(found) == 1:
            return GoTo(next(iter(found)))
        return GoTo(self._prompts.one_of(say("which step?"), found))

    def _who(self, record: Record) -> Act:
        roles = {
            name: f"{words.name} — {who(record.plan, record.incident, name)}"
            for name, words in record.plan.organisation.roles.items()
        }
        role = self._prompts.one_of(say("which role changes hands?"), roles)
        names = {name: words.name for name, words in record.plan.organisation.people.items()}
        for number, name in enumerate(names.values(), 1):
            console.talk(f"{number}. {name}", indent=2)
        said = self._prompts.text(
            say("who takes {role}? a number, or a name:", role=role_name(record.plan, role))
        )
        person = pick(said.strip().lower(), names) or said.strip()
        return self._roster.act(record, people.assign(role, person), "leader")

    def _level(self, record: Record) -> Act | Literal[Aside.TAKEN]:
        screen.show_level(record)
        if not record.plan.levels or record.incident.event is None:
            return Aside.TAKEN
        levels = {level.id: level_name(record.plan, level.id) for level in record.plan.levels}
        levels["again"] = say("work it out again from the answers")
        level = self._prompts.one_of(say("set which level? (b keeps it)"), levels)
        if level == "again":
            return self._roster.act(record, judging.reclassify(), _assessor(record))
        reason = self._prompts.text(say("reason (b goes back):"))
        decision = judging.reclassify(level=level, reason=reason)
        return self._roster.act(record, decision, _assessor(record))


def _assessor(record: Record) -> str:
    return record.plan.phase_of_kind("assess").role or "leader"


def _show_help(record: Record, *, at_step: bool) -> None:
    about_steps = (
        say("1 done: it is done; evidence, approval and notice are asked for one by one"),
        say("2 failed: it was tried and did not work; a reason, and what the plan says instead"),
        say("3 skip: left out on purpose, with a reason; a must only by who leads"),
        say("4 not applicable: it does not fit this case, with a reason"),
        say("5 put off: until a time, with a reason"),
        say("k later: nothing is recorded, go on with the next step; j comes back"),
        say("w why the plan wants it"),
    )
    for text in (
        *(about_steps if at_step else ()),
        say("n a note; c the whole list; j jump to a step"),
        say("a who holds a role; l the level; p pause: everything is saved"),
        say("go on later: tmplan incident resume {id}", id=record.id),
    ):
        console.talk(text, indent=2, style="dim")
