"""Evidence as a step asks for it: nothing is invented, nothing unasked is kept."""

import re
from collections.abc import Mapping
from datetime import datetime

from tmplan.errors import AnswerNeeded, WrongUse
from tmplan.plan.step import Evidence, Step


def read_evidence(step: Step, given: Mapping[str, str]) -> dict[str, str]:
    """The evidence of a step, checked against what the plan asks for.

    Raises:
        WrongUse: an id the step does not know, or a value of the wrong kind.
        AnswerNeeded: evidence that is required is missing; it is never invented.
    """
    asked = {words.id: words for words in step.evidence}
    for name in given:
        if name not in asked:
            raise WrongUse(
                "step {step} asks for no evidence {name}; it asks for: {known}",
                step=step.id,
                name=name,
                known=", ".join(asked) or "-",
            )
    kept = {name: read_value(asked[name], value) for name, value in given.items() if value.strip()}
    missing = missing_evidence(step, kept)
    if missing:
        raise AnswerNeeded(
            "step {step} lacks evidence: {names}",
            hint="add it: --evidence {first}=…",
            step=step.id,
            names=", ".join(words.id for words in missing),
            first=missing[0].id,
        )
    return kept


def missing_evidence(step: Step, given: Mapping[str, str]) -> tuple[Evidence, ...]:
    """The evidence a step requires and has not been given."""
    return tuple(words for words in step.evidence if words.required and words.id not in given)


def read_value(words: Evidence, value: str) -> str:
    """One piece of evidence as its kind wants it written.

    Raises:
        WrongUse: the value is not of that kind.
    """
    value = value.strip()
    match words.kind:
        case "number" if not re.fullmatch(r"-?[0-9]{1,15}(\.[0-9]{1,6})?", value):
            raise WrongUse(
                "evidence {name} is a number ({unit}), not {value}",
                name=words.id,
                unit=words.unit or "-",
                value=value,
            )
        case "choice" if value not in {choice.id for choice in words.choices}:
            raise WrongUse(
                "evidence {name} is one of {allowed}, not {value}",
                name=words.id,
                allowed=", ".join(choice.id for choice in words.choices),
                value=value,
            )
        case "url" if not re.match(r"https?://\S+$", value):
            raise WrongUse(
                "evidence {name} is a link that begins with http:// or https://, not {value}",
                name=words.id,
                value=value,
            )
        case "time" if not _is_time(value):
            raise WrongUse(
                "evidence {name} is a time such as 2026-11-24 09:30, not {value}",
                name=words.id,
                value=value,
            )
        case _:
            return value


def _is_time(value: str) -> bool:
    if re.fullmatch(r"([01]?[0-9]|2[0-3])[:：][0-5][0-9]", value):
        return True
    try:
        datetime.fromisoformat(value)
    except ValueError:
        return False
    return True
