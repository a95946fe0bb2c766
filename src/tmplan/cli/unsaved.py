"""What could not be saved, as the sentence the log would have shown: to be kept on paper."""

from collections.abc import Iterator
from contextlib import contextmanager

from tmplan.cli.narrate import Telling, tell
from tmplan.errors import NotSaved
from tmplan.journal.line import Line
from tmplan.journal.live import entry_of
from tmplan.plan.model import Plan


@contextmanager
def on_paper(plan: Plan, event: str | None) -> Iterator[None]:
    """Around whatever writes an act: if it cannot be saved, people are told it in plain words.

    Raises:
        NotSaved: it could not be saved.
    """
    try:
        yield
    except NotSaved as error:
        line = error.params.get("line")
        if not isinstance(line, Line):  # it never came to be a line
            raise
        sentence = tell(Telling(plan, event, line.mode), entry_of(line))
        raise error.with_params(text=sentence) from None
