"""Show and ask: what is shown is never obeyed, and what is typed arrives whole."""

import io
import json
import os
import sys
import textwrap
from pathlib import Path

import pytest

from tmplan.cli import console, settings
from tmplan.cli.text import half_width, mended, pad, plain, width, wrap

SOURCE = Path(__file__).parents[2] / "src"


@pytest.fixture(autouse=True)
def _settings():
    before = settings.current()
    yield
    settings.use(before)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("张三\n李四", "张三\n李四"),
        ("a\x1b[31mb", "a\\x1b[31mb"),
        ("bell\x07 del\x7f csi\x9b", "bell\\x07 del\\x7f csi\\x9b"),
        ("tab\there", "tab\\x09here"),
        ("over\rwritten", "over\\x0dwritten"),
        ("windows\r\nline", "windows\nline"),
        ("abc\u202egnp.exe", "abc\\u202egnp.exe"),
        ("\u2066x\u2069\u200b\ufeff", "\\u2066x\\u2069\\u200b\\ufeff"),
        ("\udce4", "\\udce4"),
        ("\U000e0041", "\\U000e0041"),
        ("[bold]x[/b]", "[bold]x[/b]"),
        ("👨\u200d👩", "👨\u200d👩"),
    ],
)
def test_nothing_shown_is_obeyed(text, shown):
    assert plain(text) == shown
    assert plain(plain(text)) == shown


@pytest.mark.parametrize(
    ("text", "columns"),
    [("", 0), ("abc", 3), ("张三", 4), ("ＡＢ，", 6), ("e\u0301", 1), ("√→", 2)],
)
def test_a_chinese_character_is_two_columns_wide(text, columns):
    assert width(text) == columns
    assert width(pad(text, 10)) == 10
    assert pad(text, 0) == text


@pytest.mark.parametrize(
    ("text", "columns", "lines"),
    [
        ("", 10, [""]),
        ("short", 10, ["short"]),
        ("one two three", 7, ["one two", "three"]),
        ("a\n\nb", 10, ["a", "", "b"]),
        ("一二三四五六", 6, ["一二三", "四五六"]),
        ("一二三，四五", 6, ["一二", "三，四", "五"]),
        ("一二（三四）五", 6, ["一二", "（三", "四）五"]),
        ("断开network连接", 8, ["断开", "network", "连接"]),
        ("  indented words here", 12, ["  indented", "words here"]),
        ("abcdefghij", 4, ["abcd", "efgh", "ij"]),
        ("ab abcdefgh", 4, ["ab", "abcd", "efgh"]),
        ("拨打 138 0000 0000。", 10, ["拨打 138", "0000", "0000。"]),
        ("，，，，", 4, ["，，", "，，"]),
    ],
)
def test_lines_break_where_a_chinese_reader_expects(text, columns, lines):
    assert wrap(text, columns) == lines


@pytest.mark.parametrize("columns", range(2, 30))
def test_no_line_is_too_wide_and_nothing_is_lost(columns):
    text = "立即断开服务器（WAN）的网络，通知“张三”：138 0000，用 network-attack 清单。https://a.cn/xyz"
    lines = wrap(text, columns)
    assert all(width(line) <= columns for line in lines)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")


def test_full_width_signs_become_their_copies():
    assert half_width("１２Ａｂ？　是") == "12Ab? 是"


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("  张三 \n", "张三"),
        ("张\udce4三", "张\ufffd三"),
        ("\ud83d", "\ufffd"),
        ("张三".encode().decode("ascii", "surrogateescape"), "张三"),
        ("pasted\r\nlines", "pasted lines"),
    ],
)
def test_what_was_typed_can_be_written_down(typed, kept):
    assert mended(typed) == kept
    mended(typed).encode()


def test_a_pipe_gets_plain_lines(capsys):
    console.line("很长" * 100, style="bad", indent=2)
    console.line()
    assert capsys.readouterr().out == "  " + "很长" * 100 + "\n\n"


def test_messages_leave_standard_output_to_json(capsys):
    console.talk("a")
    settings.use(settings.Settings(json=True))
    console.talk("b")
    assert capsys.readouterr() == ("a\n", "b\n")


def test_a_table_in_a_pipe_is_columns(capsys):
    console.table(["岗位", "who"], [["组长", "张三\n李四"], ["x", 1]])
    assert capsys.readouterr().out == "岗位  who\n组长  张三 李四\nx     1\n"


@pytest.mark.parametrize("encoding", ["utf-8", "gbk", "ascii"])
def test_a_document_is_json_in_every_encoding(monkeypatch, encoding):
    raw = io.BytesIO()
    stream = io.TextIOWrapper(raw, encoding=encoding, errors="backslashreplace")
    monkeypatch.setattr(sys, "stdout", stream)
    value = {"名": "张三 ✓ \x1b[0m \x7f \x9b \u202e \udce4 \U000e0041 \n"}
    console.document(value)
    text = raw.getvalue().decode(encoding)
    assert json.loads(text) == value
    assert not any(char in text for char in "\x1b\x7f\x9b\u202e")
    assert text.isascii() is (encoding != "utf-8")


def test_nobody_is_asked_without_a_terminal(monkeypatch):
    monkeypatch.setattr(sys, "stdin", io.StringIO("yes\n"))
    with pytest.raises(console.EndOfInput) as caught:
        console.ask("ok?")
    assert caught.value.exit_status == 8


def test_interactive_asks_through_pipes(monkeypatch, capsys):
    settings.use(settings.Settings(interactive=True))
    monkeypatch.setattr(sys, "stdin", io.StringIO("  是 \n\n\n"))
    assert console.ask("第一行\n确认？ ") == "是"
    assert console.ask("再来？ ", default="否") == "否"
    assert console.ask("> ") == ""
    with pytest.raises(console.EndOfInput):
        console.ask("> ")
    assert capsys.readouterr().out == "第一行\n确认？ 再来？ > > \n"


# --- a real terminal -------------------------------------------------------------------------

ASK = """
import sys
from tmplan.cli import console, door, settings
from tmplan import i18n
from tmplan.errors import TmplanError
i18n.speak("zh")
settings.use(settings.Settings(lang="zh", color=True))
try:
    while True:
        answer = console.ask("姓名\\x1b[2J？ ", toolbar=(lambda: "剩余 5 分") if "bar" in sys.argv else None)
        print("GOT", ascii(answer), flush=True)
except TmplanError as error:
    print("END", type(error).__name__, error.exit_status, flush=True)
"""


def at_terminal(code, *words, **env):
    pexpect = pytest.importorskip("pexpect")
    clean = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("TMPLAN_", "LC_", "PYTHON")) and name not in {"LANG", "NO_COLOR"}
    }
    return pexpect.spawn(
        sys.executable,
        ["-W", "error", "-c", textwrap.dedent(code), *words],
        env=clean | {"PYTHONPATH": str(SOURCE), "PYTHONUTF8": "1", "TERM": "xterm-256color"} | env,
        dimensions=(24, 40),
        timeout=20,
    )


def answer_cursor_query(child):
    """Where is the cursor? A real terminal says."""
    child.expect_exact(b"\x1b[6n")
    child.send(b"\x1b[1;1R")


def got(child):
    child.expect(rb"GOT '([^']*)'")
    return child.match[1].decode()


@pytest.mark.slow
def test_chinese_is_typed_and_corrected_at_a_terminal():
    child = at_terminal(ASK)
    answer_cursor_query(child)
    child.expect_exact("姓名\\x1b[2J？".encode())
    child.send("张三明".encode() + b"\x7f\x7f" + "伟".encode() + b"\r")
    assert got(child) == ascii("张伟")[1:-1]
    child.send(b"\x04")
    child.expect(b"END EndOfInput 8")
    child.expect_exact(b"")
    child.close()


@pytest.mark.slow
def test_the_line_below_the_prompt_is_shown():
    child = at_terminal(ASK, "bar")
    answer_cursor_query(child)
    child.expect_exact("剩余 5 分".encode())
    child.send(b"a\r")
    assert got(child) == "a"
    child.close(force=True)


@pytest.mark.slow
def test_control_c_at_a_prompt_is_an_interruption():
    child = at_terminal(ASK)
    answer_cursor_query(child)
    child.expect_exact("姓名".encode())
    child.send(b"\x03")
    child.expect(b"END Interrupted 130")
    child.close()


@pytest.mark.slow
def test_a_terminal_without_line_editor_gets_plain_input():
    broken = """
        import prompt_toolkit.output
        def refuse(**_): raise RuntimeError("NoConsoleScreenBufferError")
        prompt_toolkit.output.create_output = refuse
    """
    child = at_terminal(textwrap.dedent(broken) + ASK)
    child.expect_exact("改用普通输入".encode())
    child.expect_exact("姓名".encode())
    child.send("张三\r".encode())
    assert got(child) == ascii("张三")[1:-1]
    child.send(b"\x04")
    child.expect(b"END EndOfInput 8")
    child.close()


SHOW = """
import sys
from tmplan.cli import console, settings
settings.use(settings.Settings(lang="zh", color="colour" in sys.argv))
console.line("一二三四五六七八九十" * 3 + "。", style="bad", indent=2)
console.table(["步骤", "内容"], [["isolate", "立即断开服务器的外网连接并且通知值班负责人[bold]张三[/b]\\x1b[31m"]])
"""


@pytest.mark.slow
@pytest.mark.parametrize("word", ["colour", "plain"])
def test_a_terminal_gets_wrapped_lines_and_folded_tables(word):
    pexpect = pytest.importorskip("pexpect")
    child = at_terminal(SHOW, word)
    child.expect(pexpect.EOF)
    text = child.before.decode().replace("\r\n", "\n")
    assert ("\x1b[" in text) is (word == "colour")
    seen = __import__("re").sub(r"\x1b\[[0-9;]*m", "", text)
    assert all(width(line) <= 40 for line in seen.splitlines())
    assert seen.startswith("  一二三四五六七八九十一二三四五六七八九\n  十")
    folded = "".join(line[9:].strip() for line in seen.splitlines() if line[:9].strip() != "步骤")
    assert "[bold]张三[/b]\\x1b[31m" in folded
    child.close()
