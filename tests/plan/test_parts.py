"""A plan in several files is the same plan, and every problem is shown in the file it stands in."""

import json
import os
import random
import re
from datetime import date
from hashlib import sha256
from pathlib import Path

import pytest
import yaml

from tmplan.plan import load, parts
from tmplan.plan.load import load_part, load_plan
from tmplan.plan.pin import pin, plan_of_pin
from tmplan.plan.problem import Severity
from tmplan.plan.proof import prove
from tmplan.plan.source import parse

ROOT = Path(__file__).parents[2]
MINIMAL = (ROOT / "tests" / "minimal.yaml").read_text(encoding="utf-8")
STORIES = ROOT / "tests" / "stories" / "shop.yaml"
PLANS = [ROOT / "plans" / "store.yaml", ROOT / "plans" / "store-command.yaml", STORIES]
LATER = date(2031, 1, 1)  # when much of a plan has gone stale
EACH_PLAN = pytest.mark.parametrize("path", PLANS, ids=lambda path: path.stem)
SECTIONS = tuple(parts.KINDS)

HEAD, EVENTS = MINIMAL.split("events:\n")
FLOOD = f"tmplan-part: 1\nevents:\n{EVENTS}"
FIRE = FLOOD.replace("flood", "fire").replace("Flood", "Fire").replace("leave", "get-out")


def listing(*names, more=""):
    """The minimal plan with these parts; its event type stands in one of them."""
    return HEAD.replace("about:\n", f"parts: [{', '.join(names)}]\nabout:\n", 1) + more


LIST = listing().count("\n", 0, listing().index("parts:")) + 1


def write(folder, **files):
    for name, text in files.items():
        path = folder / f"{name.replace('__', '/')}.yaml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode())


def loaded(folder, *names, more="", **files):
    write(folder, plan=listing(*names, more=more), **files)
    return load_plan(folder / "plan.yaml")


def found(plan, folder):
    """Code, file, line and column of every problem."""
    rows = []
    for each in plan.problems:
        name = Path(plan.source_of(each).name).relative_to(folder).as_posix()
        rows.append((each.code.id, name, each.span.line, each.span.column))
    return rows


# The same plan


def test_a_plan_whose_event_types_stand_in_parts(tmp_path):
    plan = loaded(tmp_path, "parts/flood.yaml", "fire.yaml", parts__flood=FLOOD, fire=FIRE)
    assert plan.problems == ()
    assert list(plan.model.events) == ["flood", "fire"]
    assert plan.model.events["fire"].steps["respond"][0].id == "get-out"


def test_one_part_needs_no_list(tmp_path):
    text = listing("fire.yaml").replace("[fire.yaml]", "fire.yaml")
    write(tmp_path, plan=text, fire=FIRE)
    assert load_plan(tmp_path / "plan.yaml").problems == ()


def test_every_file_has_its_digest(tmp_path):
    plan = loaded(tmp_path, "parts/flood.yaml", "./fire.yaml", parts__flood=FLOOD, fire=FIRE)
    files = {"plan.yaml": "plan.yaml", "parts/flood.yaml": "parts/flood.yaml"}
    files["./fire.yaml"] = "fire.yaml"
    assert plan.sources == {
        name: sha256((tmp_path / file).read_bytes()).hexdigest() for name, file in files.items()
    }


def test_the_pinned_plan_is_one_piece(tmp_path):
    plan = loaded(tmp_path, "flood.yaml", "fire.yaml", flood=FLOOD, fire=FIRE)
    pinned = pin(plan.words)
    assert "parts" not in json.loads(pinned)
    assert plan_of_pin(pinned).events == plan.model.events


def test_references_lead_from_every_file_into_every_other(tmp_path):
    fire = FIRE + "    links:\n      - {open: flood}\n"
    fire = fire.replace("get-out\n", "get-out\n          notice: warning\n", 1)
    more = "tmplan-part: 1\nx-note: mine\nnotices:\n  warning: {audience: all, channel: [door], approve: chief, text: Out.}\n"
    plan = loaded(tmp_path, "flood.yaml", "fire.yaml", "b.yaml", flood=FLOOD, fire=fire, b=more)
    assert plan.problems == ()
    assert plan.model.notices["warning"].text == "Out."
    assert "x-note" not in plan.words


def cut(path, folder):
    """A plan as it is typed, every event type in a part of its own, the other sections in one."""
    text = path.read_text(encoding="utf-8")
    files = {}
    for section in SECTIONS:
        block = re.search(rf"^{section}:\n((?:[ #].*\n|\n)+)", text, re.MULTILINE)
        if block is None:
            continue
        text = text.replace(block[0], "", 1)
        pieces = re.split(r"^(?=  [a-z][\w-]*:)", block[1], flags=re.MULTILINE)
        pieces = [pieces[0] + pieces[1], *pieces[2:]] if pieces[0].strip() == "" else pieces
        groups = pieces if section == "events" else ["".join(pieces)]
        for number, group in enumerate(groups):
            files[f"parts/{section}-{number}.yaml"] = f"tmplan-part: 1\n{section}:\n{group}"
    names = "\n".join(f"  - {name}" for name in files)
    files[path.name] = text.replace("\nabout:\n", f"\nparts:\n{names}\nabout:\n", 1)
    for name, inside in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(inside, encoding="utf-8", newline="\n")
    return folder / path.name


def without_parts(model):
    return model and model.model_copy(update={"parts": ()})


def told(plan):
    """Every problem with the line it stands on, whatever file that is in."""
    rows = []
    for each in plan.problems:
        lines = plan.source_of(each).text.split("\n")
        near = [
            (one.path, plan.source_of(one).text.split("\n")[one.span.line - 1])
            for one in each.related
        ]
        text = lines[each.span.line - 1][each.span.column - 1 :]
        rows.append((each.code.id, each.path, str(each.params), each.span.column, text, str(near)))
    return sorted(rows, key=str)


@EACH_PLAN
@pytest.mark.parametrize("today", [None, date(2026, 11, 24), LATER], ids=str)
def test_our_plans_in_parts_are_the_same_plans(tmp_path, path, today):
    one = tmp_path / "one" / path.name
    one.parent.mkdir()
    one.write_bytes(path.read_bytes())
    many = cut(path, tmp_path / "many")
    whole, split = load_plan(one, today=today), load_plan(many, today=today)
    assert whole.model is not None
    assert len(split.others) > 3
    assert without_parts(split.model) == whole.model
    assert told(split) == told(whole)
    assert prove(split.model) == prove(whole.model)
    assert bool(whole.problems) or today is None or path == PLANS[1]


class Whole(getattr(yaml, "CSafeDumper", yaml.SafeDumper)):
    """A writer that says everything out."""

    def ignore_aliases(self, data):
        return True


def dumped(words):
    return yaml.dump(words, Dumper=Whole, allow_unicode=True, sort_keys=False, width=10_000)


def split(words, rng):
    """The same words as a plan and up to four parts, in the order of the whole."""
    many = [{"tmplan-part": "1"} for _ in range(rng.randint(1, 4))]
    plan = {key: each for key, each in words.items() if key not in SECTIONS}
    for section in SECTIONS:
        ids = list(words.get(section, {}))
        cuts = sorted(rng.randint(0, len(ids)) for _ in many)
        for file, start, end in zip([plan, *many], [0, *cuts], [*cuts, len(ids)], strict=True):
            if start < end or (file is plan and ids and rng.random() < 0.2):
                file[section] = {name: words[section][name] for name in ids[start:end]}
    names = [f"part-{number}.yaml" for number, _ in enumerate(many)]
    return {"plan.yaml": {**plan, "parts": names}, **dict(zip(names, many, strict=True))}


def load_words(folder, files):
    folder.mkdir()
    for name, words in files.items():
        (folder / name).write_text(dumped(words), encoding="utf-8", newline="\n")
    return load_plan(folder / "plan.yaml", today=LATER)


def places(value, path=()):
    inside = value.items() if isinstance(value, dict) else enumerate(value)
    for key, each in inside:
        yield (*path, key)
        if isinstance(each, dict | list):
            yield from places(each, (*path, key))


def changed(value, path, new):
    if not path:
        return new
    copy = value.copy()
    copy[path[0]] = changed(value[path[0]], path[1:], new)
    return copy


ODD = (
    "nobody",
    "",
    "010",
    None,
    [],
    {},
    ["nobody"],
    {"nobody": "x"},
    "30 mims",
    "10 years",
    "TODO",
)


def harmed(words, rng):
    """A few values replaced, none of them a whole section."""
    for _ in range(rng.choice((0, 1, 1, 2, 3))):
        known = [each for each in places(words) if len(each) > 1]
        words = changed(words, rng.choice(known), rng.choice(ODD))
    return words


@EACH_PLAN
@pytest.mark.parametrize("seed", range(12))
def test_a_plan_cut_anywhere_has_the_same_model_proof_and_problems(tmp_path, path, seed):
    rng = random.Random(f"{path.name} {seed}")
    words = harmed(parse(path.read_bytes(), path.name).value, rng)
    whole = load_words(tmp_path / "one", {"plan.yaml": words})
    many = load_words(tmp_path / "many", split(words, rng))
    assert len(whole.problems) < load.MOST_PROBLEMS
    assert told(many) == told(whole)
    assert without_parts(many.model) == whole.model
    if whole.model:
        one, other = prove(whole.model), prove(many.model)
        assert one == other
        assert told(many.with_problems(other.problems)) == told(whole.with_problems(one.problems))


# What can be wrong with parts


def test_a_second_definition_is_shown_with_the_first_in_another_file(tmp_path):
    plan = loaded(tmp_path, "a.yaml", "b.yaml", a=FLOOD, b=f"# again\n{FLOOD}")
    assert found(plan, tmp_path)[0] == ("TM301", "b.yaml", 4, 3)
    twice, steps = plan.problems[0], plan.problems[1:]
    (first,) = twice.related
    assert (plan.source_of(first).name, first.span.line) == ((tmp_path / "a.yaml").as_posix(), 3)
    assert steps == ()


def test_a_second_definition_beside_one_in_the_plan(tmp_path):
    plan = loaded(tmp_path, "a.yaml", more=f"events:\n{EVENTS}", a=FLOOD)
    (twice,) = plan.problems
    assert found(plan, tmp_path) == [("TM301", "a.yaml", 3, 3)]
    (first,) = twice.related
    assert plan.source_of(first) is plan.source
    assert plan.source.text.split("\n")[first.span.line - 1] == "  flood:"


def test_two_steps_with_one_id_in_two_files(tmp_path):
    fire = FIRE.replace("get-out", "leave")
    plan = loaded(tmp_path, "flood.yaml", "fire.yaml", flood=FLOOD, fire=fire)
    ((code, file, line, _),) = found(plan, tmp_path)
    assert (code, file, fire.split("\n")[line - 1]) == ("TM301", "fire.yaml", "        - id: leave")
    (first,) = plan.problems[0].related
    assert plan.source_of(first).name.endswith("flood.yaml")


@pytest.mark.parametrize("kind", SECTIONS)
def test_every_kind_of_definition_is_given_once(tmp_path, kind):
    (folder := tmp_path / "x").mkdir()
    one = f"tmplan-part: 1\n{kind}:\n  one: {{}}\n"
    plan = loaded(folder, "flood.yaml", "a.yaml", "b.yaml", flood=FLOOD, a=one, b=one)
    assert ("TM301", "b.yaml", 3, 3) in found(plan, folder)
    assert sum(row[0] == "TM301" for row in found(plan, folder)) == 1


def test_what_stands_in_a_second_definition_is_looked_at_too(tmp_path):
    again = FLOOD.replace("need: must", "ned: must")
    plan = loaded(tmp_path, "a.yaml", "b.yaml", a=FLOOD, b=again)
    assert [row[:2] for row in found(plan, tmp_path)] == [("TM301", "b.yaml"), ("TM201", "b.yaml")]


BROKEN = [
    ("missing", ["no.yaml"], [("TM013", "plan.yaml", LIST, 21)]),
    ("a folder", ["folder"], [("TM013", "plan.yaml", LIST, 21)]),
    ("above", ["../out.yaml"], [("TM012", "plan.yaml", LIST, 21)]),
    ("above and back", ["folder/../../x/fire.yaml"], [("TM012", "plan.yaml", LIST, 21)]),
    ("absolute", ["/etc/passwd"], [("TM012", "plan.yaml", LIST, 21)]),
    ("backslash", ["'folder\\fire.yaml'"], [("TM012", "plan.yaml", LIST, 21)]),
    ("a link that leads out", ["link.yaml"], [("TM012", "plan.yaml", LIST, 21)]),
    ("a link to itself", ["loop.yaml"], None),
    ("twice", ["fire.yaml", "./fire.yaml"], [("TM014", "plan.yaml", LIST, 32)]),
    ("by a link, too", ["fire.yaml", "same.yaml"], [("TM014", "plan.yaml", LIST, 32)]),
    ("the plan itself", ["plan.yaml"], [("TM015", "plan.yaml", LIST, 21)]),
    ("the plan by a link", ["self.yaml"], [("TM015", "plan.yaml", LIST, 21)]),
    ("another plan", ["other.yaml"], [("TM212", "other.yaml", 1, 1)]),
    ("a scenario", ["drill.yaml"], [("TM212", "drill.yaml", 1, 1)]),
    ("no part at all", ["notes.yaml"], [("TM212", "notes.yaml", 1, 1)]),
    ("nothing but notes", ["own.yaml"], [("TM212", "own.yaml", 1, 1)]),
    ("empty", ["empty.yaml"], [("TM111", "empty.yaml", 1, 1)]),
    ("GBK", ["gbk.yaml"], [("TM001", "gbk.yaml", 3, 16)]),
    ("no YAML", ["torn.yaml"], [("TM118", "torn.yaml", 2, 9)]),
    ("newer", ["newer.yaml"], [("TM209", "newer.yaml", 1, 14)]),
    ("its first key is missing", ["nameless.yaml"], [("TM202", "nameless.yaml", 1, 1)]),
    ("names itself", ["nested.yaml"], [("TM018", "nested.yaml", 2, 1)]),
    ("with a key of the plan", ["roles.yaml"], [("TM018", "roles.yaml", 2, 1)]),
    ("with an unknown key", ["typo.yaml"], [("TM201", "typo.yaml", 2, 1)]),
    ("a section that is none", ["list.yaml"], [("TM203", "list.yaml", 2, 9)]),
    ("a section left empty", ["bare.yaml"], [("TM207", "bare.yaml", 2, 1)]),
    ("a key twice", ["double.yaml"], [("TM102", "double.yaml", 4, 1)]),
    ("a text that needs quotes", ["quotes.yaml"], [("TM208", "quotes.yaml", 4, 11)]),
]


@pytest.fixture
def shelf(tmp_path):
    """A folder with parts in every state; the part with the one event type is sound."""
    folder = tmp_path / "x"
    (folder / "folder").mkdir(parents=True)
    (tmp_path / "out.yaml").write_text(FIRE)
    write(
        folder,
        flood=FLOOD,
        fire=FIRE,
        other=MINIMAL,
        drill="tmplan-drill: 1\nid: x\n",
        notes="shopping: [milk]\n",
        own="x-a: 1\n",
        empty="# nothing\n",
        gbk="tmplan-part: 1\nevents:\n  fire: {name: 火灾}\n".encode("gbk"),
        torn="tmplan-part: 1\nevents: {fire: {name: Fire}\n",
        newer=FIRE.replace("part: 1", "part: 2"),
        nameless=FIRE.replace("tmplan-part: 1\n", "notices: {}\n"),
        nested="tmplan-part: 1\nparts: [nested.yaml, plan.yaml]\n",
        roles="tmplan-part: 1\norganisation: {}\n",
        typo="tmplan-part: 1\nevens: {}\n",
        list="tmplan-part: 1\nevents: []\n",
        bare="tmplan-part: 1\nevents:\n",
        double="tmplan-part: 1\nnotices: {}\nsupplies: {}\nnotices: {}\n",
        quotes="tmplan-part: 1\nsupplies:\n  a:\n    name: 2026-11-24\n",
    )
    if os.name == "posix":
        (folder / "link.yaml").symlink_to(tmp_path / "out.yaml")
        (folder / "same.yaml").symlink_to("fire.yaml")
        (folder / "self.yaml").symlink_to("plan.yaml")
        (folder / "loop.yaml").symlink_to("loop.yaml")
    return folder


@pytest.mark.skipif(os.name != "posix", reason="needs links")
@pytest.mark.parametrize(
    ("names", "expected"), [each[1:] for each in BROKEN], ids=[each[0] for each in BROKEN]
)
def test_what_is_wrong_with_a_part_is_shown_where_it_stands(shelf, names, expected):
    plan = loaded(shelf, "flood.yaml", *names)
    rows = found(plan, shelf)
    if expected is None:  # a loop is noticed sooner or later, depending on Python
        assert rows[0][0] in {"TM012", "TM013"}
    else:
        assert rows == expected
    errors = any(each.code.severity is Severity.ERROR for each in plan.problems)
    assert errors == (plan.model is None)


@pytest.mark.parametrize("written", ["{a: b}", "[{a: b}]", "[[]]", "", "[]", '""', '[""]', "[1]"])
def test_a_list_of_parts_that_is_none(tmp_path, written):
    write(tmp_path, plan=MINIMAL.replace("about:\n", f"parts: {written}\nabout:\n", 1))
    plan = load_plan(tmp_path / "plan.yaml")
    expected = {"[]": [], "[1]": ["TM013", "TM208"]}.get(written)
    codes = [each.code.id for each in plan.problems]
    if expected is None:
        assert codes[0][:4] == "TM20"
    else:
        assert codes == expected


def test_without_a_part_nothing_is_said_of_ids_that_may_stand_in_it(tmp_path):
    fire = FIRE + "    links:\n      - {open: storm}\n"
    plan = loaded(tmp_path, "fire.yaml", "storm.yaml", fire=fire)
    assert [each.code.id for each in plan.problems] == ["TM013"]


def test_a_broken_part_does_not_hide_what_is_wrong_with_the_shape_of_others(tmp_path):
    bad = FIRE.replace("need: must", "need: most")
    plan = loaded(tmp_path, "torn.yaml", "fire.yaml", torn="tmplan-part: 1\n  a: {", fire=bad)
    assert {row[1] for row in found(plan, tmp_path)} == {"torn.yaml", "fire.yaml"}


def test_very_many_parts_are_not_read(tmp_path):
    names = [f"p{number}.yaml" for number in range(parts.MOST + 50)]
    files = {name[:-5]: f"tmplan-part: 1\nx-n: {name}\n" for name in names}
    plan = loaded(tmp_path, *names, flood=FLOOD, **files)
    assert "TM016" in [each.code.id for each in plan.problems]
    assert len(plan.others) == parts.MOST


def test_very_large_parts_are_not_read(tmp_path):
    large = "tmplan-part: 1\n# " + "x" * 3_000_000 + "\n"
    plan = loaded(tmp_path, "a.yaml", "b.yaml", "c.yaml", a=large, b=large, c=large)
    assert [row[0] for row in found(plan, tmp_path)] == ["TM017"]
    assert plan.problems[0].params["file"] == "b.yaml"
    assert len(plan.others) == 1


def test_errors_are_not_lost_among_very_many_warnings(tmp_path):
    warning = "".join(f"  c{number}: {{name: 2026-11-24}}\n" for number in range(300))
    bad = FIRE.replace("role: chief", "role: nobody")
    plan = loaded(tmp_path, "a.yaml", "z.yaml", a=f"tmplan-part: 1\nsupplies:\n{warning}", z=bad)
    assert len(plan.problems) == load.MOST_PROBLEMS
    assert "z.yaml" in {row[1] for row in found(plan, tmp_path)}
    assert plan.model is None


def test_a_problem_of_the_proof_is_shown_in_its_part(tmp_path):
    questions = "questions:\n  deep:\n    ask: How deep?\n    answers:\n      - {id: a, text: A}\n"
    fire = FIRE + "    classify:\n      ask: [deep]\n" + questions
    plan = loaded(tmp_path, "fire.yaml", fire=fire)
    plan = plan.with_problems(prove(plan.model).problems)
    line = fire.split("\n").index("      ask: [deep]") + 1
    assert ("TM409", "fire.yaml", line, 13) in found(plan, tmp_path)
    assert plan.model is None


def test_contacts_and_parts_go_together(tmp_path):
    text = listing("flood.yaml").replace("    wang: {name: Wang}\n", "  contacts: contacts.yaml\n")
    people = "people:\n  wang:\n    name: Wang\n    phone: '123456'\n"
    write(tmp_path, plan=text, flood=FLOOD, contacts=people)
    plan = load_plan(tmp_path / "plan.yaml")
    assert found(plan, tmp_path) == [("TM605", "contacts.yaml", 4, 12)]
    assert len(plan.sources) == len(plan.others) + 1 == 3


# A part by itself


def test_a_part_by_itself_is_checked_for_its_shape(tmp_path):
    write(tmp_path, good=FIRE.replace("role: chief", "role: somebody-in-the-plan"))
    good = load_part(tmp_path / "good.yaml")
    assert (good.problems, list(good.model.events)) == ((), ["fire"])
    write(tmp_path, bad=FIRE.replace("need: must", "need: most") + "parts: [x]\n", plan=MINIMAL)
    bad = load_part(tmp_path / "bad.yaml")
    assert [each.code.id for each in bad.problems] == ["TM204", "TM018"]
    assert [each.code.id for each in load_part(tmp_path / "plan.yaml").problems] == ["TM212"]


def test_the_example_of_the_documentation_is_a_part(tmp_path):
    page = (ROOT / "docs" / "plan-format.md").read_text(encoding="utf-8")
    (example,) = re.findall(r"```yaml\n(tmplan-part: .*?)```", page, re.DOTALL)
    notices = (
        "tmplan-part: 1\nnotices:\n  closed-today:\n"
        "    {audience: all, channel: [door], approve: chief, text: Closed.}\n"
    )
    names = re.search(r"^parts: \[(.*)\]$", page, re.MULTILINE)[1].split(", ")
    files = dict(zip(("parts__fire", "parts__notices"), (example, notices), strict=True))
    assert loaded(tmp_path, *names, **files).problems == ()
