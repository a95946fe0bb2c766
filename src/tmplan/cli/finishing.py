"""Everything that must be said before a step is done, and the signature after it."""

from pathlib import Path

from tmplan.cli import console, screen
from tmplan.cli.attach import attach
from tmplan.cli.prompts import Back, Prompts
from tmplan.cli.roster import Roster, ask_person
from tmplan.cli.spoken import explain
from tmplan.cli.walk import Act
from tmplan.cli.words import person_name, role_name
from tmplan.errors import FileTrouble, WrongUse
from tmplan.i18n import say
from tmplan.incident.authority import actual_role
from tmplan.incident.checklist import Item, checklist
from tmplan.incident.decide import people, steps, telling
from tmplan.incident.evidence import read_value
from tmplan.incident.notice import approved, missing_blanks
from tmplan.incident.state import StepState
from tmplan.journal.live import Record
from tmplan.plan.step import Evidence


class Finishing:
    """Asks for approval, the blanks of a notice, evidence and a signature, one thing at a time."""

    def __init__(self, prompts: Prompts, roster: Roster) -> None:
        """Ask with these prompts; put these people to the acts."""
        self._prompts = prompts
        self._roster = roster

    def next_act(self, record: Record, item: Item) -> Act:
        """The next act towards done: an approval, a fact, or at last the step itself.

        Raises:
            Back: the person wants to go back.
        """
        step = item.step
        if step.approve is not None and step.id not in record.incident.approvals:
            return self._approval(record, step.id, step.approve.role)
        before = self._notice(record, item, step.notice) if step.notice else None
        if before is not None:
            return before
        if step.irreversible and not self._prompts.yes(
            say("this cannot be undone. Is it really done, and meant?")
        ):
            raise Back
        reason = self._override(record, item)
        evidence = {
            words.id: value for words in step.evidence if (value := self._evidence(record, words))
        }
        decision = steps.finish_step(step.id, evidence=evidence, reason=reason)
        return self._roster.act(record, decision, step.role)

    def signature(self, record: Record, item: Item) -> Act | None:
        """The signature a step asks for, or None where it is left for later."""
        sign = item.step.sign
        if sign is None:
            return None
        role = actual_role(record.plan, record.incident, sign.role)
        by = self._roster.holder(record, role)
        try:
            by = self._consent(
                record,
                say(
                    "another person signs for it: {role} ({person}). Signed now?",
                    role=role_name(record.plan, role),
                    person=person_name(record.plan, by),
                ),
                say("who signs? (Enter: {person})", person=person_name(record.plan, by)),
                by,
            )
        except Back:
            console.talk(
                say(
                    "left unsigned; later: `tmplan incident sign {step} --as PERSON`",
                    step=item.step.id,
                ),
                indent=2,
            )
            return None
        return Act(people.sign(item.step.id), by, role)

    def _approval(self, record: Record, subject: str, role: str) -> Act:
        role = actual_role(record.plan, record.incident, role)
        by = self._roster.holder(record, role)
        by = self._consent(
            record,
            say(
                "needs the approval of {role} ({person}). Approved?",
                role=role_name(record.plan, role),
                person=person_name(record.plan, by),
            ),
            say("who approved? (Enter: {person})", person=person_name(record.plan, by)),
            by,
        )
        return Act(people.approve(subject), by, role)

    def _consent(self, record: Record, question: str, who: str, usual: str) -> str:
        if not self._prompts.yes(question):
            raise Back
        return ask_person(record, self._prompts, who, usual=usual)

    def _override(self, record: Record, item: Item) -> str:
        waiting = checklist(record.plan, record.incident).waits_for(item)
        if not waiting or any(other.state is StepState.TODO for other in waiting):
            return ""
        names = ", ".join(other.step.id for other in waiting)
        return self._prompts.text(
            say("it waits for {steps}; why is it right to go on?", steps=names)
        )

    def _notice(self, record: Record, item: Item, name: str) -> Act | None:
        notice = record.plan.notices[name]
        for blank in missing_blanks(notice, record.incident.facts):
            words = notice.fields.get(blank)
            value = self._prompts.text(words.ask if words else blank)
            return self._roster.act(record, telling.record_fact(blank, value), item.step.role)
        screen.show_notice(record, name)
        if notice.approve is not None and not approved(record.plan, record.incident, name):
            return self._approval(record, name, notice.approve)
        return None

    def _evidence(self, record: Record, words: Evidence) -> str:
        choices = {choice.id: choice.text for choice in words.choices}
        if choices and words.required:
            console.talk(words.ask, indent=2)
            return self._prompts.one_of(say("which?"), choices)
        for number, text in enumerate(choices.values(), 1):
            console.talk(f"{number}. {text}", indent=2)
        prompt = words.ask + (f"（{words.unit}）" if words.unit else "")
        if words.kind == "file":
            prompt += say(" [path of a file]")
        while True:
            if words.required:
                said = self._prompts.text(prompt)
            else:
                said = self._prompts.ask(prompt + say(" (Enter: none)"), default="")
            if not said.strip():
                return ""
            try:
                return _kept(record, words, said, list(choices))
            except (WrongUse, FileTrouble) as wrong:
                self._prompts.again(explain(wrong))


def _kept(record: Record, words: Evidence, said: str, choices: list[str]) -> str:
    """What is kept of an answer: a file by its hash, a choice by its id.

    Raises:
        WrongUse, FileTrouble: it does not fit.
    """
    if words.kind == "file":
        return attach(record.folder, said.strip("\"' "), beside=Path.cwd())
    shaped = said if words.kind == "text" else console.half_width(said).strip()
    if choices and shaped.isdigit() and 1 <= int(shaped) <= len(choices):
        shaped = choices[int(shaped) - 1]
    return read_value(words, shaped)
