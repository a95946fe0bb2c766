"""Every command, in the order of the help."""

from collections.abc import Iterable, Sequence
from types import ModuleType

import typer
from typer.models import CommandInfo

from tmplan.cli import doctor, drill, explain, fmt, incident, init, schema, validate

COMMANDS: list[ModuleType] = [
    validate,
    explain,
    fmt,
    init,
    schema,
    incident,
    drill,
    doctor,
]


def build(app: typer.Typer) -> None:
    """Let every command put itself into the application."""
    for command in COMMANDS:
        command.register(app)


def narrow(app: typer.Typer, words: Sequence[str]) -> None:
    """Leave only the command these words name, where they name one: the rest is not read."""
    if not words:
        return
    commands = [each for each in app.registered_commands if _name(each) == words[0]]
    groups = [each for each in app.registered_groups if each.name == words[0]]
    if commands or groups:
        app.registered_commands, app.registered_groups = commands, groups
    for group in groups:
        if group.typer_instance:
            narrow(group.typer_instance, words[1:])


def _name(command: CommandInfo) -> str:
    return command.name or str(getattr(command.callback, "__name__", ""))


def in_order(names: Iterable[str]) -> list[str]:
    """The names as the modules stand in the list; a command is called like its module."""
    modules = [module.__name__.rpartition(".")[2] for module in COMMANDS]
    return sorted(names, key=lambda name: modules.index(name) if name in modules else len(modules))
