"""A plan in several files: what stands in its parts is put beside what stands in the plan."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from hashlib import sha256
from pathlib import Path as FilePath
from typing import Final, Literal

from pydantic import Field

from tmplan.errors import FileTrouble, Word
from tmplan.plan.duty import Category, Notice, Obligation
from tmplan.plan.encoding import LIMIT_MB
from tmplan.plan.event import EventType
from tmplan.plan.homes import Home, Joined, is_inside, placed_in
from tmplan.plan.index import Group, Reference, refs, word
from tmplan.plan.misfit import OTHER_KIND
from tmplan.plan.model import Plan
from tmplan.plan.problem import Code, Path, Problem, Related, Severity, Span
from tmplan.plan.question import Question
from tmplan.plan.rules import duplicate_id
from tmplan.plan.schema import doubts, fit, words_in
from tmplan.plan.shape import is_kind
from tmplan.plan.source import Source, locate, parse
from tmplan.plan.words import Id, Words

PART_KEY: Final = "tmplan-part"
MOST: Final = 100
_LARGEST: Final = LIMIT_MB * 1024 * 1024
"""Bytes of a plan and its parts together: as many as one file may have."""

_E: Final = Severity.ERROR

OUTSIDE: Final = Code(
    "TM012",
    "part-outside",
    _E,
    "the part {file} is not inside the folder of the plan",
    "name a file inside that folder, with `/` between folders, such as `parts/fire.yaml`",
)
UNREAD: Final = Code(
    "TM013",
    "part-missing",
    _E,
    "the part {file} cannot be read: {why}",
    "check the name, which counts from the folder of the plan, or delete it from `parts`",
)
LISTED_TWICE: Final = Code(
    "TM014",
    "part-listed-twice",
    _E,
    "the part {file} is listed a second time",
    "delete it here",
)
LISTED_FIRST: Final = "the first time is here"
ITSELF: Final = Code(
    "TM015",
    "part-of-itself",
    _E,
    "{file} is the plan itself, which is no part of it",
    "delete it here",
)
TOO_MANY: Final = Code(
    "TM016",
    "too-many-parts",
    _E,
    "a plan has at most {limit} parts; the files from here on are not read",
    "put some of them together",
)
TOO_LARGE: Final = Code(
    "TM017",
    "parts-too-large",
    _E,
    "with this part, the files of the plan hold more than {limit} MB; nothing more is read",
    "check that they are the right files",
)
OF_THE_PLAN: Final = Code(
    "TM018",
    "plan-key-in-part",
    _E,
    "`{key}` stands in the plan itself, not in a part of it",
    "move it there; a part holds `questions`, `events`, `notices`, `obligations` and `supplies`",
)
NESTED: Final = Code(
    "TM018",
    "plan-key-in-part",
    _E,
    "a part has no parts of its own",
    "list them in the plan",
)
ALONE: Final = Code(
    "TM019",
    "part-alone",
    Severity.NOTICE,
    "only the shape of this part was checked; ids and references are checked with its plan",
    "run `tmplan validate` on the plan that lists it",
)
UNLISTED: Final = Code(
    "TM020",
    "part-unlisted",
    Severity.WARNING,
    "no plan that was checked lists this part, so what it holds does not apply",
    "add it to `parts` of its plan, or delete it",
)
DEFINED_TWICE: Final = Code(
    duplicate_id.CODE,
    duplicate_id.NAME,
    duplicate_id.SEVERITY,
    duplicate_id.MESSAGE,
    duplicate_id.HINT,
)


class Part(Words):
    """A file that holds some of what a plan defines by id."""

    tmplan_part: Literal["1"] = Field(alias="tmplan-part")
    questions: dict[Id, Question] = {}
    events: dict[Id, EventType] = {}
    notices: dict[Id, Notice] = {}
    obligations: dict[Id, Obligation] = {}
    supplies: dict[Id, Category] = {}


KINDS: Final[Mapping[str, Word]] = {
    "questions": Word("question"),
    "events": Word("event type"),
    "notices": Word("notice to the public"),
    "obligations": Word("obligation"),
    "supplies": Word("category of supplies"),
}
"""What each section of a part defines."""


def join(
    words: Group, plan: Source, size: int, folder: FilePath, read: Callable[[FilePath], bytes]
) -> Joined:
    """The plan's words with what its parts define; ``size`` counts the bytes of the plan."""
    named = [each for each in refs(words, (), "parts") if word(each.id)]
    if not named:
        return Joined(words)
    binder = _Binder(words, plan, size, folder, read)
    for each in named[:MOST]:
        if binder.size <= _LARGEST:
            binder.take(each)
    for each in named[MOST : MOST + 1]:
        binder.refuse(TOO_MANY, each, limit=MOST)
    return binder.joined()


def fit_part(words: Group) -> tuple[Part | None, list[Problem]]:
    """The part these words make, or None and every place where they do not fit."""
    part, found = fit(Part, words)
    return part, [_in_our_words(each) for each in found]


def _in_our_words(problem: Problem) -> Problem:
    match problem.path:
        case ("parts",):
            return replace(problem, code=NESTED)
        case (str() as key,) if key in Plan.model_fields and key not in Part.model_fields:
            return replace(problem, code=OF_THE_PLAN)
        case _:
            return problem


class _Binder:
    """The parts of one plan, taken in one after the other."""

    def __init__(
        self,
        words: Group,
        plan: Source,
        size: int,
        folder: FilePath,
        read: Callable[[FilePath], bytes],
    ) -> None:
        self.size = size
        self._words = dict(words)
        self._plan = plan
        self._folder = folder
        self._read = read
        self._taken: dict[FilePath, Reference] = {}
        self._problems: list[Problem] = []
        self._homes: dict[Path, Home] = {}
        self._sources: list[Source] = []
        self._digests: dict[str, str] = {}
        self._whole = True

    def joined(self) -> Joined:
        """What came of it."""
        return Joined(
            self._words,
            tuple(self._problems),
            self._homes,
            tuple(self._sources),
            self._digests,
            self._whole,
        )

    def refuse(self, code: Code, named: Reference, **more: object) -> None:
        """Say why a part is not read; without it the plan is not whole."""
        self._problems.append(Problem(code, named.path, {"file": named.id, **more}))
        self._whole = False

    def take(self, named: Reference) -> None:
        """Take in one part, or say why not."""
        if not is_inside(self._folder, named.id):
            return self.refuse(OUTSIDE, named)
        path = self._folder / named.id
        real = path.resolve()
        if real == (self._folder / FilePath(self._plan.name).name).resolve():
            return self.refuse(ITSELF, named)
        first = self._taken.setdefault(real, named)
        if first is not named:
            related = (Related(first.path, LISTED_FIRST),)
            twice = Problem(LISTED_TWICE, named.path, {"file": named.id}, related=related)
            return self._problems.append(twice)
        try:
            data = self._read(path)
        except FileTrouble as why:
            return self.refuse(UNREAD, named, why=why)
        self.size += len(data)
        if self.size > _LARGEST:
            return self.refuse(TOO_LARGE, named, limit=LIMIT_MB)
        source = parse(data, path.as_posix())
        self._sources.append(source)
        self._digests[named.id] = sha256(data).hexdigest()
        inner = list(placed_in(source, self._put_in(source)))
        return self._problems.extend(inner)

    def _put_in(self, source: Source) -> Iterator[Problem]:
        """Put what a part defines beside the plan's; everything that is wrong with it alone."""
        yield from source.problems
        words = words_in(source)
        if words is None or not is_kind(words, Part, PART_KEY):
            self._whole = False
            if words is not None:
                yield Problem(OTHER_KIND, (), {"first": PART_KEY}, span=Span(1, 1, 1, 1))
            return
        left = {**words}
        for key in KINDS:
            if isinstance(words.get(key), dict):
                left[key] = self._put(key, words[key], source)
            else:
                self._whole &= key not in words
        yield from fit_part(left)[1]
        yield from doubts(source, Part)

    def _put(self, key: str, words: Group, source: Source) -> Group:
        """Put a section beside that of the plan; what was there before is left over."""
        own = self._words.get(key, {})
        if not isinstance(own, dict):
            self._whole = False
            return words
        fresh = {name: each for name, each in words.items() if name not in own}
        left = {name: each for name, each in words.items() if name in own}
        if fresh:
            self._words[key] = {**own, **fresh}
        self._problems += [self._defined_twice(key, name, source) for name in left]
        self._homes.update({(key, name): Home(source) for name in fresh})
        return left

    def _defined_twice(self, key: str, name: str, source: Source) -> Problem:
        path = (key, name)
        first = self._homes.get(path, Home(self._plan)).source
        at_first = Related(
            path,
            duplicate_id.FIRST,
            span=locate(first, path, at_key=True),
            file="" if first is self._plan else first.name,
        )
        return Problem(
            DEFINED_TWICE,
            path,
            {"kind": KINDS[key], "id": name},
            at_key=True,
            span=locate(source, path, at_key=True),
            related=(at_first,),
            file=source.name,
        )
