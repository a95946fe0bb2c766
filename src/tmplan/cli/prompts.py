"""Questions in plain words: asked again until the answer is one that is allowed."""

from collections.abc import Callable, Mapping, Sequence
from typing import Final

from tmplan.cli import console
from tmplan.i18n import say

# no digits: the 1 that means done, pressed twice, must not approve or sign anything
YES: Final = frozenset({"y", "yes", "是", "好", "对", "确认", "是的", "好的"})
NO: Final = frozenset({"n", "no", "否", "不", "不是", "没有", "还没有", "没"})
BACK: Final = frozenset({"b", "back", "返回", "退回"})
_LEAVE: Final = frozenset({"p", "q", "pause", "quit", "exit", "暂停", "退出"})
_MANY: Final = 3
_WORD: Final = 3
"""Fewer letters are no word that a name could begin with."""


class Back(Exception):  # noqa: N818 - a wish, not an error
    """The person wants to go back to the question before."""


class Leave(Exception):  # noqa: N818 - a wish, not an error
    """The person wants to pause in the middle of a question."""


def normal(text: str) -> str:
    """A short answer as it is compared: half-width, small letters, no space around it."""
    return console.half_width(text).strip().lower()


class Prompts:
    """Asks until it has an answer."""

    def __init__(self, toolbar: Callable[[], str]) -> None:
        """``toolbar`` is the line below every prompt."""
        self._toolbar = toolbar
        self._wrong = 0

    def ask(self, prompt: str, *, default: str | None = None) -> str:
        """What the person types."""
        room = console.columns() - 1
        lines = [piece for each in prompt.split("\n") for piece in console.wrap(each, room)]
        folded = "\n".join(lines)
        return console.ask(f"{folded} ", default=default, toolbar=self._toolbar)

    def short(self, prompt: str) -> str:
        """A short answer: a number, a letter, an id or a word."""
        return normal(self.ask(prompt))

    def menu(self, keys: str) -> str:
        """A short answer to a row of keys, folded between two of them and never inside one."""
        return self.short("\n".join([*folded(keys.split("  "), console.columns()), ">"]))

    def again(self, allowed: str) -> None:
        """Say what is allowed; after several wrong answers also how to stop."""
        self._wrong += 1
        console.talk(allowed, style="warn", indent=2)
        if self._wrong % _MANY == 0:
            console.talk(say("p pauses; everything so far is saved"), style="dim", indent=2)

    def not_understood(self, said: str) -> None:
        """Say that this is no answer, where the prompt itself says what is."""
        self.again(say("{said} is no answer here", said=said) if said else say("type an answer"))

    def text(self, prompt: str, *, default: str | None = None) -> str:
        """A text of the person's own; ``b`` alone goes back, ``p`` alone pauses.

        Raises:
            Back, Leave: the person wants to go back, or to pause.
        """
        while True:
            said = self.ask(prompt, default=default)
            heed(normal(said))
            if said.strip() or default is not None:
                return said
            self.again(say("a few words are needed; b goes back"))

    def yes(self, prompt: str) -> bool:
        """Yes or no.

        Raises:
            Back, Leave: the person wants to go back, or to pause.
        """
        while True:
            said = self.short(say("{prompt} (y yes / n no)", prompt=prompt))
            if said in YES:
                return True
            if said in NO:
                return False
            heed(said)
            self.again(say("answer y (yes) or n (no); b goes back"))

    def one_of(self, prompt: str, choices: Mapping[str, str]) -> str:
        """One of several, by number, id or name.

        Raises:
            Back, Leave: the person wants to go back, or to pause.
        """
        for number, (name, text) in enumerate(choices.items(), 1):
            console.talk(f"{number}. {text}" + _id_of(name, text), indent=2)
        while True:
            said = self.short(prompt)
            found = pick(said, choices)
            if found is not None:
                return found
            heed(said)
            self.again(say("type a number from 1 to {n}, or the id; b goes back", n=len(choices)))


def folded(pieces: Sequence[str], room: int) -> list[str]:
    """Pieces in lines of at most this many columns, two spaces apart."""
    lines = [pieces[0]]
    for piece in pieces[1:]:
        longer = f"{lines[-1]}  {piece}"
        if console.width(longer) <= room:
            lines[-1] = longer
        else:
            lines.append(piece)
    return lines


def heed(said: str) -> None:
    """Go back or pause, where that is what was said."""
    if said in BACK:
        raise Back
    if said in _LEAVE:
        raise Leave


def _id_of(name: str, text: str) -> str:
    """The id in brackets, unless the text begins with it."""
    return "" if text.startswith(name) else f"（{name}）"


def pick(said: str, choices: Mapping[str, str]) -> str | None:
    """The choice that a number, id or name means, or the only name that begins like this."""
    names = list(choices)
    if said.isascii() and said.isdigit():
        return names[int(said) - 1] if 1 <= int(said) <= len(names) else None
    for name, text in choices.items():
        if said in (name.lower(), normal(text)):
            return name
    if said.isascii() and len(said) < _WORD:  # a key, or a slip of the hand
        return None
    alike = [name for name, text in choices.items() if normal(text).startswith(said)]
    return alike[0] if len(alike) == 1 else None


def pick_many(said: str, choices: Mapping[str, str]) -> tuple[str, ...] | None:
    """The choices that numbers, ids or names mean, apart by commas or spaces."""
    parts: Sequence[str] = [
        part for part in said.replace("、", ",").replace(" ", ",").split(",") if part
    ]
    found = [pick(part, choices) for part in parts]
    if not found or None in found:
        return None
    return tuple(name for name in choices if name in found)
