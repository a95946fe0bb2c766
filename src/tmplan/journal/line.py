"""One line of a journal: what it holds, how it becomes bytes, and how bytes become it again."""

import json
import re
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from itertools import product
from json.scanner import make_scanner
from typing import Any, Final, Never

MODES: Final = ("real", "drill")
START: Final = "0" * 64
"""What the first line of a writer has before it."""
LIMIT: Final = 64 * 1024
"""The longest line in bytes, its newline included."""
GREATEST: Final = 2**53
"""The largest whole number every JSON reader keeps exact."""


@dataclass(frozen=True, slots=True)
class Line:
    """One entry as it stands in a file; the fields are those of the contract, in its order."""

    v: int
    incident: str
    mode: str
    writer: str
    seq: int
    lc: int
    ts: str
    at: str | None
    mono_ms: int
    boot: str
    clk: str | None
    actor: str
    role: str
    type: str
    data: Mapping[str, Any]
    deps: Mapping[str, str] | None
    prev: str
    hash: str

    @property
    def head(self) -> str:
        """The line's number and whole hash, as other writers cite it."""
        return f"{self.seq}:{self.hash}"

    @property
    def place(self) -> tuple[int, str, int, str]:
        """Where the line stands among those of all writers; no clock has a say in it."""
        return self.lc, self.writer, self.seq, self.hash


class TooLong(ValueError):  # noqa: N818 - named by what happened, as all endings are
    """An entry does not fit into one line."""


FIELDS: Final[tuple[str, ...]] = tuple(Line.__slots__)
OPTIONAL: Final = ("at", "clk", "deps")
_TYPES: Final = dict.fromkeys(FIELDS, str) | {
    "v": int, "seq": int, "lc": int, "mono_ms": int, "data": dict, "deps": dict,
}  # fmt: skip
_SHAPES: Final[dict[tuple[str, ...], tuple[type, ...]]] = {
    names: tuple(_TYPES[name] for name in names)
    for left_out in product(*((name, "") for name in OPTIONAL))
    for names in [tuple(name for name in FIELDS if name not in left_out)]
}
_SEAL: Final = b',"hash":"'
_SEALED: Final = len(_SEAL) + 64 + len(b'"}')

# JSON escapes C0 itself. Raw C1, DEL and bidi controls could make a terminal or an editor show
# something else than what is recorded; line separators would break tools that split on them.
_UNSAFE: Final = re.compile("[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]")
_FORBIDDEN: Final = re.compile("[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_HALF: Final = re.compile(r"\\u[dD][89a-fA-F]")
_TIME: Final = re.compile(
    r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}(?:Z|[+-]\d\d:\d\d)", re.ASCII
).fullmatch
_HASH: Final = re.compile("[0-9a-f]{64}").fullmatch
_WRITER: Final = re.compile(r"w[0-9a-f]{16}").fullmatch


def encode(line: Line) -> tuple[bytes, str]:
    """The bytes of a line, newline included, and their hash; the line's own ``hash`` is not read.

    Raises ValueError for anything a journal cannot hold.
    """
    fields = {name: getattr(line, name) for name in FIELDS[:-1]}
    raw, sealed = seal(fields)
    return raw, sealed.hash


def seal(fields: dict[str, object]) -> tuple[bytes, Line]:
    """The bytes of these fields, in the contract's order, and the line that readers will find.

    An optional field that is None is left out. What cannot be read back is never written.
    """
    for name in OPTIONAL:
        if fields[name] is None:
            del fields[name]
    body = safe_json(fields)[:-1].encode()
    raw = b'%b%b%b"}\n' % (body, _SEAL, sha256(body).hexdigest().encode())
    return raw, decode(raw)


def safe_json(value: object) -> str:
    """Compact JSON that can be shown anywhere: nothing in it steers a terminal."""
    try:
        text = _dump(value)
    except (TypeError, RecursionError) as error:
        raise ValueError(str(error)) from error
    if text.isprintable():
        return text
    with suppress(UnicodeError):  # bytes a system without UTF-8 took for no characters
        text = text.encode("utf-8", "surrogateescape").decode("utf-8")
    # Halves of a character are put together where both are there, and replaced where not.
    text = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return _UNSAFE.sub(lambda found: f"\\u{ord(found[0]):04x}", text)


def decode(raw: bytes) -> Line:
    """The line in these bytes, with or without its newline.

    Raises ValueError when they are not exactly what a writer of the contract puts down; whether
    the line follows from the one before is for the chain to say.
    """
    if len(raw) > LIMIT:
        raise TooLong("longer than 64 KiB")
    raw = raw.removesuffix(b"\n")
    body = raw[:-_SEALED]
    if raw[-_SEALED:] != b'%b%b"}' % (_SEAL, sha256(body).hexdigest().encode()):
        raise ValueError("the hash is not that of the bytes")
    found = _scan(raw)
    if tuple(map(type, found.values())) != _SHAPES.get(tuple(found)):
        raise ValueError("a field is missing, unknown, of another type or out of order")
    _refuse_repeated_keys(raw, found)
    line = Line(*map(found.get, FIELDS))  # type: ignore[arg-type]  # the shape says it
    if not (
        line.v == 1
        and line.mode in MODES
        and 0 <= line.seq <= GREATEST
        and 1 <= line.lc <= GREATEST
        and -GREATEST <= line.mono_ms <= GREATEST
        and _WRITER(line.writer)
        and _HASH(line.prev)
        and _TIME(line.ts)
        and datetime.fromisoformat(line.ts)
        and (line.at is None or datetime.fromisoformat(line.at).tzinfo)
        and (line.clk is None or line.clk == "back")
        and (line.deps is None or all(type(head) is str for head in line.deps.values()))
    ):
        raise ValueError("a field holds what it cannot hold")
    return line


def _scan(raw: bytes) -> dict[str, Any]:
    """The JSON object in these bytes, which hold nothing that steers a terminal."""
    text = raw.decode()
    # Only these bytes begin a forbidden character; JSON itself refuses the rest inside a text.
    if (
        b"\x7f" in raw or b"\t" in raw or b"\r" in raw
        or b"\xc2" in raw or b"\xd8" in raw or b"\xe2" in raw
    ) and _FORBIDDEN.search(text):  # fmt: skip
        raise ValueError("a control character stands unescaped")
    try:
        found, end = _read(text, 0)
    except (StopIteration, RecursionError) as error:
        raise ValueError("not JSON") from error
    if type(found) is not dict or end != len(text):
        raise ValueError("not one JSON object")
    if b"\\u" in raw and _HALF.search(text):
        _dump(found).encode()  # half a character raises UnicodeEncodeError, a ValueError
    return found


def _refuse_repeated_keys(raw: bytes, found: dict[str, Any]) -> None:
    """Compare the keys that were read with those that were written.

    Every key is followed by ``":`` unless a space stands between, so equal counts prove that no
    key was lost. Where a text makes the counts differ, each object is asked, which is slower.
    """
    keys = len(found) + len(found["data"]) + _keys_in(found["data"].values())
    if "deps" in found:
        keys += len(found["deps"])
    if keys != raw.count(b'":') or b" :" in raw:
        _read_with_care(raw.decode(), 0)


def _keys_in(values: Iterable[Any]) -> int:
    """How many keys the objects among these values have; refuses numbers that are too large."""
    keys = 0
    for value in values:
        kind = type(value)
        if kind is dict:
            keys += len(value) + _keys_in(value.values())
        elif kind is list:
            keys += _keys_in(value)
        elif kind is int and not -GREATEST <= value <= GREATEST:
            raise ValueError("a number is too large")
    return keys


def _refuse(number: str) -> Never:
    raise ValueError(f"{number} is not a whole number")


def _distinct(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise ValueError("a key stands twice")
    return found


def _plain(value: object) -> object:
    if isinstance(value, Mapping):  # frozen mappings are plain too
        return dict(value)
    raise TypeError(f"{type(value).__name__} cannot stand in a journal")


_dump: Final = json.JSONEncoder(
    ensure_ascii=False, allow_nan=False, separators=(",", ":"), default=_plain
).encode
# The scanner json itself uses; without what stands around it in ``loads`` it is a third faster.
_read: Final = make_scanner(
    json.JSONDecoder(parse_float=_refuse, parse_constant=_refuse)  # type: ignore[arg-type]
)
_read_with_care: Final = make_scanner(
    json.JSONDecoder(  # type: ignore[arg-type]  # the stub knows no decoder
        parse_float=_refuse, parse_constant=_refuse, object_pairs_hook=_distinct
    )
)
