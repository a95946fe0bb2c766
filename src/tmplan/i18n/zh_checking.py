"""Checking files and writing what was found: formats, preferences, comments that silence."""

from typing import Final

CHECKING: Final = {
    # cli/finding
    "no file matches {pattern}": "没有文件与 {pattern} 相符",
    "check the pattern and the folder": "检查写法和文件夹",
    # cli/formats
    "{n} more in the log": "还有 {n} 个，见日志",
    "nothing found": "没有发现问题",
    # cli/preferences
    "{file} is not TOML: {why}": "{file} 不是 TOML：{why}",
    "see docs/command-line.md for what can stand in it": "里面可以写什么，见 docs/command-line.md",
    "{file}: `{key}` is no preference, or not written as one": (
        "{file}：`{key}` 不是一项设置，或写法不对"
    ),
    "what can stand there: {known}; see docs/command-line.md": (
        "这里可以写：{known}；见 docs/command-line.md"
    ),
    # cli/shortest
    "{file}: {event}: level {level}: {answers}": "{file}：{event}：级别 {level}：{answers}",
    "with the mildest answers": "全部选最轻的答案",
    "another incident is linked": "有关联的事件",
    " and still so after {minutes} min": "，并且 {minutes} 分钟后仍是这样",
    # cli/validate
    "Write them into this file.": "把它们写进这个文件。",
    "Only these warnings and notices; TM6 means all that begin so.": (
        "只说这些警告和提示；写 TM6 就是以它开头的全部。"
    ),
    "Not these; errors are always said.": "不说这些；错误总是要说的。",
    "What `-` is called in messages.": "消息里把 `-` 叫作什么。",
    "Show the fewest answers that lead to each level.": "显示最少哪几个答案就会到每个级别。",
    # cli/validating
    "the severity of {code} is `{raw}`, which is none": "{code} 的严重程度写成了 `{raw}`，没有这种",
    "write error, warning, notice or off": "请写 error、warning、notice 或 off",
    (
        "  {event}: combinations {combinations}, levels {levels}, steps {steps}, paths {paths}: "
        "each has an outcome, an owner and a time that can be kept"
    ): (
        "  {event}：回答组合 {combinations}，级别 {levels}，步骤 {steps}，先后路径 {paths}："
        "每种回答都有结果，每一步都有岗位负责，每条路径的时限都来得及"
    ),
    # plan/silence
    "`{code}` silences nothing here": "`{code}` 在这里没有要忽略的问题",
    "delete it, or put it on the line of the problem; errors cannot be silenced": (
        "删除它，或移到有问题的那一行；错误不能忽略"
    ),
    "there is no code `{code}`": "没有编号 `{code}`",
    "write a code or a name that `tmplan explain` lists": ("写 `tmplan explain` 列出的编号或名称"),
    "this comment silences {codes} without saying why, so it does not": (
        "这条注释要忽略 {codes}，却没写理由，所以不起作用"
    ),
    "write the reason behind the bracket": "在括号后面写上理由",
    # cli/reasons
    (
        "A comment that silences nothing hides that the problem is gone, or stands on the wrong "
        "line and will be believed."
    ): "不起作用的注释，要么问题早已消失，要么写错了行，却让人以为有用。",
    "A comment with a code that does not exist looks as if it worked.": (
        "注释里的编号不存在，看起来却像起了作用。"
    ),
    (
        "Whoever reads the plan next must see why a warning does not apply here; without a reason "
        "the comment would only be a habit."
    ): "下一个看预案的人要明白这条警告为什么不适用；没有理由，注释就只是习惯。",
}
