"""A file becomes a plan, or everything that is wrong with it, each thing at its place."""

import copy
import hashlib
import json
import os
import random
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from tmplan.errors import FileTrouble
from tmplan.i18n import say
from tmplan.plan.index import Index
from tmplan.plan.load import LIMIT, load_plan, load_words, pin, plan_of, plan_of_pin
from tmplan.plan.model import Person, Plan
from tmplan.plan.problem import Severity
from tmplan.plan.rules import lint
from tmplan.plan.schema import fit
from tmplan.plan.source import parse

ROOT = Path(__file__).parents[2]
MINIMAL = (ROOT / "tests" / "minimal.yaml").read_text(encoding="utf-8")
PLANS = sorted((ROOT / "plans").glob("*.yaml"))
EVERY_PLAN = pytest.mark.parametrize("path", PLANS, ids=lambda path: path.stem)


def read(text, folder=Path()):
    return plan_of(text.encode() if isinstance(text, str) else text, "plan.yaml", folder)


def changed(old, new):
    assert old in MINIMAL
    return MINIMAL.replace(old, new, 1)


def shown(loaded):
    return [(p.span.line, p.span.column, p.code.id) for p in loaded.problems]


def sentences(loaded):
    return [
        (say(p.code.message, **p.params), say(p.code.hint, **p.params)) for p in loaded.problems
    ]


@EVERY_PLAN
def test_our_own_plans_are_sound(path):
    loaded = load_plan(path)
    assert loaded.model is not None
    assert [p for p in loaded.problems if p.code.severity is not Severity.NOTICE] == []
    assert loaded.sources == {path.name: hashlib.sha256(path.read_bytes()).hexdigest()}


@pytest.mark.parametrize(
    ("old", "new", "place", "message", "hint"),
    [
        ("    interpreted_by: team", "    interpretd_by: team", None, None, None),
        (
            "title: Minimal plan",
            "titel: Minimal plan",
            (3, 1, "TM201"),
            "`titel` is not a key of a plan",
            "did you mean `title`? if `titel` is meant, this file needs a newer tmplan",
        ),
        (
            "  on_duty: chief",
            "  on_duty: chief\n  colour: red",
            (15, 3, "TM201"),
            "`colour` is not a key of the part `organisation`",
            "this file needs a newer tmplan",
        ),
        ("title: Minimal plan\n", "", (1, 1, "TM202"), "a plan lacks the key `title`", "`title: …`"),
        ("title: Minimal plan", "title: [a]", (3, 8, "TM203"), "text belongs here", "quotes"),
        ("title: Minimal plan", "title:", (3, 1, "TM207"), "nothing is written here", "write it"),
        ("title: Minimal plan", 'title: " "', (3, 8, "TM207"), "nothing is written here", ""),
        ("held_by: [li]", "held_by: {li: x}", (23, 16, "TM203"), "a list belongs here", "`- `"),
        ("    team:\n      name: Team\n      lead: chief", "    team: chief", (17, 11, "TM203"), "a group of keys", ""),
        ("need: must", "need: msut", (55, 17, "TM204"), "`msut` is not allowed here", "`must`"),
        ("kind: assess", "kind: asess", (38, 11, "TM204"), "`asess`", "write one of `assess`"),
        ("id: leave", "id: Leave!", (52, 15, "TM205"), "`Leave!` is not an id", "small letters"),
        ("  flood:", "  大水:", (48, 3, "TM205"), "`大水` is not an id", "`name`"),
        ("every: 12 months", "every: a year", (13, 12, "TM205"), "`a year` is not a length", "30 min"),
        ("  review:\n    every: 12 months", "  effective: 2026-02-30\n  review:\n    every: 12 months", (12, 14, "TM205"), "`2026-02-30` is not a date", "2026-11-23"),
        ("need: must", "need: must\n          irreversible: yes", (56, 25, "TM203"), "`true` or `false`", ""),
        ("need: must", "need: must\n          from: noon", (56, 17, "TM205"), "a moment at which", "`opened`"),
        ("need: must", "need: must\n          when: {affected: {a: b}}", (56, 28, "TM205"), "not a condition", ""),
        ("tmplan: 1", "tmplan: 2", (1, 9, "TM209"), "version `2` of the format", "a newer tmplan"),
        ("tmplan: 1\n", "", (1, 1, "TM202"), "lacks the key `tmplan`", ""),
        ("timezone: Asia/Shanghai", "timezone: Asia/Peking", (6, 11, "TM808"), "`Asia/Peking`", ""),
    ],
)  # fmt: skip
def test_what_does_not_fit_is_said_at_its_place(old, new, place, message, hint):
    if place is None:
        old, new = old.strip(), new.strip()
        loaded = read(changed(old, new))
        assert [p.code.id for p in loaded.problems] == ["TM201"]
        return
    loaded = read(changed(old, new))
    assert loaded.model is None
    assert shown(loaded) == [place]
    ((said, advised),) = sentences(loaded)
    assert message in said
    assert hint in advised


def test_several_problems_are_all_told_from_top_to_bottom():
    text = changed("title: Minimal plan", "titel: Minimal plan")
    text = text.replace("role: chief\n          need: must", "role: cheif\n          need: msut")
    text = text.replace("deputies: [wang]", "deputies: [wong]")
    loaded = read(text)
    assert [p.code.id for p in loaded.problems] == ["TM201", "TM326", "TM302", "TM204"]
    assert shown(loaded) == sorted(shown(loaded))
    assert "write one of `chief`" in sentences(loaded)[2][1]


def test_a_key_written_twice_does_not_hide_the_rest():
    loaded = read(changed("title: Minimal plan", "title: Minimal plan\ntitle: Again\nversoin: 1"))
    assert [p.code.id for p in loaded.problems] == ["TM102", "TM201"]


def test_notes_are_ignored_anywhere():
    text = changed("      name: Team", "      name: Team\n      x-colour: red")
    loaded = read("x-note: [1, 2]\n" + text)
    assert loaded.problems == ()
    assert "x-note" not in loaded.words


def test_text_that_other_programs_misread_is_pointed_out_in_text_fields_only():
    text = changed(
        "      name: Li", "      name: Li\n      phone: 13800138000\n      verified: 2026-11-01"
    )
    text = text.replace('version: "1"', "version: 1.10").replace("title: Minimal plan", "title: no")
    loaded = read(text)
    assert loaded.model is not None
    assert [p.code.id for p in loaded.problems] == ["TM107", "TM208", "TM208"]
    assert loaded.model.version == "1.10"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "TM111"),
        ("# nothing\n", "TM111"),
        ("just text", "TM114"),
        ("- a\n", "TM114"),
        ("a: [b", "TM118"),
        ("title: 天猫".encode("gbk"), "TM001"),
        (MINIMAL.encode("utf-16"), "TM002"),
        (b"title: \x00", "TM003"),
        ("a:\n\tb: c\n", "TM115"),
        ("name: somebody\nage: 3\n", "TM212"),
        ("tmplan-drill: 1\nid: x\n", "TM212"),
        ("tmplan-part: 1\n", "TM212"),
        (b"x" * (LIMIT + 1), "TM006"),
    ],
)
def test_a_file_that_is_no_plan_has_one_clear_problem(text, code):
    loaded = read(text)
    assert loaded.model is None
    assert [p.code.id for p in loaded.problems if p.code.severity is Severity.ERROR] == [code]


# --- any bytes -----------------------------------------------------------------------------


@settings(max_examples=300, deadline=None)
@given(
    st.one_of(
        st.binary(max_size=300),
        st.text(max_size=300).map(lambda t: t.encode("utf-8", "surrogatepass")),
    )
)
@example(b"tmplan: 1\nphases: {a: 1}\nevents: []\n")
@example(b"? [a]\n: b\n")
def test_no_bytes_are_too_odd_to_be_explained(data):
    loaded = read(data)
    assert loaded.model is None
    assert loaded.problems
    assert all(p.span is not None for p in loaded.problems)


def places(value, path=()):
    yield path
    pairs = (
        value.items()
        if isinstance(value, dict)
        else enumerate(value)
        if isinstance(value, list)
        else ()
    )
    for key, inner in pairs:
        yield from places(inner, (*path, key))


ODD = (
    None,
    "",
    "no",
    "x",
    [],
    {},
    ["x"],
    [None],
    [[]],
    [{}],
    {"x": "y"},
    {"id": []},
    "-1",
    "NaN",
    "unknown",
)


@EVERY_PLAN
def test_rules_stand_any_plan_with_a_part_replaced_or_missing(path):
    sound = parse(path.read_bytes(), "plan").value
    every = [each for each in places(sound) if each]
    dice = random.Random(1)
    for _ in range(400):
        words = copy.deepcopy(sound)
        *above, last = dice.choice(every)
        holder = words
        for part in above:
            holder = holder[part]
        if dice.random() < 0.3:
            del holder[last]
        else:
            holder[last] = copy.deepcopy(dice.choice(ODD))
        list(lint(Index(words)))
        _, misfits = fit(Plan, words)
        for problem in misfits:
            sentence = say(problem.code.message, **problem.params)
            assert "{" not in sentence.replace("{{", "")
            assert "Input should" not in sentence


@EVERY_PLAN
def test_a_mistyped_key_is_found_at_its_line_and_column(path):
    lines = path.read_text(encoding="utf-8").split("\n")
    keys = [
        (number, len(line) - len(line.lstrip(" -")), line.lstrip(" -").split(":")[0])
        for number, line in enumerate(lines)
        if line.lstrip(" -").split(":")[0]
        in {"name", "do", "role", "ask", "text", "kind", "need", "within"}
        and ":" in line
    ]
    dice = random.Random(2)
    for number, column, key in dice.sample(keys, 60):
        wrong = f"{key[:-1]}{key[-1]}x"
        text = [*lines]
        text[number] = text[number][:column] + wrong + text[number][column + len(key) :]
        loaded = read("\n".join(text))
        found = [(p.span.line, p.span.column) for p in loaded.problems if p.code.id == "TM201"]
        assert found == [(number + 1, column + 1)], lines[number]
        assert f"did you mean `{key}`" in " ".join(hint for _, hint in sentences(loaded))
        assert "TM202" not in {p.code.id for p in loaded.problems}


# --- contacts ------------------------------------------------------------------------------

WITH_CONTACTS = MINIMAL.replace(
    "  people:\n    li:\n      name: Li\n    wang:\n      name: Wang\n",
    "  people:\n    li:\n      name: Li\n  contacts: contacts.yaml\n",
)


def test_people_may_stand_in_a_file_of_their_own(tmp_path):
    contacts = tmp_path / "contacts.yaml"
    contacts.write_text('people:\n  wang:\n    name: Wang\n    phone: "0571"\n', encoding="utf-8")
    loaded = read(WITH_CONTACTS, tmp_path)
    assert loaded.problems == ()
    assert loaded.model.organisation.people["wang"] == Person(name="Wang", phone="0571")
    assert set(loaded.sources) == {"plan.yaml", "contacts.yaml"}


def test_a_missing_contacts_file_is_a_warning_and_nobody_is_called_unknown(tmp_path):
    loaded = read(WITH_CONTACTS, tmp_path)
    assert [p.code.id for p in loaded.problems] == ["TM614"]
    assert loaded.model is not None


@pytest.mark.parametrize("name", ["../contacts.yaml", "/etc/passwd", "..\\contacts.yaml"])
def test_contacts_stay_inside_the_folder_of_the_plan(tmp_path, name):
    loaded = read(WITH_CONTACTS.replace("contacts: contacts.yaml", f"contacts: {name}"), tmp_path)
    assert [p.code.id for p in loaded.problems] == ["TM615"]


def test_nobody_is_both_in_the_plan_and_in_the_contacts_file(tmp_path):
    people = "people:\n  li:\n    name: Li\n  wang:\n    name: Wang\n"
    (tmp_path / "contacts.yaml").write_text(people, encoding="utf-8")
    assert [p.code.id for p in read(WITH_CONTACTS, tmp_path).problems] == ["TM616"]


def test_a_problem_of_the_contacts_file_is_told_with_that_file(tmp_path):
    people = "people:\n  wang:\n    nmae: Wang\n"
    (tmp_path / "contacts.yaml").write_text(people, encoding="utf-8")
    loaded = read(WITH_CONTACTS, tmp_path)
    (problem,) = loaded.problems
    assert (problem.code.id, problem.span.line, problem.span.column) == ("TM201", 3, 5)
    assert Path(loaded.source_of(problem).name).name == "contacts.yaml"
    assert loaded.model is None


# --- pins ----------------------------------------------------------------------------------


@EVERY_PLAN
def test_a_pinned_plan_is_the_same_plan_without_the_ways_to_reach_people(path):
    loaded = load_plan(path)
    pinned = plan_of_pin(pin(loaded))
    assert pin(loaded) == pin(load_plan(path))
    organisation = pinned.organisation
    assert all(p.phone is None and p.verified is None for p in organisation.people.values())
    people = {name: Person(name=p.name) for name, p in loaded.model.organisation.people.items()}
    own = loaded.model.organisation.model_copy(update={"people": people, "contacts": None})
    assert pinned == loaded.model.model_copy(update={"organisation": own})
    assert json.loads(pin(loaded))["id"] == loaded.model.id


# --- files ---------------------------------------------------------------------------------


def test_what_is_no_file_ends_the_command(tmp_path):
    with pytest.raises(FileTrouble, match="there is no file"):
        load_plan(tmp_path / "none.yaml")
    with pytest.raises(FileTrouble, match="is a folder"):
        load_plan(tmp_path)
    with pytest.raises(FileTrouble):
        load_words(tmp_path / "a\0b", Plan, "tmplan")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_pipe_is_refused_and_never_waited_for(tmp_path):
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(FileTrouble, match="not an ordinary file"):
        load_plan(tmp_path / "pipe")
