"""Everything that must be said before a step is done, and the signature after it."""

from pathlib import Path

from tmplan.cli import console
from tmplan.cli.attach import attach
from tmplan.cli.notices import show_notice
from tmplan.cli.prompts import Back, Prompts, normal, pick
from tmplan.cli.roster import Roster, ask_person
from tmplan.cli.spoken import advise, explain
from tmplan.cli.walk import Act
from tmplan.cli.words import person_name, role_people, unit_text, who
from tmplan.errors import FileTrouble, WrongUse
from tmplan.i18n import say
from tmplan.incident.authority import actual_role, may_act_as
from tmplan.incident.checklist import Item, checklist
from tmplan.incident.decide import people, steps, telling
from tmplan.incident.evidence import read_value
from tmplan.incident.notice import approved, banned_words, blanks, missing_blanks
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
        question = say(
            "another person signs for it: {who}. Signed now?",
            who=who(record.plan, record.incident, role),
        )
        try:
            by = self.consent(record, question, say("who signs?"), role, but=item.record.by)
        except Back:
            console.talk(say("left unsigned; j to this step and 1 signs it later"), indent=2)
            return None
        return Act(people.sign(item.step.id), by, role)

    def consent(
        self, record: Record, question: str, asked: str, role: str, *, but: str = ""
    ) -> str:
        """Who of a role says yes, and is not the one who did it.

        Raises:
            Back, Leave: nobody did, or the person at the keyboard wants to stop here.
        """
        if not self._prompts.yes(question):
            raise Back
        return self.person(record, asked, role, but=but)

    def person(self, record: Record, asked: str, role: str, *, but: str = "") -> str:
        """Who of a role acts; asked again until it is somebody who may."""
        plan, incident = record.plan, record.incident
        usual = self._roster.holder(record, role)
        prompt = say("{who} (Enter: {person})", who=asked, person=person_name(plan, usual))
        while True:
            by = ask_person(record, self._prompts, prompt, usual=usual)
            if by == but:
                self._prompts.again(say("nobody signs their own act; another person does"))
            elif may_act_as(plan, incident, by, role):
                return by
            else:
                self._prompts.again(
                    say(
                        "{person} does not hold this role: {people}",
                        person=person_name(plan, by),
                        people=role_people(plan, role),
                    )
                )

    def _approval(self, record: Record, subject: str, role: str) -> Act:
        role = actual_role(record.plan, record.incident, role)
        question = say(
            "needs the approval of {who}. Approved?", who=who(record.plan, record.incident, role)
        )
        by = self.consent(record, question, say("who approved?"), role)
        return Act(people.approve(subject), by, role)

    def _override(self, record: Record, item: Item) -> str:
        waiting = checklist(record.plan, record.incident).waits_for(item)
        if not waiting or any(other.state is StepState.TODO for other in waiting):
            return ""
        names = ", ".join(other.step.id for other in waiting)
        return self._prompts.text(
            say("it waits for {steps}; why is it right to go on?", steps=names)
        )

    def _notice(self, record: Record, item: Item, name: str) -> Act | None:
        """The next act towards a notice that is out: a blank, its approval; then None."""
        notice = record.plan.notices[name]
        for blank in missing_blanks(notice, record.incident.facts):
            return self._blank(record, item, name, blank)
        show_notice(record, name)
        if banned_words(notice, record.incident.facts):
            return self._reword(record, item, name)
        if notice.approve is not None and not approved(record.plan, record.incident, name):
            if not self._prompts.yes(say("is every word of it right?")):
                return self._reword(record, item, name)
            return self._approval(record, name, notice.approve)
        if not self._prompts.yes(say("is it out, word for word?")):
            return self._reword(record, item, name)
        return None

    def _reword(self, record: Record, item: Item, name: str) -> Act:
        """A blank written anew; whoever approved the old words is asked about the new ones."""
        notice = record.plan.notices[name]
        banned = banned_words(notice, record.incident.facts)
        if banned:
            words = say(", ").join(banned)
            text = say("the plan forbids these words: {words}", words=words)
            console.talk(text, style="warn", indent=2)
        asked = {
            blank: notice.fields[blank].ask if blank in notice.fields else blank
            for blank in blanks(notice)
        }
        blank = self._prompts.one_of(say("which blank is written anew? (b goes back)"), asked)
        return self._blank(record, item, name, blank)

    def _blank(self, record: Record, item: Item, name: str, blank: str) -> Act:
        words = record.plan.notices[name].fields.get(blank)
        value = self._prompts.text(asking(words.ask if words else blank))
        return self._roster.act(record, telling.record_fact(blank, value), item.step.role)

    def _evidence(self, record: Record, words: Evidence) -> str:
        choices = {choice.id: choice.text for choice in words.choices}
        if choices and words.required:
            console.talk(words.ask, indent=2)
            return self._prompts.one_of(say("which?"), choices)
        for number, text in enumerate(choices.values(), 1):
            console.talk(f"{number}. {text}", indent=2)
        prompt = words.ask + (f"（{unit_text(words.unit)}）" if words.unit else "")
        if words.kind == "file":
            prompt += say(" [path of a file]")
        if not words.required:
            prompt += say(" (Enter: none)")
        while True:
            said = self._prompts.text(asking(prompt), default=None if words.required else "")
            if not said.strip():
                return ""
            try:
                return _kept(record, words, said, choices)
            except (WrongUse, FileTrouble) as wrong:
                self._prompts.again(explain(wrong))
                hint = advise(wrong)
                if hint and "--" not in hint:
                    console.talk(hint, indent=2, style="dim")


def asking(text: str) -> str:
    """A text of the plan as a prompt: with the mark at its end that says an answer follows."""
    return text if text.endswith(("？", "?", "：", ":")) else text + say(":")


def _kept(record: Record, words: Evidence, said: str, choices: dict[str, str]) -> str:
    """What is kept of an answer: a file by its hash, a choice by its id.

    Raises:
        WrongUse, FileTrouble: it does not fit.
    """
    if words.kind == "file":
        return attach(record.folder, said.strip("\"' "), beside=Path.cwd())
    if words.kind == "text":
        return read_value(words, said)
    shaped = normal(said) if choices else console.half_width(said).strip()
    return read_value(words, pick(shaped, choices) or shaped)
