"""Help pages in the chosen language, laid out by the columns a character takes on a screen.

Typer's own pages are English in places that no setting reaches, and count a Chinese character as
one column; so groups and commands here write their pages themselves.
"""

import inspect
from collections.abc import Callable, Iterator, Sequence
from itertools import groupby
from shutil import get_terminal_size
from typing import TYPE_CHECKING, Any, Final

import typer
from typer._coercion import bool_flag_type_descriptor
from typer.core import TyperArgument, TyperCommand, TyperGroup, TyperOption

from tmplan.cli import console
from tmplan.cli.text import pad, width, wrap
from tmplan.errors import WrongUse
from tmplan.i18n import say

if TYPE_CHECKING:
    from typer._click import Command, Context, Parameter

Row = tuple[str, str]
_FIRST_COLUMN: Final = 28


def new_group(help: str) -> typer.Typer:  # noqa: A002 - Typer's word for it
    """A group of commands whose pages and errors are in the chosen language."""
    return typer.Typer(
        cls=SpokenGroup,
        help=help,
        no_args_is_help=True,
        rich_markup_mode=None,
        add_completion=False,
        pretty_exceptions_enable=False,
    )


def dress(app: typer.Typer) -> typer.Typer:
    """Give every command and group below this one pages in the chosen language."""
    for command in app.registered_commands:
        if command.cls is None or command.cls is TyperCommand:
            command.cls = SpokenCommand
    for group in app.registered_groups:
        if group.typer_instance:
            dress(group.typer_instance)
    return app


class SpokenCommand(TyperCommand):
    """A command whose page and errors are in the chosen language."""

    allow_extra_args = True  # so that we can name the argument that is too much

    def get_help(self, ctx: "Context") -> str:
        """The page."""
        return _page(self, ctx)

    def get_help_option(self, ctx: "Context") -> TyperOption | None:
        """The option that shows the page."""
        return _help_option(self)

    def parse_args(self, ctx: "Context", args: list[str]) -> list[str]:
        """Read the words, and refuse what no argument takes."""
        rest = super().parse_args(ctx, args)
        if rest and not ctx.resilient_parsing:
            raise WrongUse(
                "`{command}` does not know what to do with `{words}`",
                hint="see `{command} --help`; text with spaces needs quotes around it",
                command=ctx.command_path,
                words=" ".join(rest),
            )
        return rest


class SpokenGroup(TyperGroup):
    """A group of commands whose page and errors are in the chosen language."""

    def get_help(self, ctx: "Context") -> str:
        """The page."""
        return _page(self, ctx)

    def get_help_option(self, ctx: "Context") -> TyperOption | None:
        """The option that shows the page."""
        return _help_option(self)

    def resolve_command(
        self, ctx: "Context", args: list[str]
    ) -> "tuple[str | None, Command | None, list[str]]":
        """The command of this name; for a wrong one, the nearest right ones."""
        name = args[0]
        if name in self.commands or name.startswith("-"):
            return super().resolve_command(ctx, args)
        raise unknown(name, [each for each, cmd in self.commands.items() if not cmd.hidden], ctx)


def unknown(name: str, known: Sequence[str], ctx: "Context") -> WrongUse:
    """There is no command of this name."""
    from difflib import get_close_matches  # only a mistake needs it

    near = get_close_matches(name, known) or [each for each in known if each.startswith(name)]
    if near:
        return WrongUse(
            "`{parent}` has no command `{name}`",
            hint="did you mean {near}? All commands: `{parent} --help`",
            parent=ctx.command_path,
            name=name,
            near=alternatives(near),
        )
    return WrongUse(
        "`{parent}` has no command `{name}`",
        hint="all commands: `{parent} --help`",
        parent=ctx.command_path,
        name=name,
    )


def alternatives(names: Sequence[str]) -> str:
    """`a`, `b` or `c`, in the chosen language."""
    quoted = [f"`{name}`" for name in names]
    if len(quoted) == 1:
        return quoted[0]
    return say("{some} or {last}", some=say(", ").join(quoted[:-1]), last=quoted[-1])


def _help_option(command: SpokenCommand | SpokenGroup) -> TyperOption:
    if command._help_option is None:  # noqa: SLF001 - Click keeps it there, and compares it
        command._help_option = TyperOption(  # noqa: SLF001
            param_decls=["help", "--help", "-h"],
            is_flag=True,
            is_eager=True,
            expose_value=False,
            default=False,
            help=say("Show this page."),
            callback=_show_page,
            type_descriptor=bool_flag_type_descriptor(),
        )
    return command._help_option  # noqa: SLF001


def _show_page(ctx: "Context", param: "Parameter", value: Any) -> None:  # noqa: ARG001 - Click's
    if value and not ctx.resilient_parsing:
        console.block(ctx.get_help())
        raise typer.Exit


def _page(command: SpokenCommand | SpokenGroup, ctx: "Context") -> str:
    columns = max(min(get_terminal_size().columns, 100), 40)
    parts = [_usage(command, ctx, columns)]
    parts += _prose(command.help, columns)
    parts += [
        "\n".join((say("{heading}:", heading=heading), *_rows(rows, columns)))
        for heading, rows in _sections(command, ctx)
        if rows
    ]
    parts += _prose(command.epilog, columns)
    return "\n\n".join(parts)


def _usage(command: SpokenCommand | SpokenGroup, ctx: "Context", columns: int) -> str:
    arguments = [each for each in command.params if isinstance(each, TyperArgument)]
    pieces = [say("[OPTIONS]"), *(_usage_name(each) for each in arguments if not each.hidden)]
    if isinstance(command, SpokenGroup):
        pieces.append(say("COMMAND [ARGUMENTS]…"))
    start = say("Usage: {command} ", command=ctx.command_path)
    first, *more = wrap(" ".join(pieces), max(columns - width(start), 20))
    return "\n".join((start + first, *(" " * width(start) + each for each in more)))


def _prose(text: str | None, columns: int) -> list[str]:
    return ["\n".join(wrap(inspect.cleandoc(text), columns))] if text else []


def _sections(
    command: SpokenCommand | SpokenGroup, ctx: "Context"
) -> Iterator[tuple[str, list[Row]]]:
    params = command.get_params(ctx)
    arguments = [each for each in params if isinstance(each, TyperArgument) and not each.hidden]
    options = [each for each in params if isinstance(each, TyperOption) and not each.hidden]
    if isinstance(command, SpokenGroup):
        yield from _command_sections(command)
    yield say("Arguments"), [(_shown_argument(each), _explained(each)) for each in arguments]
    yield say("Options"), [(_option_name(each), _explained(each)) for each in options]
    if ctx.parent is None:
        yield say("Options of every command, before or after it"), _global_rows()
    else:
        yield (
            say("More options"),
            [
                ("--plan, --lang, --json …", say("see `tmplan --help`")),
            ],
        )


def _command_sections(group: SpokenGroup) -> Iterator[tuple[str, list[Row]]]:
    shown = [(name, each) for name, each in group.commands.items() if not each.hidden]
    for heading, some in groupby(shown, key=lambda pair: _panel(pair[1])):
        yield heading, [(name, _first_paragraph(each.help)) for name, each in some]


def _panel(command: "Command") -> str:
    panel = getattr(command, "rich_help_panel", None)
    return panel if isinstance(panel, str) else say("Commands")


def _first_paragraph(text: str | None) -> str:
    return " ".join(inspect.cleandoc(text or "").partition("\n\n")[0].split("\n"))


def _global_rows() -> list[Row]:
    return [
        (f"--plan {say('PATH')}", say("The plan. [variable: {name}]", name="TMPLAN_PLAN")),
        (
            f"--records {say('PATH')}",
            say("The folder of the records. [variable: {name}]", name="TMPLAN_RECORDS"),
        ),
        (
            "--lang zh|en",
            say("The language: Chinese or English. [variable: {name}]", name="TMPLAN_LANG"),
        ),
        ("--json", say("One JSON document on standard output; messages go to standard error.")),
        ("--no-color", say("No colours. [variable: {name}]", name="NO_COLOR")),
        ("--interactive", say("Treat this as a terminal, though it does not look like one.")),
        ("--version", say("Show the version.")),
    ]


def _rows(rows: Sequence[Row], columns: int) -> Iterator[str]:
    first = min(max(width(name) for name, _ in rows), _FIRST_COLUMN)
    for name, text in rows:
        lines = wrap(text, columns - first - 4)
        if width(name) > first:
            yield f"  {name}"
        else:
            yield f"  {pad(name, first)}  {lines.pop(0)}".rstrip()
        yield from (f"{'':{first + 4}}{each}" for each in lines if each)


def _usage_name(argument: TyperArgument) -> str:
    name = _shown_argument(argument)
    return name if argument.required else f"[{name}]"


def _shown_argument(argument: TyperArgument) -> str:
    return argument_name(argument) + ("…" if argument.nargs != 1 else "")


def argument_name(argument: TyperArgument) -> str:
    """What an argument is called; brackets and dots are added by whoever shows it."""
    return (argument.metavar or argument.name.upper().replace("_", "-")).strip("[]{}.…")


def _option_name(option: TyperOption) -> str:
    names = ", ".join(sorted(option.opts, key=lambda name: (name.startswith("--"), name)))
    if option.secondary_opts:
        names += " / " + ", ".join(option.secondary_opts)
    return names if option.is_flag or option.count else f"{names} {_kind(option)}"


def _kind(option: TyperOption) -> str:
    """What stands after the option: its choices, or the kind of its value."""
    if option.metavar:
        return option.metavar
    described = option.type_descriptor
    if described.choices:
        return "|".join(str(getattr(each, "value", each)) for each in described.choices)
    if described.is_path or described.is_file:
        return say("PATH")
    if described.is_datetime:
        return say("TIME")
    return say("NUMBER") if described.annotation in (int, float) else say("TEXT")


def _explained(param: TyperArgument | TyperOption) -> str:
    """The help of an option or argument with what else holds for it in brackets."""
    notes = "".join(f" [{note}]" for note in _notes(param))
    return f"{inspect.cleandoc(param.help or '')}{notes}".strip()


def _notes(param: TyperArgument | TyperOption) -> Iterator[str]:
    if param.required:
        yield say("required")
    if isinstance(param, TyperOption) and param.multiple:
        yield say("may be repeated")
    default = param.show_default if isinstance(param.show_default, str) else _default(param)
    if default:
        yield say("default: {value}", value=default)
    if param.min is not None:
        yield say("at least {least}", least=param.min)
    if param.max is not None:
        yield say("at most {most}", most=param.max)
    if param.envvar and param.show_envvar:
        names = [param.envvar] if isinstance(param.envvar, str) else param.envvar
        yield say("variable: {name}", name=", ".join(names))


def _default(param: TyperArgument | TyperOption) -> str:
    value: Any | Callable[[], Any] = param.default
    if not param.show_default or value in (None, False, "", (), []) or callable(value):
        return ""
    if value is True:
        return param.opts[0]
    many = value if isinstance(value, list | tuple) else [value]
    return ", ".join(str(getattr(each, "value", each)) for each in many)
