"""What holds for every combination of answers, and every place where it does not.

Every combination gives a level, because every levelled question gives one for each answer. The
rest is shown here: a worse answer never leads to a milder level, every level can be reached, no
question and no condition is idle.
"""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from functools import cached_property
from typing import Final

from tmplan.plan.model import Plan
from tmplan.plan.problem import Code, Path, Problem, Severity
from tmplan.plan.space import Asked, Effect, Example, Space, Standing, Standings, TooLarge, count
from tmplan.plan.step import Step
from tmplan.plan.words import When

UNREACHABLE: Final = Code(
    "TM404",
    "unreachable-level",
    Severity.ERROR,
    "no combination of answers leads to level {level} in any event type",
    "give an answer this level, or delete the level",
)
DEAD: Final = Code(
    "TM407",
    "dead-condition",
    Severity.ERROR,
    "no combination of answers meets this condition",
    "compare it with the questions, their answers and the levels these lead to",
)
IDLE: Final = Code(
    "TM408",
    "idle-shift",
    Severity.WARNING,
    "this never changes the level, whatever the answers are",
    "delete it, or make it graver than what the answers give by themselves",
)
NO_EFFECT: Final = Code(
    "TM409",
    "question-without-effect",
    Severity.ERROR,
    "for `{event}`, the answer to `{question}` changes nothing",
    "give its answers levels, name it in a `when`, or do not ask it here",
)
NEVER_APPLIES: Final = Code(
    "TM410",
    "step-never-applies",
    Severity.WARNING,
    "no combination of answers that meets this condition leads to a level of this step",
    "change the condition or the levels of this step",
)
MILDER: Final = Code(
    "TM411",
    "milder-for-worse",
    Severity.ERROR,
    "a worse answer gives a milder level: `{question}` = `{worse}` gives {low}, "
    "`{milder}` gives {high}{example}",
    "name `{worse}` in this condition, too",
)
TOO_LARGE: Final = Code(
    "TM419",
    "proof-too-large",
    Severity.ERROR,
    "the floors and raises of `{event}` depend on too many questions to be proved",
    "use fewer conditions, or conditions on fewer questions",
)
CODES: Final = (UNREACHABLE, DEAD, IDLE, NO_EFFECT, NEVER_APPLIES, MILDER, TOO_LARGE)


@dataclass(frozen=True, slots=True)
class Proof:
    """What was looked at: combinations of answers by event type, the levels they reach, steps."""

    events: Mapping[str, int]
    levels: tuple[str, ...]
    steps: int
    problems: tuple[Problem, ...]

    @property
    def combinations(self) -> int:
        """All combinations of all event types."""
        return sum(self.events.values())


def prove(plan: Plan) -> Proof:
    """Everything that can be said about every answer to every question."""
    reached: set[int] = set()
    problems: list[Problem] = []
    complete = True
    for event in plan.events:
        case = _Case(plan, event)
        try:
            problems += case.problems()
            reached |= case.reached
        except TooLarge:
            complete = False
            path = ("events", event, "classify")
            problems.append(Problem(TOO_LARGE, path, {"event": event}, at_key=True))
    if complete:
        for rank, level in enumerate(plan.levels):
            if rank not in reached:
                problems.append(Problem(UNREACHABLE, ("levels", rank), {"level": level.id}))
        with suppress(TooLarge):
            problems += _dead_everywhere(plan)
    steps = sum(len(phase.steps) for phase in plan.phases) + sum(
        len(kind.first) + sum(map(len, kind.steps.values())) for kind in plan.events.values()
    )
    levels = tuple(level.id for rank, level in enumerate(plan.levels) if rank in reached)
    counts = {event: count(plan, event) for event in plan.events}
    return Proof(counts, levels, steps, tuple(problems))


StepUp = tuple[tuple[str, Effect], tuple[str, Effect], tuple[str, ...]]
"""Two answers, the second graver, with what else was chosen beside both."""


@dataclass(frozen=True)
class _Case:
    """One event type on the bench."""

    plan: Plan
    event: str
    _met: dict[str, frozenset[int]] = field(default_factory=dict)

    @cached_property
    def space(self) -> Space:
        return Space(self.plan, self.event)

    @cached_property
    def everywhere(self) -> Standings:
        return self.space.everywhere()

    @cached_property
    def reached(self) -> frozenset[int]:
        """The ranks that some combination gives."""
        return frozenset(
            self.space.level(standing, waited)
            for standing in self.everywhere
            for waited in self.space.waits
        )

    def problems(self) -> Iterator[Problem]:
        """Everything wrong with how this event type is classified, and with its conditions."""
        if self.plan.levels:
            yield from self._shifts()
        yield from self._questions()
        yield from self._own_conditions()

    def _shifts(self) -> Iterator[Problem]:
        """Floors and raises that are never met, or met in vain."""
        words = self.plan.events[self.event].classify
        path: Path = ("events", self.event, "classify")
        for number, floor in enumerate(words.floors):
            yield from self._shift((*path, "floors", number), floor.when, number)
        for number, lift in enumerate(words.raises):
            place = number + len(words.floors)
            yield from self._shift((*path, "raises", number), lift.when, place)

    def _shift(self, path: Path, when: When | None, number: int) -> Iterator[Problem]:
        if when is not None and not self.asks_unasked(when) and not self._possible(Asked(when)):
            yield Problem(DEAD, (*path, "when"), at_key=True)
        elif (when is None or not self.asks_unasked(when)) and not self._matters(number):
            yield Problem(IDLE, path)

    def _matters(self, number: int) -> bool:
        space = self.space
        return any(
            space.level(standing, waited) != space.level(standing, waited, without=number)
            for standing in self.everywhere
            for waited in space.waits
        )

    def _questions(self) -> Iterator[Problem]:
        """Questions whose answer changes nothing, and worse answers with milder levels."""
        ask = self.plan.events[self.event].classify.ask
        used = self._used()
        doubtful = {name: list(self._steps_up(name)) for name in ask}
        wanted = [
            place
            for place, name in enumerate(ask)
            if doubtful[name] or not (name in used or self._plainly_shifts_level(place))
        ]
        for place, around in self.space.around_each(wanted):
            name = ask[place]
            if name not in used and not self._shifts_level(place, around):
                params = {"event": self.event, "question": name}
                yield Problem(NO_EFFECT, ("events", self.event, "classify", "ask", place), params)
            yield from self._milder(name, doubtful[name], around)

    def _plainly_shifts_level(self, place: int) -> bool:
        """Whether that shows at once, with the first answer to every other question."""
        standing = self.space.start
        for number, factor in enumerate(self.space.factors):
            if number != place:
                standing = self.space.joined(standing, next(iter(factor.effects)))
        return self._shifts_level(place, {standing: None})

    def _shifts_level(self, place: int, around: Standings) -> bool:
        """Whether two answers, all else equal, give two levels; `unknown` is none."""
        space = self.space
        effects = [effect for effect in space.factors[place].effects if not effect.unsure]
        for standing in around:
            for waited in space.waits:
                space.spend()
                found = {space.level(space.joined(standing, effect), waited) for effect in effects}
                if len(found) > 1:
                    return True
        return False

    def _used(self) -> frozenset[str]:
        """The questions that decide the scope or any condition besides the level."""
        kind = self.plan.events[self.event]
        steps = [step for _, step in _steps_of(self.plan, self.event)]
        whens = [step.when for step in steps] + [link.when for link in kind.links]
        whens += [
            duty.when
            for duty in self.plan.obligations.values()
            if duty.when and self.event in duty.when.terms.get("event", (self.event,))
        ]
        named = {key for when in whens if when for key in when.terms}
        return frozenset(named) | {
            name for name, question in self.plan.questions.items() if question.scope
        }

    def _milder(self, name: str, steps: Iterable[StepUp], around: Standings) -> Iterator[Problem]:
        """The first case for each floor or raise that a worse answer escapes."""
        reported: set[int] = set()
        for (milder, mild), (worse, grave), rest in steps:
            for standing, example in around.items():
                one, other = self.space.joined(standing, mild), self.space.joined(standing, grave)
                for waited in self.space.waits:
                    high, low = self.space.level(one, waited), self.space.level(other, waited)
                    self.space.spend()
                    if low <= high:
                        continue
                    number = self._escaped(one, mild.alive & ~grave.alive, waited)
                    if number not in reported:
                        reported.add(number)
                        levels = self.plan.levels
                        params = {
                            "question": name,
                            "milder": "+".join([*rest, milder]),
                            "worse": "+".join([*rest, worse]),
                            "low": levels[low].id,
                            "high": levels[high].id,
                            "example": _told(example),
                        }
                        yield Problem(MILDER, self._path_of(number), params, at_key=True)

    def _escaped(self, standing: Standing, only_here: int, waited: int) -> int:
        """The floor or raise that the milder answer meets and the worse one does not."""
        high = self.space.level(standing, waited)
        met = [n for n in range(len(self.space.asked)) if only_here >> n & 1]
        for number in met:
            if self.space.level(standing, waited, without=number) != high:
                return number
        return met[0]

    def _steps_up(self, name: str) -> Iterator[StepUp]:
        """Every pair that might lead to a milder level, found without looking at other answers."""
        question = self.plan.question(self.event, name)
        if not question.levelled:
            return
        single = self.space.choices(name)
        ranks = sorted({effect.rank for _, effect in single})
        for milder, mild in single:
            for worse, grave in single:
                if grave.rank >= mild.rank or not mild.alive & ~grave.alive:
                    continue  # a worse answer that meets every condition, too, is never milder
                if question.several:
                    for beside, rest in self.space.several(name, (milder, worse)).items():
                        yield (milder, _both(mild, beside)), (worse, _both(grave, beside)), rest
                elif ranks.index(mild.rank) - ranks.index(grave.rank) == 1:
                    yield (milder, mild), (worse, grave), ()

    def _path_of(self, number: int) -> Path:
        floors = len(self.plan.events[self.event].classify.floors)
        key, place = ("floors", number) if number < floors else ("raises", number - floors)
        return ("events", self.event, "classify", key, place, "when")

    def _own_conditions(self) -> Iterator[Problem]:
        """Conditions of this event type's steps and links that nothing meets."""
        kind = self.plan.events[self.event]
        for number, link in enumerate(kind.links):
            if link.when is None or self.asks_unasked(link.when):
                continue
            if not self.meets(Asked(link.when, shifts_level=False), None):
                yield Problem(DEAD, ("events", self.event, "links", number, "when"), at_key=True)
        for path, step in _steps_of(self.plan, self.event):
            if step.when is None or path[0] != "events" or self.asks_unasked(step.when):
                continue
            asked = _of_step(step)
            if not self.meets(asked, None):
                yield Problem(DEAD, (*path, "when"), at_key=True)
            elif not self.meets(asked, self._levels_of(step)):
                yield Problem(NEVER_APPLIES, (*path, "when"), at_key=True)

    def asks_unasked(self, when: When) -> bool:
        """Whether a condition fails for a question that is not asked: a rule says so already."""
        ask = self.plan.events[self.event].classify.ask
        return any(key in self.plan.questions and key not in ask for key in when.terms)

    def _levels_of(self, step: Step) -> frozenset[int] | None:
        plan = self.plan
        if step.only_levels:
            return frozenset(plan.rank(level) for level in step.only_levels)
        return frozenset(range(plan.rank(step.min_level) + 1)) if step.min_level else None

    def meets(self, asked: Asked, ranks: frozenset[int] | None) -> bool:
        """Whether answers meet a condition, at one of some levels if levels are given."""
        if not self._possible(asked):
            return False
        wanted = asked.when.terms.get("min_level")
        if not self.plan.levels or (wanted is None and ranks is None):
            return True
        reached = self._reached_with(asked)
        if wanted is not None:
            reached = frozenset(rank for rank in reached if rank <= self.plan.rank(wanted[0]))
        return bool(reached if ranks is None else reached & ranks)

    def _possible(self, asked: Asked) -> bool:
        return Space(self.plan, self.event, asked).possible()

    def _reached_with(self, asked: Asked) -> frozenset[int]:
        key = f"{sorted(asked.when.terms.items())}{asked.unknown_matches}"
        if key not in self._met:
            space = Space(self.plan, self.event, asked)
            self._met[key] = frozenset(
                space.level(standing, waited)
                for standing in space.everywhere()
                for waited in space.waits
            )
        return self._met[key]


def _dead_everywhere(plan: Plan) -> Iterator[Problem]:
    """Conditions of common steps and of obligations that no event type can meet."""
    cases = [_Case(plan, event) for event in plan.events]
    shared: list[tuple[Path, Asked]] = [
        (("phases", place, "steps", number, "when"), _of_step(step))
        for place, phase in enumerate(plan.phases)
        for number, step in enumerate(phase.steps)
        if step.when
    ]
    shared += [
        (("obligations", name, "when"), Asked(duty.when, shifts_level=False))
        for name, duty in plan.obligations.items()
        if duty.when
    ]
    for path, asked in shared:
        wanted = asked.when.terms.get("event", tuple(plan.events))
        fitting = [case for case in cases if case.event in wanted]
        known = [case for case in fitting if not case.asks_unasked(asked.when)]
        if known and not any(case.meets(asked, None) for case in known):
            yield Problem(DEAD, path, at_key=True)


def _of_step(step: Step) -> Asked:
    when = step.when or When()
    return Asked(when, shifts_level=False, unknown_matches=step.when_unknown == "apply")


def _steps_of(plan: Plan, event: str) -> Iterator[tuple[Path, Step]]:
    """Every step of an event type but its first ones, with the common ones."""
    kind = plan.events[event]
    for place, phase in enumerate(plan.phases):
        if phase.id not in kind.skip:
            for number, step in enumerate(phase.steps):
                yield ("phases", place, "steps", number), step
    for phase_id, steps in kind.steps.items():
        for number, step in enumerate(steps):
            yield ("events", event, "steps", phase_id, number), step


def _both(one: Effect, beside: Effect) -> Effect:
    return Effect(min(one.rank, beside.rank), one.alive | beside.alive, unsure=False)


def _told(example: Example) -> str:
    """The other answers of an example, in the order they are asked."""
    told: list[str] = []
    while example is not None:
        example, name, label = example
        told.append(f"{name} = {label}")
    return f" ({', '.join(reversed(told))})" if told else ""
