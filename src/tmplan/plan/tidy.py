"""A file in its usual layout, or the reason why it stays as it is."""

from dataclasses import replace
from typing import Final, NamedTuple

from tmplan.plan.layout import lay_out
from tmplan.plan.mend import Note, mend
from tmplan.plan.misfit import OTHER_KIND
from tmplan.plan.outline import outline
from tmplan.plan.problem import Problem, Severity, Span
from tmplan.plan.schema import doubts
from tmplan.plan.shape import is_kind
from tmplan.plan.source import Source, parse
from tmplan.plan.words import Words

UNORDERED: Final = "its keys keep their order because parts are repeated with `*`"
QUOTED: Final = "texts put in quotes because other programs take them for something else: {count}"


class Tidied(NamedTuple):
    """What became of a file: its new text and what was done, or, without a text, why not.

    ``source`` has the problems that are in the way; if there is none, its meaning would change.
    """

    source: Source
    text: str | None = None
    notes: tuple[Note, ...] = ()


def tidy(data: bytes, name: str, model: type[Words], first_key: str) -> Tidied:
    """The file in its usual layout, with the same data and the same comments.

    Whatever that takes, the new text is read again and compared; if anything is not the same,
    there is no new text.
    """
    mended = mend(data, name, model)
    if mended is None:
        return Tidied(parse(data, name))
    source = mended.source
    words = source.value if isinstance(source.value, dict) else {}
    if not is_kind(words, model, first_key):
        other = Problem(OTHER_KIND, (), {"first": first_key}, span=Span(1, 1, 1, 1))
        return Tidied(replace(source, problems=(*source.problems, other)))
    doubtful = {each.path for each in doubts(source, model)}
    quoted = (Note(QUOTED, {"count": len(doubtful)}),) if doubtful else ()
    for in_order in (True, False):
        text = lay_out(source.text, outline(source.text), model, doubtful, in_order=in_order)
        if _means_the_same(text, source):
            notes = (*mended.notes, *quoted, *(() if in_order else (Note(UNORDERED),)))
            return Tidied(source, text, notes)
    return Tidied(source)


def _means_the_same(text: str, source: Source) -> bool:
    """Whether another text holds the same data, up to the order of keys, and the same comments."""
    new = parse(text.encode(), source.name)
    if any(each.code.severity is Severity.ERROR for each in new.problems):
        return False
    return new.value == source.value and outline(text).remarks == outline(source.text).remarks
