"""The ids and references of a plan, looked up in plain data that may be broken anywhere.

Rules read this and not the model, so that they still run when a key elsewhere is misspelled.
What is missing or of the wrong kind counts as absent: the schema has already said so.
"""

import re
from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from functools import cached_property
from re import Pattern
from typing import Any, Final, NamedTuple

from tmplan.errors import Word
from tmplan.plan.problem import Path

Group = dict[str, Any]

REQUIRED_KINDS: Final = ("report", "assess", "respond", "recover", "review")
KINDS: Final = (*REQUIRED_KINDS, "publish", "handle")
RESERVED_TERMS: Final = frozenset({"event", "min_level", "linked", "outcome"})
"""What a condition may ask for besides questions."""

RESERVED: Final = RESERVED_TERMS | {
    *("unknown", "level", "leader", "anyone", "any", "all", "first", "recovered"),
    *("phase-end", "principal-told"),
}
_BLANK: Final = re.compile(r"\{([^{}]*)\}")
LEADER: Final = "leader"
ANYONE: Final = "anyone"
EXAMPLE_MARKS: Final = ("待替换", "TBD")
"""What plainly says that a real name or number is still to be written here."""


class StepAt(NamedTuple):
    """A step and where it stands; phase None means before classification (``first``)."""

    path: Path
    words: Group
    event: str | None
    phase: str | None


class Reference(NamedTuple):
    """An id somebody wrote to name something defined elsewhere, and where it is written."""

    path: Path
    id: str


class Definition(NamedTuple):
    """An id that is given to something, where, and among which others it must be the only one."""

    path: Path
    id: str
    kind: Word
    among: Path = ()
    at_key: bool = False


class Script(NamedTuple):
    """What a scenario file says of itself: whether it is there, its event type, its plan."""

    found: bool
    event: str = ""
    is_ours: bool = False


class WhenAt(NamedTuple):
    """A condition and where it stands; ``event`` is the event type it belongs to, if any."""

    path: Path
    terms: Group
    event: str | None


class LevelTable(NamedTuple):
    """The answers or bands of a question, each with its id and its level if it has one."""

    path: Path
    question: str
    rows: tuple[tuple[Path, str, str | None], ...]


def group(value: Any) -> Group:
    """The value if it is a group of keys, else an empty one."""
    return value if isinstance(value, dict) else {}


def listed(value: Any) -> list[Any]:
    """The value if it is a list, else an empty one."""
    return value if isinstance(value, list) else []


def word(value: Any) -> str | None:
    """The value if it is text that says something."""
    return value if isinstance(value, str) and value.strip() else None


def number(value: Any) -> Decimal | None:
    """The value if it is a number."""
    try:
        found = Decimal(value) if isinstance(value, str) else None
    except InvalidOperation:
        return None
    return found if found is not None and found.is_finite() else None


def blanks(notice: Group) -> tuple[str, ...]:
    """The names in braces in the text of a notice, each once."""
    text = word(notice.get("text")) or ""
    return tuple(dict.fromkeys(found.strip() for found in _BLANK.findall(text)))


@dataclass(frozen=True)
class Index:
    """A plan as plain data.

    ``people_elsewhere`` says that a file of people could not be read. Without ``today``, rules
    about dates say nothing; without ``scripts``, those about scenario files.
    """

    words: Group
    people_elsewhere: bool = False
    today: date | None = None
    scripts: Mapping[str, Script] | None = None

    @cached_property
    def organisation(self) -> Group:
        """Who acts."""
        return group(self.words.get("organisation"))

    @cached_property
    def roles(self) -> Mapping[str, Group]:
        """Every role by id."""
        return self._groups(self.organisation, "roles")

    @cached_property
    def groups(self) -> Mapping[str, Group]:
        """Every group by id."""
        return self._groups(self.organisation, "groups")

    @cached_property
    def people(self) -> Mapping[str, Group]:
        """Every person by id."""
        return self._groups(self.organisation, "people")

    @cached_property
    def questions(self) -> Mapping[str, Group]:
        """Every question by id."""
        return self._groups(self.words, "questions")

    @cached_property
    def events(self) -> Mapping[str, Group]:
        """Every event type by id."""
        return self._groups(self.words, "events")

    @cached_property
    def notices(self) -> Mapping[str, Group]:
        """Every notice by id."""
        return self._groups(self.words, "notices")

    @cached_property
    def obligations(self) -> Mapping[str, Group]:
        """Every obligation by id."""
        return self._groups(self.words, "obligations")

    @cached_property
    def supplies(self) -> tuple[tuple[Path, Group], ...]:
        """Every supply of every category."""
        return tuple(
            each
            for name, category in group(self.words.get("supplies")).items()
            for each in items(group(category), ("supplies", name), "items")
        )

    @cached_property
    def about(self) -> Group:
        """What the plan is for, who approved it, when it is reviewed."""
        return group(self.words.get("about"))

    @cached_property
    def text(self) -> str:
        """All texts of the plan at once, to see quickly that something is nowhere in it."""
        return "\n".join(self._texts)

    @cached_property
    def _texts(self) -> tuple[str, ...]:
        found: list[str] = []
        waiting: list[Any] = [self.words]
        for below in waiting:  # which grows meanwhile
            for each in below.values() if isinstance(below, dict) else below:
                if isinstance(each, str):
                    found.append(each)
                elif isinstance(each, dict | list):
                    waiting.append(each)
        return tuple(found)

    def holding(self, signs: Iterable[str], like: Pattern[str]) -> list[tuple[Path, str]]:
        """Every text like this, with its path; in each stands a sign, which is quick to see."""
        text = self.text
        near = {each for sign in signs if sign in text for each in self._texts if sign in each}
        wanted = {each for each in near if like.search(each)}
        return list(_texts_among(self.words, wanted)) if wanted else []

    @cached_property
    def levels(self) -> tuple[str, ...]:
        """The ids of the levels, gravest first."""
        found = (word(level.get("id")) for _, level in self.items("levels"))
        return tuple(level for level in found if level)

    @cached_property
    def ranks(self) -> Mapping[str, int]:
        """How grave each level is: 0 is the gravest."""
        ranks: dict[str, int] = {}
        for number, level in enumerate(self.levels):
            ranks.setdefault(level, number)
        return ranks

    @cached_property
    def phases(self) -> tuple[tuple[Path, Group], ...]:
        """The phases in order."""
        return tuple(self.items("phases"))

    @cached_property
    def phase_order(self) -> Mapping[str, int]:
        """Which place in the process each phase has."""
        return {str(phase.get("id")): number for number, (_, phase) in enumerate(self.phases)}

    @cached_property
    def steps(self) -> tuple[StepAt, ...]:
        """Every step of the plan, those of event types after the common ones."""
        return tuple(self._steps())

    @cached_property
    def step_of(self) -> Mapping[str, StepAt]:
        """Every step by id; of equal ids, the first."""
        found: dict[str, StepAt] = {}
        for step in self.steps:
            if name := word(step.words.get("id")):
                found.setdefault(name, step)
        return found

    @cached_property
    def waits(self) -> Mapping[str, tuple[str, ...]]:
        """Which steps each step waits for, each once."""
        return {
            name: tuple(dict.fromkeys(each.id for each in refs(step.words, step.path, "after")))
            for name, step in self.step_of.items()
        }

    @cached_property
    def evidence(self) -> Mapping[str, Group]:
        """Every piece of evidence by id."""
        return {
            name: each
            for step in self.steps
            for _, each in items(step.words, step.path, "evidence")
            if (name := word(each.get("id")))
        }

    def items(self, *path: str) -> Iterator[tuple[Path, Group]]:
        """The groups listed under a path from the top."""
        holder: Any = self.words
        for part in path[:-1]:
            holder = group(holder).get(part)
        yield from items(group(holder), path[:-1], path[-1])

    def ask(self, event: str) -> tuple[str, ...]:
        """The questions an event type asks."""
        asked = listed(group(self.events[event].get("classify")).get("ask"))
        return tuple(each for each in asked if isinstance(each, str))

    def answers(self, question: str, event: str | None = None) -> tuple[str, ...]:
        """The ids a condition may name for this question, for one event type or for any."""
        found: list[str] = []
        for table in self.tables:
            own = table.path[0] == "events"
            if table.question == question and (not own or event in {None, table.path[1]}):
                found += [name for _, name, _ in table.rows]
        return tuple(dict.fromkeys(found))

    @cached_property
    def tables(self) -> tuple[LevelTable, ...]:
        """Every list of answers or bands, the event types' own bands included."""
        return tuple(self._tables())

    def _tables(self) -> Iterator[LevelTable]:
        for name, question in self.questions.items():
            for key in ("answers", "bands"):
                yield _table(question, ("questions", name), key, name)
        for event, kind in self.events.items():
            own = group(group(kind.get("classify")).get("bands"))
            for name in own:
                yield _table(own, ("events", event, "classify", "bands"), name, name)

    def bands(self) -> Iterator[tuple[Path, list[Group]]]:
        """Every list of bands, with the path of the list."""
        for name, question in self.questions.items():
            path: Path = ("questions", name, "bands")
            yield path, [group(each) for each in listed(question.get("bands"))]
        for event, kind in self.events.items():
            for name, own in group(group(kind.get("classify")).get("bands")).items():
                path = ("events", event, "classify", "bands", name)
                yield path, [group(each) for each in listed(own)]

    @cached_property
    def conditions(self) -> tuple[WhenAt, ...]:
        """Every `when` of the plan."""
        return tuple(self._conditions())

    def _conditions(self) -> Iterator[WhenAt]:
        for step in self.steps:
            yield from _when(step.words, step.path, step.event)
        for event, kind in self.events.items():
            path: Path = ("events", event)
            classify = group(kind.get("classify"))
            for key in ("floors", "raises"):
                for at, each in items(classify, (*path, "classify"), key):
                    yield from _when(each, at, event)
            for at, each in items(kind, path, "links"):
                yield from _when(each, at, event)
        for name, duty in self.obligations.items():
            yield from _when(duty, ("obligations", name), None)

    @cached_property
    def definitions(self) -> tuple[Definition, ...]:
        """Every id that is given in the plan."""
        return tuple(self._definitions())

    def _definitions(self) -> Iterator[Definition]:
        for kind, path, holder in self._keyed():
            for name in holder:
                yield Definition((*path, name), name, Word(kind), path, at_key=True)
        for kind, key in (("level", "levels"), ("phase", "phases")):
            yield from _given(Word(kind), self.items(key))
        for step in self.steps:
            yield from _given(Word("step"), [(step.path, step.words)])
            for at, each in items(step.words, step.path, "evidence"):
                yield from _given(Word("piece of evidence"), [(at, each)])
                yield from _given(Word("choice"), items(each, at, "choices"), at)
        for event, words in self.events.items():
            measures = items(words, ("events", event), "prevention")
            yield from _given(Word("measure"), measures)
        for name, category in group(self.words.get("supplies")).items():
            yield from _given(Word("supply"), items(group(category), ("supplies", name), "items"))
        for name, duty in self.obligations.items():
            stages = items(duty, ("obligations", name), "stages")
            yield from _given(Word("stage"), stages, ("obligations", name))
        for table in self.tables:
            kind = "answer" if table.path[-1] == "answers" else "band"
            for path, name, _ in table.rows:
                if name:
                    yield Definition((*path, "id"), name, Word(kind), table.path)

    def _keyed(self) -> Iterator[tuple[str, Path, Group]]:
        for kind, key in (("group", "groups"), ("role", "roles"), ("person", "people")):
            yield kind, ("organisation", key), group(self.organisation.get(key))
        for kind, key in (
            ("question", "questions"),
            ("event type", "events"),
            ("notice to the public", "notices"),
            ("obligation", "obligations"),
            ("category of supplies", "supplies"),
        ):
            yield kind, (key,), group(self.words.get(key))

    def people_of(self, role: str) -> tuple[str, ...]:
        """Who can play a role, the first to call first, each once."""
        words = self.roles.get(role, {})
        found = (each.id for key in ("held_by", "deputies") for each in refs(words, (), key))
        return tuple(dict.fromkeys(found))

    def kind_of(self, phase: str | None) -> str | None:
        """The kind of a phase; `first` for steps before the first phase."""
        return "first" if phase is None else self._kinds.get(phase)

    @cached_property
    def _kinds(self) -> Mapping[str, str]:
        return {str(each.get("id")): str(each.get("kind")) for _, each in self.phases}

    @cached_property
    def role_places(self) -> tuple[Reference, ...]:
        """Every place where a role is named, except in a step."""
        return tuple(self._role_places())

    def _role_places(self) -> Iterator[Reference]:
        yield from refs(self.organisation, ("organisation",), "on_duty")
        for name, each in self.groups.items():
            yield from refs(each, ("organisation", "groups", name), "lead")
        for at, level in self.items("levels"):
            yield from refs(level, at, "led_by")
            yield from refs(group(level.get("tell")), (*at, "tell"), "roles")
        for at, phase in self.phases:
            yield from refs(phase, at, "role")
            yield from refs(group(phase.get("gate")), (*at, "gate"), "role")
        for event, words in self.events.items():
            for at, measure in items(words, ("events", event), "prevention"):
                yield from refs(measure, at, "role")
        for name, notice in self.notices.items():
            yield from refs(notice, ("notices", name), "approve")
        for name, duty in self.obligations.items():
            yield from refs(duty, ("obligations", name), "role")
        for at, supply in self.supplies:
            yield from refs(supply, at, "keeper")

    def level_places(self) -> Iterator[Reference]:
        """Every place where a level is named."""
        for table in self.tables:
            for path, _, level in table.rows:
                if level:
                    yield Reference((*path, "level"), level)
        for name, question in self.questions.items():
            yield from refs(question, ("questions", name), "unknown")
        for event, kind in self.events.items():
            classify = group(kind.get("classify"))
            for at, floor in items(classify, ("events", event, "classify"), "floors"):
                yield from refs(floor, at, "level")
        for step in self.steps:
            yield from refs(step.words, step.path, "min_level")
            yield from refs(step.words, step.path, "only_levels")
        for when in self.conditions:
            yield from refs(when.terms, when.path, "min_level")

    def _steps(self) -> Iterator[StepAt]:
        for path, phase in self.phases:
            for at, step in items(phase, path, "steps"):
                yield StepAt(at, step, None, str(phase.get("id")))
        for event, kind in self.events.items():
            for at, step in items(kind, ("events", event), "first"):
                yield StepAt(at, step, event, None)
            by_phase = group(kind.get("steps"))
            for phase_id in by_phase:
                for at, step in items(by_phase, ("events", event, "steps"), phase_id):
                    yield StepAt(at, step, event, phase_id)

    @staticmethod
    def _groups(holder: Group, key: str) -> Mapping[str, Group]:
        return {name: group(each) for name, each in group(holder.get(key)).items()}


def items(holder: Group, path: Path, key: str) -> Iterator[tuple[Path, Group]]:
    """The groups in the list under a key, each with its path."""
    for number, each in enumerate(listed(holder.get(key))):
        if isinstance(each, dict):
            yield (*path, key, number), each


def refs(holder: Group, path: Path, key: str) -> Iterator[Reference]:
    """The ids under a key, written as one or as a list, each with its path."""
    match holder.get(key):
        case str() as one:
            yield Reference((*path, key), one)
        case list() as many:
            for number, each in enumerate(many):
                if isinstance(each, str):
                    yield Reference((*path, key, number), each)


def _texts_among(value: Any, wanted: Container[str], path: Path = ()) -> Iterator[tuple[Path, str]]:
    """The texts below a value that are wanted; keys are no texts."""
    for key, each in value.items() if isinstance(value, dict) else enumerate(value):
        if isinstance(each, str):
            if each in wanted:
                yield (*path, key), each
        elif isinstance(each, dict | list):
            yield from _texts_among(each, wanted, (*path, key))


def _when(holder: Group, path: Path, event: str | None) -> Iterator[WhenAt]:
    if terms := group(holder.get("when")):
        yield WhenAt((*path, "when"), terms, event)


def _table(holder: Group, path: Path, key: str, question: str) -> LevelTable:
    is_answers = key == "answers"
    rows = []
    for number, (at, row) in enumerate(items(holder, path, key), 1):
        name = word(row.get("id")) or ("" if is_answers else f"band-{number}")
        rows.append((at, name, word(row.get("level"))))
    return LevelTable((*path, key), question, tuple(rows))


def _given(
    kind: Word, found: Iterable[tuple[Path, Group]], among: Path = ()
) -> Iterator[Definition]:
    for path, each in found:
        if name := word(each.get("id")):
            yield Definition((*path, "id"), name, kind, among)
