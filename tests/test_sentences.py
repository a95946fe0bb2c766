"""Every sentence a person can meet exists in both languages, and no translation is left over."""

import ast
import importlib
import pkgutil
import string
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

import pytest

import tmplan
from tmplan import errors
from tmplan.cli.explained import all_explained
from tmplan.drill.meaning import SCENARIO_MEANINGS
from tmplan.i18n import sentences, zh
from tmplan.journal.damage import FOUND
from tmplan.journal.verify import UNPROVEN
from tmplan.plan.meaning import NOTE, PART_MEANINGS
from tmplan.plan.problem import Code

SOURCE = Path(tmplan.__file__).parent

# Where say() may be given a sentence that was written elsewhere: it was collected there.
SAID_ELSEWHERE = {
    ("cli/diagnosis.py", "_try_folder"),
    ("cli/excerpt.py", "advice"),
    ("cli/excerpt.py", "remark"),
    ("cli/excerpt.py", "sentence"),
    ("cli/refusing.py", "explained"),
    ("cli/explain.py", "_document"),
    ("cli/explain.py", "_show"),
    ("cli/explain.py", "unfilled"),
    ("cli/fmt.py", "_done"),
    ("cli/schema.py", "_said"),
    ("cli/spoken.py", "_spoken"),
    ("cli/spoken.py", "advise"),
    ("cli/spoken.py", "explain"),
    ("cli/verifying.py", "show_verdict"),
}


@dataclass
class Said:
    """What the source says."""

    sentences: dict[str, str] = field(default_factory=dict)  # sentence → where
    perhaps: set[str] = field(default_factory=set)  # texts of modules that choose a sentence
    elsewhere: list[tuple[str, str, int]] = field(default_factory=list)


@cache
def said() -> Said:
    """Everything, read once."""
    found = Said()
    for path in sorted(SOURCE.rglob("*.py")):
        read(path, found)
    for text in (*FOUND.values(), *UNPROVEN.values(), *errors.REASONS.values()):
        found.sentences.setdefault(text, "journal")
    for each in all_explained():
        for paragraph in each.why.split("\n\n"):
            found.sentences.setdefault(paragraph, f"why of {each.id}")
    for name, meanings in (PART_MEANINGS | SCENARIO_MEANINGS).items():
        for key, text in meanings.items():
            found.sentences.setdefault(text, f"meaning of {name}.{key}")
    found.sentences.setdefault(NOTE, "meaning")
    for where, code in all_codes():
        found.sentences.setdefault(code.message, where)
        if code.hint:
            found.sentences.setdefault(code.hint, where)
    return found


def read(path: Path, found: Said) -> None:
    name = path.relative_to(SOURCE).as_posix()
    tree = parsed(path)
    own = constants(path)
    for function, node in calls(tree):
        for argument, must in sentence_arguments(node):
            texts = [each for each in literals(argument, own) if each]
            found.sentences.update(dict.fromkeys(texts, f"{name}:{node.lineno}"))
            if must and not literals(argument, own):
                found.elsewhere.append((name, function, node.lineno))
            elif not literals(argument, own):
                found.perhaps.update(every_text(tree))
    if "rules" in path.parts:
        for key in ("MESSAGE", "HINT"):
            if own.get(key):
                found.sentences[own[key][0]] = f"{name}:{key}"


@cache
def parsed(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def every_text(tree: ast.Module) -> set[str]:
    nodes = (each for each in ast.walk(tree) if isinstance(each, ast.Constant))
    return {each.value for each in nodes if isinstance(each.value, str)}


@cache
def constants(path: Path) -> Mapping[str, list[str]]:
    """Texts by the name a module gives them, or borrows from another module of ours."""
    named = {}
    for other in sorted(SOURCE.rglob("*.py")):
        if other != path:
            named |= module_constants(parsed(other))
    return named | module_constants(parsed(path))


def module_constants(tree: ast.Module) -> dict[str, list[str]]:
    """`HINT: Final = "…"`, `A, B = "…", "…"` and tables of texts."""
    found: dict[str, list[str]] = {}
    for node in tree.body:
        match node:
            case ast.Assign(targets=[ast.Tuple(elts=names)], value=ast.Tuple(elts=given)):
                pairs = list(zip(names, given, strict=True))
            case ast.Assign(targets=names, value=given) if given:
                pairs = [(name, given) for name in names]
            case ast.AnnAssign(target=name, value=given) if given:
                pairs = [(name, given)]
            case _:
                continue
        for name, value in pairs:
            texts = literals(value, {})
            if isinstance(name, ast.Name) and texts:
                found[name.id] = texts
    return found


def calls(tree: ast.AST, function: str = "") -> Iterator[tuple[str, ast.Call]]:
    """Every call with the name of the function it stands in."""
    for node in ast.iter_child_nodes(tree):
        name = node.name if isinstance(node, ast.FunctionDef) else function
        if isinstance(node, ast.Call):
            yield name, node
        yield from calls(node, name)


def sentence_arguments(node: ast.Call) -> Iterator[tuple[ast.expr, bool]]:
    """The arguments of a call that are sentences, and whether they must be written out here."""
    name = node.func.id if isinstance(node.func, ast.Name) else ""
    name = node.func.attr if isinstance(node.func, ast.Attribute) else name
    keywords = {each.arg: each.value for each in node.keywords}
    if name == "say":
        yield from ((each, True) for each in node.args[:1])
    elif name in endings():
        yield from ((each, True) for each in node.args[:1])
        if "hint" in keywords:
            yield keywords["hint"], True
    elif is_super_init(node):
        yield from ((each, False) for each in node.args[:1])
        if "hint" in keywords:
            yield keywords["hint"], False
    elif name in {"Word", "Note"}:
        yield from ((each, False) for each in node.args[:1])
    elif name in {"Code", "Related"}:
        first = {"Code": 3, "Related": 1}[name]
        yield from ((each, False) for each in node.args[first : 5 if name == "Code" else 2])
        yield from ((keywords[key], False) for key in ("message", "hint") if key in keywords)


def is_super_init(node: ast.Call) -> bool:
    return (
        isinstance(node.func, ast.Attribute)
        and node.func.attr == "__init__"
        and isinstance(node.func.value, ast.Call)
        and isinstance(node.func.value.func, ast.Name)
        and node.func.value.func.id == "super"
    )


@cache
def endings() -> frozenset[str]:
    """TmplanError and every class below it, wherever it is written."""
    parents: dict[str, set[str]] = {}
    for path in SOURCE.rglob("*.py"):
        for node in ast.walk(parsed(path)):
            if isinstance(node, ast.ClassDef):
                bases = {ast.unparse(base).rpartition(".")[2] for base in node.bases}
                parents.setdefault(node.name, set()).update(bases)
    found = {errors.TmplanError.__name__}
    while more := {name for name, bases in parents.items() if bases & found} - found:
        found |= more
    return frozenset(found)


def literals(node: ast.expr, named: Mapping[str, list[str]]) -> list[str]:
    """The sentences an expression can be; none if that cannot be seen from here."""
    match node:
        case ast.Constant(value=str(text)):
            return [text]
        case ast.IfExp(body=one, orelse=other):
            return both(literals(one, named), literals(other, named))
        case ast.Name(id=name) | ast.Attribute(attr=name):
            return named.get(name, [])
        case ast.Dict(values=given) | ast.Tuple(elts=given) if given:
            texts = [literals(each, named) for each in given]
            return [text for some in texts for text in some] if all(texts) else []
        case ast.Subscript(value=table):
            return literals(table, named)
        case ast.Call(func=ast.Attribute(value=table, attr="get"), args=[_, default]):
            return both(literals(table, named), literals(default, named))
        case _:
            return []


def both(one: list[str], other: list[str]) -> list[str]:
    return [*one, *other] if one and other else []


def all_codes() -> Iterator[tuple[str, Code]]:
    """Codes however they are made: looked for in the loaded modules themselves."""
    for found in pkgutil.walk_packages([str(SOURCE / "plan")], "tmplan.plan."):
        module = importlib.import_module(found.name)
        for name, value in vars(module).items():
            for code in values(value):
                if isinstance(code, Code):
                    yield f"{found.name}.{name}", code


def values(value: object) -> Iterable[object]:
    if isinstance(value, Mapping):
        return value.values()
    return value if isinstance(value, tuple | list | set | frozenset) else (value,)


def fields(sentence: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(sentence) if name is not None}


def report(problems: Iterable[str]) -> str:
    return "\n" + "\n".join(sorted(problems))


def test_every_sentence_has_a_chinese_one() -> None:
    found = said().sentences.items()
    missing = [f"{where}: {text}" for text, where in found if text not in sentences()]
    assert not missing, report(missing)


def test_both_languages_take_the_same_parameters() -> None:
    different = [
        f"{english}\n    {chinese}"
        for english, chinese in sentences().items()
        if fields(english) != fields(chinese)
    ]
    assert not different, report(different)


def test_no_translation_is_left_over() -> None:
    known = said().sentences.keys() | said().perhaps
    unused = [text for text in sentences() if text not in known]
    assert not unused, report(unused)


def test_a_sentence_is_written_where_it_is_said() -> None:
    hidden = [
        f"{path}:{line} in {function}: write the sentence here, or list it in SAID_ELSEWHERE"
        for path, function, line in said().elsewhere
        if (path, function) not in SAID_ELSEWHERE
    ]
    assert not hidden, report(hidden)


def test_the_list_of_sentences_said_elsewhere_is_true() -> None:
    used = {(path, function) for path, function, _ in said().elsewhere}
    stale = SAID_ELSEWHERE - used
    assert not stale, report(map(str, stale))


def test_two_chapters_never_disagree() -> None:
    told: dict[str, str] = {}
    for chapter in zh.CHAPTERS:
        for english, chinese in chapter.items():
            assert told.setdefault(english, chinese) == chinese, english


@pytest.mark.parametrize("sign", ["!", "！"])
def test_no_sentence_shouts(sign: str) -> None:
    loud = [text for pair in sentences().items() for text in pair if text.rstrip().endswith(sign)]
    assert not loud, report(loud)
