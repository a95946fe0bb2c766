"""A file as it is written: its entries in order, each with the comments that belong to it."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Final

from tmplan.plan.margin import DEEPEST, Stop
from tmplan.plan.source import Unreadable, listen

_REMARK: Final = re.compile(r"#[^\n]*|(?<=\n)[ \t]*(?=\n)")
_DASH: Final = re.compile(r"(?<!\S)-(?!\S)")
HEADER: Final = re.compile(
    r"(?P<properties>(?:[&!]\S*[ \t]+)*)(?P<signs>[|>][-+0-9]*)[ \t]*(?P<remark>#[^\n]*)?"
)
"""The first line of a block of text."""

BLOCK: Final = ("|", ">")


@dataclass(slots=True)
class Written:
    """One value: a stretch of the text, and the entries inside it if it is a group or a list.

    ``stop`` is where the reader says that it ends, ``end`` leaves out the blank lines there.
    ``style`` is the sign it begins with: `|`, `>`, a quote, `[`, `{`, `*`, or nothing. ``flow``
    means brackets. ``after`` are the comments behind its last entry.
    """

    start: int
    end: int
    stop: int
    style: str
    text: str = ""
    anchor: str = ""
    flow: bool = False
    column: int = 0
    entries: "list[Entry]" = field(default_factory=list)
    after: list[str] = field(default_factory=list)
    owner: "Entry | None" = None
    quote: bool = False


@dataclass(slots=True)
class Entry:
    """A key with its value, or an item of a list: then there is no key.

    ``before`` are the comment lines above it, "" for a blank line; ``beside`` those at the end
    of its line; ``after`` those below it where it has no value.
    """

    at: int
    key: Written | None
    value: Written
    holder: Written
    column: int = 0
    before: list[str] = field(default_factory=list)
    beside: list[str] = field(default_factory=list)
    after: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Outline:
    """A whole file: what stands above its first entry, its top group, and all its comments."""

    head: list[str]
    root: Written
    remarks: tuple[str, ...]


def outline(text: str) -> Outline:
    """The outline of a text that can be read without an error and whose top is a group."""
    clerk = _Clerk(text)
    listen(text, clerk)
    clerk.gap(len(text))
    remarks = _Remarks(text, clerk.entries, clerk.root)
    for at, said in clerk.remarks:
        remarks.place(at, said)
    known = tuple(sorted(said for _, said in clerk.remarks if said))
    return Outline(remarks.finish(), clerk.root, known)


def keys_read(text: str) -> Iterator[Written]:
    """The keys of a text, up to the place where it cannot be read any further."""
    clerk = _Clerk(text)
    with suppress(Stop, Unreadable):
        listen(text, clerk)
    yield from (entry.key for entry in clerk.entries if entry.key)
    if clerk.key:
        yield clerk.key


class _Clerk:
    """Hears the events of a file and writes down entries, and what stands between them."""

    def __init__(self, text: str) -> None:
        self.root = Written(0, 0, 0, "")
        self.entries: list[Entry] = []
        self.remarks: list[tuple[int, str]] = []
        self._text = text
        self._at = 0
        self._between = ""
        self.key: Written | None = None
        self._open: list[Written] = []

    def document(self, start: int, end: int) -> None:
        """A document begins; there is only one."""

    def scalar(
        self,
        value: str,
        style: str | None,
        tag: str | None,
        anchor: str | None,
        start: int,
        end: int,
    ) -> None:
        """Text is a key where one is due, else a value."""
        self.gap(start)
        written = Written(start, end, end, style or "", value)
        if written.style in BLOCK:
            self._trim(written)
        self._put(written)
        self._at = written.end

    def open_mapping(self, tag: str | None, anchor: str | None, start: int, end: int) -> None:
        """A group begins."""
        self._begin("{", anchor, start, end)

    def open_sequence(self, tag: str | None, anchor: str | None, start: int, end: int) -> None:
        """A list begins."""
        self._begin("[", anchor, start, end)

    def close(self, start: int, end: int) -> None:
        """The innermost group or list ends; nothing is written there in block style."""
        if end > start:
            self.gap(start)
            self._at = end
        written = self._open.pop()
        written.end = written.stop = max(self._at, written.start)

    def alias(self, name: str, start: int, end: int) -> None:
        """A part from above is repeated here."""
        self.gap(start)
        self._put(Written(start, end, end, "*"))
        self._at = end

    def gap(self, end: int) -> None:
        """What stands before the next value: signs, comments and blank lines."""
        between = self._text[self._at : end]
        if "#" in between or "\n" in between:
            for found in _REMARK.finditer(self._text, self._at, end + 1):
                if found.start() < end:
                    self.remarks.append((found.start(), found[0].rstrip()))
            between = _REMARK.sub(lambda found: " " * len(found[0]), between)
        self._between = between

    def _begin(self, style: str, anchor: str | None, start: int, end: int) -> None:
        bracket = end > start and self._text[end - 1] in "[{"
        flow = bracket or (bool(self._open) and self._open[-1].flow)
        self.gap(start)
        written = Written(start, end, end, style, anchor=anchor or "", flow=flow)
        self._put(written)
        if len(self._open) >= DEEPEST:
            raise Stop
        self._at = end if bracket else start
        self._open.append(written)

    def _put(self, written: Written) -> None:
        if not self._open:
            self.root = written
            return
        holder = self._open[-1]
        at = written.start
        if holder.style == "{":
            if self.key is None:
                self.key = written
                return
            at = self.key.start
        elif not holder.flow and (dash := _DASH.search(self._between)):
            at = self._at + dash.start()
        column = at - self._text.rfind("\n", 0, at) - 1
        written.owner = Entry(at, self.key, written, holder, column)
        if not holder.entries:
            holder.column = column
        holder.entries.append(written.owner)
        self.entries.append(written.owner)
        self.key = None

    def _trim(self, written: Written) -> None:
        """A block of text ends with its last line, and a comment may stand in its first."""
        text = self._text[written.start : written.stop]
        header = HEADER.match(text)
        if header and header["remark"]:
            at = written.start + header.start("remark")
            self.remarks.append((at, header["remark"].rstrip()))
        keep = header is not None and "+" in header["signs"]
        written.end = written.start + len(text.removesuffix("\n") if keep else text.rstrip(" \n"))


class _Remarks:
    """Gives every comment to the entry that it belongs to.

    What stands alone on a line belongs to the entry below it; where that is indented less, to
    the end of the innermost group or list that is indented no deeper than the comment.
    """

    def __init__(self, text: str, entries: list[Entry], root: Written) -> None:
        self._text = text
        self._entries = entries
        self._starts = [entry.at for entry in entries]
        self._root = root
        self._head: list[str] = []
        self._blank: int | None = None

    def place(self, at: int, said: str) -> None:
        """One comment, or a blank line; in the order of the file."""
        after = bisect_right(self._starts, at)
        if self._blank != after:
            self._end_gap()
        if not said:
            self._blank = None if after and _is_due(self._entries[after - 1], at) else after
            return
        line = self._text.rfind("\n", 0, at) + 1
        if self._text[line:at].strip(" \t"):
            self._beside(after, at).append(said)
            return
        home = self._home(after, at, at - line)
        if self._blank is not None:
            home.append("")
        self._blank = None
        home.append(said)

    def finish(self) -> list[str]:
        """What stands above the first entry and belongs to the file as a whole.

        Of comments with a blank line between them, the last ones belong to the first entry.
        """
        self._end_gap()
        head = self._head
        if "" not in head or not self._entries:
            return head
        cut = len(head) - head[::-1].index("")
        self._entries[0].before[:0] = head[cut:]
        return head[:cut]

    def _end_gap(self) -> None:
        """A blank line with no comment below it belongs to the next entry."""
        if self._blank == 0:
            self._head.append("")
        elif self._blank is not None and self._blank < len(self._entries):
            self._entries[self._blank].before.append("")
        self._blank = None

    def _beside(self, after: int, at: int) -> list[str]:
        if not after:
            return self._head
        last = _closed(self._entries[after - 1], at)
        return self._root.after if last.holder.flow and last.holder.end <= at else last.beside

    def _home(self, after: int, at: int, column: int) -> list[str]:
        if not after:
            return self._head
        last = self._entries[after - 1]
        if _is_due(last, at):
            return last.before
        below = self._entries[after] if after < len(self._entries) else None
        if below and below.holder.owner is last:
            return below.before
        last = _closed(last, at)
        if last.holder.flow:
            return below.before if below and below.holder is last.holder else last.holder.after
        margin = below.column if below else -1
        if last.value.start == last.value.stop and column > max(last.column, margin):
            return last.after
        holder: Written | None = last.holder
        while holder and holder.column > margin:
            if holder.column <= column:
                return holder.after
            holder = holder.owner.holder if holder.owner else None
        return below.before if below else self._root.after


def _is_due(entry: Entry, at: int) -> bool:
    """Whether the value of an entry begins only behind this place, or is `[]` around it."""
    value = entry.value
    return (value.flow and value.start > at) or (value.end > at and not value.entries)


def _closed(entry: Entry, at: int) -> Entry:
    """The entry that ends last before this place: its brackets are closed."""
    while entry.holder.flow and entry.holder.end <= at and entry.holder.owner:
        entry = entry.holder.owner
    return entry
