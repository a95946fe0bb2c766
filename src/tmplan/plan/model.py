"""A contingency plan: who acts, how bad it can be, what is done in which order, and what we owe."""

from typing import Literal

from pydantic import Field

from tmplan.plan.duty import Category, Notice, Obligation
from tmplan.plan.event import EventType
from tmplan.plan.question import Question
from tmplan.plan.step import Step
from tmplan.plan.words import Date, Id, Ids, Length, LevelId, Text, Texts, Words


class PlanReview(Words):
    """How often the plan itself is looked at, and what makes that due at once."""

    every: Length
    last: Date | None = None
    triggers: Texts = ()


class About(Words):
    """What the plan is for, since when it holds, and who rules on its meaning."""

    purpose: Text
    scope: Text
    effective: Date | None = None
    approved_by: Text | None = None
    supersedes: Text | None = None
    interpreted_by: Id
    prevails: Text
    review: PlanReview


class Group(Words):
    """People who work together under one lead."""

    name: Text
    under: Id | None = None
    lead: Id | None = None
    duties: Texts = ()


class Role(Words):
    """A part to play; held by the first person who can be reached, then by a deputy."""

    name: Text
    group: Id | None = None
    duties: Texts = ()
    held_by: Ids = ()
    deputies: Ids = ()


class Person(Words):
    """Somebody who can be called."""

    name: Text
    phone: Text | None = None
    verified: Date | None = None


class Organisation(Words):
    """Who acts: groups, roles, people, and the role that acts first."""

    on_duty: Id | None = None
    groups: dict[Id, Group] = {}
    roles: dict[Id, Role] = {}
    people: dict[Id, Person] = {}
    contacts: Text | None = None


class Tell(Words):
    """Who is told within which time of classification."""

    roles: Ids
    within: Length


class Level(Words):
    """How bad it is, on the plan's own scale; never a statutory grade."""

    id: LevelId
    name: Text
    led_by: Id | None = None
    tell: Tell | None = None
    update_every: Length | None = None


class Calendar(Words):
    """Days off and days on that differ from the official calendar."""

    holidays: tuple[Date, ...] = ()
    workdays: tuple[Date, ...] = ()


class Gate(Words):
    """A question that must be confirmed by name before operations resume."""

    ask: Text
    role: Id


PhaseKind = Literal["report", "assess", "respond", "publish", "handle", "recover", "review"]


class Phase(Words):
    """A chapter of the process."""

    id: Id
    name: Text
    kind: PhaseKind
    role: Id | None = None
    gate: Gate | None = None
    event_steps: Literal["before", "after"] = "before"
    steps: tuple[Step, ...] = ()


class Rehearsals(Words):
    """How often each event type is drilled, and with which scenarios."""

    every: Length | None = None
    scenarios: Texts = ()


class Plan(Words):
    """A contingency plan."""

    tmplan: Literal["1"]
    id: Id
    title: Text
    version: Text
    language: Text
    timezone: Text
    parts: Texts = ()
    about: About
    organisation: Organisation
    levels: tuple[Level, ...] = ()
    calendar: Calendar = Calendar()
    phases: tuple[Phase, ...] = Field(min_length=1)
    questions: dict[Id, Question] = {}
    events: dict[Id, EventType] = Field(min_length=1)
    notices: dict[Id, Notice] = {}
    obligations: dict[Id, Obligation] = {}
    supplies: dict[Id, Category] = {}
    drills: Rehearsals = Rehearsals()

    def rank(self, level: str) -> int:
        """How grave a level is: 0 is the gravest."""
        return [known.id for known in self.levels].index(level)

    def question(self, event: str, question: str) -> Question:
        """A question as this event type asks it, with the event type's own bands."""
        own = self.events[event].classify.bands.get(question, ())
        return self.questions[question].with_bands(own)

    def phase_of_kind(self, kind: PhaseKind) -> Phase:
        """The one phase of a kind that every plan has exactly once."""
        return next(phase for phase in self.phases if phase.kind == kind)

    def steps_of(self, event: str, phase: Phase) -> tuple[Step, ...]:
        """The steps of a phase for one event type, in advised order."""
        own = self.events[event].steps.get(phase.id, ())
        return own + phase.steps if phase.event_steps == "before" else phase.steps + own
