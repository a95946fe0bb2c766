"""The fewest answers that lead to each level, as sentences."""

from collections.abc import Iterator, Sequence

from tmplan.cli import console
from tmplan.cli.checking import Checked
from tmplan.i18n import say
from tmplan.plan.shortest import Way
from tmplan.plan.space import LINKED


def show_shortest(checked: Sequence[Checked], *, err: bool) -> None:
    """For every sound plan, a line for each event type and level."""
    for each in checked:
        for text in _lines(each):
            console.block(text, err=err)


def _lines(checked: Checked) -> Iterator[str]:
    for event, ways in checked.ways.items():
        for level, way in ways.items():
            yield say(
                "{file}: {event}: level {level}: {answers}",
                file=checked.name,
                event=event,
                level=level,
                answers=_told(way),
            )


def _told(way: Way) -> str:
    if not way.answers and not way.waited:
        return say("with the mildest answers")
    told = say(", ").join(
        say("another incident is linked") if question == LINKED else f"{question} = {answer}"
        for question, answer in way.answers
    )
    if way.waited:
        told += say(" and still so after {minutes} min", minutes=way.waited // 60)
    return told
