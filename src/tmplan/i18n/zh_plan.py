"""Chinese sentences of the loader, the schema, the proof and `validate`."""

from collections.abc import Mapping
from typing import Final

PLAN: Final[Mapping[str, str]] = {
    "error": "错误",
    "warning": "警告",
    "notice": "提示",
    "help: {advice}": "办法：{advice}",
    "docs: {command}": "说明：{command}",
    "Explain a code that `validate` shows, or list all codes.": "解释 `validate` 给出的代码，或列出全部代码。",
    "A code such as TM601, or its name. Default: all.": "代码（例如 TM601）或名称；不写则列出全部。",
    "there is no code and no name `{raw}`; the nearest are {known}": "没有代码或名称 `{raw}`；最接近的有 {known}",
    "`tmplan explain` lists all codes": "`tmplan explain` 列出全部代码",
    "`tmplan explain CODE` explains one of them.": "`tmplan explain 代码` 解释其中一个。",
    "says: {sentence}": "提示语：{sentence}",
    "Bad:": "反例：",
    "Good:": "正例：",
    "the file": "文件",
    "YAML": "YAML",
    "keys and values": "键和值",
    "ids and references": "标识和引用",
    "levels and answers": "级别和答案",
    "phases and steps": "阶段和步骤",
    "people and notices": "人员和公告",
    "supplies and drills": "物资和演练",
    "upkeep and duties": "维护和法定义务",
    "what must not stand in a plan": "不该写进预案的内容",
    "a plan begins with `tmplan: 1`, a scenario with `tmplan-drill: 1`": (
        "预案以 `tmplan: 1` 开头，演练情景以 `tmplan-drill: 1` 开头"
    ),
    "the folder {folder} holds no plan and no scenario": (
        "文件夹 {folder} 里没有预案，也没有演练情景"
    ),
    "{file}: not usable yet: errors {errors}, warnings {warnings}, notices {notices}": (
        "{file}：还不能使用：错误 {errors}，警告 {warnings}，提示 {notices}"
    ),
    "{file}: ok (warnings {warnings}, notices {notices})": (
        "{file}：通过（警告 {warnings}，提示 {notices}）"
    ),
    "{file}: ok (warnings {warnings}, notices {notices}); proved for all {combinations} "
    "combinations of answers: event types {events}, levels {levels}, steps {steps}": (
        "{file}：通过（警告 {warnings}，提示 {notices}）；已对全部 {combinations} 种回答组合证明："
        "事件类型 {events}，级别 {levels}，步骤 {steps}"
    ),
    "Check plans and scenarios, and prove what holds for every answer.": (
        "检查预案和演练情景，并证明每一种回答都有结果。"
    ),
    "Files and folders; `-` is standard input. Default: the plan found.": (
        "文件或文件夹；`-` 表示标准输入。不写则检查找到的预案。"
    ),
    "Warnings count as errors, too.": "警告也算错误。",
    "How problems are written.": "问题的输出格式。",
    "Look at dates as on this day, not as today.": "按这一天判断日期，而不是按今天。",
    "question {question}: {given} is not a number ({unit}) or `unknown`": (
        "问题 {question}：{given} 不是数字（{unit}），也不是 `unknown`"
    ),
    "question {question} takes one answer only": "问题 {question} 只能选一个答案",
    "question {question}: {given} is not an answer; allowed: {allowed}": (
        "问题 {question}：{given} 不是它的答案；可选：{allowed}"
    ),
    "the part {file} is not inside the folder of the plan": "分册 {file} 不在预案所在的文件夹里",
    "name a file inside that folder, with `/` between folders, such as `parts/fire.yaml`": (
        "写这个文件夹里的文件，文件夹之间用 `/`，例如 `parts/fire.yaml`"
    ),
    "the part {file} cannot be read: {why}": "分册 {file} 读不了：{why}",
    "check the name, which counts from the folder of the plan, or delete it from `parts`": (
        "核对文件名（从预案所在的文件夹算起），或从 `parts` 中删除"
    ),
    "the part {file} is listed a second time": "分册 {file} 列了两次",
    "the first time is here": "第一次在这里",
    "delete it here": "把这里的删掉",
    "{file} is the plan itself, which is no part of it": "{file} 就是预案本身，不能当自己的分册",
    "a plan has at most {limit} parts; the files from here on are not read": (
        "一份预案最多 {limit} 个分册；从这里起的文件都没有读"
    ),
    "put some of them together": "请合并一些分册",
    "with this part, the files of the plan hold more than {limit} MB; nothing more is read": (
        "加上这个分册，预案的文件总共超过 {limit} MB；后面的都没有读"
    ),
    "check that they are the right files": "核对是不是拿对了文件",
    "`{key}` stands in the plan itself, not in a part of it": "`{key}` 要写在预案里，不能写在分册里",
    "move it there; a part holds `questions`, `events`, `notices`, `obligations` and `supplies`": (
        "移到预案里；分册只写 `questions`、`events`、`notices`、`obligations` 和 `supplies`"
    ),
    "a part has no parts of its own": "分册不能再有分册",
    "list them in the plan": "都列在预案里",
    "only the shape of this part was checked; ids and references are checked with its plan": (
        "这个分册只检查了格式；标识和引用要和预案一起检查"
    ),
    "run `tmplan validate` on the plan that lists it": "对列出它的预案运行 `tmplan validate`",
    "no plan that was checked lists this part, so what it holds does not apply": (
        "被检查的预案都没有列出这个分册，它的内容不起作用"
    ),
    "add it to `parts` of its plan, or delete it": "把它加进预案的 `parts`，或删除它",
    "put it beside the plan, or delete the key `contacts`": (
        "把它放到预案旁边，或删除 `contacts` 这一行"
    ),
    "the contacts file {file} cannot be read; its people cannot be called": (
        "联系人文件 {file} 读不了，里面的人将无法联系"
    ),
    "name a file inside that folder, such as `contacts.yaml`": (
        "写这个文件夹里的文件，例如 `contacts.yaml`"
    ),
    "the contacts file {file} is not inside the folder of the plan": (
        "联系人文件 {file} 不在预案所在的文件夹里"
    ),
    "keep one of the two": "两处只留一处",
    "the person `{person}` is in the plan and in the contacts file {file}": (
        "人员 `{person}` 既写在预案里，又写在联系人文件 {file} 里"
    ),
    "{file} is a folder, not a file": "{file} 是文件夹，不是文件",
    "{file} is not an ordinary file": "{file} 不是普通文件",
    "check the name and the folder": "请核对文件名和所在文件夹",
    "there is no file {file}": "没有文件 {file}",
    "{file} cannot be read: {reason}": "{file} 读不了：{reason}",
    "`{raw}` cannot name a blank of a notice": "`{raw}` 不能用作公告空格的名称",
    "use small letters a-z, digits, `_` and `-`, beginning with a letter": (
        "用小写字母 a-z、数字、`_` 和 `-`，以字母开头"
    ),
    "nothing is written here": "这里什么也没有写",
    "write it, or delete the key": "补上内容，或删除这个键",
    "add the first one": "写上第一项",
    "at least one is needed here": "这里至少要有一项",
    "shorten it, or keep it in a document of its own and name that here": (
        "写短一些，或另存为文件并在这里写明文件名"
    ),
    "this text is longer than {limit} characters": "这段文字超过 {limit} 个字符",
    "this file is written in version `{raw}` of the format; this tmplan reads version 1": (
        "这个文件用的是第 `{raw}` 版格式；当前的 tmplan 只读第 1 版"
    ),
    "write `{key}: 1`, or use a newer tmplan": "写成 `{key}: 1`，或换用更新的 tmplan",
    "name a file of the right kind: a plan begins with `tmplan: 1`, a part of one with "
    "`tmplan-part: 1`, a scenario with `tmplan-drill: 1`": (
        "请给出对应的文件：预案以 `tmplan: 1` 开头，分册以 `tmplan-part: 1` 开头，"
        "演练情景以 `tmplan-drill: 1` 开头"
    ),
    "this file does not begin with `{first}: 1`": "这个文件不是以 `{first}: 1` 开头",
    "`{key}` is not a key of {parent}": "{parent}里没有 `{key}` 这个键",
    "did you mean `{nearest}`? if `{key}` is meant, this file needs a newer tmplan": (
        "是不是想写 `{nearest}`？如果确实是 `{key}`，则需要更新的 tmplan"
    ),
    "allowed here: {known}; if `{key}` is meant, this file needs a newer tmplan; a key that "
    "begins with `x-` is ignored": (
        "这里可以写：{known}；如果确实是 `{key}`，则需要更新的 tmplan；以 `x-` 开头的键会被忽略"
    ),
    "add a line `{key}: …`": "加一行 `{key}: …`",
    "{parent} lacks the key `{key}`": "{parent}缺少 `{key}`",
    "text belongs here": "这里应当是文字",
    "write text after the `:`; put it in quotes if it begins with a bracket or a brace": (
        "在 `:` 后面写文字；如果以括号开头，请加引号"
    ),
    "a list belongs here": "这里应当是列表",
    "begin each item with `- ` on its own line": "每一项单独一行，以 `- ` 开头",
    "a group of keys belongs here": "这里应当是一组键",
    "write lines like `key: value`, indented below this key": "在这个键下面缩进，逐行写 `键: 值`",
    "a number belongs here": "这里应当是数字",
    "write digits only, such as `30` or `0.5`": "只写数字，例如 `30` 或 `0.5`",
    "a whole number belongs here": "这里应当是整数",
    "write digits only, such as `2`": "只写数字，例如 `2`",
    "`true` or `false` belongs here": "这里应当是 `true` 或 `false`",
    "write `true` or `false`": "写 `true` 或 `false`",
    "compare it with the plan format or with a plan that passes": (
        "请对照预案格式，或对照一份已通过的预案"
    ),
    "this value does not fit here": "这个值不适合放在这里",
    "`{raw}` is not allowed here": "这里不能写 `{raw}`",
    "write one of {allowed}": "可以写：{allowed}",
    "`{raw}` is not an id": "`{raw}` 不是合格的标识",
    "an id is made of small letters a-z, digits and `-`; write names in any language in `name`": (
        "标识只用小写字母 a-z、数字和 `-`；中文名称请写在 `name` 里"
    ),
    "`{raw}` is not a length of time": "`{raw}` 不是时长",
    "write a whole number and a unit, such as `30 min`, `4 小时`, `2 working days`, or `at-once`": (
        "写整数和单位，例如 `30 min`、`4 小时`、`2 个工作日`，或 `at-once`"
    ),
    "`{raw}` is not a date": "`{raw}` 不是日期",
    "write year, month and day: `2026-11-23`": "写年月日：`2026-11-23`",
    "this is not a moment at which a clock starts": "这不是计时的起点",
    "write one of {allowed}, or `{{step: the id of a step}}`": (
        "可以写：{allowed}，或 `{{step: 步骤的标识}}`"
    ),
    "this is not a moment of a drill": "这不是演练中的时刻",
    "write a time after the start, such as `5 min`, or one of `{{step: …}}`, `{{phase: …}}` and `{"
    "{fact: …}}`": (
        "写开始后的时长，例如 `5 min`，或写 `{{step: …}}`、`{{phase: …}}`、`{{fact: …}}` 之一"
    ),
    "this is not a condition": "这不是条件",
    "write a question and its answers, such as `outage: band-2` or `affected: [staff, partners]`": (
        "写问题和它的答案，例如 `outage: band-2` 或 `affected: [staff, partners]`"
    ),
    "give an answer this level, or delete the level": "让某个答案对应这个级别，或删除这个级别",
    "no combination of answers leads to level {level} in any event type": (
        "任何事件类型的任何回答组合都到不了级别 {level}"
    ),
    "compare it with the questions, their answers and the levels these lead to": (
        "请对照问题、答案以及它们得出的级别"
    ),
    "no combination of answers meets this condition": "没有任何回答组合满足这个条件",
    "delete it, or make it graver than what the answers give by themselves": (
        "删除它，或把它定得比答案本身得出的级别更重"
    ),
    "this never changes the level, whatever the answers are": "无论怎样回答，它都不会改变级别",
    "for `{event}`, the answer to `{question}` changes nothing": (
        "对 `{event}` 来说，`{question}` 的回答不起任何作用"
    ),
    "give its answers levels, name it in a `when`, or do not ask it here": (
        "给它的答案定级别，在某个 `when` 里用到它，或不在这里问"
    ),
    "change the condition or the levels of this step": "修改条件，或修改这一步适用的级别",
    "no combination of answers that meets this condition leads to a level of this step": (
        "满足这个条件的回答组合，都到不了这一步适用的级别"
    ),
    "a worse answer gives a milder level: `{question}` = `{worse}` gives {low}, `{milder}` gives "
    "{high}{example}": (
        "更严重的回答得出了更轻的级别：`{question}` 答 `{worse}` 是 {low}，答 `{milder}` 却是 {hig"
        "h}{example}"
    ),
    "name `{worse}` in this condition, too": "在这个条件里也写上 `{worse}`",
    "the floors and raises of `{event}` depend on too many questions to be proved": (
        "`{event}` 的下限和升级涉及的问题太多，无法证明"
    ),
    "use fewer conditions, or conditions on fewer questions": "减少条件，或让条件只涉及较少的问题",
    "a band": "分档",
    "a category of supplies": "物资类别",
    "a floor": "下限",
    "a gate": "恢复关口",
    "a group": "小组",
    "a level": "级别",
    "a link": "关联",
    "a measure": "预防措施",
    "a notice": "公告",
    "a person": "人员",
    "a phase": "阶段",
    "a piece of evidence": "凭据",
    "a plan": "预案",
    "a question": "问题",
    "a raise": "升级",
    "a role": "岗位",
    "a part of a plan": "分册",
    "a scenario": "演练情景",
    "a stage": "报告环节",
    "a step": "步骤",
    "a supply": "物资",
    "an answer": "答案",
    "an event type": "事件类型",
    "an inject": "情景注入",
    "an objective": "演练目标",
    "an obligation": "法定义务",
    "the part `about`": " `about` 部分",
    "the part `classify`": " `classify` 部分",
    "the part `organisation`": " `organisation` 部分",
    "the part `review`": " `review` 部分",
    "this part": "这一部分",
}
