"""Chinese sentences of `init` and `schema`."""

from collections.abc import Mapping
from typing import Final

STARTING: Final[Mapping[str, str]] = {
    "Print the JSON Schema of the plan format, for editors and other checkers.": "输出预案格式的 JSON Schema，供编辑器和其他检查工具使用。",
    "The schema of drill scenarios instead.": "改为输出演练情景的 JSON Schema。",
    "The schema of parts of a plan instead.": "改为输出预案分册的 JSON Schema。",
    "`--drill` and `--part` are two schemas; ask for one of them": "`--drill` 和 `--part` 是两种格式，一次只能要一种",
    "Write it into this file.": "写入这个文件。",
    "{file} cannot be written: {reason}": "{file} 写不了：{reason}",
    "Write a starter project: a plan, its drills, and their checks.": "写出一个起步项目：预案、演练情景和配套的检查。",
    "FOLDER": "文件夹",
    "Where to; it may be new. Default: the current folder.": "写到哪里，可以是新文件夹。不写则是当前文件夹。",
    "written to {folder}; in it, run `tmplan validate plans --strict`": "已写入 {folder}；请在里面运行 `tmplan validate plans --strict`",
    "then replace everything that says TBD, and read README.md": "然后把写着“待替换”的都换成真实情况，并阅读 README.md",
    "in {folder} there is already {files}; nothing was written": "{folder} 里已经有 {files}；什么都没有写",
    "name another folder: tmplan init FOLDER": "请换一个文件夹：tmplan init 文件夹",
}
