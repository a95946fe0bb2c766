"""In which file each piece of a plan stands, where the plan has several."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path as FilePath
from typing import Any, Final

from tmplan.plan.problem import Path, Problem, Related
from tmplan.plan.source import Source, locate

_DEEPEST: Final = 3
"""How many keys lead to the deepest piece that may stand elsewhere: a person."""


@dataclass(frozen=True, slots=True)
class Home:
    """A file, and how many of the first keys of a path in the plan are not written in it."""

    source: Source
    left_out: int = 0


@dataclass(frozen=True, slots=True)
class Homes:
    """The file of the plan, and the other files by the paths of the pieces they hold."""

    plan: Source
    moved: Mapping[Path, Home] = field(default_factory=dict)

    def placed(self, problems: Iterable[Problem]) -> Iterator[Problem]:
        """The problems, each at its place in its file; those with a place keep it."""
        # file by file, because only the maps of a few files are kept
        for each in sorted(problems, key=lambda each: self._at(each.path).source.name):
            related = tuple(self._near(near) for near in each.related)
            if each.span is not None:
                yield replace(each, related=related)
                continue
            home = self._at(each.path)
            path = each.path[home.left_out :]
            span = locate(home.source, path, at_key=each.at_key)
            yield replace(each, path=path, span=span, related=related, file=self._name(home))

    def _near(self, near: Related) -> Related:
        if near.span is not None:
            return near
        home = self._at(near.path)
        path = near.path[home.left_out :]
        return replace(near, path=path, span=locate(home.source, path), file=self._name(home))

    def _at(self, path: Path) -> Home:
        lengths = range(1, min(len(path), _DEEPEST) + 1) if self.moved else ()
        found = (self.moved.get(path[:length]) for length in lengths)
        return next((each for each in found if each), Home(self.plan))

    def _name(self, home: Home) -> str:
        return "" if home.source is self.plan else home.source.name


@dataclass(frozen=True, slots=True)
class Joined:
    """A plan's words with those of its parts, and what was wrong on the way.

    ``homes`` says what stands in which part. ``whole`` is false if something that the plan may
    define could not be read.
    """

    words: dict[str, Any]
    problems: tuple[Problem, ...] = ()
    homes: Mapping[Path, Home] = field(default_factory=dict)
    sources: tuple[Source, ...] = ()
    digests: Mapping[str, str] = field(default_factory=dict)
    whole: bool = True


def placed_in(source: Source, problems: Iterable[Problem]) -> Iterator[Problem]:
    """Problems of a file that is not the plan itself, each at its place there."""
    for each in Homes(source).placed(problems):
        related = tuple(replace(near, file=near.file or source.name) for near in each.related)
        yield replace(each, file=source.name, related=related)


def is_inside(folder: FilePath, name: str) -> bool:
    """Whether a name leads to a place in this folder, whatever links lie on the way."""
    path = FilePath(name)
    if path.is_absolute() or path.drive or ".." in path.parts or "\\" in name:
        return False
    try:
        return (folder / path).resolve().is_relative_to(folder.resolve())
    except (OSError, ValueError, RuntimeError):
        return False
