"""A plan in its usual layout: keys in the order of the format, two spaces, comments kept.

Written from the outline of the file, so that every text stays as it was typed.
"""

import re
from collections.abc import Collection
from functools import cache
from typing import Any, Final

from tmplan.plan import codes, doubtful
from tmplan.plan.builder import NULLS
from tmplan.plan.outline import BLOCK, HEADER, Entry, Outline, Written
from tmplan.plan.problem import Path
from tmplan.plan.shape import bare, below, keys_of
from tmplan.plan.words import Words

WIDEST: Final = 100
"""How long a line with brackets may be; a longer group or list gets a line for each entry."""
_STEP: Final = 2
_NOTE: Final = "x-"
_WORD: Final = re.compile(r"[A-Za-z_][A-Za-z0-9_-]*")
_PROPERTIES: Final = re.compile(r"((?:[&!]\S*\s+)*)(.*)", re.DOTALL)
_TRAILING: Final = re.compile(r"(?<![\\ \t])[ \t]+$")


def lay_out(
    text: str,
    outline: Outline,
    model: type[Words],
    doubts: Collection[Path] = (),
    *,
    in_order: bool = True,
) -> str:
    """The text of a file in its usual layout; unquoted values at the doubtful paths get quotes."""
    _mark(outline.root, (), frozenset(doubts))
    if in_order:
        _arrange(outline.root, model)
    return _Pen(text).whole(outline)


def _arrange(value: Written, kind: Any) -> None:
    """Put the keys of every group into the order of the format; own notes go last."""
    order = _places(kind) if isinstance(kind, type) and issubclass(kind, Words) else {}
    for number, entry in enumerate(value.entries):
        _arrange(entry.value, bare(below(kind, entry.key.text if entry.key else number)))
    if order:
        value.entries.sort(key=lambda entry: _place(entry, order))


@cache
def _places(kind: type[Words]) -> dict[str, int]:
    return {key: number for number, key in enumerate(keys_of(kind))}


def _place(entry: Entry, order: dict[str, int]) -> int:
    key = entry.key.text if entry.key else ""
    return order.get(key, len(order) + key.startswith(_NOTE))


def _mark(value: Written, path: Path, doubts: frozenset[Path]) -> None:
    """Note which texts other programs would take for something else."""
    for number, entry in enumerate(value.entries):
        here = (*path, entry.key.text if entry.key else number)
        entry.value.quote = here in doubts
        if entry.key:
            doubt = doubtful.doubt(entry.key.text)
            entry.key.quote = doubt in (codes.AMBIGUOUS_BOOLEAN, codes.AMBIGUOUS_NUMBER)
            entry.key.quote |= doubt is codes.NEEDS_QUOTES and not entry.key.text.isdecimal()
        _mark(entry.value, here, doubts)


class _Pen:
    """Writes line by line."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._lines: list[str] = []
        self._open = False  # a blank line here would be part of the text above

    def whole(self, outline: Outline) -> str:
        """The whole file."""
        self._remarks(outline.head, 0)
        root = outline.root
        if not root.entries:
            self._lines.append(self._inline(root))
        elif outline.head and _without_blanks(self._above(root.entries[0], 0)):
            self._remarks([""], 0)  # comments that moved up are not about the whole file
        self._entries(root, 0)
        while self._lines and not self._lines[-1] and not self._open:
            self._lines.pop()
        return "\n".join([*self._lines, ""])

    def _entries(self, value: Written, indent: int, lead: str = "") -> None:
        """All entries of a group or list; the first may stand behind the dash of an item."""
        for number, entry in enumerate(value.entries):
            if number or not lead:
                above = self._above(entry, indent)
                self._remarks(above if number else _without_blanks(above), indent)
                self._entry(entry, indent, " " * indent)
            else:
                self._entry(entry, indent, lead)
        self._remarks(value.after, indent)

    def _entry(self, entry: Entry, indent: int, lead: str) -> None:
        value, inner = entry.value, indent + _STEP
        opening = lead + (self._key(entry.key) + ":" if entry.key else "-")
        beside = f"  {entry.beside[-1]}" if entry.beside else ""
        self._open = False
        if not self._is_tall(entry, indent):
            first, *more = self._scalar(value, inner) or [""]
            first = f"{opening} {first}" if first else opening
            if value.style in BLOCK or not more:
                first += beside
            elif more:
                more[-1] += beside
            self._lines += [first, *more]
        elif entry.key or value.anchor:
            self._lines.append(opening + (f" &{value.anchor}" if value.anchor else "") + beside)
            self._entries(value, inner)
        else:
            self._entries(value, inner, opening + " ")
        self._remarks(entry.after, inner)

    def _above(self, entry: Entry, indent: int) -> list[str]:
        """The comments above an entry; those that find no other place are put there, too."""
        if entry.key or entry.value.anchor or not self._is_tall(entry, indent):
            return [*entry.before, *entry.beside[:-1]]
        first = self._above(entry.value.entries[0], indent + _STEP)
        return [*entry.before, *entry.beside, *_without_blanks(first)]

    def _is_tall(self, entry: Entry, indent: int) -> bool:
        """Whether a value takes a line for each of its entries."""
        value = entry.value
        if not value.entries:
            return False
        if not value.flow or "\n" in self._text[value.start : value.end]:
            return True
        key = len(self._key(entry.key)) if entry.key else 0
        return indent + key + _STEP + len(self._inline(value)) > WIDEST

    def _key(self, key: Written) -> str:
        written = self._text[key.start : key.end]
        if _WORD.fullmatch(key.text) and not key.quote and key.text not in NULLS:
            return _parted(written)[0] + key.text
        if "\n" in written or key.style in BLOCK or (key.quote and written == key.text):
            return _quoted(key.text)
        return written

    def _scalar(self, value: Written, indent: int) -> list[str]:
        if value.entries or value.style in ("[", "{"):
            return [self._inline(value)]
        if value.style in BLOCK:
            return self._block(value, indent)
        written = self._text[value.start : value.end]
        properties, text = _parted(written)
        if value.quote:
            return [properties + _quoted(value.text)]
        first, *more = text.split("\n")
        if not more:
            return [properties + text] if written else []
        margin = " " * indent
        rest = [_TRAILING.sub("", each.lstrip(" \t")) for each in more]
        return [properties + _TRAILING.sub("", first), *(each and margin + each for each in rest)]

    def _block(self, value: Written, indent: int) -> list[str]:
        """A block of text, moved to its new indentation as a whole."""
        header, _, content = self._text[value.start : value.stop].partition("\n")
        found = HEADER.match(header)
        signs = found["signs"] if found else header
        lines = content.removesuffix("\n").split("\n") if content else []
        given = next((int(each) for each in signs if each.isdigit()), 0)
        filled = (len(each) - len(each.lstrip(" ")) for each in lines if each.strip(" "))
        holder = value.owner.holder.column if value.owner else 0
        depth = holder + given if given else next(filled, indent)
        lines = [each[depth:] for each in lines]
        chomp = "".join(each for each in signs[1:] if not each.isdigit())
        if value.text and not value.text.endswith("\n"):
            chomp = "-"  # the file ended without a line end
        if chomp != "+":
            while lines and not lines[-1]:
                lines.pop()
        self._open = chomp == "+"
        start = next((n for n, each in enumerate(lines) if each.strip(" ")), len(lines))
        sign = str(_STEP) if any(each.startswith(" ") for each in lines[: start + 1]) else ""
        properties = " ".join(found["properties"].split()) + " " if found else ""
        margin = " " * indent
        return [
            properties.lstrip() + signs[0] + sign + chomp,
            *(each and margin + each for each in lines),
        ]

    def _inline(self, value: Written) -> str:
        """A value on one line, in brackets if it has entries."""
        if value.style not in ("[", "{"):
            return "".join(self._scalar(value, 0)) or "null"
        inside = ", ".join(
            (self._key(entry.key) + ": " if entry.key else "") + self._inline(entry.value)
            for entry in value.entries
        )
        name = f"&{value.anchor} " if value.anchor else ""
        return f"{name}[{inside}]" if value.style == "[" else f"{name}{{{inside}}}"

    def _remarks(self, said: list[str], indent: int) -> None:
        for each in said:
            if each:
                self._lines.append(" " * indent + each)
                self._open = False
            elif self._lines and self._lines[-1] and not self._open:
                self._lines.append("")


def _without_blanks(remarks: list[str]) -> list[str]:
    """The same without blank lines at the beginning."""
    first = next((number for number, each in enumerate(remarks) if each), len(remarks))
    return remarks[first:]


def _parted(written: str) -> tuple[str, str]:
    """The name or type mark in front of a text, and the text."""
    if written[:1] not in ("&", "!"):
        return "", written
    found = _PROPERTIES.match(written)
    if not found or not found[1]:
        return "", written
    return " ".join(found[1].split()) + " ", found[2]


def _quoted(text: str) -> str:
    for sign, instead in (("\\", "\\\\"), ('"', '\\"'), ("\n", "\\n"), ("\t", "\\t")):
        text = text.replace(sign, instead)
    return f'"{text}"'
