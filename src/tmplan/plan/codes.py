"""Everything that can be wrong with a file before a model has read it: TM0 is the file, TM1 YAML.

The sentences are for the person who wrote the file; `tmplan.i18n.zh_source` has them in Chinese.
Numbers are never used twice. Parameters that hold a piece of the file are shown as written.
"""

from typing import Final

from tmplan.plan.problem import Code, Severity

_E: Final = Severity.ERROR
_W: Final = Severity.WARNING

WRONG_ENCODING: Final = Code(
    "TM001",
    "not-utf8",
    _E,
    "this file is not saved as UTF-8 but looks like {encoding}, as Windows Notepad saves `ANSI`",
    "open it in Notepad, choose Save As, and pick the encoding UTF-8",
)
WIDE_ENCODING: Final = Code(
    "TM002",
    "utf16-or-utf32",
    _E,
    "this file is saved as {encoding}, not as UTF-8",
    "open it in Notepad, choose Save As, and pick the encoding UTF-8",
)
CONTROL_CHARACTER: Final = Code(
    "TM003",
    "control-character",
    _E,
    "the control character {codepoint} cannot be part of a plan",
    "delete it; it is invisible in most editors",
)
ODD_LINE_SEPARATOR: Final = Code(
    "TM004",
    "odd-line-separator",
    _E,
    "the character {codepoint} ends a line for some programs and not for others",
    "delete it and press Enter instead; it often comes with text pasted from a web page",
)
INVISIBLE_CHARACTER: Final = Code(
    "TM005",
    "invisible-character",
    _W,
    "the invisible character {codepoint} is part of the text here",
    "delete it; it often comes with text pasted from a web page or a chat",
)
TOO_LARGE: Final = Code(
    "TM006",
    "file-too-large",
    _E,
    "this file is larger than the {limit} MB a plan may have",
    "check that it is the right file, or move parts of the plan into files of their own",
)
TEXT_DIRECTION: Final = Code(
    "TM007",
    "text-direction-character",
    _E,
    "the invisible character {codepoint} makes text look different from what it says",
    "delete it and type the line again",
)
ODD_INDENTATION: Final = Code(
    "TM008",
    "non-ascii-indentation",
    _E,
    "this line begins with {codepoint}, which looks like a space but is none",
    "replace it with ordinary spaces, typed with the input method switched to English",
)
FULL_WIDTH: Final = Code(
    "TM009",
    "full-width-punctuation",
    _E,
    "the full-width `{character}` is read as part of the text here",
    "type `{instead}` with the input method switched to English",
)
DOUBTFUL_FULL_WIDTH: Final = Code(
    "TM010",
    "doubtful-full-width",
    _W,
    "the full-width `{character}` is part of the text here and separates nothing",
    "write `{instead}` if it was meant as a sign, or put the text in straight quotes",
)
BROKEN_TEXT: Final = Code(
    "TM011",
    "broken-text",
    _E,
    "the bytes {found} are not text",
    "check that this is a plan and not a Word, Excel or damaged file, and save it as UTF-8",
)

SYNTAX: Final = Code(
    "TM101",
    "yaml-syntax",
    _E,
    "this line does not fit the lines around it",
    "compare its indentation, its `:` and its `-` with the lines above",
)
DUPLICATE_KEY: Final = Code(
    "TM102",
    "duplicate-key",
    _E,
    "the key `{key}` stands here a second time",
    "keep one of the two, or give one another name",
)
DUPLICATE_FIRST: Final = "the first `{key}` is here"
UNDEFINED_ALIAS: Final = Code(
    "TM103",
    "undefined-alias",
    _E,
    "`*{alias}` repeats something named `{alias}`, and nothing above has that name",
    "put the text in quotes if it begins with a star, or name the part above with `&{alias}`",
)
RECURSIVE_ALIAS: Final = Code(
    "TM104",
    "recursive-alias",
    _E,
    "`*{alias}` stands inside the part it repeats",
    "write this part out instead",
)
ALIAS_EXPANSION: Final = Code(
    "TM105",
    "alias-expansion",
    _E,
    "the repetitions with `*` in this file grow to more than {limit} values",
    "write the parts out, or repeat smaller ones",
)
TAG: Final = Code(
    "TM106",
    "tag-not-allowed",
    _E,
    "`{tag}` is a type mark, and a plan does not use type marks",
    "delete it, or put the text in quotes if it begins with `!`",
)
AMBIGUOUS_BOOLEAN: Final = Code(
    "TM107",
    "ambiguous-boolean",
    _W,
    "`{raw}` is text here, and other programs read it as yes or no",
    'write `"{raw}"`',
)
AMBIGUOUS_NUMBER: Final = Code(
    "TM108",
    "ambiguous-number",
    _W,
    "`{raw}` is text here, and other programs read it as another number",
    'write `"{raw}"`',
)
MERGE_KEY: Final = Code(
    "TM109",
    "merge-key",
    _E,
    "the merge sign `<<` is not used in a plan",
    "write the keys out, or repeat a whole part with `*`",
)
TOO_DEEP: Final = Code(
    "TM110",
    "nested-too-deep",
    _E,
    "this is nested more than {limit} levels deep",
    "look for brackets that are opened and never closed",
)
EMPTY_FILE: Final = Code(
    "TM111",
    "empty-file",
    _E,
    "this file holds nothing but blank lines or comments",
    "start from `tmplan init`, or check that the file was saved",
)
NON_TEXT_KEY: Final = Code(
    "TM112",
    "non-text-key",
    _E,
    "the key before this `:` is not text",
    "write a word before the `:`, in quotes if it holds signs",
)
SEVERAL_DOCUMENTS: Final = Code(
    "TM113",
    "several-documents",
    _E,
    "a second document begins here",
    "delete the line `---`, or move what follows into a file of its own",
)
ROOT: Final = Code(
    "TM114",
    "root-not-mapping",
    _E,
    "a plan begins with keys such as `title: ...`, and this file does not",
    "check that it is the right file and that a space follows each `:`",
)
TAB: Final = Code(
    "TM115",
    "tab-indentation",
    _E,
    "a tab stands here where only spaces can",
    "replace it with spaces, two for each level",
)
RESERVED_FIRST: Final = Code(
    "TM116",
    "reserved-first-character",
    _E,
    "text that begins with `{character}` must be in quotes",
    "put the whole text in quotes",
)
UNCLOSED_QUOTE: Final = Code(
    "TM117",
    "unclosed-quote",
    _E,
    "the quote `{quote}` opened here is never closed",
    "close it with `{quote}` at the end of the text",
)
UNCLOSED_BRACKET: Final = Code(
    "TM118",
    "unclosed-bracket",
    _E,
    "the bracket `{bracket}` opened here is not closed where it should be",
    "close it with `{closing}`, and put `,` between the items",
)
ANCHOR_REDEFINED: Final = Code(
    "TM119",
    "anchor-redefined",
    _E,
    "the name `&{anchor}` is given a second time",
    "give this part another name",
)
BAD_ESCAPE: Final = Code(
    "TM120",
    "bad-escape",
    _E,
    "`{written}` means nothing inside double quotes",
    "use single quotes, in which a backslash is only a backslash",
)
BAD_DIRECTIVE: Final = Code(
    "TM121",
    "bad-directive",
    _E,
    "a line that begins with `%` is an instruction to the reader, and a plan has none",
    "delete the line, or put the text in quotes",
)
UNQUOTED_TEMPLATE: Final = Code(
    "TM122",
    "unquoted-template",
    _E,
    "text that begins with the brace `{opening}` must be in quotes",
    "put the whole text in quotes, or write it below a `|`",
)
COMMENT_SWALLOWS: Final = Code(
    "TM123",
    "comment-swallows-text",
    _W,
    "everything from `{comment}` on is a comment and not part of the text",
    "put the text in quotes to keep it, or write a space after the `#`",
)
MISSING_SPACE: Final = Code(
    "TM124",
    "missing-space",
    _E,
    "an ordinary space is missing after `{sign}`",
    "write `{sign} ` with one space, typed with the input method switched to English",
)
TEXT_AFTER_QUOTE: Final = Code(
    "TM125",
    "text-after-quote",
    _E,
    "more text follows the closing quote",
    "put the whole text in quotes of the other kind, or leave all of it unquoted",
)
MISSING_COLON: Final = Code(
    "TM127",
    "missing-colon",
    _E,
    "a `:` is missing on this line",
    "write `key: value`; text that continues a line above is indented further than its key",
)
COLON_IN_TEXT: Final = Code(
    "TM128",
    "colon-in-text",
    _E,
    "the `:` and space inside this text read as a second key",
    "put the whole text in quotes",
)
INDENTATION: Final = Code(
    "TM129",
    "wrong-indentation",
    _E,
    "this line is not indented like the lines it belongs to",
    "give keys of one group the same number of spaces",
)
NEEDS_QUOTES: Final = Code(
    "TM208",
    "needs-quotes",
    _W,
    "`{raw}` is text here, and other programs read it as a number or a date",
    'write `"{raw}"`',
)

CODES: Final[tuple[Code, ...]] = tuple(
    each for each in tuple(globals().values()) if isinstance(each, Code)
)
"""Every code above, in order."""
