"""Plans to act on, and a story that decides, writes and believes as a record does, without a disk."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import cache
from pathlib import Path

import pytest

from tmplan.errors import Refused, TmplanError, WrongUse
from tmplan.incident import entry as e
from tmplan.incident.agenda import next_task, recommended, task_phase
from tmplan.incident.checklist import Checklist, Item, checklist
from tmplan.incident.deadline import Clock, clocks
from tmplan.incident.decide import ending, judging, steps
from tmplan.incident.decide.opening import open_incident
from tmplan.incident.decide.scene import Decision, Scene
from tmplan.incident.state import Incident, StepState, apply, replay
from tmplan.plan.load import load_plan
from tmplan.plan.model import Plan

HERE = Path(__file__).parent.parent
PLANS = HERE.parent / "plans"
START = datetime.fromisoformat("2026-11-24T09:00:00.000+08:00")

CALM = {"outage": "10", "exposed": "none", "affected": ["staff"], "promo": "normal"}
"""Answers that make a leak as mild as it can be."""


@cache
def load(path: Path) -> Plan:
    """A plan that must be sound; read once."""
    loaded = load_plan(path)
    assert loaded.model is not None, loaded.problems
    return loaded.model


@dataclass
class Story:
    """One incident in memory; its clock stands still until somebody waits."""

    plan: Plan
    now: datetime = START
    entries: list[e.Entry] = field(default_factory=list)
    by: str = "li"

    def open(self, event: str | None = "leak", discovered: datetime | None = None) -> "Story":
        """The opening, as ``create_record`` writes it."""
        fact = open_incident(self.plan, title="", event=event, discovered=discovered, at=self.now)
        entry = e.Entry(fact, self.by, "duty", "", self.stamp)
        phase = task_phase(self.plan, next_task(self.plan, replay([entry]), self.now))
        self._write(fact, self.by, phase)
        return self

    @property
    def stamp(self) -> str:
        return self.now.isoformat(timespec="milliseconds")

    @property
    def incident(self) -> Incident:
        return replay(self.entries)

    def wait(self, **length: float) -> "Story":
        self.now += timedelta(**length)
        return self

    def act(self, decision: Decision, by: str | None = None) -> e.Fact:
        """Decide, write, believe."""
        by = by or self.by
        before = self.incident
        fact = decision(Scene(self.plan, before, by, self.now))
        after = apply(before, e.Entry(fact, by, "", "", self.stamp))
        phase = task_phase(self.plan, next_task(self.plan, after, self.now))
        self._write(fact, by, phase if phase not in after.phases_began else None)
        return fact

    def _write(self, fact: e.Fact, by: str, phase: str | None) -> None:
        kind, data = e.encode(fact, phase)
        known = e.decode(kind, data)
        assert known == fact
        self.entries.append(e.Entry(known, by, "", self.stamp, self.stamp, phase))

    def refuse(self, decision: Decision, by: str | None = None) -> str:
        """The sentence of the refusal; it left no trace."""
        return self._fail(Refused, decision, by)

    def misuse(self, decision: Decision, by: str | None = None) -> str:
        """The sentence that says what is wrong with the words given; it left no trace."""
        return self._fail(WrongUse, decision, by)

    def _fail(self, kind: type[TmplanError], decision: Decision, by: str | None) -> str:
        before = list(self.entries)
        with pytest.raises(TmplanError) as caught:
            self.act(decision, by)
        assert type(caught.value) is kind, caught.value
        assert caught.value.hint or kind is WrongUse
        assert self.entries == before
        return str(caught.value)

    def answer(self, **given: object) -> e.Fact:
        return self.act(judging.give_answers({**CALM, **given}))

    def done(self, *names: str, by: str | None = None, **evidence: str) -> None:
        for name in names:
            self.act(steps.finish_step(name, evidence=evidence, reason="known"), by)

    def settle(self, *phases: str) -> None:
        """Whatever is open in these phases does not fit this case."""
        for item in self.items:
            if item.phase in phases and not item.settled:
                self.act(steps.rule_out_step(item.step.id, reason="known"))

    def pass_gate(self) -> None:
        """Everything before the gate is settled, and it is passed."""
        self.settle("first", "report", "respond", "publish", "handle")
        self.act(ending.pass_gate(), by="wang")

    def recover(self) -> None:
        """The gate is passed, everything behind it settled, and recovery declared."""
        self.pass_gate()
        self.settle("recover")
        asked = self.plan.events[self.incident.event or ""].recovered_when
        self.act(ending.declare_recovered(confirmed=asked))

    def close(self) -> None:
        """Recovered, reviewed and closed."""
        self.recover()
        self.settle("review")
        self.act(ending.review("It went well."))
        self.act(ending.close())

    @property
    def items(self) -> Checklist:
        return checklist(self.plan, self.incident)

    def item(self, step: str) -> Item:
        found = self.items.find(step)
        assert found is not None
        return found

    def state(self, step: str) -> StepState:
        return self.item(step).state

    @property
    def offered(self) -> list[str]:
        """The steps that can be done now, in recommended order."""
        items = recommended(self.plan, self.incident, self.items, self.now)
        return [item.step.id for item in items]

    def clock(self, name: str) -> Clock | None:
        found = {
            clock.id: clock for clock in clocks(self.plan, self.incident, self.items, self.now)
        }
        return found.get(name)


@pytest.fixture
def trial() -> Plan:
    """The plan that uses every word an incident can meet."""
    return load(HERE / "incident" / "plan.yaml")


@pytest.fixture(params=["store.yaml", "store-command.yaml"])
def shop(request: pytest.FixtureRequest) -> Plan:
    """Each of the plans we ship."""
    return load(PLANS / request.param)


@pytest.fixture
def story(trial: Plan) -> Story:
    """A leak that was just opened."""
    return Story(trial).open()


@pytest.fixture
def calm(story: Story) -> Story:
    """A leak judged as mild as can be, with its first steps done."""
    story.done("unplug")
    story.answer()
    return story
