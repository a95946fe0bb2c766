"""What every group of keys and every key of a scenario means, in one sentence each."""

from typing import Final

from tmplan.plan.meaning import Meanings

_SCENARIO: Final[Meanings] = {
    "Scenario": {
        "": "A drill scenario: a story, messages at moments, and what it must show.",
        "tmplan-drill": "The version of the format; it says that this file is a scenario. "
        "Write `1`.",
        "id": "The short name of the scenario.",
        "plan": "The path of the plan, relative to this file.",
        "event": "The event type that is rehearsed.",
        "title": "The name of the scenario.",
        "form": "`tabletop` (default), `functional` or `full`.",
        "content": "`single` (default) or `comprehensive`.",
        "purpose": "`check` (default), `show` or `study`.",
        "narrative": "The story, shown at the start.",
        "expect": "How the event should be judged.",
        "objectives": "What the drill must show.",
        "injects": "Messages at moments.",
        "script": "The words of an answers file, for running without people.",
    },
    "Expected": {
        "": "How the event should be judged.",
        "level": "The level it must come to.",
        "classified_within": "How soon after the opening it must be classified.",
    },
    "Objective": {
        "": "One thing the drill must show.",
        "id": "The id of the objective.",
        "text": "What is to be shown.",
        "steps": "The steps that must be done.",
        "within": "Each step within this time of the opening.",
    },
    "Inject": {
        "": "A scripted message at a moment.",
        "id": "The id of the inject.",
        "at": "When it is played: a length after the opening, or `{step: …}`, `{phase: …}` or "
        "`{fact: …}`.",
        "kind": "`message` (default), or what else it is.",
        "text": "What is said.",
        "expect": "What it should make people do.",
    },
    "StepExpected": {
        "": "What an inject should make people do.",
        "step": "The step that should be done.",
        "within": "How soon after the inject; done before counts as met.",
    },
}

_SCRIPT: Final[Meanings] = {
    "AnswersFile": {
        "": "What a person would say at each prompt, written down beforehand.",
        "by": "Who acts, unless said otherwise; without it the first holder of each act's role.",
        "type": "The event type, if nothing else says it.",
        "answers": "An answer, several, or `unknown`, by question; others count as unknown.",
        "level": "A level set by hand.",
        "steps": "What to say when a step is reached, by step.",
        "otherwise": "What becomes of steps that are not named: `done`, or `stop` (default).",
        "approve": "Steps and notices that are approved, or `all`.",
        "irreversible": "Steps that cannot be undone may be done although they are not named.",
        "facts": "Blanks of notices, `principal-told` and `told-<level>`, by name.",
        "gate": "The word that it is safe.",
        "recovered_when": "The criteria of recovery that are met, or `all`.",
        "review": "The review; with it the run goes on to the close.",
    },
    "StepWords": {
        "": "What to say when a step is reached.",
        "do": "What becomes of the step: `done` (default), `fail`, `skip`, `na` or `defer`.",
        "evidence": "What is kept as proof, by id; the path of a file counts from this file.",
        "by": "Who does the step.",
        "signed_by": "Who signs for the step.",
        "reason": "The reason for anything but done.",
        "until": "For `defer`: a length or a time.",
        "takes": "How long it takes in a drill without people; one minute if not said.",
    },
    "LevelWords": {
        "": "A level set by hand.",
        "set": "The level that is set.",
        "by": "Who sets the level.",
        "reason": "Why the level is set by hand.",
    },
    "GateWords": {
        "": "The word that it is safe.",
        "confirmed": "Whether it is safe.",
        "by": "Who says that it is safe.",
        "reason": "The reason, needed over open steps.",
    },
    "ReviewWords": {
        "": "The review.",
        "summary": "What happened, and why.",
        "findings": "What to improve.",
        "by": "Who reviews.",
    },
    "FindingWords": {
        "": "One thing the review found, and what will change.",
        "text": "What was found.",
        "action": "What will change.",
        "owner": "Who sees to the change.",
        "due": "By when it is changed.",
        "verified_when": "How it is known that it is done.",
    },
}

SCENARIO_MEANINGS: Final[Meanings] = {**_SCENARIO, **_SCRIPT}
