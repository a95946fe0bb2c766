"""Plain data out of the events of a YAML reader, and everything a plan may not do with YAML.

Every scalar stays text exactly as written; its field decides later what it means. What is merely
odd is noted, and reading goes on, so that people see all of it at once.
"""

import re
from typing import Final

from tmplan.plan import codes, doubtful, escapes, punctuation, repeats
from tmplan.plan.encoding import FORBIDDEN
from tmplan.plan.margin import DEEPEST, Margin, Stop
from tmplan.plan.problem import Code, Path

MOST_DOUBTS: Final = 10_000
TEXT_TAG: Final = "tag:yaml.org,2002:str"
NULLS: Final = frozenset({"", "~", "null", "Null", "NULL"})

_ODD_KEYS: Final = frozenset({None, "<<"})
# A key nothing can be stored under, so that its value is still read. NUL is in no text.
_UNUSABLE: Final = "\0"

Mapping = dict[str, object]
Sequence = list[object]
_Open = tuple[Mapping | Sequence | None, str | None, int, int]


class Builder:
    """The value under construction; one method for each kind of event, in file order.

    ``start`` and ``end`` count characters from 0. ``value`` holds what is complete so far.
    """

    def __init__(self, text: str, margin: Margin) -> None:
        self.value: object | None = None
        self.doubts: list[tuple[Path, Code, str]] = []
        self.last = (0, 0)
        self._text = text
        self._margin = margin
        self._documents = 0
        self._holder: Mapping | Sequence | None = None
        self._key: str | None = None
        self._start = 0
        self._flow = 0  # where the bracket of this group or list ends, if it has one
        self._parents: list[_Open] = []
        self._anchors: dict[str, object] = {}
        self._repeated = 0
        self._root = 0
        self._unusable = False
        self._escapes = "\\" in text
        self._swallows = punctuation.swallows(text)

    @property
    def bracket(self) -> int | None:
        """Where the innermost bracket that is still open stands."""
        return self._flow - 1 if self._flow else None

    @property
    def depth(self) -> int:
        """How many groups and lists are open."""
        return len(self._parents)

    def document(self, start: int, end: int) -> None:
        """A document begins; a plan is one."""
        self._documents += 1
        if self._documents > 1:
            self._margin.note(codes.SEVERAL_DOCUMENTS, start, max(end, start + 1))
            raise Stop

    def finish(self) -> None:
        """The file ends: look at the whole."""
        if self.value is None:
            self._margin.note(codes.EMPTY_FILE, 0, 0)
        elif isinstance(self.value, str):
            self._mark(punctuation.root(self._text, *self.last))
        elif not isinstance(self.value, dict):
            self._margin.note(codes.ROOT, self._root, self._root + 1)

    def scalar(
        self,
        value: str,
        style: str | None,
        tag: str | None,
        anchor: str | None,
        start: int,
        end: int,
    ) -> None:
        """Text, or nothing if it is unquoted and empty, `~` or `null`."""
        self.last = (start, end)
        holder = self._holder
        as_key = type(holder) is dict and self._key is None
        content: str | None = value
        if not style:  # the C parser says '' where the other says None
            if value in NULLS and tag is None:
                content = None
            if end in self._swallows and not as_key:
                self._mark(punctuation.swallowed(self._text, end))
            if value:
                first = value[0]
                if (first in doubtful.FIRST or value in doubtful.BOOLEANS) and tag is None:
                    self._doubt(value, start, end, as_key=as_key)
                if (
                    first in punctuation.FIRST
                    or ":" in value
                    or "：" in value
                    or (self._flow and not value.isascii())
                ):
                    self._look_at(value, start, end, as_key=as_key)
            elif self._flow and not as_key:
                self._look_at_lonely_key(start)
        elif style == '"' and self._escapes:
            content = self._unescaped(value, start, end)
        if tag is not None and tag != TEXT_TAG:
            self._note(codes.TAG, start, end, tag=self._sign_at(start, "!"))
        if anchor is not None:
            self._name(anchor, content, start, end)
        if not as_key:
            self._put(content)
        elif type(holder) is dict and content not in holder and content not in _ODD_KEYS:
            self._key = content
        else:
            self._take_odd_key(content, style, start, end)

    def open_mapping(self, tag: str | None, anchor: str | None, start: int, end: int) -> None:
        """A group of keys begins."""
        self._open({}, tag, anchor, start, end)

    def open_sequence(self, tag: str | None, anchor: str | None, start: int, end: int) -> None:
        """A list begins."""
        self._open([], tag, anchor, start, end)

    def close(self, start: int, end: int) -> None:
        """The innermost group or list ends; nothing is written there in block style."""
        done, flow = self._holder, end > start
        start = self._start
        if self._unusable and isinstance(done, dict):
            done.pop(_UNUSABLE, None)
        self._holder, self._key, self._start, self._flow = self._parents.pop()
        self._put(done)
        if flow:
            self.last = (start, end)
            if (
                isinstance(done, dict)
                and len(done) == 1
                and None in done.values()
                and ":" not in self._text[start:end]
                and not self._margin.has_error_on_line_of(start)
            ):
                self._note(codes.UNQUOTED_TEMPLATE, start, end, opening="{")

    def alias(self, name: str, start: int, end: int) -> None:
        """A part from above is repeated here."""
        self.last = (start, end)
        value: object = None
        if name not in self._anchors:
            self._note(codes.UNDEFINED_ALIAS, start, end, alias=name)
        elif self._is_open(self._anchors[name]):
            self._note(codes.RECURSIVE_ALIAS, start, end, alias=name)
        elif self._at_key():
            self._note(codes.NON_TEXT_KEY, start, end)
        else:
            value = self._anchors[name]
            levels, values = repeats.measure(value)
            if len(self._parents) + levels > DEEPEST:
                self._note(codes.TOO_DEEP, start, end, limit=DEEPEST)
                raise Stop
            self._repeated += values
            if self._repeated > repeats.MOST:
                self._note(codes.ALIAS_EXPANSION, start, end, limit=f"{repeats.MOST:,}")
                raise Stop
        self._put(value)

    def _open(
        self,
        new: Mapping | Sequence,
        tag: str | None,
        anchor: str | None,
        start: int,
        end: int,
    ) -> None:
        if len(self._parents) >= DEEPEST:
            self._note(codes.TOO_DEEP, start, end, limit=DEEPEST)
            raise Stop
        if self._at_key():
            if self._text.startswith("{{", start - 1):
                self._note(codes.UNQUOTED_TEMPLATE, start - 1, start + 1, opening="{{")
            else:
                self._note(codes.NON_TEXT_KEY, start, end)
        if tag is not None:
            self._note(codes.TAG, start, end, tag=self._sign_at(start, "!"))
        if anchor is not None:
            self._name(anchor, new, start, end)
        if not self._parents:
            self._root = start
        self._parents.append((self._holder, self._key, self._start, self._flow))
        # a dash or the name of a part may be marked here, too, and neither is a bracket
        flow = end if end > start and self._text[end - 1] in "[{" else 0
        self._holder, self._key, self._start, self._flow = new, None, start, flow

    def _put(self, content: object) -> None:
        holder = self._holder
        if type(holder) is list:
            holder.append(content)
        elif type(holder) is not dict:
            self.value = content
        elif self._key is None:  # what is no text was used as a key
            self._key, self._unusable = _UNUSABLE, True
        else:
            # The first of two equal keys stays: paths then lead to it, too.
            holder.setdefault(self._key, content)
            self._key = None

    def _take_odd_key(self, key: str | None, style: str | None, start: int, end: int) -> None:
        holder = self._holder
        if key is None:
            self._note(codes.NON_TEXT_KEY, start, max(end, start + 1))
        elif key == "<<" and not style:
            self._note(codes.MERGE_KEY, start, end)
        else:
            if isinstance(holder, dict) and key in holder:
                path = (*self._path(), key)
                self._margin.note(codes.DUPLICATE_KEY, start, end, path=path, at_key=True, key=key)
            self._key = key
            return
        self._key, self._unusable = _UNUSABLE, True

    def _doubt(self, value: str, start: int, end: int, *, as_key: bool) -> None:
        code = doubtful.doubt(value)
        if code is None:
            return
        if not as_key:
            if len(self.doubts) < MOST_DOUBTS and not self._is_repeated_key():
                self.doubts.append((self._path(), code, value))
        elif not value.isdecimal() or code is codes.AMBIGUOUS_NUMBER:
            # A key is always text; 1 and "1" are too much alike to mention.
            path = (*self._path(), value)
            self._margin.note(code, start, end, path=path, at_key=True, raw=value)

    def _look_at(self, value: str, start: int, end: int, *, as_key: bool) -> None:
        listed = type(self._holder) is list
        mark = punctuation.plain(
            self._text, value, start, end, as_key=as_key, flow=bool(self._flow), listed=listed
        )
        if mark:
            self._mark(mark)

    def _unescaped(self, value: str, start: int, end: int) -> str:
        mark = escapes.unwanted(self._text, value, start, end)
        if mark is None:
            return value
        self._mark(mark)
        return FORBIDDEN.sub("\ufffd", value)

    def _look_at_lonely_key(self, end: int) -> None:
        """In `{a:b}` the key is `a:b`, and nothing belongs to it."""
        key = self._key or ""
        if ":" in key and self._text.endswith(key, 0, end):
            self._mark(punctuation.missing_space(self._text, end - len(key) + key.index(":")))

    def _name(self, anchor: str, content: object, start: int, end: int) -> None:
        if anchor in self._anchors:
            self._note(codes.ANCHOR_REDEFINED, start, end, anchor=anchor)
        else:
            self._anchors[anchor] = content

    def _is_open(self, value: object) -> bool:
        if not isinstance(value, (dict, list)):
            return False
        return value is self._holder or any(value is each[0] for each in self._parents)

    def _is_repeated_key(self) -> bool:
        return isinstance(self._holder, dict) and self._key in self._holder

    def _at_key(self) -> bool:
        return self._key is None and type(self._holder) is dict

    def _path(self) -> Path:
        """The way to what is being read; a key that cannot be used ends it."""
        holders = [(each[0], each[1]) for each in self._parents[1:]]
        path: list[str | int] = []
        for holder, key in [*holders, (self._holder, self._key)]:
            if isinstance(holder, list):
                path.append(len(holder))
            elif key is None or key == _UNUSABLE:
                break
            else:
                path.append(key)
        return tuple(path)

    def _sign_at(self, start: int, sign: str) -> str:
        """The type mark or name written at the beginning of a value."""
        found = re.compile(rf"{sign}[^\s,\]}}]*").search(self._text, start, start + 200)
        return found[0] if found else sign

    def _mark(self, mark: punctuation.Mark) -> None:
        self._note(mark.code, mark.start, mark.end, **mark.params)

    def _note(self, code: Code, start: int, end: int, **params: object) -> None:
        self._margin.note(code, start, end, path=self._path(), params=params)
