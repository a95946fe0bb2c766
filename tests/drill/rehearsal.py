"""Scenarios for the trial plan, and playing what is due in a story."""

from functools import partial

from stage import Story

from tmplan.drill.conduct import injects_due
from tmplan.drill.evaluate import evaluate
from tmplan.drill.scenario import Scenario
from tmplan.incident import entry as e
from tmplan.plan.load import words_of

HEAD = """
tmplan-drill: 1
id: night
plan: ../plan.yaml
event: leak
title: A leak at night
narrative: Nobody is there.
"""


def scenario(text: str = "", head: str = HEAD) -> Scenario:
    """A scenario of these words, which must be sound as a file of its own."""
    loaded = words_of((head + text).encode(), "night.yaml", Scenario, "tmplan-drill")
    assert loaded.model is not None, loaded.problems
    return loaded.model


def due(story: Story, words: Scenario) -> list[str]:
    """The ids of the injects that are to be played now, in their order."""
    played = injects_due(story.plan, words, story.incident, story.now)
    return [inject.id for _, inject in played]


def play(story: Story, words: Scenario) -> None:
    """What is due is played now."""
    for _, inject in injects_due(story.plan, words, story.incident, story.now):
        fact = e.Injected(inject.id, inject.text)
        story.act(partial(lambda known, _scene: known, fact))


def verdicts(story: Story, words: Scenario) -> dict[str, str]:
    """What came of each thing the scenario asked for, by its id."""
    found = evaluate(story.plan, words, story.incident)
    return {result.id: result.verdict.value for result in found}
