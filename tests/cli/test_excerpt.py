"""How problems are shown, whatever stands in the file they quote."""

from tmplan.cli import excerpt
from tmplan.plan.problem import Code, Problem, Related, Severity, Span
from tmplan.plan.source import parse

CODE = Code("TM999", "odd", Severity.ERROR, "`{id}` is odd", "write `{id}` otherwise")
ODD = {"id": "a\nb\r\nc\td\u200be\x1b[2J"}


def test_what_is_quoted_from_a_file_neither_breaks_lines_nor_acts_on_the_screen() -> None:
    source = parse(b"a: b\n", "plan.yaml")
    near = Related((), "`{id}` is here", ODD, Span(1, 1, 1, 2))
    problem = Problem(CODE, ("a",), ODD, span=Span(1, 4, 1, 5), related=(near,))
    shown = "`a b c\\x09d\\u200be\\x1b[2J`"
    assert excerpt.concise(problem, "plan.yaml") == f"plan.yaml:1:4: TM999 odd {shown} is odd"
    lines = excerpt.full(problem, lambda _: source, excerpt.uncoloured).split("\n")
    assert lines[0] == f"error[TM999 odd]: {shown} is odd"
    assert f"  = help: write {shown} otherwise" in lines
    assert any(line.endswith(f"- {shown} is here") for line in lines)
