"""Chinese sentences of `fmt`: what is put right in a file, and what stays."""

from collections.abc import Mapping
from typing import Final

FMT: Final[Mapping[str, str]] = {
    "Put plans and scenarios into their usual layout; meaning and comments stay.": (
        "把预案和演练情景整理成统一的版式；意思和注释都不变。"
    ),
    "Write nothing; status 1 if a file would change.": "什么也不写；有文件需要整理时状态为 1。",
    "Write nothing; show what would change.": "什么也不写；只显示会改哪些地方。",
    "{file}: nothing to change": "{file}：不用改",
    "{file}: would be rewritten": "{file}：需要整理",
    "{file}: rewritten": "{file}：已整理",
    "{file}: left as it is: errors {errors}": "{file}：没有改动：错误 {errors} 个",
    "{file}: left as it is: no other layout of it was found to mean the same": (
        "{file}：没有改动：换一种版式不能保证意思不变"
    ),
    "it was saved as {encoding} and is UTF-8 now": "原来用 {encoding} 保存，改成 UTF-8",
    "the mark at its beginning (BOM) is gone": "去掉文件开头的标记（BOM）",
    "its lines end as everywhere now (LF), not as on Windows": (
        "换行由 Windows 的方式（CRLF）改成通用的方式（LF）"
    ),
    "full-width signs made half-width where YAML needs them: {count}": (
        "把 YAML 需要半角的全角符号改成半角：{count} 处"
    ),
    "odd spaces made ordinary ones: {count}": "把特殊的空格改成普通空格：{count} 处",
    "lines indented with spaces instead of tabs: {count}": ("把制表符缩进改成空格缩进：{count} 行"),
    "its keys keep their order because parts are repeated with `*`": (
        "文件里用 `*` 重复内容，所以键的先后没有动"
    ),
    "texts put in quotes because other programs take them for something else: {count}": (
        "给别的程序会读错的文字加上引号：{count} 处"
    ),
    "{file} is write-protected and stays as it is": "{file} 不允许写入，没有改动",
    "allow writing to it first; `--check` and `--diff` only look": (
        "先取消只读；只想看看就用 `--check` 或 `--diff`"
    ),
    "{file} was changed by another program meanwhile and stays as it is": (
        "{file} 刚刚被别的程序改过，没有改动"
    ),
    "run the command again": "请再运行一次",
}
