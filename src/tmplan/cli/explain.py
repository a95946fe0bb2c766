"""`tmplan explain`: why a code is there, what it says, and what it looks like; or all of them."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated, Any, Final

import typer

from tmplan.cli import console
from tmplan.cli.settings import current
from tmplan.errors import WrongUse
from tmplan.i18n import say

if TYPE_CHECKING:
    from tmplan.cli.explained import Explained

_INDENT: Final = 4
_SHOWN: Final = 5


def register(app: typer.Typer) -> None:
    """Put `explain` into the application."""

    @app.command(help=say("Explain a code that `validate` shows, or list all codes."))
    def explain(
        code: Annotated[
            str | None,
            typer.Argument(
                metavar="[CODE]", help=say("A code such as TM601, or its name. Default: all.")
            ),
        ] = None,
    ) -> int:
        from tmplan.cli.explained import all_explained  # every rule is read for it

        known = all_explained()
        if code is None:
            _list(known)
        elif current().json:
            console.document(_document(_found(known, code)))
        else:
            _show(_found(known, code))
        return 0


def _found(known: "tuple[Explained, ...]", wanted: str) -> "Explained":
    """The one with this code or name.

    Raises:
        WrongUse: there is none.
    """
    key = wanted.strip().lower().replace("_", "-")
    for each in known:
        if key in {each.id.lower(), each.name}:
            return each
    raise WrongUse(
        "there is no code and no name `{raw}`; the nearest are {known}",
        hint="`tmplan explain` lists all codes",
        raw=wanted,
        known=_nearest(known, key),
    )


def _nearest(known: "tuple[Explained, ...]", key: str) -> str:
    """The codes with the nearest numbers, or the names with the nearest letters."""
    from tmplan.plan.nearest import choices  # only for those who mistyped

    digits = key.removeprefix("tm")
    if not (digits.isascii() and digits.isdecimal()):
        return choices(key, (each.name for each in known))
    by_number = sorted(known, key=lambda each: abs(int(each.id[2:]) - int(digits[:4])))
    return ", ".join(f"`{each.id}`" for each in by_number[:_SHOWN])


def _show(one: "Explained") -> None:
    from tmplan.cli.excerpt import severity_word

    console.line(f"{one.id} {one.name} ({severity_word(one.severity)})", style="title")
    console.line()
    for paragraph in one.why.split("\n\n"):
        console.line(say(paragraph))
        console.line()
    for message, hint in one.sentences:
        console.line(say("says: {sentence}", sentence=unfilled(message)))
        if hint:
            console.line(say("help: {advice}", advice=unfilled(hint)))
        console.line()
    for head, text in ((say("Bad:"), one.bad), (say("Good:"), one.good)):
        if text:
            console.line(head, style="bad" if text is one.bad else "good")
            console.block("\n".join(_indented(text)) + "\n")


def unfilled(sentence: str) -> str:
    """A sentence in the chosen language with its blanks as they are."""
    return say(sentence).replace("{{", "{").replace("}}", "}")


def _indented(text: str) -> Iterator[str]:
    for line in text.split("\n"):
        yield " " * _INDENT + line if line else ""


def _list(known: "tuple[Explained, ...]") -> None:
    from tmplan.cli.excerpt import severity_word

    if current().json:
        console.document([_document(each) for each in known])
        return
    widest = max(len(each.name) for each in known)
    for number, title in enumerate(titles()):
        group = [each for each in known if each.id[2] == str(number)]
        console.line(f"TM{number} {title}", style="title")
        for each in group:
            console.line(
                f"{each.id}  {each.name:{widest}}  {severity_word(each.severity)}", indent=2
            )
        console.line()
    console.line(say("`tmplan explain CODE` explains one of them."))


def titles() -> tuple[str, ...]:
    """What each hundred of codes is about."""
    return (
        say("the file"),
        say("YAML"),
        say("keys and values"),
        say("ids and references"),
        say("levels and answers"),
        say("phases and steps"),
        say("people and notices"),
        say("supplies and drills"),
        say("upkeep and duties"),
        say("what must not stand in a plan"),
    )


def _document(one: "Explained") -> dict[str, Any]:
    """The promised JSON document."""
    return {
        "code": one.id,
        "name": one.name,
        "severity": one.severity.value,
        "why": "\n\n".join(say(each) for each in one.why.split("\n\n")),
        "sentences": [
            {"message": unfilled(message), "hint": unfilled(hint) if hint else ""}
            for message, hint in one.sentences
        ],
        "bad": one.bad,
        "good": one.good,
    }
