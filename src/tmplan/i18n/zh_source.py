"""Chinese sentences of what is wrong with a file before its words are looked at."""

from collections.abc import Mapping
from typing import Final

SOURCE: Final[Mapping[str, str]] = {
    "this file is not saved as UTF-8 but looks like {encoding}, as Windows Notepad saves `ANSI`": (
        "这个文件没有用 UTF-8 保存，看起来是 {encoding}，也就是 Windows 记事本的“ANSI”"
    ),
    "open it in Notepad, choose Save As, and pick the encoding UTF-8": (
        "用记事本打开，选“另存为”，编码选 UTF-8"
    ),
    "this file is saved as {encoding}, not as UTF-8": (
        "这个文件是用 {encoding} 保存的，不是 UTF-8"
    ),
    "the control character {codepoint} cannot be part of a plan": (
        "预案里不能有控制字符 {codepoint}"
    ),
    "delete it; it is invisible in most editors": "删掉它；它在多数编辑器里看不见",
    "the character {codepoint} ends a line for some programs and not for others": (
        "字符 {codepoint} 在有些程序里算换行，在另一些程序里不算"
    ),
    "delete it and press Enter instead; it often comes with text pasted from a web page": (
        "删掉它，改按回车键换行；它常随网页上复制的文字一起进来"
    ),
    "the invisible character {codepoint} is part of the text here": (
        "这里的文字中夹着看不见的字符 {codepoint}"
    ),
    "delete it; it often comes with text pasted from a web page or a chat": (
        "删掉它；它常随网页或聊天里复制的文字一起进来"
    ),
    "this file is larger than the {limit} MB a plan may have": (
        "这个文件超过了预案的上限 {limit} MB"
    ),
    "check that it is the right file, or move parts of the plan into files of their own": (
        "确认没有选错文件，或把预案的一部分移到单独的文件里"
    ),
    "the invisible character {codepoint} makes text look different from what it says": (
        "看不见的字符 {codepoint} 会让文字看上去和实际内容不一样"
    ),
    "delete it and type the line again": "删掉它，把这一行重新输入",
    "this line begins with {codepoint}, which looks like a space but is none": (
        "这一行以 {codepoint} 开头，它看着像空格，其实不是"
    ),
    "replace it with ordinary spaces, typed with the input method switched to English": (
        "切换到英文输入法，换成普通空格"
    ),
    "the full-width `{character}` is read as part of the text here": (
        "这里的全角“{character}”被当成了文字的一部分"
    ),
    "type `{instead}` with the input method switched to English": (
        "切换到英文输入法，改成 `{instead}`"
    ),
    "the full-width `{character}` is part of the text here and separates nothing": (
        "这里的全角“{character}”只是文字的一部分，不起分隔作用"
    ),
    "write `{instead}` if it was meant as a sign, or put the text in straight quotes": (
        "如果本想用作符号，请改成 `{instead}`；否则请给文字加上半角引号"
    ),
    "the bytes {found} are not text": "字节 {found} 不是文字",
    "check that this is a plan and not a Word, Excel or damaged file, and save it as UTF-8": (
        "确认它是预案，而不是 Word、Excel 或损坏的文件，并用 UTF-8 保存"
    ),
    "this line does not fit the lines around it": "这一行和上下文对不上",
    "compare its indentation, its `:` and its `-` with the lines above": (
        "对照上面几行，检查缩进、`:` 和 `-`"
    ),
    "the key `{key}` stands here a second time": "键 `{key}` 在这里第二次出现",
    "keep one of the two, or give one another name": "只保留一个，或给其中一个换个名字",
    "the first `{key}` is here": "第一个 `{key}` 在这里",
    "`*{alias}` repeats something named `{alias}`, and nothing above has that name": (
        "`*{alias}` 表示重复名为 `{alias}` 的内容，但前面没有这个名字"
    ),
    "put the text in quotes if it begins with a star, or name the part above with `&{alias}`": (
        "如果文字本来就以星号开头，请加引号；否则在前面的内容上标 `&{alias}`"
    ),
    "`*{alias}` stands inside the part it repeats": "`*{alias}` 写在了它要重复的内容里面",
    "write this part out instead": "请把这部分内容直接写出来",
    "the repetitions with `*` in this file grow to more than {limit} values": (
        "文件里用 `*` 重复的内容展开后超过 {limit} 个值"
    ),
    "write the parts out, or repeat smaller ones": "请直接写出这些内容，或只重复较小的部分",
    "`{tag}` is a type mark, and a plan does not use type marks": (
        "`{tag}` 是类型标记，预案里不使用类型标记"
    ),
    "delete it, or put the text in quotes if it begins with `!`": (
        "删掉它；如果文字本来就以 `!` 开头，请加引号"
    ),
    "`{raw}` is text here, and other programs read it as yes or no": (
        "`{raw}` 在这里是文字，别的程序会把它读成“是”或“否”"
    ),
    'write `"{raw}"`': '写成 `"{raw}"`',
    "`{raw}` is text here, and other programs read it as another number": (
        "`{raw}` 在这里是文字，别的程序会把它读成另一个数字"
    ),
    "the merge sign `<<` is not used in a plan": "预案里不使用合并符号 `<<`",
    "write the keys out, or repeat a whole part with `*`": (
        "把各个键直接写出来，或用 `*` 重复整个部分"
    ),
    "this is nested more than {limit} levels deep": "这里嵌套超过了 {limit} 层",
    "look for brackets that are opened and never closed": "检查有没有只开不关的括号",
    "this file holds nothing but blank lines or comments": "这个文件里只有空行或注释",
    "start from `tmplan init`, or check that the file was saved": (
        "用 `tmplan init` 新建一份，或检查文件是否已经保存"
    ),
    "the key before this `:` is not text": "这个 `:` 前面的键不是文字",
    "write a word before the `:`, in quotes if it holds signs": (
        "在 `:` 前面写一个词，含有符号时请加引号"
    ),
    "a second document begins here": "这里开始了第二份文档",
    "delete the line `---`, or move what follows into a file of its own": (
        "删掉 `---` 这一行，或把后面的内容移到单独的文件里"
    ),
    "a plan begins with keys such as `title: ...`, and this file does not": (
        "预案以 `title: ...` 这样的键开头，而这个文件不是"
    ),
    "check that it is the right file and that a space follows each `:`": (
        "确认没有选错文件，并且每个 `:` 后面都有空格"
    ),
    "a tab stands here where only spaces can": "这里只能用空格，却有一个制表符（Tab）",
    "replace it with spaces, two for each level": "把它换成空格，每一层两个",
    "text that begins with `{character}` must be in quotes": (
        "以 `{character}` 开头的文字必须加引号"
    ),
    "put the whole text in quotes": "请给整段文字加上引号",
    "the quote `{quote}` opened here is never closed": "这里开始的引号 `{quote}` 一直没有结束",
    "close it with `{quote}` at the end of the text": "在文字末尾补上 `{quote}`",
    "the bracket `{bracket}` opened here is not closed where it should be": (
        "这里开始的括号 `{bracket}` 没有在该结束的地方结束"
    ),
    "close it with `{closing}`, and put `,` between the items": (
        "用 `{closing}` 结束它，各项之间用 `,` 隔开"
    ),
    "the name `&{anchor}` is given a second time": "名字 `&{anchor}` 用了第二次",
    "give this part another name": "给这部分换个名字",
    "`{written}` means nothing inside double quotes": "`{written}` 在双引号里没有意义",
    "use single quotes, in which a backslash is only a backslash": (
        "请改用单引号，单引号里的反斜杠就只是反斜杠"
    ),
    "a line that begins with `%` is an instruction to the reader, and a plan has none": (
        "以 `%` 开头的行是给读取程序的指令，预案里没有这种指令"
    ),
    "delete the line, or put the text in quotes": "删掉这一行，或给文字加上引号",
    "text that begins with the brace `{opening}` must be in quotes": (
        "以花括号 `{opening}` 开头的文字必须加引号"
    ),
    "put the whole text in quotes, or write it below a `|`": (
        "给整段文字加上引号，或写在 `|` 下面"
    ),
    "everything from `{comment}` on is a comment and not part of the text": (
        "从 `{comment}` 起都是注释，不算文字的一部分"
    ),
    "put the text in quotes to keep it, or write a space after the `#`": (
        "想保留就给文字加上引号；确实是注释就在 `#` 后面加一个空格"
    ),
    "an ordinary space is missing after `{sign}`": "`{sign}` 后面少一个普通空格",
    "write `{sign} ` with one space, typed with the input method switched to English": (
        "切换到英文输入法，在 `{sign}` 后面加一个空格"
    ),
    "more text follows the closing quote": "右引号后面还有文字",
    "put the whole text in quotes of the other kind, or leave all of it unquoted": (
        "用另一种引号把整段文字括起来，或整段都不加引号"
    ),
    "a `:` is missing on this line": "这一行少了 `:`",
    "write `key: value`; text that continues a line above is indented further than its key": (
        "写成 `键: 值`；如果是接着上一行的文字，缩进要比它的键更多"
    ),
    "the `:` and space inside this text read as a second key": (
        "这段文字里的 `:` 加空格会被读成第二个键"
    ),
    "this line is not indented like the lines it belongs to": "这一行的缩进和同组的行不一致",
    "give keys of one group the same number of spaces": "同一组的键前面要用同样多的空格",
    "`{raw}` is text here, and other programs read it as a number or a date": (
        "`{raw}` 在这里是文字，别的程序会把它读成数字或日期"
    ),
}
