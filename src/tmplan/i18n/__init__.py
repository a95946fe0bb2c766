"""The only place that knows languages: English source sentences in, the chosen language out."""

from collections.abc import Mapping
from typing import Final, Literal

Language = Literal["zh", "en"]
LANGUAGES: Final[tuple[Language, ...]] = ("zh", "en")

_language: Language = "en"


def speak(language: Language) -> None:
    """From now on every sentence is said in this language."""
    global _language  # noqa: PLW0603 - one process speaks one language
    _language = language


def language() -> Language:
    """The language sentences are said in."""
    return _language


def say(message: str, /, **params: object) -> str:
    """The sentence in the chosen language; a sentence nobody translated stays English."""
    if _language == "zh":
        message = sentences().get(message, message)
    return message.format_map(params) if params else message


def sentences() -> Mapping[str, str]:
    """Every English source sentence with its Chinese one."""
    from tmplan.i18n import zh  # only a Chinese run pays for the table

    return zh.SENTENCES
