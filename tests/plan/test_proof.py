"""The proof says what trying every combination says, and stays fast where trying would not end."""

import itertools
import random
import time
from pathlib import Path

import pytest

from tmplan.plan.classify import NOT_KNOWN, Circumstances, classify, holds
from tmplan.plan.model import Plan
from tmplan.plan.proof import prove
from tmplan.plan.source import parse

MINIMAL = parse((Path(__file__).parents[1] / "minimal.yaml").read_bytes(), "minimal.yaml").value
LEVELS = ("I", "II", "III", "IV")


def make(levels, questions, events, **more):
    step = {"id": "leave", "do": "Leave.", "role": "chief", "need": "must"}
    kinds = {}
    for number, (name, words) in enumerate(events.items()):
        own = [{**step, "id": f"leave-{number}"}, *words.pop("respond", [])]
        kinds[name] = {"name": name, "steps": {"respond": own}, **words}
    listed = [{"id": level, "name": level} for level in levels]
    return Plan.model_validate(
        {**MINIMAL, "levels": listed, "questions": questions, "events": kinds, **more}
    )


def random_plan(seed):
    dice = random.Random(seed)
    levels = LEVELS[: dice.randint(1, 4)]
    questions = {}
    for number in range(dice.randint(1, 4)):
        size = dice.randint(1, 3)
        ranks = sorted(dice.choices(range(len(levels)), k=size), reverse=dice.random() < 0.5)
        levelled = number == 0 or dice.random() < 0.6
        words = {"ask": "?"}
        rows = []
        for place, rank in enumerate(ranks):
            row = {"level": levels[rank]} if levelled else {}
            rows.append(row)
            if levelled and dice.random() < 0.3:
                words["unknown"] = levels[dice.choice(ranks)]
        if dice.random() < 0.3:
            words |= {"unit": "cm", "bands": rows}
            for place, row in enumerate(rows[:-1]):
                row["below"] = str(10 * place + 10)
        else:
            for place, row in enumerate(rows):
                row |= {"id": f"a{place + 1}", "text": "."}
            words |= {"answers": rows, "several": "true" if dice.random() < 0.3 else "false"}
        questions[f"q{number}"] = words
    events = {}
    for event in ("flood", "fire")[: dice.randint(1, 2)]:
        ask = [q for q in questions if q == "q0" or dice.random() < 0.8]
        classify_words = {
            "ask": ask,
            "floors": [
                {"when": condition(dice, questions), "level": dice.choice(levels)}
                for _ in range(dice.choice([0, 0, 1, 2]))
            ],
            "raises": [
                {"when": condition(dice, questions), "by": str(dice.randint(1, 2))}
                if dice.random() < 0.7
                else {"unknown_after": f"{dice.choice([10, 20])} min", "by": "1"}
                for _ in range(dice.choice([0, 0, 1, 2]))
            ],
        }
        respond = [
            {
                "id": f"s-{event}",
                "do": ".",
                "role": "chief",
                "when": condition(dice, questions, ("min_level",), levels),
                "when_unknown": dice.choice(["skip", "apply"]),
                **({"only_levels": [dice.choice(levels)]} if dice.random() < 0.5 else {}),
            }
        ]
        events[event] = {"classify": classify_words, "respond": respond}
    return make(levels, questions, events)


def condition(dice, questions, more=(), levels=()):
    keys = [*questions, "linked", "event", *more]
    weights = [4] * len(questions) + [1] * (2 + len(more))
    found = {}
    for key in dice.choices(keys, weights, k=dice.randint(1, 2)):
        if key == "linked":
            found[key] = dice.choice(["any", "fire", ["fire", "flood"]])
        elif key == "event":
            found[key] = dice.choice(["flood", "fire", ["fire", "flood"]])
        elif key == "min_level":
            found[key] = dice.choice(levels)
        else:
            words = questions[key]
            ids = [row.get("id", f"band-{n}") for n, row in enumerate(rows_of(words), 1)]
            found[key] = dice.sample(ids, dice.randint(1, len(ids)))
    return found


def rows_of(words):
    return words.get("answers") or words["bands"]


# --- the long way ------------------------------------------------------------------------


def options(plan, event, name):
    """Every answer to a question, as `classify` takes it."""
    question = plan.question(event, name)
    if question.bands:
        given = [(str(int(band.below) - 1),) for band in question.bands[:-1]] + [("1000",)]
    elif question.several:
        ids = [answer.id for answer in question.answers]
        sizes = range(1, len(ids) + 1)
        given = [chosen for size in sizes for chosen in itertools.combinations(ids, size)]
    else:
        given = [(answer.id,) for answer in question.answers]
    return [*given, NOT_KNOWN]


def every_case(plan, event):
    """Answers, links and waiting time, for every combination there is."""
    ask = plan.events[event].classify.ask
    links = [
        frozenset(c) for n in range(4) for c in itertools.combinations(("flood", "fire", "x"), n)
    ]
    waits = (0, 10 * 60, 20 * 60)
    for given in itertools.product(*(options(plan, event, name) for name in ask)):
        for linked in links:
            for waited in waits:
                yield dict(zip(ask, given, strict=True)), linked, waited


def rank(plan, event, case):
    answers, linked, waited = case
    return plan.rank(classify(plan, event, answers, linked=linked, waited=waited).level)


def without(plan, event, key, number):
    words = plan.events[event].classify
    kept = tuple(each for n, each in enumerate(getattr(words, key)) if n != number)
    kind = plan.events[event].model_copy(update={"classify": words.model_copy(update={key: kept})})
    return plan.model_copy(update={"events": {**plan.events, event: kind}})


def found_by_trying(plan):
    found = set()
    reached = set()
    for event in plan.events:
        cases = list(every_case(plan, event))
        ranks = [rank(plan, event, case) for case in cases]
        reached |= set(ranks)
        words = plan.events[event].classify
        path = ("events", event, "classify")
        for key in ("floors", "raises"):
            for number, shift in enumerate(getattr(words, key)):
                if shift.when is not None and asks_unasked(plan, event, shift.when):
                    continue
                met = shift.when is None or any(
                    holds(
                        plan,
                        shift.when,
                        Circumstances(event, answers, linked=linked),
                        shifts_level=True,
                    )
                    for answers, linked, _ in cases
                )
                less = without(plan, event, key, number)
                if not met:
                    found.add(("TM407", (*path, key, number, "when")))
                elif [rank(less, event, case) for case in cases] == ranks:
                    found.add(("TM408", (*path, key, number)))
        by_case = {
            (tuple(sorted(answers.items())), linked, waited): each
            for (answers, linked, waited), each in zip(cases, ranks, strict=True)
        }
        used = {
            name
            for step in plan.events[event].steps["respond"]
            if step.when
            for name in step.when.terms
        }
        for place, name in enumerate(words.ask):
            if name not in used and not decides(plan, event, name, by_case):
                found.add(("TM409", (*path, "ask", place)))
            if is_milder_for_worse(plan, event, name, by_case):
                found.add(("TM411", name, event))
        for number, step in enumerate(plan.events[event].steps["respond"]):
            if step.when is None or asks_unasked(plan, event, step.when):
                continue
            met = [
                each
                for (answers, linked, _), each in zip(cases, ranks, strict=True)
                if holds(
                    plan,
                    step.when,
                    Circumstances(event, answers, plan.levels[each].id, linked),
                    unknown_matches=step.when_unknown == "apply",
                )
            ]
            where = ("events", event, "steps", "respond", number, "when")
            if not met:
                found.add(("TM407", where))
            elif step.only_levels and not {plan.levels[each].id for each in met} & set(
                step.only_levels
            ):
                found.add(("TM410", where))
    for number, _ in enumerate(plan.levels):
        if number not in reached:
            found.add(("TM404", ("levels", number)))
    return found


def asks_unasked(plan, event, when):
    ask = plan.events[event].classify.ask
    return any(key in plan.questions and key not in ask for key in when.terms)


def decides(plan, event, name, by_case):
    seen = {}
    for (answers, linked, waited), each in by_case.items():
        if dict(answers)[name] == NOT_KNOWN:  # not knowing is no answer worth asking for
            continue
        rest = (tuple(item for item in answers if item[0] != name), linked, waited)
        if seen.setdefault(rest, each) != each:
            return True
    return False


def is_milder_for_worse(plan, event, name, by_case):
    question = plan.question(event, name)
    level = {choice: plan.rank(given) for choice, given in question.choices if given}
    if not level:
        return False
    for (answers, linked, waited), each in by_case.items():
        given = dict(answers)[name]
        if given == NOT_KNOWN:
            continue
        for other in options(plan, event, name):
            if other == NOT_KNOWN:
                continue
            old, new = ({question.choice_of(x) for x in side} for side in (given, other))
            gone, come = old - new, new - old
            if len(gone) != 1 or len(come) != 1 or level[come.pop()] >= level[gone.pop()]:
                continue
            changed = tuple(sorted((dict(answers) | {name: other}).items()))
            if by_case[changed, linked, waited] > each:
                return True
    return False


def found_by_proof(plan):
    found = set()
    for problem in prove(plan).problems:
        if problem.code.id == "TM411":
            found.add(("TM411", problem.params["question"], problem.path[1]))
        else:
            found.add((problem.code.id, problem.path))
    return found


@pytest.mark.parametrize("seed", range(250))
def test_the_proof_agrees_with_trying_every_combination(seed):
    plan = random_plan(seed)
    assert found_by_proof(plan) == found_by_trying(plan)


def test_the_random_plans_show_every_kind_of_problem():
    kinds = {each[0] for seed in range(250) for each in found_by_proof(random_plan(seed))}
    assert kinds == {"TM404", "TM407", "TM408", "TM409", "TM410", "TM411"}


# --- counting ------------------------------------------------------------------------------


def question(size, **more):
    answers = [{"id": f"a{n}", "text": ".", "level": LEVELS[-1 - n]} for n in range(size)]
    return {"ask": "?", "answers": answers, **more}


@pytest.mark.parametrize(
    ("questions", "classify_words", "combinations"),
    [
        ({"q": question(4)}, {}, 5),
        ({"q": question(4), "r": question(2)}, {}, 15),
        ({"q": question(4), "r": question(3, several="true")}, {}, 40),
        ({"q": question(4)}, {"raises": [{"when": {"linked": "any"}}]}, 10),
        ({"q": question(4)}, {"raises": [{"unknown_after": "1 h"}]}, 10),
        (
            {"q": question(4)},
            {"raises": [{"unknown_after": "1 h"}, {"when": {"linked": "any"}}]},
            10,
        ),
    ],
)
def test_combinations_are_counted_as_promised(questions, classify_words, combinations):
    plan = make(LEVELS, questions, {"flood": {"classify": {"ask": [*questions], **classify_words}}})
    assert prove(plan).combinations == combinations


def test_many_questions_with_many_conditions_take_about_a_second():
    questions = {f"q{n}": question(4) for n in range(19)}
    floors = [
        {"when": {f"q{n}": "a2", f"q{n + 1}": ["a1", "a2"], f"q{n + 2}": "a2"}, "level": "I"}
        for n in range(0, 17, 2)
    ]
    plan = make(LEVELS, questions, {"flood": {"classify": {"ask": [*questions], "floors": floors}}})
    start = time.perf_counter()
    proof = prove(plan)
    assert time.perf_counter() - start < 5  # about one on a quiet machine
    assert proof.combinations == 5**19 > 1.6e13
    assert "TM419" not in {problem.code.id for problem in proof.problems}


def test_what_cannot_be_proved_is_said_in_bounded_time():
    questions = {f"q{n}": question(3) for n in range(24)}
    raises = [{"when": {f"q{n}": "a0", f"q{23 - n}": "a0"}, "by": "1"} for n in range(12)]
    several = {
        "many": question(3, several="true")
        | {"answers": [{"id": f"m{n}", "text": ".", "level": "IV"} for n in range(40)]}
    }
    raises += [{"when": {"many": f"m{n}", "q0": "a0"}, "by": "1"} for n in range(40)]
    plan = make(
        LEVELS,
        questions | several,
        {"flood": {"classify": {"ask": [*questions, "many"], "raises": raises}}},
    )
    start = time.perf_counter()
    problems = prove(plan).problems
    assert time.perf_counter() - start < 20
    assert [problem.code.id for problem in problems] == ["TM419"]


def test_a_milder_level_for_a_worse_answer_is_shown_with_an_example():
    questions = {
        "q": question(3),
        "r": {
            "ask": "?",
            "scope": "true",
            "answers": [{"id": "yes", "text": "."}, {"id": "not", "text": "."}],
        },
    }
    plan = make(
        LEVELS,
        questions,
        {
            "flood": {
                "classify": {
                    "ask": ["q", "r"],
                    "floors": [{"when": {"q": "a1", "r": "yes"}, "level": "I"}],
                }
            }
        },
    )
    (problem,) = (each for each in prove(plan).problems if each.code.id == "TM411")
    assert problem.path == ("events", "flood", "classify", "floors", 0, "when")
    assert problem.params == {
        "question": "q",
        "milder": "a1",
        "worse": "a2",
        "low": "II",
        "high": "I",
        "example": " (r = yes)",
    }
