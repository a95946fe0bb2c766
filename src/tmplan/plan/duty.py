"""What we owe others: notices to audiences, reports to authorities."""

from typing import Annotated, Final, Literal

from pydantic import Field, StringConstraints

from tmplan.plan.words import ClockStart, Condition, Count, Date, Id, Length, Text, Texts, Words

BLANK: Final = r"[a-z][a-z0-9_-]{0,63}"
FieldName = Annotated[str, StringConstraints(pattern=rf"^{BLANK}$")]


class NoticeField(Words):
    """A blank in a notice, and the question that fills it."""

    ask: Text


class Notice(Words):
    """A text prepared for one audience, with blanks to be filled on the day."""

    audience: Text
    channel: Texts
    fallback_channel: Texts = ()
    approve: Id | None = None
    fields: dict[FieldName, NoticeField] = {}
    avoid: Texts = ()
    expires: Length | None = None
    text: Text


class Stage(Words):
    """One report due within a time from its own start."""

    id: Id
    within: Length
    start: ClockStart = Field(alias="from")
    content: Texts = ()


class Source(Words):
    """Where a duty is written, when it was looked up, and how well it is proved."""

    text: Text
    as_of: Date | None = None
    proof: Literal["read", "secondary", "memory"] | None = None


class Obligation(Words):
    """A duty towards an authority, a platform or persons, with its own clock."""

    name: Text
    role: Id | None = None
    to: Text | None = None
    channels: Texts = ()
    when: Condition | None = None
    stages: tuple[Stage, ...] = ()
    source: Source | None = None


class Supply(Words):
    """One kind of thing that must be at hand."""

    id: Id
    name: Text
    unit: Text | None = None
    have: Count | None = None
    need: Count | None = None
    place: Text | None = None
    keeper: Id | None = None
    checked: Date | None = None
    every: Length | None = None
    expires: Date | None = None


class Category(Words):
    """A category of supplies."""

    name: Text
    items: tuple[Supply, ...] = ()
