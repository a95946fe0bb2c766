"""Everything Typer can say about a wrong command line, in our own sentences."""

from collections.abc import Sequence
from difflib import get_close_matches
from typing import Any, Final

from typer import BadParameter, TyperException
from typer._click.exceptions import (
    BadArgumentUsage,
    BadOptionUsage,
    MissingParameter,
    NoArgsIsHelpError,
    NoSuchOption,
)
from typer.core import TyperArgument, TyperOption

from tmplan.cli.help import alternatives, argument_name
from tmplan.cli.settings import GLOBAL_OPTIONS
from tmplan.errors import WrongUse
from tmplan.i18n import say

EMPTY_CALL: Final = NoArgsIsHelpError
MISUSE: Final = TyperException
_PATH_TROUBLE: Final = (
    "does not exist.",
    "is a file.",
    "is a directory.",
    "is not readable.",
    "is not writable.",
)


def in_our_words(error: TyperException) -> WrongUse:
    """The same mistake, said by us: what is wrong, and what to write instead."""
    command = _command(error)
    match error:
        case NoSuchOption():
            return _no_such_option(error, command)
        case MissingParameter():
            return _missing(error, command)
        case BadParameter():
            return _bad_value(error, command)
        case BadOptionUsage():
            return _bad_option(error, command)
        case BadArgumentUsage():
            return WrongUse(
                "the arguments of `{command}` are not complete",
                hint="see `{command} --help`",
                command=command,
            )
        case _:
            return WrongUse(
                "`{command}` cannot be called like this",
                hint="see `{command} --help`",
                command=command,
            )


def _no_such_option(error: NoSuchOption, command: str) -> WrongUse:
    known = [*_options(error), *GLOBAL_OPTIONS]
    near = get_close_matches(error.option_name, known)
    if near:
        return WrongUse(
            "`{command}` has no option {option}",
            hint="did you mean {near}? All options: `{command} --help`",
            command=command,
            option=error.option_name,
            near=alternatives(near),
        )
    return WrongUse(
        "`{command}` has no option {option}",
        hint="all options: `{command} --help`; text that begins with a dash goes after `--`",
        command=command,
        option=error.option_name,
    )


def _missing(error: MissingParameter, command: str) -> WrongUse:
    choices = _choices(error.param)
    if choices:
        return WrongUse(
            "`{command}` needs {name}",
            hint="choose one of {choices}; more: `{command} --help`",
            command=command,
            name=_name(error.param),
            choices=alternatives(choices),
        )
    return WrongUse(
        "`{command}` needs {name}",
        hint="see `{command} --help`",
        command=command,
        name=_name(error.param),
    )


def _bad_option(error: BadOptionUsage, command: str) -> WrongUse:
    if "does not take" in error.message:
        return WrongUse(
            "the option {option} takes no value",
            hint="leave out everything from the equals sign on; more: `{command} --help`",
            option=error.option_name,
            command=command,
        )
    return WrongUse(
        "the option {option} needs a value",
        hint="write the value after it; more: `{command} --help`",
        option=error.option_name,
        command=command,
    )


def _bad_value(error: BadParameter, command: str) -> WrongUse:
    value, kind, limits = _cause(error)
    choices = _choices(error.param)
    near = get_close_matches(str(value), choices)
    if near:
        return WrongUse(
            "{name} cannot be `{value}`",
            hint="did you mean {near}? All values: `{command} --help`",
            name=_name(error.param),
            value=value,
            near=alternatives(near),
            command=command,
        )
    if choices:
        return WrongUse(
            "{name} cannot be `{value}`",
            hint="choose one of {choices}; more: `{command} --help`",
            name=_name(error.param),
            value=value,
            choices=alternatives(choices),
            command=command,
        )
    return WrongUse(
        "{name} cannot be `{value}`: {why}",
        hint="see `{command} --help`",
        name=_name(error.param),
        value=value,
        why=_why(error.message, kind, limits),
        command=command,
    )


def _why(message: str, kind: str, limits: dict[str, Any]) -> str:
    if kind.startswith("int"):
        return say("a whole number is needed")
    if kind.startswith(("float", "decimal")):
        return say("a number is needed")
    if kind.startswith(("date", "time")):
        return say("a time such as 2026-11-23T09:30 is needed")
    for key in ("ge", "gt"):
        if key in limits:
            return say("at least {least}", least=limits[key])
    for key in ("le", "lt"):
        if key in limits:
            return say("at most {most}", most=limits[key])
    if message.endswith(_PATH_TROUBLE):
        return _path_trouble(message)
    return say("this does not fit here")


def _path_trouble(message: str) -> str:
    if message.endswith("exist."):
        return say("it does not exist")
    if message.endswith("is a file."):
        return say("it is a file")
    if message.endswith("directory."):
        return say("it is a folder")
    return say("access is not permitted")


def _cause(error: BadParameter) -> tuple[object, str, dict[str, Any]]:
    """The value that was refused, and Pydantic's name for the reason with its limits."""
    details = getattr(error.__cause__, "errors", None)
    if details is None:
        return _quoted(error.message), "", {}
    first = details()[0]
    return first.get("input", ""), first.get("type", ""), first.get("ctx", {})


def _quoted(message: str) -> str:
    """The value inside a sentence of Typer's about a path."""
    before, _, after = message.partition("'")
    return after.rpartition("'")[0] if after else before


def _name(param: TyperArgument | TyperOption | object | None) -> str:
    match param:
        case TyperOption():
            return say("the option {option}", option=max(param.opts, key=len))
        case TyperArgument():
            return say("the argument {argument}", argument=argument_name(param))
        case _:
            return say("the value")


def _choices(param: TyperArgument | TyperOption | object | None) -> list[str]:
    if not isinstance(param, TyperArgument | TyperOption):
        return []
    return [str(getattr(each, "value", each)) for each in param.type_descriptor.choices or ()]


def _options(error: NoSuchOption) -> Sequence[str]:
    if error.ctx is None:
        return ()
    params = error.ctx.command.get_params(error.ctx)
    return [name for each in params for name in (*each.opts, *each.secondary_opts)]


def _command(error: TyperException) -> str:
    ctx = getattr(error, "ctx", None)
    return ctx.command_path if ctx else "tmplan"
