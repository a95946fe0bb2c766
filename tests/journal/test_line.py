"""One line: what may stand in it and what may not."""

import json
import re
import shutil
import subprocess
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tmplan.journal.line import FIELDS, GREATEST, LIMIT, START, Line, TooLong, decode, encode

LINE = Line(
    v=1,
    incident="INC-20261123-7k3q",
    mode="real",
    writer="w0123456789abcdef",
    seq=0,
    lc=1,
    ts="2026-11-23T10:00:00.000+08:00",
    at=None,
    mono_ms=7,
    boot="boot",
    clk=None,
    actor="李雷",
    role="chief",
    type="step.done",
    data={"step": "isolate"},
    deps=None,
    prev=START,
    hash="",
)

SCRIPT = r"""
prev=$(printf '0%.0s' {1..64}); n=0
while IFS= read -r line; do
  body=${line%,\"hash\":\"*}; h=$(printf %s "$body" | sha256sum | cut -c1-64)
  [ "$line" = "$body,\"hash\":\"$h\"}" ] &&
  [ "$(printf %s "$line" | jq -r '"\(.seq) \(.prev)"')" = "$n $prev" ] || { echo "BAD line $((n+1))"; exit 1; }
  prev=$h; n=$((n+1))
done < "$1"; echo "ok $n head $prev"
"""
needs_shell = pytest.mark.skipif(
    not all(map(shutil.which, ("bash", "jq", "sha256sum"))), reason="needs bash, jq, sha256sum"
)


def written(line: Line = LINE, **changes: object) -> Line:
    raw, seal = encode(replace(line, **changes))
    assert raw.endswith(f',"hash":"{seal}"}}\n'.encode())
    return decode(raw)


def sealed(body: str | bytes) -> bytes:
    """A line whose hash is right, whatever stands in it."""
    body = body.encode() if isinstance(body, str) else body
    return body + b',"hash":"' + sha256(body).hexdigest().encode() + b'"}\n'


def body(**changes: object) -> dict[str, object]:
    raw, _ = encode(LINE)
    fields = json.loads(raw)
    del fields["hash"]
    return fields | changes


def text(fields: object) -> str:
    return json.dumps(fields, ensure_ascii=False, separators=(",", ":"))[:-1]


def test_fields_stand_in_the_order_of_the_contract():
    raw, _ = encode(replace(LINE, at="2026-11-23T09:00+08:00", clk="back", deps={"w": "0:a"}))
    assert tuple(json.loads(raw)) == FIELDS
    assert FIELDS == (
        "v", "incident", "mode", "writer", "seq", "lc", "ts", "at", "mono_ms", "boot", "clk",
        "actor", "role", "type", "data", "deps", "prev", "hash",
    )  # fmt: skip


def test_what_is_optional_is_left_out():
    raw, _ = encode(LINE)
    assert not {"at", "clk", "deps"} & json.loads(raw).keys()


def test_chinese_is_readable_in_the_file():
    assert "李雷" in encode(LINE)[0].decode()


def test_a_line_survives_the_way_there_and_back():
    line = written(data={"a": [1, True, None, "x", {"b": "c"}], "hash": 'x,"hash":"y"'})
    assert line == replace(LINE, data=line.data, hash=line.hash)
    assert line.data == {"a": [1, True, None, "x", {"b": "c"}], "hash": 'x,"hash":"y"'}


def test_the_hash_is_over_all_bytes_before_it():
    raw, seal = encode(LINE)
    assert sha256(raw[: raw.rindex(b',"hash":"')]).hexdigest() == seal


@pytest.mark.parametrize(
    "sign",
    ["\x00", "\x1b", "\n", "\x7f", "\x80", "\x9b", "\x9f", "\u061c", "\u200e", "\u200f",
     "\u202a", "\u202e", "\u2066", "\u2069", "\u2028", "\u2029"],
)  # fmt: skip
def test_signs_that_steer_a_terminal_are_escaped(sign):
    raw, _ = encode(replace(LINE, actor=f"li{sign}", data={f"k{sign}": sign}))
    assert sign not in raw.decode().removesuffix("\n")
    line = decode(raw)
    assert (line.actor, line.data) == (f"li{sign}", {f"k{sign}": sign})


def test_halves_of_characters_are_replaced_and_whole_ones_joined():
    line = written(data={"half": "a\ud800b", "pair": "\ud83d\ude00"})
    assert line.data == {"half": "a\ufffdb", "pair": "😀"}


@pytest.mark.parametrize(
    "value",
    [1.5, float("nan"), float("inf"), GREATEST + 1, -GREATEST - 1, 10**400, {1, 2}, b"x", object()],
    ids=str,
)
def test_what_other_readers_would_see_differently_is_refused(value):
    for data in ({"x": value}, {"x": [value]}, {"x": {"y": [{"z": value}]}}):
        with pytest.raises(ValueError, match=r".*"):
            encode(replace(LINE, data=data))


def test_keys_that_become_equal_are_refused():
    for data in ({1: "a", "1": "b"}, {"\ud800": 1, "\ud801": 2}):
        with pytest.raises(ValueError, match="twice"):
            encode(replace(LINE, data=data))


def test_numbers_up_to_the_limit_are_kept():
    assert written(data={"x": [GREATEST, -GREATEST]}).data == {"x": [GREATEST, -GREATEST]}


def test_64_kib_fit_and_one_more_byte_does_not():
    room = LIMIT - len(encode(replace(LINE, data={"t": ""}))[0])
    assert len(encode(replace(LINE, data={"t": "x" * room}))[0]) == LIMIT
    with pytest.raises(TooLong):
        encode(replace(LINE, data={"t": "x" * (room + 1)}))


def test_nesting_without_end_is_refused():
    deep: list[object] = []
    for _ in range(5000):
        deep = [deep]
    with pytest.raises(ValueError, match=r".*"):
        encode(replace(LINE, data={"x": deep}))
    with pytest.raises(ValueError, match=r".*"):
        decode(sealed(text(body()).replace('"isolate"', "[" * 20_000 + "]" * 20_000)))


@pytest.mark.parametrize(
    "raw",
    {
        "nothing": b"",
        "only a newline": b"\n",
        "no object": sealed("[1"),
        "not JSON": sealed("{nothing"),
        "a byte-order mark": sealed(b"\xef\xbb\xbf" + text(body()).encode()),
        "not UTF-8": sealed(text(body()).encode().replace("李".encode(), b"\xff")),
        "something behind": sealed(text(body()))[:-1] + b" \n",
        "another version": sealed(text(body(v=2))),
        "true as a version": sealed(text(body(v=True))),
        "an unknown field": sealed(text(body(extra=1))),
        "a moment without offset": sealed(text(body()).replace('"mono_ms"', '"at":"2026-11-23","mono_ms"')),
        "no moment": sealed(text(body()).replace('"mono_ms"', '"at":"yesterday","mono_ms"')),
        "another mode": sealed(text(body(mode="rehearsal"))),
        "another writer": sealed(text(body(writer="w1"))),
        "a number below nought": sealed(text(body(seq=-1))),
        "a counter below one": sealed(text(body(lc=0))),
        "a number as text": sealed(text(body(seq="0"))),
        "a fraction": sealed(text(body(mono_ms=1.0))),
        "an exponent": sealed(text(body(data={"x": 1})).replace('"x":1', '"x":1e3')),
        "not a number": sealed(text(body(data={"x": 1})).replace('"x":1', '"x":NaN')),
        "a large number": sealed(text(body(seq=GREATEST + 1))),
        "a large number within": sealed(text(body(data={"x": [{"y": GREATEST + 1}]}))),
        "a number of 5000 digits": sealed(text(body()).replace('"mono_ms":7', '"mono_ms":' + "7" * 5000)),
        "time without milliseconds": sealed(text(body(ts="2026-11-23T10:00:00+08:00"))),
        "time without offset": sealed(text(body(ts="2026-11-23T10:00:00.000"))),
        "a month that is none": sealed(text(body(ts="2026-13-23T10:00:00.000+08:00"))),
        "clk forward": sealed(text(body()).replace('"actor"', '"clk":"forward","actor"')),
        "a short hash before": sealed(text(body(prev="00"))),
        "out of order": sealed(text(dict(reversed(body().items())))),
        "a field twice": sealed(text(body()).replace('"v":1', '"v":1,"v":1')),
        "a key twice": sealed(text(body()).replace('"step":', '"step":"a","step":')),
        "a key twice, spaced": sealed(text(body()).replace('"step":', '"step" :"a","step":')),
        "a key twice, within": sealed(text(body(data={"x": [{"y": 1}]})).replace('"y":1', '"y":1,"y":2')),
        "a raw tab": sealed(text(body()).replace('"step":', '"step":\t')),
        "a raw escape": sealed(text(body()).replace("isolate", "iso\x1blate")),
        "a raw C1": sealed(text(body()).replace("isolate", "iso\x9blate")),
        "a raw DEL": sealed(text(body()).replace("isolate", "iso\x7flate")),
        "a raw bidi sign": sealed(text(body()).replace("isolate", "iso\u202elate")),
        "half a character": sealed(text(body()).replace("isolate", "\\ud800")),
        "an object as a head": sealed(text(body()).replace(',"prev"', ',"deps":{"w":{}},"prev"')),
        "the hash in capitals": encode(LINE)[0].replace(encode(LINE)[1].encode(), encode(LINE)[1].upper().encode()),
    }.items(),
    ids=lambda pair: pair[0],
)  # fmt: skip
def test_bytes_that_no_writer_puts_down_are_refused(raw):
    with pytest.raises(ValueError, match=r".*"):
        decode(raw[1])


def test_the_builder_of_bad_lines_builds_good_ones_too():
    assert decode(sealed(text(body()))) == decode(encode(LINE)[0])


def test_spaces_and_escapes_of_another_writer_are_accepted():
    spaced = json.dumps(body())[:-1]
    assert decode(sealed(spaced)).actor == "李雷"


def test_text_that_looks_like_a_key_is_no_key():
    assert written(data={"t": 'a":b', "u": "c : d", "w": '\\":'}).data["t"] == 'a":b'


@given(st.binary(max_size=200))
def test_any_bytes_are_a_line_or_refused(raw):
    try:
        line = decode(raw)
    except ValueError:
        return
    assert encode(line)[0].rstrip() == raw.rstrip()


JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-GREATEST, GREATEST) | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=10,
)


@given(st.dictionaries(st.text(), JSON, max_size=5), st.text())
def test_all_plain_data_comes_back(data, actor):
    raw, seal = encode(replace(LINE, data=data, actor=actor))
    assert decode(raw) == replace(LINE, data=data, actor=actor, hash=seal)
    assert not re.search(rb"[\x00-\x09\x0b-\x1f\x7f]", raw)


@given(st.integers(0, 400), st.integers(0, 7))
def test_one_flipped_bit_is_always_seen(place, bit):
    raw = bytearray(encode(LINE)[0])
    raw[place % (len(raw) - 1)] ^= 1 << bit
    with pytest.raises(ValueError, match=r".*"):
        decode(bytes(raw))


def shell(path: Path) -> str:
    command = ["bash", "-c", SCRIPT, "verify", str(path)]
    return subprocess.run(command, capture_output=True, text=True, check=False).stdout


@needs_shell
def test_anybody_can_check_the_chain_with_the_shell(five):
    with five.open().writing() as writing:
        writing.append(
            replace_data(
                writing, {"hash": 'x,"hash":"y"', "t": '中文 \u202e\x9b\x1b \\ " $x `y` %s'}
            )
        )
    last = five.open().read().lines[-1]
    assert shell(five.file()) == f"ok 6 head {last.hash}\n"
    five.file().write_bytes(five.file().read_bytes().replace(b'"n":3', b'"n":7'))
    assert shell(five.file()) == "BAD line 4\n"


def replace_data(_writing, data):
    from tmplan.journal.file import Draft

    return Draft(actor="li", role="chief", type="told", data=data)


def test_the_script_is_the_one_of_the_contract():
    contract = Path(__file__).parents[2] / "docs" / "journal.md"
    if not contract.exists():
        pytest.skip("the journal is not documented yet")
    assert SCRIPT.strip() in contract.read_text("utf-8")
