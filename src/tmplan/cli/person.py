"""A person at a terminal: shown one thing at a time, asked in plain words, never hurried."""

from datetime import datetime
from functools import partial

from tmplan.cli import console, screen
from tmplan.cli.asides import Asides, assessor
from tmplan.cli.ending import ask_criteria, ask_gate, ask_review
from tmplan.cli.finishing import Finishing
from tmplan.cli.judging import ask_question, ask_type
from tmplan.cli.prompts import Back, Leave, Prompts, normal, pick
from tmplan.cli.refusing import explained
from tmplan.cli.roster import Roster
from tmplan.cli.spoken import advise, explain
from tmplan.cli.timing import WallClock, read_until
from tmplan.cli.walk import Act, Aside, GoTo, Move, Pause
from tmplan.cli.words import who
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
from tmplan.incident.authority import actual_role, leader_role, leads
from tmplan.incident.checklist import Item, blocks_close, checklist
from tmplan.incident.deadline import due_again
from tmplan.incident.decide import ending, judging, steps
from tmplan.incident.decide.scene import Decision
from tmplan.incident.state import StepState
from tmplan.journal.live import Record

_VERBS = {
    "1": "done", "d": "done", "done": "done", "完成": "done", "好了": "done",
    "2": "fail", "f": "fail", "fail": "fail", "失败": "fail",
    "3": "skip", "s": "skip", "skip": "skip", "跳过": "skip",
    "4": "na", "x": "na", "na": "na", "n/a": "na", "不适用": "na",
    "5": "defer", "t": "defer", "defer": "defer", "推迟": "defer",
    "w": "why", "why": "why", "为什么": "why",
    "k": "later", "later": "later", "先放着": "later", "稍后": "later",
    "r": "reopen", "reopen": "reopen", "重做": "reopen", "重新打开": "reopen",
    "b": "back", "back": "back", "返回": "back", "退回": "back",
}  # fmt: skip


class Person:
    """Answers by asking somebody at the terminal."""

    def __init__(self, *, login: str, acting: str | None) -> None:
        """``acting`` is who acts if the command line says so; else each role's holder."""
        self._roster = Roster(login=login, acting=acting)
        self._prompts = Prompts(self._time_line)
        self._shown: tuple[Record, Item | None] | None = None
        self._later: set[str] = set()
        self._finishing: str | None = None
        self._unsigned: Item | None = None
        self._judged = False
        self._untold = False
        self._asides = Asides(self._prompts, self._roster)
        self._finish = Finishing(self._prompts, self._roster)

    @property
    def passed_over(self) -> frozenset[str]:
        """Steps that failed or were left for later in this sitting."""
        return frozenset(self._later)

    def respond(self, record: Record, task: Task, now: datetime) -> Move:
        """Show the task and ask until there is something to do."""
        self._shown = record, task.item if isinstance(task, DoStep) else None
        try:
            return self._pending(record) or self._respond(record, task, now)
        except Back:
            self._finishing = None
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
            override = self._confirm_level(record)
            if override is not None:
                return override
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
                return self._step(record, item, now)
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
        console.talk(say("saved"), style="good", indent=2)
        match fact:
            case e.Answered(classified=True) | e.Classified():
                screen.show_level(record)
                screen.show_mistakes(record)
                self._judged = not record.incident.override and bool(record.plan.levels)
                self._untold = True
            case e.StepDone(step=step) | e.StepSkipped(step=step) | e.StepNotApplicable(step=step):
                self._finishing = None
                item = checklist(record.plan, record.incident).find(step)
                self._unsigned = item if item is not None and item.unsigned else None
                screen.show_links(record)
            case e.StepFailed(step=step) | e.StepDeferred(step=step):
                self._finishing = None
                self._later.add(step)
                item = checklist(record.plan, record.incident).find(step)
                if isinstance(fact, e.StepFailed) and item is not None:
                    screen.show_after_failure(record, item)
            case e.StepReopened(step=step):
                self._later.discard(step)
                self._finishing = None
            case e.Recovered():
                screen.show_watch(record)
            case e.Closed():
                console.talk(say("{id} is closed", id=record.id), style="good")
            case _:
                pass

    def refused(self, record: Record, task: Task, refusal: Refused | WrongUse | NotSaved) -> None:
        """Say why not, and what would allow it; the walk goes on."""
        self._finishing = None
        not_saved = isinstance(refusal, NotSaved)
        text = explained(refusal, record.plan)
        console.talk(f"× {text}", style="bad" if not_saved else "warn", indent=2)
        hint = advise(refusal)
        if hint and "--" not in hint and "`tmplan" not in hint:  # options are no help at a prompt
            console.talk(f"→ {hint}", indent=2)

    def _step(self, record: Record, item: Item, now: datetime) -> Move:
        if self._finishing == item.step.id:
            return self._finish.next_act(record, item)
        screen.show_head(record, now)
        screen.show_step(record, item, now)
        here = GoTo(item.step.id)  # the journal is read anew, and the step shown again
        while True:
            said = self._prompts.menu(_keys(item))
            verb = _VERBS.get(said)
            match verb:
                case "done" if item.unsigned:
                    return self._finish.signature(record, item) or GoTo(None)
                case "done" if item.state is StepState.DONE and not _again(record, item):
                    self._prompts.again(say("it is recorded as done; r opens it again"))
                case "done":
                    self._finishing = item.step.id
                    return here
                case "why":
                    screen.show_why(item)
                case "later":
                    self._later.add(item.step.id)
                    console.talk(say("left for later; j comes back to it"), indent=2)
                    return GoTo(None)
                case "back":
                    return GoTo(None)
                case "reopen":
                    return self._reopen(record, item)
                case str():
                    return self._otherwise(record, item, verb, now)
                case None:
                    move = self._asides.take(record, now, said, step=item.step.id)
                    if move is None:
                        self._prompts.again(
                            say("type one of the numbers or letters shown; ? explains them")
                        )
                    if move is Aside.TAKEN or not said:
                        return here
                    if move is not None:
                        return move

    def _reopen(self, record: Record, item: Item) -> Move:
        if item.state is StepState.TODO:
            console.talk(say("nothing is recorded of this step yet"), style="warn", indent=2)
            return GoTo(item.step.id)
        reason = self._prompts.text(say("reason (b goes back):"))
        decision = steps.reopen_step(item.step.id, reason=reason)
        return self._roster.act(record, decision, item.step.role)

    def _otherwise(self, record: Record, item: Item, verb: str, now: datetime) -> Move:
        step = item.step
        if item.step.need == "may":
            reason = self._prompts.text(say("reason (Enter: none):"), default="")
        else:
            reason = self._prompts.text(say("reason (b goes back):"))
        decision: Decision
        match verb:
            case "fail":
                decision = steps.fail_step(step.id, reason=reason)
            case "skip":
                decision = steps.skip_step(step.id, reason=reason)
                if step.need == "must":
                    return self._by_leader(record, decision, step.role)
            case "na":
                decision = steps.rule_out_step(step.id, reason=reason)
            case _:
                until = self._until(now)
                decision = steps.defer_step(step.id, until=until, reason=reason)
        return self._roster.act(record, decision, step.role)

    def _by_leader(self, record: Record, decision: Decision, role: str) -> Act:
        """Only who leads leaves out what must be done, so they are asked if they are another."""
        act = self._roster.act(record, decision, role)
        if self._roster.acting or leads(record.plan, record.incident, act.by):
            return act
        leader = leader_role(record.plan, record.incident)
        by = self._finish.consent(
            record,
            say(
                "it must be done; only {who} may leave it out. Has that been decided?",
                who=who(record.plan, record.incident, leader),
            ),
            say("who decided?"),
            leader,
        )
        return Act(decision, by, leader)

    def _until(self, now: datetime) -> datetime:
        while True:
            said = self._prompts.text(say("until when? for example 30 min, 2 h or 18:30:"))
            try:
                return read_until(console.half_width(said), now)
            except WrongUse as wrong:
                self._prompts.again(explain(wrong))

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
            self._later.clear()
            return GoTo(open_steps[0].step.id)
        return Pause()

    def _confirm_level(self, record: Record) -> Act | None:
        levels = {known.id: known.name for known in record.plan.levels}
        shown = " ".join(levels)
        while True:
            said = self._prompts.text(
                say("Enter keeps this level; or set another ({levels}):", levels=shown), default=""
            )
            level = pick(normal(said), levels) if said else record.incident.level
            if level == record.incident.level:
                return None
            if level is None:
                self._prompts.again(say("Enter, or one of: {levels}", levels=shown))
                continue
            try:
                reason = self._prompts.text(say("reason (b goes back):"))
            except Back:
                continue
            decision = judging.reclassify(level=level, reason=reason)
            return self._roster.act(record, decision, assessor(record))


def _again(record: Record, item: Item) -> bool:
    return due_again(record.plan, record.incident, item) is not None


def _keys(item: Item) -> str:
    """The keys of a step; taking back only where there is something to take back."""
    keys = say(
        "1 done  2 failed  3 skip  4 not applicable  5 put off  k later  w why  n note"
        "  c list  j jump  a who  l level  m told  p pause  ? help"
    )
    if item.state is StepState.TODO:
        return keys
    return say("r recorded wrongly, open it again  b back") + "  " + keys
