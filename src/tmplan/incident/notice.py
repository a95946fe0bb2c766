"""A notice goes out whole and approved, or not at all."""

import re
from collections.abc import Mapping
from typing import Any, Final

from tmplan.errors import Refused
from tmplan.incident.state import Incident
from tmplan.plan.duty import Notice
from tmplan.plan.model import Plan

_BLANK: Final = re.compile(r"\{([a-z][a-z0-9_-]*)\}")


def blanks(notice: Notice) -> tuple[str, ...]:
    """The blanks a notice holds, in the order of its text."""
    return tuple(dict.fromkeys(_BLANK.findall(notice.text)))


def missing_blanks(notice: Notice, facts: Mapping[str, str]) -> tuple[str, ...]:
    """The blanks nobody has filled."""
    return tuple(name for name in blanks(notice) if not facts.get(name, "").strip())


def filled(notice: Notice, facts: Mapping[str, str]) -> str:
    """The text of a notice with the facts known so far."""
    return _BLANK.sub(lambda blank: facts.get(blank[1]) or blank[0], notice.text)


def approved(plan: Plan, incident: Incident, name: str) -> bool:
    """Whether the text of a notice was approved as it reads now, if anybody has to approve it."""
    notice = plan.notices[name]
    if notice.approve is None:
        return True
    seen = incident.approved_texts.get(name, "")
    return name in incident.approvals and seen in ("", filled(notice, incident.facts))


def banned_words(notice: Notice, facts: Mapping[str, str]) -> tuple[str, ...]:
    """The words the plan forbids that stand in the text now."""
    text = filled(notice, facts)
    return tuple(word for word in notice.avoid if word in text)


def publish(plan: Plan, incident: Incident, name: str) -> dict[str, Any]:
    """What the journal keeps of a notice that goes out: audience, channels and the full text.

    Raises:
        Refused: a blank is empty, a banned word stands in it, or its approver has not approved.
    """
    notice = plan.notices[name]
    empty = missing_blanks(notice, incident.facts)
    if empty:
        raise Refused(
            "notice {notice} has empty blanks: {names}",
            hint="fill them: `tmplan incident fact {first}=…`",
            notice=name,
            names=", ".join(empty),
            first=empty[0],
        )
    text = filled(notice, incident.facts)
    banned = banned_words(notice, incident.facts)
    if banned:
        raise Refused(
            "notice {notice} holds words the plan forbids: {words}",
            hint="write the fact anew without them",
            notice=name,
            words=", ".join(banned),
        )
    if not approved(plan, incident, name):
        if name in incident.approvals:
            raise Refused(
                "notice {notice} reads otherwise than {role} approved it",
                hint="`tmplan incident approve {notice} --as PERSON`",
                notice=name,
                role=notice.approve,
            )
        raise Refused(
            "notice {notice} needs the approval of {role} first",
            hint="`tmplan incident approve {notice} --as PERSON`",
            notice=name,
            role=notice.approve,
        )
    return {
        "id": name,
        "audience": notice.audience,
        "channels": notice.channel,
        "text": text,
    }
