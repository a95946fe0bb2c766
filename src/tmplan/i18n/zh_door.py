"""Chinese sentences of the command line: help, errors of use, console."""

from collections.abc import Mapping
from typing import Final

_HELP: Final[Mapping[str, str]] = {
    "Make a contingency plan run: prove it, walk it, record it, rehearse it.": (
        "让应急预案真正跑起来：检验、执行、记录、演练。"
    ),
    "Usage: {command} ": "用法：{command} ",
    "[OPTIONS]": "[选项]",
    "COMMAND [ARGUMENTS]…": "命令 [参数]…",
    "{heading}:": "{heading}：",
    "Arguments": "参数",
    "Options": "选项",
    "Commands": "命令",
    "More options": "其他选项",
    "Options of every command, before or after it": "每条命令都有的选项，写在命令前后均可",
    "see `tmplan --help`": "见 `tmplan --help`",
    "Show this page.": "显示这段帮助。",
    "Show the version.": "显示版本。",
    "The plan. [variable: {name}]": "要用的预案。[环境变量：{name}]",
    "The folder of the records. [variable: {name}]": "存放记录的文件夹。[环境变量：{name}]",
    "The language: Chinese or English. [variable: {name}]": "语言：中文或英文。[环境变量：{name}]",
    "One JSON document on standard output; messages go to standard error.": (
        "标准输出只给一份 JSON，其他消息走标准错误。"
    ),
    "No colours. [variable: {name}]": "不用颜色。[环境变量：{name}]",
    "Treat this as a terminal, though it does not look like one.": (
        "当作终端对待，即使它看起来不是（某些 Windows 窗口需要）。"
    ),
    "PATH": "路径",
    "TIME": "时间",
    "NUMBER": "数字",
    "TEXT": "文字",
    "required": "必填",
    "may be repeated": "可重复",
    "default: {value}": "默认：{value}",
    "at least {least}": "不小于 {least}",
    "at most {most}": "不大于 {most}",
    "variable: {name}": "环境变量：{name}",
    "{some} or {last}": "{some}或{last}",
    ", ": "、",
}

_MISUSE: Final[Mapping[str, str]] = {
    "Error: {sentence}": "错误：{sentence}",
    "Hint: {sentence}": "提示：{sentence}",
    "`{parent}` has no command `{name}`": "`{parent}` 没有 `{name}` 这个命令",
    "did you mean {near}? All commands: `{parent} --help`": (
        "是不是想写 {near}？全部命令见 `{parent} --help`"
    ),
    "all commands: `{parent} --help`": "全部命令见 `{parent} --help`",
    "`{command}` does not know what to do with `{words}`": "`{command}` 不需要多出来的 `{words}`",
    "see `{command} --help`; text with spaces needs quotes around it": (
        "见 `{command} --help`；带空格的文字要放在引号里"
    ),
    "see `{command} --help`": "见 `{command} --help`",
    "`{command}` cannot be called like this": "`{command}` 不能这样用",
    "`{command}` has no option {option}": "`{command}` 没有 {option} 这个选项",
    "did you mean {near}? All options: `{command} --help`": (
        "是不是想写 {near}？全部选项见 `{command} --help`"
    ),
    "all options: `{command} --help`; text that begins with a dash goes after `--`": (
        "全部选项见 `{command} --help`；以短横开头的文字要写在 `--` 之后"
    ),
    "`{command}` needs {name}": "`{command}` 还缺{name}",
    "choose one of {choices}; more: `{command} --help`": (
        "可选：{choices}；详见 `{command} --help`"
    ),
    "the arguments of `{command}` are not complete": "`{command}` 的参数不完整",
    "the option {option} takes no value": "选项 {option} 不带值",
    "leave out everything from the equals sign on; more: `{command} --help`": (
        "去掉等号和它后面的内容；详见 `{command} --help`"
    ),
    "the option {option} needs a value": "选项 {option} 缺少值",
    "write the value after it; more: `{command} --help`": (
        "把值写在它后面；详见 `{command} --help`"
    ),
    "{name} cannot be `{value}`": "{name}不能是 `{value}`",
    "{name} cannot be `{value}`: {why}": "{name}不能是 `{value}`：{why}",
    "did you mean {near}? All values: `{command} --help`": (
        "是不是想写 {near}？全部取值见 `{command} --help`"
    ),
    "a whole number is needed": "这里要整数",
    "a number is needed": "这里要数字",
    "a time such as 2026-11-23T09:30 is needed": "这里要时间，例如 2026-11-23T09:30",
    "this does not fit here": "这里不能这样写",
    "the option {option}": "选项 {option} ",
    "the argument {argument}": "参数 {argument} ",
    "the value": "这个值",
    "the option {option} takes no value, but `{value}` was given": (
        "选项 {option} 不带值，却写了 `{value}`"
    ),
    "leave out everything from the equals sign on": "去掉等号和它后面的内容",
    "write it after the option: {option} {example}": "把值写在选项后面：{option} {example}",
    "`{value}` is not a language of tmplan": "tmplan 没有 `{value}` 这种语言",
    "say --lang zh or --lang en (or set TMPLAN_LANG to one of them)": (
        "请写 --lang zh 或 --lang en（环境变量 TMPLAN_LANG 也一样）"
    ),
}

_PLACES: Final[Mapping[str, str]] = {
    "no plan found: neither {folder} nor a folder above it holds a folder `plans`": (
        "找不到预案：{folder} 和它的各级上层里都没有 `plans` 文件夹"
    ),
    "go to the folder of your plan, or name one: --plan PATH (or TMPLAN_PLAN)": (
        "先进入预案所在的文件夹，或者指明预案：--plan 路径（环境变量 TMPLAN_PLAN 也可以）"
    ),
    "the current folder does not exist any more": "当前文件夹已经不存在",
    "go to another folder first": "请先换到别的文件夹",
    "there is no plan {path}": "没有 {path} 这份预案",
    "check the path given with --plan or TMPLAN_PLAN": "请检查 --plan 或 TMPLAN_PLAN 给出的路径",
    "there is no plan in the folder {folder}": "文件夹 {folder} 里没有预案",
    "a plan is a YAML file that begins with `tmplan: 1`; name one: --plan PATH": (
        "预案是以 `tmplan: 1` 开头的 YAML 文件；请指明一份：--plan 路径"
    ),
    "there are several plans in {folder}: {plans}": "{folder} 里有多份预案：{plans}",
    "choose one, for example --plan {first}; TMPLAN_PLAN chooses for every command": (
        "请选一份，例如 --plan {first}；用环境变量 TMPLAN_PLAN 可以一次选定"
    ),
    "the folder {folder} cannot be read: {reason}": "文件夹 {folder} 读不了：{reason}",
    "the records folder {folder} cannot be written: {reason}": (
        "记录文件夹 {folder} 写不了：{reason}"
    ),
    "choose another one: --records DIR (or TMPLAN_RECORDS)": (
        "请换一个：--records 文件夹（环境变量 TMPLAN_RECORDS 也可以）"
    ),
    "it does not exist": "它不存在",
    "access is not permitted": "没有权限",
    "the disk is full": "磁盘已满",
    "the file cannot grow any larger": "文件不能再变大",
    "the disk can only be read": "磁盘是只读的",
    "it is a folder": "它是文件夹",
    "standard input is closed": "标准输入已关闭",
    "give a file instead of -": "请给出文件，不要写 -",
    "standard input cannot be read: {reason}": "标准输入读不了：{reason}",
    "an answers file needs an event type": "答案文件要有事件类型",
    "add `type:` to it, or give --type; the types of this plan: {known}": (
        "在文件里加上 `type:`，或给出 --type；本预案的类型有：{known}"
    ),
    "the answers file is for event type {named}, but this is {known}": (
        "这份答案文件是给事件类型 {named} 的，而这里是 {known}"
    ),
    "take the answers file that belongs to it; nothing was recorded": (
        "请换用对应的答案文件；没有记录任何内容"
    ),
    "what was recorded is safe: `tmplan incident list` shows it": (
        "已记录的内容都是安全的：用 `tmplan incident list` 可以看到"
    ),
    "it is a link that leads nowhere, or no ordinary file": "它是指向不明的链接，或不是普通文件",
    "another file has taken its place": "它已被另一个文件取代",
    "it is a file": "它是文件",
    "a file stands where a folder is needed": "应当是文件夹的地方有一个同名文件",
}

_CONSOLE: Final[Mapping[str, str]] = {
    "an answer is needed, but there is no terminal to ask at": "需要回答，但这里没有终端可以提问",
    "answer with --answers FILE or one command per act; --interactive asks anyway": (
        "可以用 --answers 文件 作答，或者每个动作用一条命令；加 --interactive 则照样提问"
    ),
    "the input ended before everything was answered": "还没答完，输入就结束了",
    "what is recorded is safe": "已记录的内容不会丢",
    "what is recorded is safe; go on with `tmplan incident resume`": (
        "已记录的内容不会丢；用 `tmplan incident resume` 继续"
    ),
    "interrupted": "已中断",
    "this terminal has no line editor; plain input is used": "这个终端不支持行编辑，改用普通输入",
    "the output cannot be written: {reason}": "无法输出：{reason}",
    "Error: this is a fault of tmplan itself": "错误：这是 tmplan 自身的故障",
    "The details are in {path}": "详细信息在 {path}",
    "What is recorded is safe; go on with `tmplan incident resume`.": (
        "已记录的内容不会丢；用 `tmplan incident resume` 继续。"
    ),
}

_DOCTOR: Final[Mapping[str, str]] = {
    "Show where plan and records are and why, encodings, clock, disk, versions.": (
        "显示预案和记录在哪里、为什么，以及编码、时钟、磁盘和版本。"
    ),
    "What": "项目",
    "Found": "结果",
    "Why": "原因",
    "plan": "预案",
    "records": "记录文件夹",
    "records can be written": "记录能否写入",
    "records are made durable": "记录能否落盘",
    "files of this account": "本账户的文件",
    "language": "语言",
    "questions can be asked": "能否提问",
    "clock": "时钟",
    "fast YAML reader": "快速 YAML 解析器",
    "none": "无",
    "yes": "是",
    "no": "否",
    "a terminal": "终端",
    "a file or a pipe": "文件或管道",
    "made when first needed": "第一次用到时建立",
    "named by an option": "由选项指定",
    "named by an environment variable": "由环境变量指定",
    "the language of the system": "系统的语言",
    "the language of the plan": "预案的语言",
    "found from the current folder upwards": "从当前文件夹逐级向上找到",
    "beside the folder `plans`": "在 `plans` 文件夹旁边",
    "the current folder": "当前文件夹",
    "time zone of the plan": "预案的时区",
    "The time zone of the plan is not known here; install tzdata: pip install tzdata": (
        "这台电脑不认识预案的时区；请安装 tzdata：pip install tzdata"
    ),
    "nothing says otherwise": "没有别的指定",
    "Records cannot be written: choose another folder with --records before the day.": (
        "记录写不进去：请趁早用 --records 换一个文件夹。"
    ),
    "This disk does not confirm what it stores; a power cut may lose the last acts.": (
        "这块磁盘不确认写入；断电可能丢失最后几步。"
    ),
    "The clock of this computer is wrong; set it, or every time limit is.": (
        "这台电脑的时钟不对；不校正，所有时限都会算错。"
    ),
}

DOOR: Final[Mapping[str, str]] = {**_HELP, **_MISUSE, **_PLACES, **_CONSOLE, **_DOCTOR}
