"""What reading a file makes of it, and what it says about the ways people get it wrong."""

import gc
import json
import string
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tmplan.i18n.zh_source import SOURCE as CHINESE
from tmplan.plan import codes
from tmplan.plan.encoding import LIMIT_MB
from tmplan.plan.problem import Severity, Span
from tmplan.plan.source import READERS, Source, ambiguous, locate, parse, parse_with

# What must fail: the text, and the first error as code, line and column.
ERRORS = [
    # the file
    ("a: x\x00y\n", "TM003 1:5"),
    ("标题: x\x07y\n", "TM003 1:6"),
    ("a: b\n# \x7f\n", "TM003 2:3"),
    ("a: x\x9fy\n", "TM003 1:5"),
    ("a: x\ufffey\n", "TM003 1:5"),
    ('a: "\\0"\n', "TM003 1:4"),
    ('a: "x\\e[2J"\n', "TM003 1:4"),
    ("a: x\x85y\n", "TM004 1:5"),
    ("a: b\nc: x\u2028y\n", "TM004 2:5"),
    ("a: x\u2029y\n", "TM004 1:5"),
    ("a: b\rc: d\r", "TM004 1:5"),
    ('a: "\\L"\n', "TM004 1:4"),
    ("a: x\u202ey\n", "TM007 1:5"),
    ("a: x\u2066y\n", "TM007 1:5"),
    ('a: "\\u202e"\n', "TM007 1:4"),
    ("c:\n　　d: e\n", "TM008 2:1"),
    ("c:\n\xa0\xa0d: e\n", "TM008 2:1"),
    ("c:\n  d: e\n\xa0 f: g\n", "TM008 3:1"),
    ("c:\n  d: e\n  　f: g\n", "TM008 3:3"),
    ("c:\n  d: e\n   　f: g\n", "TM008 3:4"),
    ("a：b\nc: d\n", "TM009 1:2"),
    ("标题：预案\n", "TM009 1:3"),
    ("title: 预案\nversion：1\nlanguage: zh\n", "TM009 2:8"),
    ("about:\n  purpose：保障\n  scope: x\n", "TM009 2:10"),
    ("about:\n  purpose：保障\n", "TM009 2:10"),
    ("about:\n  title: 预案\n  purpose：保障\n", "TM009 3:10"),
    ("a: {b：c}\n", "TM009 1:6"),
    ("a: b\n＃注释\nc: d\n", "TM009 2:1"),
    ("steps:\n－ a\n－ b\n", "TM009 2:1"),
    ("a: b\n“c”：d\n", "TM009 2:1"),
    # YAML
    ("a: b ]\nc: d: e\n", "TM128 2:5"),
    ("a: [x]]\n", "TM101 1:7"),
    ("a: 1\na: 2\n", "TM102 2:1"),
    ("a: {b: 1, b: 2}\n", "TM102 1:11"),
    ("a: 1\n'a': 2\n", "TM102 2:1"),
    ("a: *x\n", "TM103 1:4"),
    ("a: &a [*a]\n", "TM104 1:8"),
    ("a: &a {b: {c: *a}}\n", "TM104 1:15"),
    ("a: !!int 1\n", "TM106 1:4"),
    ("a: !include x.yaml\n", "TM106 1:4"),
    ("a: !foo!x 1\n", "TM106 1:4"),
    ("a: ! 1\n", "TM106 1:4"),
    ("a: !<x> 1\n", "TM106 1:4"),
    ("a: !重要 x\n", "TM106 1:4"),
    ("a: !!map {b: c}\n", "TM106 1:4"),
    ("a: !!str {b: c}\n", "TM106 1:4"),
    ("a: !!python/object/apply:os.system [ls]\n", "TM106 1:4"),
    ("<<: {a: b}\n", "TM109 1:1"),
    ("a: &b {c: d}\ne:\n  <<: *b\n", "TM109 3:3"),
    ("a: " + "[" * 70 + "]" * 70, "TM110 1:67"),
    ("a: {b: [x, " + "[" * 3_000, "TM110 1:73"),
    ("", "TM111 1:1"),
    ("\n\n", "TM111 1:1"),
    ("# only\n", "TM111 1:1"),
    ("~\n", "TM111 1:1"),
    ("---\n", "TM111 1:1"),
    (": b\n", "TM112 1:1"),
    ("~: b\n", "TM112 1:1"),
    ("null: b\n", "TM112 1:1"),
    ("? [a]\n: b\n", "TM112 1:3"),
    ("{a: b}: c\n", "TM112 1:1"),
    ("a: &x b\n*x : c\n", "TM112 2:1"),
    ("a: b\n---\nc: d\n", "TM113 2:1"),
    ("a: b\n---\n", "TM113 2:1"),
    ("---\na: b\n...\nc: d\n", "TM113 4:1"),
    ("- a\n- b\n", "TM114 1:1"),
    ("# 注\n[a, b]\n", "TM114 2:1"),
    ("只是文字\n", "TM114 1:1"),
    ("a:\n\tb: c\n", "TM115 2:1"),
    ("\ta: b\n", "TM115 1:1"),
    ("a:\n  b: c\n\td: e\n", "TM115 3:1"),
    ("a:\n  b: c\n  \td: e: f\n", "TM115 3:3"),
    ("a: |\n\tx\n", "TM115 2:1"),
    ("a:\n  - b\n\t- c\n", "TM115 3:1"),
    ("a: @x\n", "TM116 1:4"),
    ("a: `x`\n", "TM116 1:4"),
    ("a: %x\n", "TM116 1:4"),
    ("a: b\n%x: 1\n", "TM116 2:1"),
    ("a: b\n%x\nc: d\n", "TM116 2:1"),
    ("a: *重点*\n", "TM116 1:4"),
    ("a: & b\n", "TM116 1:4"),
    ("a: > 30 min\n", "TM116 1:4"),
    ("a: |x\n", "TM116 1:4"),
    ("a: [紧急] 关闭电源\n", "TM116 1:4"),
    ("a: ]\n", "TM116 1:4"),
    ("a: ,b\n", "TM116 1:4"),
    ("a: - b\n", "TM116 1:4"),
    ("a: ? b\n", "TM116 1:4"),
    ("a: [1, , 2]\n", "TM116 1:8"),
    ('a: "x\n', "TM117 1:4"),
    ("a: 'x\nb: c\n", "TM117 1:4"),
    ('a: "x\nb: "y"\n', "TM117 1:4"),
    ('a: "x\n---\nb: c\n', "TM117 1:4"),
    ("a: [x, 'y]\n", "TM117 1:8"),
    ("a: [x\nb: c\n", "TM118 1:4"),
    ("a: [x, z\n", "TM118 1:4"),
    ("a: {x: z\nb: c\n", "TM118 1:4"),
    ('a: ["x" "z"]\n', "TM118 1:4"),
    ("a: &x q\nb: &x r\n", "TM119 2:4"),
    ('a: "C:\\path"\n', "TM120 1:7"),
    ('a: "\\ud800"\n', "TM120 1:5"),
    ('a: "\\ud83d\\ude00"\n', "TM120 1:5"),
    ('a: "\\U00110000"\n', "TM120 1:5"),
    ('a: "\\x"\n', "TM120 1:5"),
    ("%x\na: b\n", "TM121 1:1"),
    ("# 注\n%YAML 3.0\n---\na: b\n", "TM121 2:1"),
    ("%TAG ! x\n---\na: b\n", "TM121 1:1"),
    ("a: {{ x }} z\n", "TM122 1:4"),
    ("a: {{ x }}\n", "TM122 1:4"),
    ("a: {name} 您好\n", "TM122 1:4"),
    ("a: {name}\n", "TM122 1:4"),
    ("a:b\nc: d\n", "TM124 1:2"),
    ("a: b\nc:d\ne: f\n", "TM124 2:2"),
    ("about:\n  purpose:x\n", "TM124 2:10"),
    ("a: {b:c}\n", "TM124 1:6"),
    ("a: {b:[x]}\n", "TM124 1:6"),
    ("a: {b:, c: d}\n", "TM124 1:6"),
    ("a: [b:]\n", "TM124 1:6"),
    ("a: {\n  b:? c}\n", "TM124 2:4"),
    ("a:\n  -b\n  -c\n", "TM124 2:3"),
    ("a:\n  - b\n  -c\n", "TM124 3:3"),
    ("a:　b\nc: d\n", "TM124 1:2"),
    ("c: d\na:　b\n", "TM124 2:2"),
    ('a: "x" z\n', "TM125 1:8"),
    ("a: 'it's'\n", "TM125 1:8"),
    ("a: b\nb\nc: d\n", "TM127 2:1"),
    ("a: b\n关闭电源\n", "TM127 2:1"),
    ("a: 注意: x\n", "TM128 1:6"),
    ("a: b:\n", "TM128 1:5"),
    ("a: b\n  c: d\n", "TM129 2:3"),
    ("a:\n  b: q\n c: r\n", "TM129 3:2"),
    ("a:\n  - b\n - c\n", "TM129 3:2"),
    ("a: b\n- c\n", "TM129 2:1"),
    ("- a\nb: c\n", "TM129 2:1"),
]

WARNINGS = [
    ("a: x\u200by\n", "TM005 1:5"),
    ("a: x\xady\n", "TM005 1:5"),
    ("a: x\u200dy\n", "TM005 1:5"),
    ("a: x\ufeffy\n", "TM005 1:5"),
    ("\ufeffa: b\nc: \ufeffd\n", "TM005 2:4"),
    ("a: “双十一”\n", "TM010 1:4"),
    ("a: [店铺公告，客服]\n", "TM010 1:9"),
    ("a: [张三、李四]\n", "TM010 1:7"),
    ("a: {b: 是，部分}\n", "TM010 1:9"),
    ("a:\n  - 负责：张三\n  - name：x\n", "TM010 3:9"),
    ("no: b\n", "TM107 1:1"),
    ("on: b\n", "TM107 1:1"),
    ("010: b\n", "TM108 1:1"),
    ("2026-11-23: b\n", "TM208 1:1"),
    ("a: 联系 #3 机房\n", "TM123 1:7"),
    ("a: #双11\n", "TM123 1:4"),
]

CLEAN: list[tuple[str, object]] = [
    ("a: b # note\n", {"a": "b"}),
    ("a: b #!x\n", {"a": "b"}),
    ("a: b#c\n", {"a": "b#c"}),
    ("a: '#3'\nb: \" #3\"\n", {"a": "#3", "b": " #3"}),
    ("a: 1\nb: 1.10\nc: 0571\nd: no\n", {"a": "1", "b": "1.10", "c": "0571", "d": "no"}),
    ("a: ~\nb: null\nc:\nd: Null\n", dict.fromkeys("abcd")),
    ("a: '~'\nb: \"null\"\nc: ''\n", {"a": "~", "b": "null", "c": ""}),
    ("a: !!str no\nb: !!str\n", {"a": "no", "b": ""}),
    ("a: 👨\u200d👩\u200d👧\n", {"a": "👨\u200d👩\u200d👧"}),
    ("a: |\n  各位：\n  　　您好：x #3\n", {"a": "各位：\n　　您好：x #3\n"}),
    ("a: >-\n  x\n  y\n", {"a": "x y"}),
    ("a: |2\n   x\n", {"a": " x\n"}),
    ("a: https://x.y/z:1\nb:\n  https://x.y\n", {"a": "https://x.y/z:1", "b": "https://x.y"}),
    ("a: 08:30\nb: [08:30]\n", {"a": "08:30", "b": ["08:30"]}),
    ("a: 负责：张三，李四\n", {"a": "负责：张三，李四"}),
    ("a:\n- 负责：张三，李四\n", {"a": ["负责：张三，李四"]}),
    ("a: &x\n  b: 张三，李四\n", {"a": {"b": "张三，李四"}}),
    ("a: 【紧急】x\n", {"a": "【紧急】x"}),
    ("a: &x b\nc: *x\n", {"a": "b", "c": "b"}),
    ("a: &x {b: [c]}\nd: [*x, *x]\n", {"a": {"b": ["c"]}, "d": [{"b": ["c"]}] * 2}),
    ('a: "x\\\\y\\u4e2d\\n"\n', {"a": "x\\y中\n"}),
    ("a: 'it''s'\n", {"a": "it's"}),
    ("? a\n: b\n", {"a": "b"}),
    ("---\na: b\n...\n", {"a": "b"}),
    ("%YAML 1.2\n---\na: b\n", {"a": "b"}),
    ("a: b ]\nc: --x\nd: b :c\n", {"a": "b ]", "c": "--x", "d": "b :c"}),
    ("a: =\nb: <<\n", {"a": "=", "b": "<<"}),
    ("a: {b: , c: d}\ne: []\nf: {}\n", {"a": {"b": None, "c": "d"}, "e": [], "f": {}}),
    ('"": x\n1: z\n', {"": "x", "1": "z"}),
    ("x-note: {a: b}\nc: d\n", {"x-note": {"a": "b"}, "c": "d"}),
    ("\ufeffa: b\n", {"a": "b"}),
    ("a: b\r\nc:\r\n  - d\r\n", {"a": "b", "c": ["d"]}),
    ("a: " + "[" * 63 + "]" * 63, None),
]

BROKEN_BYTES = [
    ("标题: 天猫店铺应急预案\n".encode("gbk"), "TM001 1:1", "GBK"),
    ("a: b\nc: 网络攻击\n".encode("gbk"), "TM001 2:4", "GBK"),
    ("a: 𠮷㐀\n".encode("gb18030"), "TM001 1:4", "GB18030"),
    ("a: 網路攻擊與資料外洩的應變計畫\n".encode("big5"), "TM001 1:4", "Big5"),
    ("a: b\n".encode("utf-16"), "TM002 1:1", "UTF-16"),
    ("a: b\n".encode("utf-16-le"), "TM002 1:1", "UTF-16"),
    ("a: b\n".encode("utf-16-be"), "TM002 1:1", "UTF-16"),
    ("a: b\n".encode("utf-32"), "TM002 1:1", "UTF-32"),
    (b"a: \xff\xff\xff\xff\n", "TM011 1:4", "FF FF FF FF"),
    ("标题: x\n".encode() + b"\xe5\n", "TM011 2:1", "E5 0A"),
]


def first(source: Source, severity: Severity) -> str:
    for each in source.problems:
        if each.code.severity is severity and each.span:
            return f"{each.code.id} {each.span.line}:{each.span.column}"
    return ""


def ids(source: Source) -> list[str]:
    return [each.code.id for each in source.problems]


@pytest.fixture(params=READERS, ids=lambda each: each.__name__)
def read(request: pytest.FixtureRequest):
    return lambda text: parse_with(request.param, text.encode(), "plan.yaml")


@pytest.mark.parametrize(("text", "wanted"), ERRORS)
def test_what_must_fail_fails_at_its_place(read, text: str, wanted: str) -> None:
    assert first(read(text), Severity.ERROR) == wanted


@pytest.mark.parametrize(("text", "wanted"), WARNINGS)
def test_what_is_doubtful_warns_and_is_read(read, text: str, wanted: str) -> None:
    source = read(text)
    assert first(source, Severity.WARNING) == wanted
    assert first(source, Severity.ERROR) == ""
    assert isinstance(source.value, dict)


@pytest.mark.parametrize(("text", "value"), CLEAN)
def test_what_is_sound_is_text_as_written(read, text: str, value: object) -> None:
    source = read(text)
    assert source.problems == ()
    if value is not None:
        assert source.value == value


@pytest.mark.parametrize(("data", "wanted", "named"), BROKEN_BYTES)
def test_bytes_that_are_no_text_are_named(data: bytes, wanted: str, named: str) -> None:
    source = parse(data, "plan.yaml")
    assert first(source, Severity.ERROR) == wanted
    assert named in source.problems[0].params.values()
    assert (source.text, source.value) == ("", None)


def test_every_hazard_says_one_thing_only() -> None:
    """A mistake is one problem; what follows from it is not said again."""
    several = {"\x9f", "“c”"}
    for text, wanted in ERRORS:
        if not any(each in text for each in several):
            found = ids(parse(text.encode(), "x"))
            assert len(found) == 1, (text, wanted, found)


def test_every_code_of_reading_has_a_hazard() -> None:
    tried = {wanted.split()[0] for _, wanted in ERRORS + WARNINGS}
    tried |= {wanted.split()[0] for _, wanted, _ in BROKEN_BYTES}
    elsewhere = {"TM006", "TM105"}  # too large for a table
    assert {each.id for each in codes.CODES} - tried == elsewhere


def test_a_file_above_the_limit_is_not_even_decoded() -> None:
    source = parse(b"\xff" * (LIMIT_MB * 1024 * 1024 + 1), "x")
    assert ids(source) == ["TM006"]


def test_tabs_between_words_are_the_one_thing_the_readers_disagree_about() -> None:
    """The reader in Python refuses what YAML allows; better than to read something else."""
    verdicts = [ids(parse_with(each, b"a:\tb\n", "x")) for each in READERS]
    assert verdicts == [[], ["TM115"]][: len(READERS)]


def test_many_mistakes_are_shown_at_once(read) -> None:
    text = "a: !x b\na: c\n~: d\n<<: e\nf: *g\nh: i\u200b\nj:\tk\u2028\nl: [\n"
    found = ids(read(text.replace("\t", " ")))
    assert found == ["TM106", "TM102", "TM112", "TM109", "TM103", "TM005", "TM004", "TM118"]


def test_no_more_than_200_are_shown_and_errors_go_first() -> None:
    source = parse(b"no: b\n" * 300 + b"c: *d\n", "x")
    assert len(source.problems) == 200
    assert {each.code.severity for each in source.problems} == {Severity.ERROR}
    source = parse(("x: \u200b\n" + "".join(f"k{i}: \u200b\n" for i in range(300))).encode(), "x")
    assert ids(source) == ["TM005"] * 200
    source = parse(("".join(f"k{i}: \u200b\n" for i in range(300)) + "a: [").encode(), "x")
    assert ids(source)[-1] == "TM118"


def test_200_errors_before_a_syntax_error_are_enough() -> None:
    text = "".join(f"k{i}: \x07\n" for i in range(300)) + "a: ["
    assert ids(parse(text.encode(), "x")) == ["TM003"] * 200


def test_the_second_of_two_keys_points_at_the_first_which_stays() -> None:
    source = parse("组:\n  a: 一\n  b: 二\n  a: 三\n".encode(), "x")
    (problem,) = source.problems
    assert (problem.path, problem.at_key, problem.span) == (("组", "a"), True, Span(4, 3, 4, 4))
    assert problem.related[0].span == Span(2, 3, 2, 4)
    assert problem.related[0].message == codes.DUPLICATE_FIRST
    assert source.value == {"组": {"a": "一", "b": "二"}}


def test_problems_know_the_path_of_their_value() -> None:
    source = parse(b"a:\n  - {b: x}\n  - {b: [c, *d]}\n", "x")
    assert source.problems[0].path == ("a", 1, "b", 1)


@pytest.mark.parametrize(
    ("raw", "wanted"),
    [
        *((word, "TM107") for word in ("no", "No", "NO", "yes", "on", "Off", "y", "N", "true")),
        *((word, "TM108") for word in ("010", "0777", "0571", "12:30", "1:2:3", "1_000", "1e3")),
        *((word, "TM108") for word in ("12e5678", "0x1F", "0o17", "0b11", ".inf", "-.INF", ".nan")),
        *((word, "TM208") for word in ("1.10", "13800138000", "5", "-5", ".5", "2026-11-23")),
        *((word, "TM208") for word in ("2026-11-23T08:30:00Z", "2026-11-23 08:30:00", "9" * 99)),
        *((word, "") for word in ("08:30", "08:30:15", "1-2", "v1.10", "yEs", "nope", "1.2.3")),
        *((word, "") for word in ("15 min", "step-1", "+", "-", ".", "1e", "0x", "e5", "一", "")),
    ],
)
def test_what_other_readers_see_in_plain_text(raw: str, wanted: str) -> None:
    source = parse(f"a:\n  b: {raw if raw != '-' else 'x-'}\n  c: '{raw}'\n".encode(), "x")
    assert source.problems == ()
    assert [(path, code.id, text) for path, code, text in ambiguous(source)] == (
        [(("a", "b"), wanted, raw)] if wanted else []
    )


PLACES = (
    "标题: 天猫\nsteps:\n  - {id: a, do: 断电}\n  - id: b\n    do: |\n      关\n    why:\nz: q\n"
)


@pytest.mark.parametrize(
    ("path", "at_key", "span"),
    [
        ((), False, Span(1, 1, 8, 5)),
        (("标题",), False, Span(1, 5, 1, 7)),
        (("标题",), True, Span(1, 1, 1, 3)),
        (("steps", 0), False, Span(3, 5, 3, 20)),
        (("steps", 0, "do"), False, Span(3, 17, 3, 19)),
        (("steps", 0, "do"), True, Span(3, 13, 3, 15)),
        (("steps", 1, "id"), False, Span(4, 9, 4, 10)),
        (("steps", 1, "why"), False, Span(7, 5, 7, 8)),
        (("steps", 1, "gone"), False, Span(4, 5, 7, 8)),
        (("steps", 1, "gone"), True, Span(4, 5, 7, 8)),
        (("steps", 9), False, Span(3, 3, 7, 8)),
        (("steps", "id"), False, Span(3, 3, 7, 8)),
        (("z", "deeper", 3), False, Span(8, 4, 8, 5)),
    ],
)
@pytest.mark.parametrize("ending", ["\n", "\r\n"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_every_value_and_key_has_its_place(path, at_key, span, ending, mark) -> None:
    source = parse((mark + PLACES.replace("\n", ending)).encode(), "x")
    assert locate(source, path, at_key=at_key) == span


def test_places_go_through_repeated_parts() -> None:
    source = parse(b"a: &x {b: c}\nd: *x\n", "x")
    assert locate(source, ("d",)) == Span(2, 4, 2, 6)
    assert locate(source, ("d", "b")) == Span(1, 11, 1, 12)


@pytest.mark.parametrize("text", ["", "a: [b", "\x00", "- " * 99, "a: 1\n---\nb: 2\n"])
def test_there_is_always_some_place(text: str) -> None:
    assert locate(parse(text.encode(), "x"), ("a", 0)).line == 1


def test_what_was_read_before_a_syntax_error_has_its_place() -> None:
    assert locate(parse(b"a:\n  b: c\nd: [\n", "x"), ("a", "b")) == Span(2, 6, 2, 7)


WORDS = st.text(alphabet="ab一二：，好 '#-:", min_size=1, max_size=6)
KEYS = st.text(alphabet="abc一二", min_size=1, max_size=3)
VALUES = st.recursive(
    WORDS,
    lambda each: st.lists(each, max_size=3) | st.dictionaries(KEYS, each, max_size=3),
    max_leaves=12,
)


def write(value: object, indent: int = 0) -> str:
    """YAML in block style with every scalar in single quotes."""
    pad = "\n" + " " * indent
    match value:
        case dict() if value:
            return "".join(f"{pad}{key}: {write(each, indent + 2)}" for key, each in value.items())
        case list() if value:
            return "".join(f"{pad}- {write(each, indent + 2)}" for each in value)
        case str():
            return "'" + value.replace("'", "''") + "'"
        case _:
            return json.dumps(value)


def leaves(value: object, path=()):
    if isinstance(value, dict | list):
        for key, each in value.items() if isinstance(value, dict) else enumerate(value):
            yield from leaves(each, (*path, key))
    else:
        yield path, value


@given(st.dictionaries(KEYS, VALUES, min_size=1, max_size=3), st.sampled_from(["\n", "\r\n"]))
def test_what_stands_at_a_place_is_the_value(value: dict[str, object], ending: str) -> None:
    text = write(value).replace("\n", ending)
    source = parse(text.encode(), "x")
    assert source.value == value
    lines = text.split(ending)
    for path, leaf in leaves(value):
        span = locate(source, path)
        assert span.line == span.end_line
        assert lines[span.line - 1][span.column - 1 : span.end_column - 1] == write(leaf)
        if isinstance(path[-1], str):
            key = locate(source, path, at_key=True)
            assert lines[key.line - 1][key.column - 1 : key.end_column - 1] == path[-1]


@given(st.text(alphabet="ab1: \n-[]{}\"'#&*!|>%@`\\,?\t\r　：“<~u\u200b\x00", max_size=40))
def test_nothing_that_is_text_makes_reading_fall_over(text: str) -> None:
    for reader in READERS:
        source = parse_with(reader, text.encode(), "x")
        assert all(each.span for each in source.problems)
        assert source.problems or isinstance(source.value, dict)
        for each in source.problems:
            locate(source, each.path, at_key=each.at_key)
            each.code.message.format_map(each.params)
            each.code.hint.format_map(each.params)


@given(st.binary(max_size=60))
def test_no_bytes_make_reading_fall_over(data: bytes) -> None:
    assert parse(data, "x").name == "x"


def laughs(lines: int, inner: str) -> str:
    text = "a0: &a0 [x,x,x,x,x,x,x,x,x]\n"
    for i in range(1, lines):
        text += f"a{i}: &a{i} {inner.format(','.join([f'*a{i - 1}'] * 9))}\n"
    return text


BOMBS = [
    ("a: " + "[" * 20_000, "TM110"),
    ("a: " + "[" * 100_000, "TM110"),
    ("{a: " * 20_000, "TM110"),
    ("- " * 20_000, "TM110"),
    ("".join(" " * i + "a:\n" for i in range(1_000)), "TM110"),
    (laughs(30, "[{}]"), "TM105"),
    (laughs(30, "{{<<: [{}]}}"), "TM109"),
    ("a: &a " + "x" * 100_000 + "\nb: [" + "*a, " * 9_999 + "]", "TM105"),
    ("a0: &a0 [x]\n" + "\n".join(f"a{i}: &a{i} [*a{i - 1}]" for i in range(1, 5_000)), "TM110"),
    ("a: b" + " " * 1_000_000 + "c #d", "TM123"),
    ("#\n" * 500_000 + "%", "TM121"),
    ("\r" * 1_000_000, "TM004"),
    ("a: ! " + " " * 1_000_000, "TM106"),
    ('a: "' + "\\" * 1_000_000, "TM117"),
]


@pytest.mark.parametrize(("text", "wanted"), BOMBS, ids=[each for _, each in BOMBS])
def test_a_bomb_is_named_in_bounded_time(text: str, wanted: str) -> None:
    before = time.process_time()
    source = parse(text.encode(), "x")
    assert time.process_time() - before < 1
    assert wanted in ids(source)
    assert len(source.problems) <= 200


def test_small_repetitions_are_welcome() -> None:
    text = "a: &a {b: c}\nd: [" + "*a, " * 3_000 + "]"
    assert parse(text.encode(), "x").problems == ()


def test_the_collector_is_left_as_it_was() -> None:
    for data in (b"a: b\n", b"a: [\n"):
        parse(data, "x")
        assert gc.isenabled()
    gc.disable()
    try:
        parse(b"a: b\n", "x")
        assert not gc.isenabled()
    finally:
        gc.enable()


def test_every_code_has_its_own_number_and_both_languages() -> None:
    assert len({each.id for each in codes.CODES}) == len(codes.CODES)
    assert len({each.name for each in codes.CODES}) == len(codes.CODES)
    for code in codes.CODES:
        for sentence in (code.message, code.hint):
            assert not sentence.endswith(".")
            assert named(CHINESE[sentence]) == named(sentence)


def named(sentence: str) -> set[str | None]:
    return {name for _, name, _, _ in string.Formatter().parse(sentence)} - {None}
