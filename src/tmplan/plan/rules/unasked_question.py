"""Every question that a condition names is asked there.

Where it is not asked, the condition never holds, and nobody notices.

Bad::

    questions:
      people:
        ask: Who is in the building?
        scope: true
        several: true
        answers:
          - id: staff
            text: Staff
          - id: guests
            text: Guests
      power:
        ask: Is the power on?
        answers:
          - id: power-on
            text: It is on
          - id: power-off
            text: It is off
    events:
      fire:
        name: Fire
        classify:
          ask: [people, power]
        steps:
          respond:
            - id: leave-now
              do: Leave the building at once.
              role: chief
              need: must
              within: 5 min
            - id: lamp
              do: Take the lamp.
              role: chief
              when:
                power: power-off
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
            - id: guide
              do: Guide the guests out.
              role: chief
              when:
                power: power-off

Good::

    questions:
      people:
        ask: Who is in the building?
        scope: true
        several: true
        answers:
          - id: staff
            text: Staff
          - id: guests
            text: Guests
      power:
        ask: Is the power on?
        answers:
          - id: power-on
            text: It is on
          - id: power-off
            text: It is off
    events:
      fire:
        name: Fire
        classify:
          ask: [people, power]
        steps:
          respond:
            - id: leave-now
              do: Leave the building at once.
              role: chief
              need: must
              within: 5 min
            - id: lamp
              do: Take the lamp.
              role: chief
              when:
                power: power-off
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
            - id: guide
              do: Guide the guests out.
              role: chief
              when:
                people: guests
"""

from collections.abc import Iterator
from typing import Final

from tmplan.plan.index import Index, WhenAt, listed
from tmplan.plan.problem import Fault, Severity

CODE: Final = "TM322"
NAME: Final = "unasked-question"
SEVERITY: Final = Severity.WARNING
MESSAGE: Final = "the question `{id}` is not asked here, so this condition never holds"
HINT: Final = "add it to `classify.ask` of {events}"


def check(plan: Index) -> Iterator[Fault]:
    """Every question that no event type asks to which the condition applies."""
    for when in plan.conditions:
        events = _events(plan, when)
        for name in when.terms:
            if name in plan.questions and not any(name in plan.ask(event) for event in events):
                known = ", ".join(f"`{event}`" for event in events[:3]) or "-"
                yield Fault((*when.path, name), {"id": name, "events": known}, at_key=True)


def _events(plan: Index, when: WhenAt) -> list[str]:
    if when.event is not None:
        return [when.event]
    wanted = when.terms.get("event")
    named = [wanted] if isinstance(wanted, str) else listed(wanted)
    return [event for event in plan.events if not named or event in named]
