"""Show and ask: the only place that writes to the screen, and the only one that reads from it.

Everything shown passes through `plain`, so text out of a plan, a journal or a keyboard is seen
and never obeyed. Rich and prompt_toolkit are imported here alone, and only when they are needed.
"""

import errno
import json
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from functools import cache
from shutil import get_terminal_size
from typing import TYPE_CHECKING, Any, Final, Literal, TextIO

from tmplan.cli.settings import current
from tmplan.cli.spoken import advise, explain
from tmplan.cli.text import escape, half_width, is_hidden, mended, pad, plain, width, wrap
from tmplan.errors import AnswerNeeded, FileTrouble, Interrupted, TmplanError, reason
from tmplan.i18n import say

if TYPE_CHECKING:
    from prompt_toolkit import PromptSession
    from rich.console import Console

__all__ = [
    "DRILL_MARK",
    "EndOfInput",
    "as_json",
    "ask",
    "block",
    "columns",
    "complain",
    "document",
    "half_width",
    "is_terminal",
    "line",
    "pad",
    "painted",
    "plain",
    "progress",
    "read_input",
    "rehearse",
    "table",
    "talk",
    "unheard",
    "width",
    "wrap",
]

Style = Literal["title", "good", "bad", "warn", "dim", "drill"]
_STYLES: Final = {
    "title": "bold",
    "good": "green",
    "bad": "bold red",
    "warn": "yellow",
    "dim": "dim",
    "drill": "bold magenta",
}


DRILL_MARK: Final = "演练 / DRILL | "
"""The same in every language, so that nobody takes a drill for the real thing."""
_MOST_INPUT: Final = 8 * 1024 * 1024


class EndOfInput(AnswerNeeded):
    """Somebody was asked, and the input ended, or there is nobody to ask."""


def is_terminal() -> bool:
    """Whether a person can be asked: input and output are a terminal, or --interactive says so."""
    return current().interactive or (_is_tty(sys.stdin) and _is_tty(sys.stdout))


def rehearse() -> None:
    """From now on every line that is said or asked begins with the mark of a drill."""
    _marks.append(DRILL_MARK)


def columns(*, err: bool = False) -> int:
    """How wide a line may be: what the terminal leaves beside the mark; in a pipe, no limit."""
    if _is_tty(_stream(err=err)) or current().interactive:
        return max(get_terminal_size().columns - width(_mark()), 20)
    return sys.maxsize


def line(text: str = "", *, style: Style | None = None, indent: int = 0, err: bool = False) -> None:
    """One paragraph: wrapped and coloured at a terminal, as it is in a pipe."""
    mark = _mark()
    margin = mark + " " * indent
    room = columns(err=err)
    shown = plain(text).removeprefix(mark)
    lines = shown.split("\n") if room == sys.maxsize else wrap(shown, room - indent)
    _put("\n".join(margin + each if each else "" for each in lines), style=style, err=err)


def block(text: str, *, err: bool = False) -> None:
    """Text that is laid out already."""
    _put(plain(text), style=None, err=err)


def painted(text: str) -> None:
    """Text that is laid out, coloured and made harmless already."""
    _put(text, style=None)


def talk(text: str = "", *, style: Style | None = None, indent: int = 0) -> None:
    """A message beside the result: with --json it goes to standard error."""
    line(text, style=style, indent=indent, err=current().json)


def complain(error: TmplanError) -> None:
    """Say on standard error what went wrong and what to do next, and go on."""
    if isinstance(error, Interrupted):
        line(explain(error), style="warn", err=True)
    else:
        line(say("Error: {sentence}", sentence=explain(error)), style="bad", err=True)
    if error.hint:
        line(say("Hint: {sentence}", sentence=advise(error)), err=True)


def table(headers: Sequence[str], rows: Sequence[Sequence[object]], *, err: bool = False) -> None:
    """A table: folded to the width at a terminal, plain columns in a pipe."""
    cells = [[plain(str(cell)) for cell in row] for row in (headers, *rows)]
    text = _plain_columns(cells) if columns(err=err) == sys.maxsize else _rich_table(cells, err=err)
    _put("\n".join(_mark() + each for each in text.split("\n")), style=None, err=err)


def document(value: object) -> None:
    """One JSON document on standard output; ASCII only when the stream is not UTF-8."""
    _put(as_json(value), style=None)


def as_json(value: object) -> str:
    """A document as it can stand on standard output: nothing in it steers a terminal."""
    utf8 = (getattr(sys.stdout, "encoding", None) or "").lower().replace("-", "") == "utf8"
    text = json.dumps(value, ensure_ascii=not utf8, indent=2, allow_nan=False)
    return "".join(_json_escape(char) if is_hidden(char) else char for char in text)


@contextmanager
def progress(count: int) -> Iterator[Callable[[], None]]:
    """A bar on standard error while many things are done, if somebody can see it.

    What it yields is called once for each thing done.
    """
    if not _is_tty(sys.stderr) or current().json:
        yield lambda: None
        return
    from rich.progress import Progress

    with Progress(console=_rich(err=True), transient=True) as bar:
        task = bar.add_task("", total=count)
        yield lambda: bar.advance(task)


def read_input() -> bytes:
    """All of standard input, but of more than any file may have only as much as shows that.

    Raises:
        FileTrouble: it is closed or cannot be read.
    """
    try:
        return sys.stdin.buffer.read(_MOST_INPUT)
    except (AttributeError, ValueError):
        raise FileTrouble("standard input is closed", hint="give a file instead of -") from None
    except OSError as error:
        raise FileTrouble("standard input cannot be read: {reason}", reason=reason(error)) from None


def ask(
    prompt: str, *, default: str | None = None, toolbar: Callable[[], str] | None = None
) -> str:
    """What a person answers, stripped; the default if that is nothing.

    ``toolbar`` gives a line that is shown and renewed below the prompt where the terminal can.

    Raises:
        EndOfInput: the input ended, or there is no terminal to ask at.
        Interrupted: Ctrl-C.
    """
    if not is_terminal():
        raise EndOfInput(
            "an answer is needed, but there is no terminal to ask at",
            hint="answer with --answers FILE or one command per act; --interactive asks anyway",
        )
    *before, last = plain(prompt).split("\n")
    for each in before:
        talk(each)
    try:
        answer = mended(_read(_mark() + last, toolbar))
    except EOFError:
        talk()
        raise EndOfInput(
            "the input ended before everything was answered",
            hint="what is recorded is safe",
        ) from None
    except KeyboardInterrupt:
        talk()
        raise Interrupted(
            "interrupted",
            hint="what is recorded is safe",
        ) from None
    return default if default is not None and not answer else answer


def _read(prompt: str, toolbar: Callable[[], str] | None) -> str:
    if _is_tty(sys.stdin) and _is_tty(_talk_stream()):
        session = _session()
        if session is not None:
            # set, not passed: a session keeps what it was passed for the prompts that follow
            session.bottom_toolbar = None if toolbar is None else lambda: plain(_mark() + toolbar())
            session.refresh_interval = 1 if toolbar else 0
            return session.prompt(prompt)
    return _read_plainly(prompt)


def _read_plainly(prompt: str) -> str:
    if _is_tty(sys.stdin) and not current().json:
        with suppress(ImportError):  # without it a backspace may cut a Chinese character in two
            import readline  # noqa: F401
        return input(prompt)
    _put(prompt, style=None, err=current().json, end="")
    answer = sys.stdin.readline() if sys.stdin else ""
    if not answer:
        raise EOFError
    return answer


@cache
def _session() -> "PromptSession[str] | None":
    """A prompt that edits Chinese rightly, or nothing where this terminal cannot have one."""
    try:
        from prompt_toolkit import PromptSession
        from prompt_toolkit.output import create_output

        session = PromptSession[str](output=create_output(stdout=_talk_stream()))
        # the warning about old terminals would be in English, and changes nothing
        session.app.renderer.cpr_not_supported_callback = None
    except Exception:  # noqa: BLE001 - a prompt that cannot start must not stop a response
        talk(say("this terminal has no line editor; plain input is used"), style="dim")
        return None
    return session


def _rich_table(cells: list[list[str]], *, err: bool) -> str:
    from rich.box import SIMPLE_HEAD
    from rich.table import Table
    from rich.text import Text

    shown = Table(box=SIMPLE_HEAD, show_edge=False, pad_edge=False)
    for number, header in enumerate(cells[0]):
        shown.add_column(Text(header), overflow="fold", no_wrap=number == 0)  # ids stay whole
    for row in cells[1:]:
        shown.add_row(*(Text(cell) for cell in row))
    console = _rich(err=err)
    with console.capture() as captured:
        console.print(shown, width=columns(err=err))
    return captured.get().removesuffix("\n")


def _plain_columns(cells: list[list[str]]) -> str:
    flat = [[" ".join(cell.split("\n")) for cell in row] for row in cells]
    widths = [max(width(cell) for cell in column) for column in zip(*flat, strict=True)]
    return "\n".join(
        "  ".join(pad(cell, wide) for cell, wide in zip(row, widths, strict=True)).rstrip()
        for row in flat
    )


def _put(text: str, *, style: Style | None, err: bool = False, end: str = "\n") -> None:
    stream = _stream(err=err)
    try:
        if style and current().color and _is_tty(stream):
            from rich.text import Text

            _rich(err=err).print(Text(text, style=_STYLES[style]), soft_wrap=True)
        else:
            stream.write(text + end)
            stream.flush()
    except OSError as error:
        _go_on_unheard(error, err=err)


def _go_on_unheard(error: OSError, *, err: bool) -> None:
    """Nobody reads on, or the output is full: that stops no response, the status still tells."""
    unheard = open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123, SIM115 - until we leave
    if err:
        sys.stderr = unheard
        return
    sys.stdout = unheard
    # EINVAL is what Windows says when nobody reads a pipe any more
    if not isinstance(error, BrokenPipeError) and error.errno != errno.EINVAL:
        _trouble.append(
            FileTrouble(
                "the output cannot be written: {reason}",
                hint="what was recorded is safe: `tmplan incident list` shows it",
                reason=reason(error),
            )
        )


def unheard() -> FileTrouble | None:
    """Why not everything could be shown, if the output failed on the way."""
    return _trouble[0] if _trouble else None


_trouble: Final[list[FileTrouble]] = []
_marks: Final[list[str]] = []


def _mark() -> str:
    return DRILL_MARK if _marks else ""


@cache
def _rich(*, err: bool) -> "Console":
    from rich.console import Console

    return Console(
        file=_stream(err=err),
        color_system="auto" if current().color else None,  # None drops bold and dim as well
        markup=False,
        emoji=False,
        highlight=False,
    )


def _stream(*, err: bool) -> TextIO:
    return sys.stderr if err else sys.stdout


def _talk_stream() -> TextIO:
    return _stream(err=current().json)


def _is_tty(stream: Any) -> bool:
    try:
        return bool(stream.isatty())
    except (AttributeError, ValueError):  # no stream at all, or a closed one
        return False


def _json_escape(char: str) -> str:
    return json.dumps(char)[1:-1] if ord(char) > 0x7F else escape(char).replace("\\x", "\\u00")
