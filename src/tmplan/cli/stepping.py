"""What a person does with one step: done, or anything else that may become of it."""

from datetime import datetime

from tmplan.cli import console
from tmplan.cli.asides import Asides
from tmplan.cli.finishing import Finishing
from tmplan.cli.prompts import Prompts
from tmplan.cli.roster import Roster
from tmplan.cli.screen import show_head
from tmplan.cli.sheet import show_step, show_why
from tmplan.cli.spoken import explain
from tmplan.cli.timing import read_until
from tmplan.cli.walk import Act, Aside, GoTo, Move
from tmplan.cli.words import who
from tmplan.errors import WrongUse
from tmplan.i18n import say
from tmplan.incident import entry as e
from tmplan.incident.authority import leader_role, leads
from tmplan.incident.checklist import Item
from tmplan.incident.deadline import due_again
from tmplan.incident.decide import steps
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


class Stepping:
    """Asks about one step at a time; knows what was left for later in this sitting."""

    def __init__(
        self, prompts: Prompts, roster: Roster, asides: Asides, finishing: Finishing
    ) -> None:
        """Ask with these prompts; put these people to the acts."""
        self._prompts = prompts
        self._roster = roster
        self._asides = asides
        self._finish = finishing
        self._finishing: str | None = None
        self._later: set[str] = set()

    @property
    def later(self) -> frozenset[str]:
        """Steps that failed or were left for later."""
        return frozenset(self._later)

    def offer_all(self) -> None:
        """Nothing is left for later any more."""
        self._later.clear()

    def stop(self) -> None:
        """The step that was about to be finished is looked at anew."""
        self._finishing = None

    def recorded(self, fact: e.Fact) -> None:
        """Something was recorded: of a step, it is dealt with for now."""
        match fact:
            case e.StepFailed(step=step) | e.StepDeferred(step=step):
                self._later.add(step)
            case e.StepReopened(step=step):
                self._later.discard(step)
            case e.StepDone() | e.StepSkipped() | e.StepNotApplicable():
                pass
            case _:
                return
        self.stop()

    def step(self, record: Record, item: Item, now: datetime) -> Move:
        """What becomes of a step; where it is being finished, the next thing that asks for.

        Raises:
            Back, Leave: the person wants to go back, or to pause.
        """
        if self._finishing == item.step.id:
            return self._finish.next_act(record, item)
        show_head(record, now)
        show_step(record, item, now)
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
                    show_why(item)
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
