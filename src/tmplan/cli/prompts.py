"""Questions in plain words: asked again until the answer is one that is allowed."""

from collections.abc import Callable, Mapping, Sequence
from typing import Final

from tmplan.cli import console
from tmplan.i18n import say

_YES: Final = frozenset({"y", "yes", "是", "好", "对", "1", "确认", "是的"})
_NO: Final = frozenset({"n", "no", "否", "不", "0", "2", "不是", "没有"})
_BACK: Final = frozenset({"b", "back", "返回", "退回"})
_MANY: Final = 3


class Back(Exception):  # noqa: N818 - a wish, not an error
    """The person wants to go back to the question before."""


def normal(text: str) -> str:
    """A short answer as it is compared: half-width, small letters, no space around it."""
    return console.half_width(text).strip().lower()


class Prompts:
    """Asks; every prompt of a drill says that it is one."""

    def __init__(self, mark: Callable[[], str]) -> None:
        """``mark`` is what every prompt begins with."""
        self._mark = mark
        self._wrong = 0

    def ask(self, prompt: str, *, default: str | None = None) -> str:
        """What the person types."""
        return console.ask(f"{self._mark()}{prompt} ", default=default)

    def short(self, prompt: str) -> str:
        """A short answer: a number, a letter, an id or a word."""
        return normal(self.ask(prompt))

    def again(self, allowed: str) -> None:
        """Say what is allowed; after several wrong answers also how to stop."""
        self._wrong += 1
        console.talk(allowed, style="warn", indent=2)
        if self._wrong % _MANY == 0:
            console.talk(say("p pauses; everything so far is saved"), style="dim", indent=2)

    def text(self, prompt: str, *, default: str | None = None) -> str:
        """A text of the person's own; ``b`` alone goes back.

        Raises:
            Back: the person wants to go back.
        """
        while True:
            said = self.ask(prompt, default=default)
            if normal(said) in _BACK:
                raise Back
            if said.strip():
                return said
            self.again(say("a few words are needed; b goes back"))

    def yes(self, prompt: str) -> bool:
        """Yes or no.

        Raises:
            Back: the person wants to go back.
        """
        while True:
            said = self.short(say("{prompt} (y yes / n no)", prompt=prompt))
            if said in _YES:
                return True
            if said in _NO:
                return False
            if said in _BACK:
                raise Back
            self.again(say("answer y (yes) or n (no); b goes back"))

    def one_of(self, prompt: str, choices: Mapping[str, str]) -> str:
        """One of several, by number, id or name.

        Raises:
            Back: the person wants to go back.
        """
        for number, (name, text) in enumerate(choices.items(), 1):
            console.talk(f"{number}. {text}" + ("" if text == name else f"（{name}）"), indent=2)
        while True:
            said = self.short(prompt)
            found = pick(said, choices)
            if found is not None:
                return found
            if said in _BACK:
                raise Back
            self.again(say("type a number from 1 to {n}, or the id; b goes back", n=len(choices)))


def pick(said: str, choices: Mapping[str, str]) -> str | None:
    """The choice that a number, id or name means."""
    names = list(choices)
    if said.isascii() and said.isdigit() and 1 <= int(said) <= len(names):
        return names[int(said) - 1]
    for name, text in choices.items():
        if said in (name.lower(), normal(text)):
            return name
    return None


def pick_many(said: str, choices: Mapping[str, str]) -> tuple[str, ...] | None:
    """The choices that numbers, ids or names mean, apart by commas or spaces."""
    parts: Sequence[str] = [
        part for part in said.replace("、", ",").replace(" ", ",").split(",") if part
    ]
    found = [pick(part, choices) for part in parts]
    if not found or None in found:
        return None
    return tuple(name for name in choices if name in found)
