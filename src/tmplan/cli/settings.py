"""The options every command has: accepted before and after it, taken away before Typer looks."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final, Literal

from tmplan.errors import WrongUse
from tmplan.i18n import Language

Origin = Literal["option", "environment", "system", "plan", "search", "default"]


@dataclass(frozen=True, slots=True)
class Wishes:
    """What the command line and the environment ask for, before a language is known.

    ``trouble`` is the first thing wrong with it. It is kept, not raised, so that it can be said
    in the language that the rest asks for.
    """

    plan: str | None = None
    plan_from: Origin = "search"
    records: str | None = None
    records_from: Origin = "search"
    lang: Language | None = None
    lang_from: Origin = "default"
    json: bool = False
    color: bool = True
    interactive: bool = False
    trouble: WrongUse | None = None


@dataclass(frozen=True, slots=True)
class Settings:
    """What holds for this run. ``interactive`` means: treat this as a terminal."""

    plan: str | None = None
    records: str | None = None
    lang: Language = "en"
    json: bool = False
    color: bool = False
    interactive: bool = False
    plan_from: Origin = "search"
    records_from: Origin = "search"
    lang_from: Origin = "default"


_WITH_VALUE: Final = frozenset({"--plan", "--records", "--lang"})
_SWITCHES: Final = frozenset({"--json", "--no-color", "--interactive"})
GLOBAL_OPTIONS: Final = (*sorted(_WITH_VALUE), *sorted(_SWITCHES))

_settings = Settings()


def use(settings: Settings) -> None:
    """From now on these settings hold; only the door says so."""
    global _settings  # noqa: PLW0603 - one process has one command line
    _settings = settings


def current() -> Settings:
    """The settings of this run."""
    return _settings


def split_globals(argv: Sequence[str], environ: Mapping[str, str]) -> tuple[Wishes, list[str]]:
    """What the global options and the environment ask for, and what is left for the command.

    Everything after a bare ``--`` is left alone.
    """
    given, rest, trouble = _take(argv)
    lang, wrong_lang = _language(given.get("--lang"), environ.get("TMPLAN_LANG"))
    plan, records = given.get("--plan"), given.get("--records")
    wishes = Wishes(
        plan=plan or environ.get("TMPLAN_PLAN") or None,
        plan_from=_origin(plan, environ.get("TMPLAN_PLAN")),
        records=records or environ.get("TMPLAN_RECORDS") or None,
        records_from=_origin(records, environ.get("TMPLAN_RECORDS")),
        lang=lang,
        lang_from="option" if "--lang" in given else "environment",
        json="--json" in given,
        color=not (
            "--no-color" in given or environ.get("NO_COLOR") or environ.get("TERM") == "dumb"
        ),
        interactive="--interactive" in given,
        trouble=trouble or wrong_lang,
    )
    return wishes, rest


def _take(argv: Sequence[str]) -> tuple[dict[str, str], list[str], WrongUse | None]:
    given: dict[str, str] = {}
    rest: list[str] = []
    trouble: WrongUse | None = None
    waiting = list(argv)
    while waiting:
        word = waiting.pop(0)
        if word == "--":
            rest += [word, *waiting]
            break
        name, equals, value = word.partition("=")
        if name in _SWITCHES:
            given[name] = ""
            if equals:
                trouble = trouble or WrongUse(
                    "the option {option} takes no value, but `{value}` was given",
                    hint="leave out everything from the equals sign on",
                    option=name,
                    value=value,
                )
        elif name in _WITH_VALUE:
            if not equals and waiting and not waiting[0].startswith("--"):
                value = waiting.pop(0)
            if value:
                given[name] = value
            else:
                trouble = trouble or WrongUse(
                    "the option {option} needs a value",
                    hint="write it after the option: {option} {example}",
                    option=name,
                    example=_EXAMPLES[name],
                )
        else:
            rest.append(word)
    return given, rest, trouble


_EXAMPLES: Final = {"--plan": "plans/store.yaml", "--records": "records", "--lang": "zh"}


def _origin(option: str | None, variable: str | None) -> Origin:
    if option:
        return "option"
    return "environment" if variable else "search"


def _language(option: str | None, variable: str | None) -> tuple[Language | None, WrongUse | None]:
    wanted = option or variable
    if not wanted:
        return None, None
    lang = known_language(wanted)
    if lang:
        return lang, None
    return None, WrongUse(
        "`{value}` is not a language of tmplan",
        hint="say --lang zh or --lang en (or set TMPLAN_LANG to one of them)",
        value=wanted,
    )


def known_language(tag: str) -> Language | None:
    """The language of ours that a tag such as ``zh-CN`` or ``en_US.UTF-8`` means."""
    primary = tag.strip().lower().replace("_", "-").partition(".")[0].partition("-")[0]
    if primary == "zh":
        return "zh"
    return "en" if primary == "en" else None
