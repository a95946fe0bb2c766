"""A person at a terminal: shown one thing at a time, asked in plain words, never hurried."""

from datetime import datetime
from functools import partial

from tmplan.cli import console, screen, situation
from tmplan.cli.asides import Asides, assessor
from tmplan.cli.ending import ask_criteria, ask_gate, ask_review
from tmplan.cli.finishing import Finishing
from tmplan.cli.judging import ask_question, ask_type, confirm_level
from tmplan.cli.prompts import Back, Leave, Prompts
from tmplan.cli.refusing import explained
from tmplan.cli.roster import Roster
from tmplan.cli.sheet import show_after_failure
from tmplan.cli.spoken import advise
from tmplan.cli.stepping import Stepping
from tmplan.cli.timing import WallClock
from tmplan.cli.walk import Act, GoTo, Move, Pause
from tmplan.errors import NotSaved, Refused, WrongUse
from tmplan.i18n import say
from tmplan.incident import entry as e
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
from tmplan.incident.authority import actual_role
from tmplan.incident.checklist import Item, blocks_close, checklist
from tmplan.incident.decide import ending, judging
from tmplan.journal.live import Record


class Person:
    """Answers by asking somebody at the terminal."""

    def __init__(self, *, login: str, acting: str | None) -> None:
        """``acting`` is who acts if the command line says so; else each role's holder."""
        self._roster = Roster(login=login, acting=acting)
        self._prompts = Prompts(self._time_line)
        self._shown: tuple[Record, Item | None] | None = None
        self._unsigned: Item | None = None
        self._judged = False
        self._untold = False
        self._asides = Asides(self._prompts, self._roster)
        self._finish = Finishing(self._prompts, self._roster)
        self._steps = Stepping(self._prompts, self._roster, self._asides, self._finish)

    @property
    def passed_over(self) -> frozenset[str]:
        """Steps that failed or were left for later in this sitting."""
        return self._steps.later

    def respond(self, record: Record, task: Task, now: datetime) -> Move:
        """Show the task and ask until there is something to do."""
        self._shown = record, task.item if isinstance(task, DoStep) else None
        try:
            return self._pending(record) or self._respond(record, task, now)
        except Back:
            self._steps.stop()
            return GoTo(task.item.step.id if isinstance(task, DoStep) else None)
        except Leave:
            console.talk(say("what was begun here is not recorded; it will be asked again"))
            return Pause()

    def _time_line(self) -> str:
        if self._shown is None:
            return ""
        record, item = self._shown
        return screen.time_line(record, item, WallClock(record.plan.timezone).now())

    def _pending(self, record: Record) -> Act | None:
        """What an act just saved asks for: the level confirmed, people told, a signature."""
        if self._judged:
            self._judged = False
            changed = confirm_level(record, self._prompts)
            if changed is not None:
                level, reason = changed
                decision = judging.reclassify(level=level, reason=reason)
                return self._roster.act(record, decision, assessor(record))
        if self._untold:
            self._untold = False
            return self._asides.tell(record)
        unsigned, self._unsigned = self._unsigned, None
        return self._finish.signature(record, unsigned) if unsigned is not None else None

    def _respond(self, record: Record, task: Task, now: datetime) -> Move:
        aside = partial(self._asides.take, record, now)
        if not isinstance(task, DoStep | PassGate):  # those show it in their head
            screen.show_late(record, now)
        match task:
            case NameType():
                event = ask_type(record, self._prompts, aside)
                if not isinstance(event, str):
                    return event
                return self._roster.act(record, judging.give_answers({}, event=event), "anyone")
            case DoStep(item):
                return self._steps.step(record, item, now)
            case AnswerQuestion(question):
                seen = record.incident.answers
                answered = ask_question(record, question, self._prompts, aside)
                if not isinstance(answered, dict):
                    return answered
                decision = judging.give_answers(answered, seen=seen)
                return self._roster.act(record, decision, assessor(record))
            case Judge():
                return self._roster.act(record, judging.reclassify(), assessor(record))
            case PassGate():
                return self._gate(record, now)
            case DeclareRecovered():
                confirmed = ask_criteria(record, self._prompts, aside)
                if not isinstance(confirmed, tuple):
                    return confirmed
                return self._roster.act(
                    record, ending.declare_recovered(confirmed=confirmed), "leader"
                )
            case RecordReview():
                found = ask_review(record, self._prompts, aside)
                if not isinstance(found, tuple):
                    return found
                role = record.plan.phase_of_kind("review").role or "leader"
                return self._roster.act(record, ending.review(*found), role)
            case Close():
                return self._close(record, now)

    def accepted(self, record: Record, task: Task, entry: e.Entry) -> None:
        """Say that it is saved, and what it led to."""
        fact = entry.fact
        self._steps.recorded(fact)
        console.talk(say("saved"), style="good", indent=2)
        match fact:
            case e.Answered(classified=True) | e.Classified():
                situation.show_level(record)
                situation.show_mistakes(record)
                self._judged = not record.incident.override and bool(record.plan.levels)
                self._untold = True
            case e.StepDone(step=step) | e.StepSkipped(step=step) | e.StepNotApplicable(step=step):
                item = checklist(record.plan, record.incident).find(step)
                self._unsigned = item if item is not None and item.unsigned else None
                situation.show_links(record)
            case e.StepFailed(step=step):
                item = checklist(record.plan, record.incident).find(step)
                if item is not None:
                    show_after_failure(record, item)
            case e.Recovered():
                situation.show_watch(record)
            case e.Closed():
                console.talk(say("{id} is closed", id=record.id), style="good")
            case _:
                pass

    def refused(self, record: Record, task: Task, refusal: Refused | WrongUse | NotSaved) -> None:
        """Say why not, and what would allow it; the walk goes on."""
        self._steps.stop()
        not_saved = isinstance(refusal, NotSaved)
        text = explained(refusal, record.plan)
        console.talk(f"× {text}", style="bad" if not_saved else "warn", indent=2)
        hint = advise(refusal)
        if hint and "--" not in hint and "`tmplan" not in hint:  # options are no help at a prompt
            console.talk(f"→ {hint}", indent=2)

    def _gate(self, record: Record, now: datetime) -> Move:
        screen.show_head(record, now)
        answer = ask_gate(record, self._prompts, partial(self._asides.take, record, now))
        if not isinstance(answer, str):
            return answer
        gate = record.plan.phase_of_kind("recover").gate
        role = gate.role if gate and not answer else "leader"
        role = actual_role(record.plan, record.incident, role)
        by = self._roster.acting or self._finish.person(record, say("who confirms?"), role)
        return Act(ending.pass_gate(reason=answer), by, role)

    def _close(self, record: Record, now: datetime) -> Move:
        left = blocks_close(checklist(record.plan, record.incident))
        if not left:
            role = record.plan.phase_of_kind("review").role or "leader"
            return self._roster.act(record, ending.close(), role)
        console.talk()
        console.talk(say("it cannot be closed; these are open or unsigned:"), style="warn")
        for item in left:
            console.talk(f"· {item.step.do}（{item.step.id}）", indent=2)
        unsigned = next((item for item in left if item.unsigned), None)
        signing = self._finish.signature(record, unsigned) if unsigned is not None else None
        if signing is not None:
            return signing
        open_steps = [item for item in left if not item.unsigned]
        if open_steps and self._prompts.yes(say("go through them now?")):
            self._steps.offer_all()
            return GoTo(open_steps[0].step.id)
        return Pause()
