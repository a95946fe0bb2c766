"""A step waits only for steps that can come before it.

Where the two never apply in the same incident, the waiting says nothing, and whoever wrote it
meant another step. Two steps cannot meet when they are for different levels or event types; with
different answers to one question they can, as long as the answer is unknown, unless one of them
says `when_unknown: skip`.

Bad::

    levels:
      - id: I
        name: Grave
      - id: II
        name: Slight
    questions:
      depth:
        ask: How deep is the water?
        unit: cm
        bands:
          - below: 10
            level: II
          - level: I
    events:
      flood:
        name: Flood
        classify:
          ask: [depth]
        steps:
          respond:
            - id: leave
              do: Leave the building.
              role: chief
              need: must
              within: 5 min
            - id: pump
              do: Switch on the pump.
              role: chief
              only_levels: [I]
            - id: watch
              do: Watch the pump.
              role: chief
              only_levels: [II]
              after: [pump]

Good::

    levels:
      - id: I
        name: Grave
      - id: II
        name: Slight
    questions:
      depth:
        ask: How deep is the water?
        unit: cm
        bands:
          - below: 10
            level: II
          - level: I
    events:
      flood:
        name: Flood
        classify:
          ask: [depth]
        steps:
          respond:
            - id: leave
              do: Leave the building.
              role: chief
              need: must
              within: 5 min
            - id: pump
              do: Switch on the pump.
              role: chief
              only_levels: [II]
            - id: watch
              do: Watch the pump.
              role: chief
              only_levels: [II]
              after: [pump]
"""

from collections.abc import Iterator
from typing import Final

from tmplan.plan.index import Index, StepAt, group, refs, word
from tmplan.plan.problem import Fault, Severity

CODE: Final = "TM522"
NAME: Final = "idle-after"
SEVERITY: Final = Severity.WARNING
MESSAGE: Final = "this step never applies together with `{id}`, so it never waits for it"
HINT: Final = "name another step, or make the two apply together"


def check(plan: Index) -> Iterator[Fault]:
    """Every step named in `after` that cannot be in the same incident."""
    for step in plan.steps:
        for each in refs(step.words, step.path, "after"):
            other = plan.step_of.get(each.id)
            if other and not _can_meet(plan, step, other):
                yield Fault(each.path, {"id": each.id})


def _can_meet(plan: Index, one: StepAt, other: StepAt) -> bool:
    if one.event and other.event and one.event != other.event:
        return True  # foreign-step says so
    return (
        bool(_levels(plan, one) & _levels(plan, other))
        and bool(_events(plan, one) & _events(plan, other))
        and not _answers_exclude(plan, one, other)
    )


def _levels(plan: Index, step: StepAt) -> set[str]:
    if not plan.levels:
        return {"-"}
    found = set(plan.levels)
    least, only = step.words.get("min_level"), step.words.get("only_levels")
    if least in plan.levels:
        found &= set(plan.levels[: plan.levels.index(least) + 1])
    return found & {word(each) for each in only} if isinstance(only, list) and only else found


def _events(plan: Index, step: StepAt) -> set[str]:
    found = {step.event} if step.event else set(plan.events)
    named = _wanted(step, "event")
    return found & named if named else found


def _answers_exclude(plan: Index, one: StepAt, other: StepAt) -> bool:
    if "skip" not in (one.words.get("when_unknown"), other.words.get("when_unknown")):
        return False
    return any(
        not _wanted(one, name) & _wanted(other, name)
        for name in group(one.words.get("when"))
        if name in group(other.words.get("when"))
        and name in plan.questions
        and plan.questions[name].get("several") != "true"
    )


def _wanted(step: StepAt, key: str) -> set[str]:
    return {each.id for each in refs(group(step.words.get("when")), (), key)}
