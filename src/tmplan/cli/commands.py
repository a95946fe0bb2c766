"""Every command, in the order of the help."""

from collections.abc import Iterable
from types import ModuleType

import typer

from tmplan.cli import doctor, drill, incident, validate

COMMANDS: list[ModuleType] = [
    validate,
    incident,
    drill,
    doctor,
]


def build(app: typer.Typer) -> None:
    """Let every command put itself into the application."""
    for command in COMMANDS:
        command.register(app)


def in_order(names: Iterable[str]) -> list[str]:
    """The names as the modules stand in the list; a command is called like its module."""
    modules = [module.__name__.rpartition(".")[2] for module in COMMANDS]
    return sorted(names, key=lambda name: modules.index(name) if name in modules else len(modules))
