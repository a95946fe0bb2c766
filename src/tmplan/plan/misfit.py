"""Every way in which one value of a file can fail to fit its place: the codes TM2xx."""

from typing import Final

from tmplan.plan.problem import Code, Severity

_E: Final = Severity.ERROR

UNKNOWN_KEY: Final = Code(
    "TM201",
    "unknown-key",
    _E,
    "`{key}` is not a key of {parent}",
    "allowed here: {known}; if `{key}` is meant, this file needs a newer tmplan; "
    "a key that begins with `x-` is ignored",
)
MISTYPED_KEY: Final = Code(
    "TM201",
    "unknown-key",
    _E,
    "`{key}` is not a key of {parent}",
    "did you mean `{nearest}`? if `{key}` is meant, this file needs a newer tmplan",
)
MISSING_KEY: Final = Code(
    "TM202",
    "missing-key",
    _E,
    "{parent} lacks the key `{key}`",
    "add a line `{key}: …`",
)
NOT_TEXT: Final = Code(
    "TM203",
    "wrong-type",
    _E,
    "text belongs here",
    "write text after the `:`; put it in quotes if it begins with a bracket or a brace",
)
NOT_A_LIST: Final = Code(
    "TM203", "wrong-type", _E, "a list belongs here", "begin each item with `- ` on its own line"
)
NOT_A_GROUP: Final = Code(
    "TM203",
    "wrong-type",
    _E,
    "a group of keys belongs here",
    "write lines like `key: value`, indented below this key",
)
NOT_A_NUMBER: Final = Code(
    "TM203", "wrong-type", _E, "a number belongs here", "write digits only, such as `30` or `0.5`"
)
NOT_A_COUNT: Final = Code(
    "TM203", "wrong-type", _E, "a whole number belongs here", "write digits only, such as `2`"
)
NOT_YES_NO: Final = Code(
    "TM203", "wrong-type", _E, "`true` or `false` belongs here", "write `true` or `false`"
)
DOES_NOT_FIT: Final = Code(
    "TM203",
    "wrong-type",
    _E,
    "this value does not fit here",
    "compare it with the plan format or with a plan that passes",
)
NOT_A_CHOICE: Final = Code(
    "TM204", "not-a-choice", _E, "`{raw}` is not allowed here", "write one of {allowed}"
)
BAD_ID: Final = Code(
    "TM205",
    "bad-format",
    _E,
    "`{raw}` is not an id",
    "an id is made of small letters a-z, digits and `-`; write names in any language in `name`",
)
BAD_LENGTH: Final = Code(
    "TM205",
    "bad-format",
    _E,
    "`{raw}` is not a length of time",
    "write a whole number and a unit, such as `30 min`, `4 小时`, `2 working days`, or `at-once`",
)
BAD_DATE: Final = Code(
    "TM205", "bad-format", _E, "`{raw}` is not a date", "write year, month and day: `2026-11-23`"
)
BAD_START: Final = Code(
    "TM205",
    "bad-format",
    _E,
    "this is not a moment at which a clock starts",
    "write one of {allowed}, or `{{step: the id of a step}}`",
)
BAD_MOMENT: Final = Code(
    "TM205",
    "bad-format",
    _E,
    "this is not a moment of a drill",
    "write a time after the start, such as `5 min`, or one of `{{step: …}}`, `{{phase: …}}` "
    "and `{{fact: …}}`",
)
BAD_WHEN: Final = Code(
    "TM205",
    "bad-format",
    _E,
    "this is not a condition",
    "write a question and its answers, such as `outage: band-2` or `affected: [staff, partners]`",
)
BAD_BLANK: Final = Code(
    "TM205",
    "bad-format",
    _E,
    "`{raw}` cannot name a blank of a notice",
    "use small letters a-z, digits, `_` and `-`, beginning with a letter",
)
EMPTY: Final = Code(
    "TM207", "empty-or-too-long", _E, "nothing is written here", "write it, or delete the key"
)
NONE_GIVEN: Final = Code(
    "TM207", "empty-or-too-long", _E, "at least one is needed here", "add the first one"
)
TOO_LONG: Final = Code(
    "TM207",
    "empty-or-too-long",
    _E,
    "this text is longer than {limit} characters",
    "shorten it, or keep it in a document of its own and name that here",
)
OTHER_VERSION: Final = Code(
    "TM209",
    "format-version",
    _E,
    "this file is written in version `{raw}` of the format; this tmplan reads version 1",
    "write `{key}: 1`, or use a newer tmplan",
)
OTHER_KIND: Final = Code(
    "TM212",
    "other-kind",
    _E,
    "this file does not begin with `{first}: 1`",
    "name a file of the right kind: a plan begins with `tmplan: 1`, "
    "a part of one with `tmplan-part: 1`, a scenario with `tmplan-drill: 1`",
)
