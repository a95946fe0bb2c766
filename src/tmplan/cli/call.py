"""One call of Typer: the command is found, its words are read, it runs, its status comes back."""

from collections.abc import Sequence

import typer
from typer.core import TyperGroup
from typer.main import get_group

from tmplan.cli import console
from tmplan.cli.commands import build, in_order, narrow
from tmplan.cli.help import dress, new_group
from tmplan.cli.misuse import EMPTY_CALL, MISUSE, in_our_words
from tmplan.cli.settings import current
from tmplan.i18n import say


def call(words: Sequence[str]) -> int:
    """Run the command these words name and return its status."""
    app = new_group(say("Make a contingency plan run: prove it, walk it, record it, rehearse it."))
    build(app)
    narrow(app, words)
    group = get_group(dress(app))
    group.commands = {name: group.commands[name] for name in in_order(group.commands)}
    return _answer(group, words)


def _answer(group: TyperGroup, words: Sequence[str]) -> int:
    """What the command returns, or exits with; every misuse of it is raised as our own."""
    try:
        with group.make_context("tmplan", list(words)) as context:
            status = group.invoke(context)
    except typer.Exit as leaving:
        return leaving.exit_code
    except EMPTY_CALL as error:
        console.block(error.message, err=current().json)
        return error.exit_code
    except MISUSE as error:
        raise in_our_words(error) from error
    except (typer.Abort, EOFError) as error:
        raise console.EndOfInput(
            "the input ended before everything was answered",
            hint="what is recorded is safe; go on with `tmplan incident resume`",
        ) from error
    return status if isinstance(status, int) else 0
