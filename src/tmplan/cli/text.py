"""Text for a screen: nothing in it is obeyed, and Chinese characters are two columns wide."""

import unicodedata
from collections.abc import Iterator
from contextlib import suppress
from functools import lru_cache
from typing import Final

_NEVER_FIRST: Final = frozenset("，。、；：？！）】》」』〉〕｝〗…—～·”’％℃,.;:?!)]}%>")
_NEVER_LAST: Final = frozenset("（【《「『〈〔｛〖“‘([{<￥¥#@")
_JOINERS: Final = frozenset("\u200c\u200d")
_HIDDEN: Final = frozenset({"Cc", "Cs", "Cf", "Zl", "Zp"})
_ZERO_WIDTH: Final = frozenset({"Mn", "Me", "Cf"})
_FULL_TO_HALF: Final = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | {0x3000: 0x20}


def plain(text: str) -> str:
    r"""The text with everything a terminal would obey made visible: ``\x1b``, ``\u202e``.

    Newlines stay. Control characters, text-direction marks, invisible formatting and lone
    surrogates do not.
    """
    if text.isascii() and text.replace("\n", "").isprintable():
        return text
    return "".join(escape(char) if is_hidden(char) else char for char in text.replace("\r\n", "\n"))


def is_hidden(char: str) -> bool:
    """Whether this character acts on a terminal, or on its neighbours, instead of being seen."""
    return char != "\n" and char not in _JOINERS and unicodedata.category(char) in _HIDDEN


def escape(char: str) -> str:
    r"""The character as a programmer writes it: ``\x1b``."""
    code = ord(char)
    if code <= 0xFF:
        return f"\\x{code:02x}"
    return f"\\u{code:04x}" if code <= 0xFFFF else f"\\U{code:08x}"


def half_width(text: str) -> str:
    """Full-width letters, digits and signs (１, Ａ, ？) as their half-width copies."""
    return text.translate(_FULL_TO_HALF)


def mended(text: str) -> str:
    """What a person typed, stripped, on one line, with broken characters replaced by U+FFFD."""
    return " ".join(_legible(text).splitlines()).strip()


def _legible(text: str) -> str:
    """Bytes that the system took for no characters: UTF-8, or else GB 18030, or else U+FFFD."""
    if text.isascii() or not any("\ud800" <= char <= "\udfff" for char in text):
        return text
    whole = "".join(
        "\ufffd" if 0xD800 <= ord(char) < 0xDC80 or 0xDD00 <= ord(char) < 0xE000 else char
        for char in text
    )
    data = whole.encode("utf-8", "surrogateescape")
    for encoding in ("utf-8", "gb18030"):
        with suppress(UnicodeDecodeError):
            return data.decode(encoding)
    return data.decode("utf-8", "replace")


def width(text: str) -> int:
    """How many columns the text takes on a screen."""
    return len(text) if text.isascii() else sum(_columns(char) for char in text)


def pad(text: str, columns: int) -> str:
    """The text filled up with spaces to this many columns; longer text stays as it is."""
    return text + " " * (columns - width(text))


def wrap(text: str, columns: int) -> list[str]:
    """The text in lines no wider than this, as a Chinese reader expects them.

    A line may end between two Chinese characters or at a space, not inside an English word, not
    before closing and not after opening punctuation. The indent of a line is kept.
    """
    return [piece for line in text.split("\n") for piece in _wrap_line(line, max(columns, 2))]


def _wrap_line(line: str, columns: int) -> Iterator[str]:
    current = line[: len(line) - len(line.lstrip(" "))]
    current = "" if width(current) >= columns else current
    room = columns - width(current)
    gap = ""
    for unit in _units(line.strip(" ")):
        if unit.isspace():
            gap = unit
            continue
        if width(gap) + width(unit) > room and current.strip():
            yield current
            current, gap, room = "", "", columns
        *full, last = _cut(gap + unit, room, columns)
        for piece in full:
            yield current + piece
            current, room = "", columns
        current, room, gap = current + last, room - width(last), ""
    yield current


def _units(line: str) -> Iterator[str]:
    """The pieces no line may end inside of, and the spaces between them."""
    unit = ""
    for char in line:
        if unit and _may_break(unit[-1], char):
            yield unit
            unit = ""
        unit += char
    if unit:
        yield unit


def _may_break(before: str, after: str) -> bool:
    if (before == " ") != (after == " "):
        return True
    if before == " " or after in _NEVER_FIRST or before in _NEVER_LAST or _columns(after) == 0:
        return False
    return _columns(before) == 2 or _columns(after) == 2


def _cut(unit: str, room: int, columns: int) -> Iterator[str]:
    """A unit as it is, or, if no line can hold it, cut wherever a line is full."""
    piece, left = "", room
    for char in unit:
        if _columns(char) > left:
            yield piece
            piece, left = "", columns
        piece += char
        left -= _columns(char)
    yield piece


@lru_cache(maxsize=4096)
def _columns(char: str) -> int:
    if unicodedata.category(char) in _ZERO_WIDTH:
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1
