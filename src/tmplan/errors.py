"""What ends a command early, and the exit status each ending has."""

import errno
from collections.abc import Mapping
from typing import Final, Self

EXIT_STATUSES: Final[Mapping[int, str]] = {
    0: "done, nothing found",
    1: "problems found: plan invalid, drill failed",
    2: "the command line, or an answers file, is wrong; nothing was recorded",
    3: "a file cannot be read or written, or no plan was found",
    4: "a journal is damaged or was altered",
    5: "a clock is overdue",
    6: "refused: the state does not allow it",
    7: "another process holds the journal",
    8: "an answer is needed and nobody can be asked",
    70: "a fault of ours; what is recorded is safe",
    130: "interrupted; the journal is safe",
}

REASONS: Final[Mapping[int, str]] = {
    errno.ENOENT: "it does not exist",
    errno.EACCES: "access is not permitted",
    errno.EPERM: "access is not permitted",
    errno.ENOSPC: "the disk is full",
    errno.EDQUOT: "the disk is full",
    errno.EFBIG: "the file cannot grow any larger",
    errno.EROFS: "the disk can only be read",
    errno.EISDIR: "it is a folder",
    errno.ENOTDIR: "a file stands where a folder is needed",
    errno.EEXIST: "a file stands where a folder is needed",
    errno.ELOOP: "it is a link that leads nowhere, or no ordinary file",
    errno.ESTALE: "another file has taken its place",
}
"""Why a system refuses, as far as people can do something about it."""


class Word(str):
    """Words of ours inside a sentence, such as `a step`; the door says them in its language."""

    __slots__ = ()


def reason(error: OSError) -> Word:
    """Why the system refused; what we have no words for stays in the system's own."""
    own = error.strerror or str(error) or type(error).__name__
    return Word(REASONS.get(error.errno or 0, own))


class TmplanError(Exception):
    """Something makes going on wrong; the door turns it into words and an exit status.

    ``message`` and ``hint`` are English source sentences with ``{named}`` parameters; only
    ``tmplan.i18n`` puts them into a language. ``hint`` says what to do next.
    """

    exit_status = 70

    def __init__(self, message: str, /, *, hint: str = "", **params: object) -> None:
        """Keep the sentence and its parameters apart until a language is known."""
        super().__init__(message.format_map(params) if params else message)
        self.message = message
        self.hint = hint
        self.params: Mapping[str, object] = params

    def __reduce__(self) -> tuple[object, ...]:
        """Go to another process and back as the same sentence."""
        return _again, (type(self), self.message, self.hint, dict(self.params))

    def with_params(self, **params: object) -> Self:
        """The same ending, some of its parameters said otherwise."""
        return type(self)(self.message, hint=self.hint, **{**self.params, **params})


def _again(
    kind: type[TmplanError], message: str, hint: str, params: Mapping[str, object]
) -> TmplanError:
    return kind(message, hint=hint, **params)


class WrongUse(TmplanError):  # noqa: N818 - named by what happened, as all endings are
    """The command line, or an answers file, is wrong; nothing was recorded."""

    exit_status = 2


class FileTrouble(TmplanError):  # noqa: N818
    """A file cannot be read or written."""

    exit_status = 3


class NotSaved(FileTrouble):
    """An act could not be made durable; it did not happen as far as the record knows."""


class JournalDamaged(TmplanError):  # noqa: N818
    """A journal holds bytes that this tool did not write."""

    exit_status = 4


class Refused(TmplanError):  # noqa: N818
    """The state, or a rule of the plan, does not allow this now."""

    exit_status = 6


class JournalHeld(TmplanError):  # noqa: N818
    """Another process holds the journal."""

    exit_status = 7


class AnswerNeeded(TmplanError):  # noqa: N818
    """An answer is needed and nobody can be asked."""

    exit_status = 8


class Interrupted(TmplanError):  # noqa: N818
    """The person pressed Ctrl-C; what was recorded is safe."""

    exit_status = 130
