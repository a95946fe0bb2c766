"""An answers file at the prompt: it says what was written down, and invents nothing."""

from collections import deque
from datetime import datetime
from pathlib import Path

from tmplan.cli import console
from tmplan.cli.attach import attach_all
from tmplan.cli.narrate import narrate
from tmplan.cli.timing import read_until
from tmplan.cli.walk import Act, Move
from tmplan.errors import AnswerNeeded, NotSaved, Refused, WrongUse
from tmplan.i18n import say
from tmplan.incident.agenda import (
    AnswerQuestion,
    Close,
    DeclareRecovered,
    DoStep,
    Judge,
    NameType,
    PassGate,
    RecordReview,
    Task,
)
from tmplan.incident.answers import AnswersFile, StepWords
from tmplan.incident.authority import actual_role, holder
from tmplan.incident.checklist import Item
from tmplan.incident.decide import ending, judging, people, steps, telling
from tmplan.incident.decide.scene import Decision
from tmplan.incident.entry import Entry
from tmplan.incident.evidence import missing_evidence
from tmplan.incident.notice import approved, filled, missing_blanks
from tmplan.incident.state import StepState
from tmplan.journal.live import Record
from tmplan.plan.words import UNKNOWN

_MINUTE = 60


class Scripted:
    """Answers every task from a file; a task it cannot answer ends the walk with status 8."""

    def __init__(self, words: AnswersFile, *, login: str, beside: Path) -> None:
        """Answer from these words; ``login`` acts where nobody else is named.

        Relative paths of files count from the folder ``beside``.
        """
        self._words = words
        self._beside = beside
        self._login = login
        self._tried: set[str] = set()
        self._soon: deque[Act] = deque()

    @property
    def passed_over(self) -> frozenset[str]:
        """Each step is acted on once."""
        return frozenset(self._tried)

    def respond(self, record: Record, task: Task, now: datetime) -> Move:
        """The act the file gives for a task."""
        if self._soon:
            return self._soon.popleft()
        match task:
            case NameType():
                if self._words.type is None:
                    raise AnswerNeeded(
                        "the event type is not known",
                        hint="write `type:` in the answers file, or give --type",
                    )
                return self._act(record, judging.give_answers({}, event=self._words.type), "anyone")
            case DoStep(item):
                return self._step(record, item, now)
            case AnswerQuestion(question):
                given = self._words.answers.get(question, (UNKNOWN,))
                return self._act(
                    record,
                    judging.give_answers({question: given}),
                    _assessor(record),
                    takes=_MINUTE,
                )
            case Judge():
                return self._act(record, judging.reclassify(), _assessor(record))
            case PassGate():
                return self._gate(record)
            case DeclareRecovered():
                return self._recovered(record)
            case RecordReview():
                review = self._words.review
                if review is None:
                    raise AnswerNeeded(
                        "the review is still to be recorded",
                        hint="add `review:` to the answers file, or go on at a terminal",
                    )
                decision = ending.review(review.summary, self._words.findings())
                return self._act(record, decision, _reviewer(record), by=review.by)
            case Close():
                return self._act(record, ending.close(), _reviewer(record))

    def accepted(self, record: Record, task: Task, entry: Entry) -> None:
        """What follows from an act: a level set by hand, people told, a signature."""
        console.talk(narrate(record, entry))
        incident = record.incident
        if isinstance(task, AnswerQuestion | Judge) and incident.classified:
            self._after_classification(record)
        match task:
            case DoStep(item) if item.step.id in self._tried:
                said = self._words.steps.get(item.step.id)
                signer, sign = said.signed_by if said else None, item.step.sign
                done = incident.step(item.step.id)
                if signer and sign and done.state is StepState.DONE and not done.signed_by:
                    self._soon.append(Act(people.sign(item.step.id), signer, sign.role))
            case _:
                pass

    def refused(self, record: Record, task: Task, refusal: Refused | WrongUse | NotSaved) -> None:
        """Nobody is there to answer otherwise."""
        raise refusal

    def _after_classification(self, record: Record) -> None:
        level = self._words.level
        if level is not None and not record.incident.override:
            by = self._person(record, _assessor(record), level.by)
            decision = judging.reclassify(level=level.set, reason=level.reason)
            self._soon.append(Act(decision, by, _assessor(record)))
        reached = level.set if level else record.incident.level
        told = {f"told-{known.id}" for known in record.plan.levels if known.tell}
        facts = {name: value for name, value in self._words.facts.items() if name in told}
        if "principal-told" in self._words.facts or self._words.otherwise == "done":
            facts["principal-told"] = self._words.facts.get("principal-told", "")
        if self._words.otherwise == "done" and f"told-{reached}" in told:
            facts.setdefault(f"told-{reached}", "")
        for name, value in facts.items():
            if name not in record.incident.facts:
                self._soon.append(self._act(record, telling.record_fact(name, value), "leader"))

    def _step(self, record: Record, item: Item, now: datetime) -> Move:
        step, said = item.step, self._words.steps.get(item.step.id)
        if said is None:
            said = self._otherwise(item)
        if said.do == "done":
            before = self._before(record, item, said)
            if before is not None:
                return before
        self._tried.add(step.id)
        decision: Decision
        match said.do:
            case "done":
                kept = attach_all(record.folder, step, said.evidence, beside=self._beside)
                decision = steps.finish_step(step.id, evidence=kept, reason=said.reason)
            case "fail":
                decision = steps.fail_step(step.id, reason=said.reason)
            case "skip":
                decision = steps.skip_step(step.id, reason=said.reason)
            case "na":
                decision = steps.rule_out_step(step.id, reason=said.reason)
            case "defer":
                until = read_until(said.until or "", now)
                decision = steps.defer_step(step.id, until=until, reason=said.reason)
        takes = said.takes.seconds if said.takes else _MINUTE
        return self._act(record, decision, step.role, by=said.by, takes=takes or 0)

    def _otherwise(self, item: Item) -> StepWords:
        step = item.step
        if self._words.otherwise == "stop":
            raise AnswerNeeded(
                "step {step} is not in the answers file: {do}",
                hint="name it under `steps:`, or say `otherwise: done`",
                step=step.id,
                do=step.do,
            )
        if step.irreversible and not self._words.irreversible:
            raise AnswerNeeded(
                "step {step} cannot be undone, so it must be named: {do}",
                hint="name it under `steps:`, or say `irreversible: true`",
                step=step.id,
                do=step.do,
            )
        return StepWords()

    def _before(self, record: Record, item: Item, said: StepWords) -> Act | None:
        """What must be written before the step itself: its approval, and its notice made whole."""
        step = item.step
        missing = missing_evidence(step, said.evidence)
        if missing:
            raise AnswerNeeded(
                "step {step} lacks evidence: {names}",
                hint="give it under `steps: {step}: evidence:`; evidence is never invented",
                step=step.id,
                names=", ".join(words.id for words in missing),
            )
        if step.approve is not None and step.id not in record.incident.approvals:
            return self._approval(record, step.id, step.approve.role)
        if step.notice is None:
            return None
        notice = record.plan.notices[step.notice]
        for name in missing_blanks(notice, record.incident.facts):
            if name in self._words.facts:
                return self._act(
                    record, telling.record_fact(name, self._words.facts[name]), step.role
                )
        empty = missing_blanks(notice, record.incident.facts)
        banned = [word for word in notice.avoid if word in filled(notice, record.incident.facts)]
        if empty or banned:
            self._tried.add(step.id)
            names = ", ".join((*empty, *banned))
            reason = say("notice {notice} cannot go out: {names}", notice=step.notice, names=names)
            return self._act(
                record, steps.fail_step(step.id, reason=reason), step.role, takes=_MINUTE
            )
        if notice.approve is not None and not approved(record.plan, record.incident, step.notice):
            return self._approval(record, step.notice, notice.approve)
        return None

    def _approval(self, record: Record, subject: str, role: str) -> Act:
        if "all" not in self._words.approve and subject not in self._words.approve:
            raise AnswerNeeded(
                "{subject} waits for the approval of {role}",
                hint="name it under `approve:`, or say `approve: all`",
                subject=subject,
                role=role,
            )
        by = holder(record.plan, record.incident, role) or self._login
        return Act(people.approve(subject), by, actual_role(record.plan, record.incident, role))

    def _gate(self, record: Record) -> Act:
        words, gate = self._words.gate, record.plan.phase_of_kind("recover").gate
        if words is None:
            raise AnswerNeeded(
                "the safety gate waits for somebody's word",
                hint="add `gate:` with `confirmed: true` and `by:` to the answers file",
            )
        if not words.confirmed:
            raise Refused(
                "the gate stays shut: nobody confirms that it is safe",
                hint="make it safe, then pass the gate",
            )
        role = gate.role if gate else "leader"
        return self._act(record, ending.pass_gate(reason=words.reason), role, by=words.by)

    def _recovered(self, record: Record) -> Act:
        asked = record.plan.events[record.incident.event or ""].recovered_when
        given = self._words.recovered_when
        if asked and not given:
            raise AnswerNeeded(
                "the recovery criteria wait for confirmation",
                hint="add `recovered_when: all`, or list the criteria that are met",
            )
        confirmed = asked if "all" in given else given
        return self._act(record, ending.declare_recovered(confirmed=confirmed), "leader")

    def _act(
        self,
        record: Record,
        decision: Decision,
        role: str,
        *,
        by: str | None = None,
        takes: int = 0,
    ) -> Act:
        actual = actual_role(record.plan, record.incident, role)
        return Act(decision, self._person(record, role, by), actual, takes)

    def _person(self, record: Record, role: str, named: str | None) -> str:
        found = named or self._words.by or holder(record.plan, record.incident, role)
        return found or self._login


def _assessor(record: Record) -> str:
    return record.plan.phase_of_kind("assess").role or "leader"


def _reviewer(record: Record) -> str:
    return record.plan.phase_of_kind("review").role or "leader"
