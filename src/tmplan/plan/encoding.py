"""Bytes to text, and the characters that no plan should hold.

YAML readers give up at such bytes with an offset, or, worse, read on; people see neither. So the
bytes are looked at first, and every complaint has a line and a column.
"""

import re
from functools import cache
from typing import Final

from tmplan.plan import codes
from tmplan.plan.margin import Margin, Stop
from tmplan.plan.problem import Code

LIMIT_MB: Final = 5
_BYTES_PER_MB: Final = 1024 * 1024
_WIDE_MARKS: Final = (
    (b"\xff\xfe\x00\x00", "UTF-32"),
    (b"\x00\x00\xfe\xff", "UTF-32"),
    (b"\xff\xfe", "UTF-16"),
    (b"\xfe\xff", "UTF-16"),
)
_SAMPLE: Final = 100_000
_UTF8_MARK: Final = b"\xef\xbb\xbf"
_WIDE_ASCII: Final = re.compile(rb"(?:[\t\n\r -~]\x00){2}|(?:\x00[\t\n\r -~]){2}")

_CONTROL: Final = r"\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufdd0-\ufdef\ufffe\uffff"
_SEPARATOR: Final = r"\x85\u2028\u2029"
_DIRECTION: Final = r"\u202a-\u202e\u2066-\u2069"
_INVISIBLE: Final = (
    r"\xad\u034f\u061c\u115f\u1160\u180e\u200b\u200e\u200f\u2060-\u2064\u3164\ufeff\uffa0"
)
# Joiners hold an emoji or a word of some scripts together; anywhere else they are litter.
_JOINER: Final = r"(?<![\u0600-\u0dff\u2600-\u27bf\ufe0f\U0001f000-\U0001faff])[\u200c\u200d]+"
_ANY_ODD: Final = re.compile(f"[{_CONTROL}{_SEPARATOR}{_DIRECTION}{_INVISIBLE}\u200c\u200d]")
_LONE_BREAK: Final = re.compile("\r(?!\n)")
_KINDS: Final = {
    "control": codes.CONTROL_CHARACTER,
    "separator": codes.ODD_LINE_SEPARATOR,
    "direction": codes.TEXT_DIRECTION,
    "invisible": codes.INVISIBLE_CHARACTER,
}
FORBIDDEN: Final = re.compile(f"[{_CONTROL}{_SEPARATOR}{_DIRECTION}\ud800-\udfff]")
"""Characters that may not come in through an escape such as `\\e` either."""

_STUMBLING: Final = re.compile(f"[{_CONTROL}{_SEPARATOR}\ufeff]")
_SOFT: Final = {"\x85": " ", "\u2028": " ", "\u2029": " ", "\ufeff": "\u2060"}


def decode(data: bytes) -> tuple[str, Margin]:
    """The text of a file, empty if it is none, with what its bytes and characters are guilty of."""
    trouble = Margin("")
    if len(data) > LIMIT_MB * _BYTES_PER_MB:
        trouble.note(codes.TOO_LARGE, 0, 0, limit=LIMIT_MB)
        return "", trouble
    if wide := _wide(data):
        trouble.note(codes.WIDE_ENCODING, 0, 0, encoding=wide)
        return "", trouble
    data = data.removeprefix(_UTF8_MARK)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        return "", _undecodable(data, error)
    return text, _scan(text)


def recode(data: bytes) -> tuple[str, str] | None:
    """The text of a file that is not UTF-8, and its encoding; nothing where that is a guess.

    Wide encodings are certain. Chinese in GBK is, as far as nearly all of its characters are
    common ones and the bytes do not look like UTF-8 that was damaged.
    """
    encoding = _wide(data) or _guess(data)
    codec = encoding
    if encoding == "UTF-16" and not data.startswith((b"\xff\xfe", b"\xfe\xff")):
        codec = "utf-16-be" if data.startswith(b"\x00") else "utf-16-le"
    elif encoding.startswith("GB"):
        high, low = _pairs(data)
        utf8 = sum(byte > 0x7F for byte in data.decode("utf-8", "ignore").encode())
        if high <= 9 * low or 2 * utf8 > sum(byte > 0x7F for byte in data):
            return None
    if not codec or encoding == "Big5":
        return None
    try:
        text = data.decode(codec)
    except UnicodeDecodeError:
        return None
    return None if FORBIDDEN.search(text) else (text, encoding)


def soften(text: str) -> str:
    """The same text, equally long, without the characters that YAML readers stumble over.

    They have been reported; what follows them can still be read, with the right line numbers.
    """
    return _STUMBLING.sub(lambda found: _SOFT.get(found[0], "\ufffd"), text)


@cache
def _odd() -> re.Pattern[str]:
    """Each kind of odd character by name; only a file that has one pays for it."""
    return re.compile(
        f"(?P<control>[{_CONTROL}]+)|(?P<separator>[{_SEPARATOR}]+)"
        f"|(?P<direction>[{_DIRECTION}]+)|(?P<invisible>[{_INVISIBLE}]+|{_JOINER})"
    )


def kind_of(character: str) -> Code:
    """What is wrong with a character that no plan should hold."""
    found = _odd().match(character)
    return _KINDS[(found and found.lastgroup) or "control"]


def name_of(character: str) -> str:
    """The number of a character, as in U+200B, for characters that cannot be seen."""
    return f"U+{ord(character[0]):04X}"


def _wide(data: bytes) -> str:
    for mark, encoding in _WIDE_MARKS:
        if data.startswith(mark):
            return encoding
    return "UTF-16" if _WIDE_ASCII.match(data) else ""


def _undecodable(data: bytes, error: UnicodeDecodeError) -> Margin:
    before = data[: error.start].decode("utf-8")
    margin = Margin(before + "?")
    start = len(before)
    if encoding := _guess(data):
        margin.note(codes.WRONG_ENCODING, start, start + 1, encoding=encoding)
    else:
        found = data[error.start : error.start + 4].hex(" ").upper()
        margin.note(codes.BROKEN_TEXT, start, start + 1, found=found)
    return margin


def _guess(data: bytes) -> str:
    """The Chinese encoding in which these bytes are most likely text.

    Nearly every pair of bytes is a character in both encodings. But in common Chinese text both
    bytes are high in GBK, and every third character or so has a low second byte in Big5.
    """
    if b"\x00" in data:
        return ""
    high, low = _pairs(data)
    order = ("gbk", "gb18030", "big5") if high > 9 * low else ("big5", "gbk", "gb18030")
    return next((each.upper().replace("BIG", "Big") for each in order if _is(data, each)), "")


def _pairs(data: bytes) -> tuple[int, int]:
    """How many pairs of bytes have a high second one, and how many a low one."""
    seconds = [pair[1] for pair in re.findall(rb"[\x81-\xfe][\x40-\xfe]", data[:_SAMPLE])]
    high = sum(second >= 0xA1 for second in seconds)
    return high, len(seconds) - high


def _is(data: bytes, encoding: str) -> bool:
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        return False
    return not FORBIDDEN.search(text)


def _scan(text: str) -> Margin:
    margin = Margin(text)
    try:
        if "\r" in text and (found := _LONE_BREAK.search(text)):
            # Such a file has them on every line, and saying it once is enough.
            _note(margin, codes.ODD_LINE_SEPARATOR, found)
        if _ANY_ODD.search(text):
            for found in _odd().finditer(text):
                _note(margin, _KINDS[found.lastgroup or "control"], found)
    except Stop:
        pass
    return margin


def _note(margin: Margin, code: Code, found: re.Match[str]) -> None:
    margin.note(code, found.start(), found.end(), codepoint=name_of(found[0]))
