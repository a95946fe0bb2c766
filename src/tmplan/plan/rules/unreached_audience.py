"""Whoever the scope of an event can name is told something.

The scope question asks who is affected; each answer is an audience, and a step with a notice for
it publishes. An answer that names nobody, such as `nobody-yet`, needs none. The rule speaks in
plans that publish at all: those with a publish phase or with notices.

Bad::

    questions:
      people:
        ask: Who is affected?
        scope: true
        several: true
        answers:
          - id: staff
            text: Staff
          - id: guests
            text: Guests
    notices:
      to-staff:
        audience: staff
        channel: [Telephone]
        approve: chief
        text: Stay at home.
    organisation:
      on_duty: chief
      groups:
        team:
          name: Team
          lead: chief
      roles:
        chief:
          name: Chief
          group: team
          held_by: [li]
          deputies: [wang]
        clerk:
          name: Clerk
          held_by: [wang]
          deputies: [li]
      people:
        li:
          name: Li
        wang:
          name: Wang
    events:
      flood:
        name: Flood
        classify:
          ask: [people]
        steps:
          respond:
            - id: leave
              do: Leave the building.
              role: chief
              need: must
              within: 5 min
            - id: tell-staff
              do: Tell the staff.
              role: clerk
              when:
                people: staff
              notice: to-staff

Good::

    questions:
      people:
        ask: Who is affected?
        scope: true
        several: true
        answers:
          - id: staff
            text: Staff
          - id: guests
            text: Guests
    notices:
      to-staff:
        audience: staff
        channel: [Telephone]
        approve: chief
        text: Stay at home.
      to-guests:
        audience: guests
        channel: [Door]
        approve: chief
        text: We are closed.
    organisation:
      on_duty: chief
      groups:
        team:
          name: Team
          lead: chief
      roles:
        chief:
          name: Chief
          group: team
          held_by: [li]
          deputies: [wang]
        clerk:
          name: Clerk
          held_by: [wang]
          deputies: [li]
      people:
        li:
          name: Li
        wang:
          name: Wang
    events:
      flood:
        name: Flood
        classify:
          ask: [people]
        steps:
          respond:
            - id: leave
              do: Leave the building.
              role: chief
              need: must
              within: 5 min
            - id: tell-staff
              do: Tell the staff.
              role: clerk
              when:
                people: staff
              notice: to-staff

            - id: tell-guests
              do: Tell the guests.
              role: clerk
              when:
                people: guests
              notice: to-guests
"""

import re
from collections.abc import Iterator
from typing import Final

from tmplan.plan.index import Index, group, items, listed, word
from tmplan.plan.problem import Fault, Severity

CODE: Final = "TM621"
NAME: Final = "unreached-audience"
SEVERITY: Final = Severity.WARNING
MESSAGE: Final = "no step publishes a notice to `{audience}` when `{event}` affects them"
HINT: Final = "add a notice with `audience: {audience}`, and a step that names it in `notice`"

_NOBODY: Final = re.compile(r"(?:nobody|none|no-one|unaffected|no)(?:-|$)")


def check(plan: Index) -> Iterator[Fault]:
    """Every answer about the scope that leads to no notice; once, for the first event type."""
    if not plan.notices and not any(each.get("kind") == "publish" for _, each in plan.phases):
        return
    for name, question in plan.questions.items():
        if question.get("scope") != "true":
            continue
        for at, answer in items(question, ("questions", name), "answers"):
            audience = word(answer.get("id"))
            if audience is None or _NOBODY.match(audience):
                continue
            asked = [event for event in plan.events if name in plan.ask(event)]
            silent = (each for each in asked if not _told(plan, each, name, audience))
            if event := next(silent, None):
                yield Fault((*at, "id"), {"audience": audience, "event": event})


def _told(plan: Index, event: str, question: str, audience: str) -> bool:
    skipped = listed(plan.events[event].get("skip"))
    for step in plan.steps:
        notice = plan.notices.get(word(step.words.get("notice")) or "", {})
        if notice.get("audience") != audience or step.event not in {event, None}:
            continue
        when = group(step.words.get("when"))
        if step.phase not in skipped and all(
            key not in when or wanted in _many(when[key])
            for key, wanted in ((question, audience), ("event", event))
        ):
            return True
    return False


def _many(value: object) -> list[object]:
    return value if isinstance(value, list) else [value]
