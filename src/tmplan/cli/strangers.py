"""Names that are no person of the plan: they may act, but a slip of the finger is said."""

from collections.abc import Iterable

from tmplan.cli import console
from tmplan.i18n import say
from tmplan.incident.answers import AnswersFile
from tmplan.plan.model import Plan
from tmplan.plan.nearest import nearest


def mention_strangers(
    plan: Plan, named: Iterable[str | None], *, known: Iterable[str] = ()
) -> None:
    """Say on standard error who is no person of the plan; ``known`` came in on the way."""
    people = plan.organisation.people
    ids = {words.name: name for name, words in people.items()} | {name: name for name in people}
    for name in dict.fromkeys(named):
        if not name or name in people or name in known:
            continue
        like = nearest(name, ids)
        console.line(
            say("`{name}` is not a person of the plan; nearest: {near}", name=name, near=ids[like])
            if like
            else say("`{name}` is not a person of the plan; recorded as given", name=name),
            style="warn",
            err=True,
        )


def people_in(words: AnswersFile) -> Iterable[str | None]:
    """Everybody an answers file lets act."""
    yield words.by
    for step in words.steps.values():
        yield from (step.by, step.signed_by)
    for part in (words.level, words.gate, words.review):
        if part is not None:
            yield part.by
