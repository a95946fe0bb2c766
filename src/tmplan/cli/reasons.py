"""Why the codes are there that are no rules; a rule says it in its own file."""

from collections.abc import Mapping
from typing import Final

REASONS: Final[Mapping[str, str]] = {
    "TM001": (
        "A plan is read as UTF-8, the encoding that every editor, browser and system can write. "
        "In any other one, Chinese text turns into other characters, or the file cannot be read "
        "on the computer that needs it."
    ),
    "TM002": (
        "UTF-16 and UTF-32 are what some Windows programs call `Unicode`. Version control shows "
        "such files as binary, and most tools for text refuse them."
    ),
    "TM003": (
        "Control characters do something to a screen or a printer and are no text. They come with"
        " text copied from terminals, old databases or damaged files."
    ),
    "TM004": (
        "Some programs begin a new line at this character and others do not, so that line numbers"
        " differ and a comment may end where nobody sees it."
    ),
    "TM005": (
        "Two texts that look the same are different when one of them holds an invisible "
        "character; a search does not find it, and a name does not match."
    ),
    "TM006": (
        "A plan is text that people write. A file of this size is something else, and reading it "
        "would keep everybody waiting."
    ),
    "TM007": (
        "Such characters turn the direction of text around. A line can then show one thing to "
        "whoever reviews it and mean another to the program."
    ),
    "TM008": (
        "Indentation says what belongs to what, and only ordinary spaces count for it. Full-width"
        " and other spaces look the same and are read as part of a word."
    ),
    "TM009": (
        "YAML knows `:`, `,` and `-` only in half width. With the full-width sign a whole line, "
        "or the whole file, becomes one piece of text without a word of warning."
    ),
    "TM010": (
        "Full-width punctuation is right inside a sentence. Inside brackets, or after something "
        "that looks like a key, it was most likely meant as a sign of the format."
    ),
    "TM011": (
        "These bytes are text in no encoding that is known. The file is damaged, or it is no text"
        " file."
    ),
    "TM012": (
        "A plan names only files of its own folder, so that it can be copied as a whole and "
        "reads nothing it should not; a link that leads out of the folder counts as out."
    ),
    "TM013": (
        "What a part holds belongs to the plan. Without one of its parts a plan is not whole, "
        "and nobody knows what is missing, so it is not used and ids are not compared."
    ),
    "TM014": (
        "Listed twice, everything in the part would be there a second time. One of the two "
        "names was most likely meant for another file."
    ),
    "TM015": "A plan that takes itself in would never end.",
    "TM016": (
        "Nobody keeps so many files in mind, and a list of this length is most likely made by "
        "mistake; a plan is to be read in bounded time."
    ),
    "TM017": (
        "Together, the files of a plan may be as large as one file may be. Text that people "
        "write stays far below it."
    ),
    "TM018": (
        "There is one organisation, one scale of levels and one process, and they stand in "
        "the plan, where everybody looks for them. A part adds to what is listed by id. Parts "
        "of parts would be hard to find."
    ),
    "TM019": (
        "A part names roles, levels, phases and questions that stand in its plan or in other "
        "parts. Whether they are there, and what can be proved of all of them together, only "
        "shows when the plan is checked; it takes all its parts along."
    ),
    "TM020": (
        "A plan has the parts it lists and no others. What stands in a forgotten file looks "
        "like a plan for that case, and on the day it is not there."
    ),
    "TM101": (
        "YAML tells from indentation, `:` and `-` what belongs to what; this line fits none of "
        "the ways the lines above it could go on."
    ),
    "TM102": (
        "Most readers of YAML take the last of two equal keys and forget the first without a "
        "word. Here nothing is forgotten: say which one is meant."
    ),
    "TM103": (
        "A star repeats a part that was named with `&` above. Text that begins with a star needs "
        "quotes."
    ),
    "TM104": "A part that repeats itself would never end.",
    "TM105": (
        "A few lines that repeat one another can stand for billions of values, and whoever reads "
        "them runs out of memory. A plan repeats little."
    ),
    "TM106": (
        "Type marks such as `!!python` make some readers run code. In a plan the place decides "
        "what a text means."
    ),
    "TM107": (
        "To other programs `no`, `on` and `yes` are yes or no, not text; the short form of Norway"
        " is the famous victim. Quotes make it text for everybody."
    ),
    "TM108": (
        "To other programs `010` is eight and `12:30` is 750. Quotes make it text for everybody."
    ),
    "TM109": (
        "What `<<` brings in is not seen where it counts, and new versions of YAML have dropped it."
    ),
    "TM110": (
        "No plan is nested this deep; a bracket was opened and never closed, or somebody tries "
        "what the program bears."
    ),
    "TM111": "A file without content is most often one that was not saved.",
    "TM112": (
        "Keys are words. A list or a group before a `:` is most often a slip of the indentation."
    ),
    "TM113": ("A line `---` begins a second document, and one of the two would be overlooked."),
    "TM114": (
        "A plan is a group of keys. A list or a single text at the top is another kind of file, "
        "or a `:` lacks its space."
    ),
    "TM115": (
        "How wide a tab is, each editor decides for itself, so YAML does not allow tabs where "
        "indentation counts."
    ),
    "TM116": (
        "YAML keeps some signs, such as `@` and the backtick, for itself; text that begins with "
        "one needs quotes."
    ),
    "TM117": (
        "From an open quote on, all lines are one text, up to the next quote or the end of the "
        "file."
    ),
    "TM118": (
        "From an open bracket on, all lines belong to one list or group, up to the bracket that "
        "closes it."
    ),
    "TM119": (
        "Of two parts with one name, a repetition would take the nearer one, and nobody would "
        "notice."
    ),
    "TM120": (
        "Inside double quotes a backslash begins a special sign. Paths of Windows belong in "
        "single quotes."
    ),
    "TM121": (
        "Lines that begin with `%` tell a reader of YAML how to read; a plan is always read in "
        "the same way."
    ),
    "TM122": (
        "A brace begins a group of keys. A text that begins with a blank to be filled in needs "
        "quotes, or it is read as such a group."
    ),
    "TM123": (
        "A space and `#` begin a comment, and what follows is not part of the text: `见工单 #12` "
        "is cut off after three characters."
    ),
    "TM124": (
        "Without a space after it, `:` or `-` is part of the word, and the whole line is text."
    ),
    "TM125": "A quote that closes ends the text; what follows belongs to nothing.",
    "TM127": ("A line among keys that has no `:` is neither a key nor the continuation of a text."),
    "TM128": (
        "A `:` with a space behind it makes a key of what stands before it, also in the middle of"
        " a sentence."
    ),
    "TM129": (
        "Keys of one group begin in one column. One space more or less, and a key belongs to "
        "something else, or to nothing."
    ),
    "TM201": (
        "A key that is not known is not passed over: it may be a slip of the pen in the one line "
        "that matters."
    ),
    "TM202": "Without this key the part says too little to be carried out.",
    "TM203": ("Each place takes one kind of value: text, a number, a list, or a group of keys."),
    "TM204": (
        "Only these words have a meaning here; any other one would be read as something else than"
        " was meant."
    ),
    "TM205": (
        "Ids, dates, lengths of time and conditions are written in one way only, so that there is"
        " only one way to read them."
    ),
    "TM207": (
        "An empty text says nothing to whoever needs it, and a very long one is not read in an "
        "emergency."
    ),
    "TM208": (
        "Here it is text and kept as written. Other programs that open the file read a number or "
        "a date and may write it back differently: `0571` becomes 571."
    ),
    "TM209": (
        "The number says in which version of the format a file is written, so that an old program"
        " does not misread a new plan."
    ),
    "TM212": (
        "Files are known by their first key: `tmplan: 1` is a plan, `tmplan-drill: 1` a scenario."
    ),
    "TM311": (
        "An inject is played at a moment. A phase that this event type skips, or a fact that the "
        "plan does not know, never comes, and neither does the inject."
    ),
    "TM312": (
        "Headless drills answer from the script. An answer, step or fact that the plan does not "
        "know would be left out silently."
    ),
    "TM313": (
        "A scenario is held against its plan; without it nobody can say whether the names in it "
        "mean anything."
    ),
    "TM404": ("A level that no answer leads to has duties and steps that nobody will ever see."),
    "TM407": (
        "A floor, raise, step, obligation or link with such a condition does nothing, while "
        "whoever wrote it relies on it."
    ),
    "TM408": (
        "It can be met and changes nothing, because the answers that meet it give that level by "
        "themselves. Most often another level was meant."
    ),
    "TM409": (
        "In an emergency every question costs time. One whose answer changes no level, step, "
        "notice, obligation, link or scope is not worth asking."
    ),
    "TM410": (
        "The condition can hold, and the levels can be reached, but never both at once, so that "
        "nobody is ever shown the step."
    ),
    "TM411": (
        "When things get worse, the response must not become smaller. Two conditions that leave "
        "out the worst answer are the usual cause."
    ),
    "TM419": (
        "The proof follows all combinations of answers that make a difference. Here there are too"
        " many of them to look at in reasonable time, and also for people to understand."
    ),
    "TM614": (
        "The people of this plan stand in another file, outside version control. Without that "
        "file nobody can be called, though the checklists work."
    ),
    "TM615": (
        "A plan names only files of its own folder, so that it can be copied as a whole and reads"
        " nothing it should not."
    ),
    "TM616": (
        "With two entries for one person, one of the telephone numbers is the old one, and nobody"
        " knows which."
    ),
    "TM904": (
        "A comment that silences nothing hides that the problem is gone, or stands on the wrong "
        "line and will be believed."
    ),
    "TM905": "A comment with a code that does not exist looks as if it worked.",
    "TM907": (
        "Whoever reads the plan next must see why a warning does not apply here; without a reason "
        "the comment would only be a habit."
    ),
}
