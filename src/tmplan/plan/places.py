"""Where every value of a file stands: keys and indexes to stretches of text."""

from dataclasses import dataclass
from typing import Final

from tmplan.plan.margin import DEEPEST, Stop

_NO_TEXT: Final = "\0"


@dataclass(slots=True)
class Place:
    """One value: its stretch of text, and the places inside it, with the stretches of keys."""

    start: int
    end: int
    keys: dict[str, "tuple[int, int, Place]"] | None = None
    items: "list[Place] | None" = None


class Surveyor:
    """Draws the map of a file, as far as it can be read; the same events as the builder hears."""

    def __init__(self) -> None:
        self.root: Place | None = None
        self._here: Place | None = None
        self._key: tuple[str, int, int] | None = None
        self._parents: list[tuple[Place | None, tuple[str, int, int] | None]] = []
        self._anchors: dict[str, Place] = {}
        self._documents = 0

    def document(self, start: int, end: int) -> None:
        """Only the first document has places."""
        self._documents += 1
        if self._documents > 1:
            raise Stop

    def scalar(
        self,
        value: str,
        style: str | None,
        tag: str | None,
        anchor: str | None,
        start: int,
        end: int,
    ) -> None:
        """Text has a place, and is the key of the next one where a key is due."""
        if self._at_key():
            self._key = (value, start, end)
            return
        if start == end and self._key:  # nothing is written here: show its key instead
            _, start, end = self._key
        self._put(Place(start, end), anchor)

    def open_mapping(
        self,
        tag: str | None,
        anchor: str | None,
        start: int,
        end: int,
    ) -> None:
        """A group of keys begins."""
        self._open(Place(start, end, keys={}), anchor)

    def open_sequence(
        self,
        tag: str | None,
        anchor: str | None,
        start: int,
        end: int,
    ) -> None:
        """A list begins."""
        self._open(Place(start, end, items=[]), anchor)

    def close(self, start: int, end: int) -> None:
        """A group or list ends; in block style its end was that of its last value."""
        here = self._here
        self._here, self._key = self._parents.pop()
        if here and end > start:
            here.end = end
        if here and self._here:
            self._here.end = max(self._here.end, here.end)

    def alias(self, name: str, start: int, end: int) -> None:
        """A repeated part stands here, and what is inside it stands above."""
        named = self._anchors.get(name)
        self._put(
            Place(start, end, named.keys if named else None, named.items if named else None), None
        )

    def _open(self, place: Place, anchor: str | None) -> None:
        if len(self._parents) >= DEEPEST:
            raise Stop
        above = self._here
        self._put(place, anchor)
        self._parents.append((above, self._key))
        self._here, self._key = place, None

    def _put(self, place: Place, anchor: str | None) -> None:
        here = self._here
        if anchor:
            self._anchors.setdefault(anchor, place)
        if here is None:
            self.root = place
            return
        here.end = max(here.end, place.end)
        if here.items is not None:
            here.items.append(place)
        elif here.keys is not None:
            if self._key is None:
                self._key = (_NO_TEXT, place.start, place.end)
                return
            key, start, end = self._key
            here.keys.setdefault(key, (start, end, place))
            self._key = None

    def _at_key(self) -> bool:
        return self._key is None and self._here is not None and self._here.keys is not None
