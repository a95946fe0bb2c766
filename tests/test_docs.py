"""The pages of docs/ say what the program does: nothing is missing and nothing is left over."""

import importlib
import json
import os
import pkgutil
import re
import shutil
import subprocess
import sys
import tomllib
import typing
from dataclasses import MISSING, fields
from pathlib import Path

import pytest
import typer

import tmplan
from tmplan.cli import places
from tmplan.cli.commands import build
from tmplan.errors import EXIT_STATUSES
from tmplan.incident import entry
from tmplan.journal.file import Draft, FileJournal
from tmplan.journal.line import FIELDS, OPTIONAL
from tmplan.journal.moment import Moment
from tmplan.journal.writing import DAMAGE_FOUND, REPAIRED
from tmplan.plan.index import RESERVED
from tmplan.plan.model import Plan
from tmplan.plan.words import Words

ROOT = Path(__file__).parents[1]
DOCS = ROOT / "docs"
JOURNAL, FORMAT, COMMANDS = "journal.md", "plan-format.md", "command-line.md"
KINDS = [kind for kind in typing.get_args(entry.Fact) if kind.TYPE in entry.TYPES]
PAGES = sorted(DOCS.rglob("*.md"))


def page(name):
    return (DOCS / name).read_text(encoding="utf-8")


def rows_after(text, mark):
    """The cells of the first table behind a mark, without its head."""
    table = re.search(r"(?:^\|.*\n)+", text[text.index(mark) :], re.MULTILINE)[0]
    cells = [re.split(r"(?<!\\)\|", row)[1:-1] for row in table.splitlines()[2:]]
    return [[cell.strip() for cell in row] for row in cells]


def names_in(cell):
    return re.findall(r"`([^`]+)`", cell)


def first_column(text, mark):
    return [name for row in rows_after(text, mark) for name in names_in(row[0])]


# The journal


def section(type_):
    found = re.search(
        rf"^### `{re.escape(type_)}`\n(.*?)(?=^##|\Z)", page(JOURNAL), re.MULTILINE | re.DOTALL
    )
    assert found, f"docs/journal.md has no section for {type_}"
    return found[1]


def fields_of_section(type_):
    text = section(type_)
    return {} if "|" not in text else {names_in(row[0])[0]: row[1] for row in rows_after(text, "|")}


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.TYPE)
def test_the_journal_page_has_every_type_of_entry_with_every_field(kind):
    written = fields_of_section(kind.TYPE)
    assert list(written) == [known.name for known in fields(kind)]


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.TYPE)
def test_the_journal_page_says_which_fields_are_always_there(kind):
    always = {name for name, holds in fields_of_section(kind.TYPE).items() if "always" in holds}
    needed = {
        known.name
        for known in fields(kind)
        if (known.default is MISSING and known.default_factory is MISSING)
        or isinstance(known.default, bool)
    }
    assert always == needed


def test_the_journal_page_has_no_type_that_does_not_exist():
    types = re.findall(r"^### `([a-z.-]+)`", page(JOURNAL), re.MULTILINE)
    assert sorted(types) == sorted([*entry.TYPES, REPAIRED, DAMAGE_FOUND])
    assert f"`{entry.PHASE_BEGAN}`" in page(JOURNAL)


def test_the_journal_page_has_every_field_of_a_line_in_order():
    rows = rows_after(page(JOURNAL), "<!-- fields: line -->")
    assert tuple(names_in(row[0])[0] for row in rows) == FIELDS
    assert {names_in(row[0])[0] for row in rows if "may be absent" in row[1]} == set(OPTIONAL)


def clock():
    return Moment(ts="2026-11-24T09:30:00.000+08:00", mono_ms=1, boot="test")


def journal_in(folder, create=False):
    known = {"clock": clock, "state_folder": folder.parent / "state"}
    if create:
        return FileJournal.create(folder, incident=folder.name, mode="real", **known)
    return FileJournal(folder, **known)


def write(journal, text):
    with journal.writing() as writing:
        writing.append(Draft(actor="li", role="chief", type="note.added", data={"text": text}))


def record_with(tmp_path, notes=3):
    folder = tmp_path / "records" / "INC-20261124-7k3q"
    journal = journal_in(folder, create=True)
    for number in range(notes):
        write(journal, f'note {number}: {{"hash":"quoted"}} 备注')
    return folder, next((folder / "log").glob("*.jsonl"))


def data_of(folder, type_):
    (line,) = [line for line in journal_in(folder).read().lines if line.type == type_]
    return list(line.data)


def test_the_journal_page_says_what_a_repair_records(tmp_path):
    folder, file = record_with(tmp_path)
    with file.open("ab") as torn:
        torn.write(b'{"v":1,"incident"')
    write(journal_in(folder), "after")
    assert data_of(folder, REPAIRED) == list(fields_of_section(REPAIRED))


def test_the_journal_page_says_what_found_damage_records(tmp_path):
    folder, file = record_with(tmp_path)
    file.write_bytes(file.read_bytes().replace(b"note 1", b"note 9"))
    write(journal_in(folder), "after")
    assert data_of(folder, DAMAGE_FOUND) == list(fields_of_section(DAMAGE_FOUND))


CHECK = re.search(r"```sh\n(prev=.*?)```", page(JOURNAL), re.DOTALL)[1]
NEEDED = ("bash", "jq", "sha256sum")


def check_by_shell(file):
    return subprocess.run(
        ["bash", "-c", CHECK, "check.sh", str(file)],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


@pytest.mark.skipif(not all(map(shutil.which, NEEDED)), reason=f"needs {', '.join(NEEDED)}")
def test_a_journal_can_be_checked_by_the_shell(tmp_path):
    folder, file = record_with(tmp_path)
    head = journal_in(folder).read().lines[-1].hash
    done = check_by_shell(file)
    assert (done.returncode, done.stdout.strip()) == (0, f"ok 3 head {head}")
    file.write_bytes(file.read_bytes().replace(b"note 1", b"note 9"))
    done = check_by_shell(file)
    assert (done.returncode, done.stdout.strip()) == (1, "BAD line 2")


# The plan format, scenarios and answers files


def models():
    """Every group of keys that people write, by name."""
    for package in ("plan", "incident", "drill"):
        for module in pkgutil.iter_modules([str(Path(tmplan.__file__).parent / package)]):
            source = Path(tmplan.__file__).parent / package / f"{module.name}.py"
            if source.exists() and "(Words)" in source.read_text(encoding="utf-8"):
                importlib.import_module(f"tmplan.{package}.{module.name}")
    return {kind.__name__: kind for kind in Words.__subclasses__()}


MODELS = models()
# Only the loader sees it: a file that holds nothing but people.
NOT_SHOWN = {"Contacts"}


def test_every_group_of_keys_is_described_once():
    marks = re.findall(r"<!-- fields: (\w+) -->", page(FORMAT) + page(COMMANDS))
    assert sorted(marks) == sorted(MODELS.keys() - NOT_SHOWN)


@pytest.mark.parametrize("name", sorted(MODELS.keys() - NOT_SHOWN))
def test_every_field_of_a_group_is_described_in_order_and_called_required_if_it_is(name):
    known = MODELS[name].model_fields
    rows = rows_after(page(FORMAT) + page(COMMANDS), f"<!-- fields: {name} -->")
    written = [(names_in(row[0])[0], "required" in row[1]) for row in rows]
    assert written == [(field.alias or key, field.is_required()) for key, field in known.items()]


def test_the_words_that_cannot_be_ids_are_named():
    listed = re.search(r"Some words cannot be ids(.*?)\.\n", page(FORMAT), re.DOTALL)[1]
    assert set(names_in(listed)) == set(RESERVED)


def test_the_examples_are_plans_of_this_version():
    assert typing.get_args(Plan.model_fields["tmplan"].annotation) == ("1",)
    for name in re.findall(r"`((?:plans|tests)/[\w./-]+)`", page(FORMAT)):
        assert (ROOT / name).exists(), name


# The command line


def commands(app, before="tmplan"):
    for command in app.registered_commands:
        name = command.name or command.callback.__name__.strip("_")
        yield f"{before} {name}"
    for group in app.registered_groups:
        yield from commands(group.typer_instance, f"{before} {group.name}")


def test_the_page_has_every_command_and_no_other():
    app = typer.Typer()
    build(app)
    shown = [names_in(row[0])[0] for row in rows_after(page(COMMANDS), "## Commands")]
    written = [re.match(r"tmplan( [a-z]+)+", each)[0] for each in shown]
    assert sorted(written) == sorted(commands(app))


def test_the_page_has_the_exit_statuses_of_the_program():
    rows = rows_after(page(COMMANDS), "<!-- exit statuses -->")
    assert {int(status): meaning for status, meaning in rows} == dict(EXIT_STATUSES)


@pytest.fixture(scope="module")
def run(tmp_path_factory):
    """Call the program on the example plan, with records of its own."""
    home = tmp_path_factory.mktemp("docs")
    environment = {
        **{name: value for name, value in os.environ.items() if not name.startswith("TMPLAN_")},
        "TMPLAN_RECORDS": str(home / "records"),
        "TMPLAN_STATE": str(home),
        "TMPLAN_LANG": "en",
        "PYTHONUTF8": "1",
    }

    def call(*words):
        done = subprocess.run(
            [sys.executable, "-m", "tmplan", *words, "--json"],
            cwd=ROOT,
            env=environment,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=False,
        )
        assert done.returncode in (0, 8), done.stderr
        return json.loads(done.stdout)

    call("incident", "open", "--type", "network-attack")
    return call


@pytest.mark.parametrize(
    ("mark", "command"),
    [
        ("status", "incident status"),
        ("list", "incident list"),
        ("log", "incident log"),
        ("clocks", "incident clocks"),
        ("notice", "incident notice"),
        ("verify", "incident verify"),
        ("drill list", "drill list"),
        ("validate", "validate plans/store.yaml"),
        ("explain", "explain TM601"),
        ("fmt", "fmt --check plans/store.yaml"),
    ],
)
def test_the_page_has_every_field_of_a_document(run, mark, command):
    document = run(*command.split())
    found = document[0] if isinstance(document, list) else document
    assert sorted(first_column(page(COMMANDS), f"<!-- json: {mark} -->")) == sorted(found)


@pytest.mark.parametrize("part", ["steps", "clocks"])
def test_the_page_has_every_field_of_a_row_of_status(run, part):
    rows = rows_after(page(COMMANDS), "<!-- json: status -->")
    (holds,) = [row[1] for row in rows if names_in(row[0]) == [part]]
    assert set(run("incident", "status")[part][0]) <= set(names_in(holds))


@pytest.mark.parametrize("part", ["problems", "proof"])
def test_the_page_has_every_field_of_a_row_of_validate(run, part):
    rows = rows_after(page(COMMANDS), "<!-- json: validate -->")
    (holds,) = [row[1] for row in rows if names_in(row[0]) == [part]]
    assert set(run("validate", "plans/store.yaml")[part][0]) <= set(names_in(holds))


def test_the_page_has_every_field_of_a_row_of_fmt(run):
    (row,) = rows_after(page(COMMANDS), "<!-- json: fmt -->")
    assert set(run("fmt", "--check", "plans/store.yaml")["files"][0]) <= set(names_in(row[1]))


def test_the_variables_named_are_the_ones_that_are_read():
    source = "".join(
        path.read_text(encoding="utf-8") for path in Path(places.__file__).parent.glob("*.py")
    )
    read = set(re.findall(r'"(TMPLAN_[A-Z]+)"', source))
    assert set(re.findall(r"TMPLAN_[A-Z]+", page(COMMANDS))) == read


# All pages


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.name)
def test_every_link_of_a_page_leads_somewhere(path):
    text = path.read_text(encoding="utf-8")
    for target, anchor in re.findall(r"\]\((?!https?:)([^)#]*)(?:#([^)]+))?\)", text):
        other = path.parent / target if target else path
        assert other.exists(), target
        if anchor:
            heads = re.findall(r"^#+ (.+)$", other.read_text(encoding="utf-8"), re.MULTILINE)
            assert anchor in {
                re.sub(r"[^\w -]", "", head).lower().replace(" ", "-") for head in heads
            }


def test_every_file_the_architecture_names_is_there():
    source = Path(tmplan.__file__).parent
    text = page("architecture.md")
    for name in re.findall(r"`([a-z_]+(?:/[a-z_]+)*\.py)`", text):
        assert any((home / name).exists() for home in (source, source.parent, ROOT)), name
    for name in re.findall(r"`((?:cli|plan|incident|drill|journal|i18n)/(?:[a-z]+/)?)`", text):
        assert (source / name).is_dir(), name


def test_the_architecture_names_the_floors_in_their_order():
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    layers = contracts["tool"]["importlinter"]["contracts"][0]["layers"]
    written = [names_in(row[0]) for row in rows_after(page("architecture.md"), "## Floors")]
    assert written == [each.split(" | ") for each in layers]
    for contract in contracts["tool"]["importlinter"]["contracts"]:
        assert contract["name"].partition(":")[0] in page("architecture.md")


def test_every_decision_says_what_was_decided():
    pages = sorted((DOCS / "decisions").glob("*.md"))
    for number, path in enumerate(pages, 1):
        head = path.read_text(encoding="utf-8").splitlines()[0]
        assert path.name.startswith(f"{number:04}-"), path.name
        assert head.startswith(f"# {number:04} "), head


def test_the_version_is_in_the_changelog():
    text = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    assert f"## [{tmplan.__version__}]" in text
