"""Chinese sentences of the incident commands: their help, and what they need."""

from collections.abc import Mapping
from typing import Final

ACTS: Final[Mapping[str, str]] = {
    # cli/incident
    "Open, walk, record and close incidents.": "启动、处置、记录和关闭突发事件。",
    "answer from this file (- for standard input)": "用这个文件作答（- 表示标准输入）",
    "who acts: a person of the plan, or any name": "由谁操作：预案里的人员，或任意姓名",
    "Report and activate the plan, then classify and walk the checklist.": (
        "接报并启动预案，接着判定级别，按处置清单一步步做。"
    ),
    "event type, if it is known": "事件类型（知道的话）",
    "set the level by hand; needs --reason": "人工定级；要同时给出 --reason",
    "why the level is set by hand": "人工定级的原因",
    "a few words by which to know it again": "标题，几个字，便于以后辨认",
    "when it was discovered, if not now": "发现时间；不填就是现在",
    "answer a question; may be given several times": "回答一个问题；可以给出多次",
    "Go on where the journal ends.": "从日志末尾继续。",
    "its id, or the end of it": "编号，或编号的末几位",
    "Every incident and drill, a line each.": "列出所有事件和演练，每个一行。",
    "Where it stands: phase, next steps, clocks, what is late.": (
        "现在的情况：阶段、下一步、时限、哪些超时。"
    ),
    "Everything that was recorded, in order.": "按顺序列出全部记录。",
    "Every clock that runs or ran; exit status 5 if one is overdue.": (
        "列出所有时限；有超时的，退出码为 5。"
    ),
    "Is the record whole and unaltered?": "检查记录是否完整、有没有被改动。",
    "a head that was noted elsewhere, to be found again": "以前另外记下的末条编号，用来核对",
    # cli/incident_acts
    "which incident; default the only open one": "哪起事件；默认是唯一在处置的那一起",
    "who acts; default who holds the role here": "由谁操作；默认是这个岗位现在的担任人",
    "when it happened, if not now": "发生时间；不填就是现在",
    "A step is begun.": "开始一个步骤。",
    "A step is done, with its evidence.": "完成一个步骤，并附上证据。",
    "A step was tried and failed; needs a reason.": "步骤试过但失败了；要写原因。",
    "A step is left out; needs a reason.": "跳过一个步骤；要写原因。",
    "A step does not fit this case; needs a reason.": "步骤不适用于这次情况；要写原因。",
    "A step is put off until a time; needs a reason.": "把步骤推迟到某个时间；要写原因。",
    "A step is to be done again; needs a reason.": "把步骤改为重做；要写原因。",
    "the step's id": "步骤编号",
    "why": "原因",
    "until when (defer): 30min, or 18:30": "推迟到什么时候（defer）：30min 或 18:30",
    "evidence; may be given several times": "证据；可以给出多次",
    "Answer questions; the last one classifies. event=TYPE sets the type.": (
        "回答问题，答完就判定级别；event=TYPE 确定事件类型。"
    ),
    "question=answer": "问题=答案",
    "Work the level out again, or set it by hand with a reason.": (
        "重新判定级别，或写明原因后人工定级。"
    ),
    "the level to set": "要定的级别",
    "Write something down, word for word.": "原样记下一条备注。",
    "the note": "备注内容",
    "the step it belongs to": "备注属于哪个步骤",
    "Record a fact: a blank of a notice, or told-LEVEL, principal-told.": (
        "登记一个信息项：公告里的空白，或 told-LEVEL、principal-told。"
    ),
    "the fact": "信息项和内容",
    "Put a person into a role for this incident.": "在这起事件里让某人担任某个岗位。",
    "the role's id": "岗位编号",
    "a person, or a name": "人员，或姓名",
    "Approve a step or a notice, as the role the plan names.": "以预案指定的岗位批准步骤或公告。",
    "id of the step or notice": "步骤或公告的编号",
    "Sign off a step that somebody else did.": "为别人完成的步骤签字确认。",
    "Confirm by name that it is safe to resume operations.": (
        "署名确认可以安全恢复运营（安全关口）。"
    ),
    "yes, it is safe": "确认已经安全",
    "why it passes over open steps": "越过未完成步骤的原因",
    "Declare it recovered; every criterion must be confirmed.": (
        "宣布已恢复；每条恢复标准都要确认。"
    ),
    "number of a criterion that is met, or all": "已达到的恢复标准的序号，或 all（全部）",
    "Record the review: a summary, and what was found.": "记录总结评估：摘要和发现的问题。",
    "what happened and why": "发生了什么、为什么",
    "what to improve; may be given several times": "发现的问题；可以给出多次",
    "Close it: reviewed, nothing open, nothing unsigned.": (
        "关闭事件：总结评估已做，步骤都做完、都签字。"
    ),
    "It was a false alarm; needs a reason.": "误报，取消事件；要写原因。",
    # cli/opening, cli/given
    "opened {id}: {event}; the plan is active": "已启动 {id}：{event}；预案已生效",
    "paused; everything is saved. Go on: {command}": "已暂停，内容都已保存。继续：{command}",
    "answer one by one: tmplan incident answer {first}=… ; or all: --answers FILE": (
        "逐个回答：tmplan incident answer {first}=… ；或一次答完：--answers FILE"
    ),
    "{id}: {n} entries, head {seq}:{hash}, phase: {phase}": (
        "{id}：共 {n} 条记录，末条 {seq}:{hash}，阶段：{phase}"
    ),
    "the plan {name} cannot be used until its errors are mended": (
        "预案 {name} 有错误，改正之后才能用"
    ),
    "`tmplan validate` shows them again": "`tmplan validate` 会再列出这些错误",
    "the answers file {name} is wrong; nothing was recorded": (
        "答案文件 {name} 有错误；没有记录任何内容"
    ),
    "mend what is listed above": "请改正上面列出的问题",
    "event type {event} has no recovery criterion: {text}": (
        "事件类型 {event} 没有这条恢复标准：{text}"
    ),
    "copy it word for word from the plan, or say `recovered_when: all`": (
        "请照预案原文抄写，或写 `recovered_when: all`"
    ),
    "there is no event type {event}; nearest: {near}": (
        "没有 {event} 这个事件类型；最接近的是：{near}"
    ),
    "there is no event type {event}": "没有 {event} 这个事件类型",
    "the types of this plan: {known}": "本预案的事件类型：{known}",
    "{given} is not NAME=VALUE": "{given} 要写成 NAME=VALUE（名称=值）的形式",
    "{name} is given twice": "{name} 给了两次",
    "two event types are given: {one} and {other}": "给了两个事件类型：{one} 和 {other}",
    "answers need an event type": "要先知道事件类型，才能回答问题",
    "add --type, or --answer event=TYPE": "请加 --type，或 --answer event=TYPE",
    # cli/records
    "there is no recovery criterion {text}; there are: {known}": "没有这条恢复标准：{text}；现有的是：{known}",
    "give the number of a criterion, its text word for word, or `all`": "请给出标准的序号、原文，或 `all`",
    "no drill is open in {folder}": "{folder} 里没有正在进行的演练",
    "`tmplan drill run` runs one; `tmplan drill list` shows those that ended": (
        "用 `tmplan drill run` 开始；已结束的见 `tmplan drill list`"
    ),
    "no incident is open in {folder}": "{folder} 里没有正在处置的事件",
    "`tmplan incident open` opens one; `tmplan incident list` shows those that ended": (
        "用 `tmplan incident open` 启动；已结束的见 `tmplan incident list`"
    ),
    "several are open: {known}": "有好几起还没结束：{known}",
    "say which one: give its id, or the end of it": "请指明是哪一起：写编号，或编号的末几位",
    "several ids end in {id}: {known}": "有几个编号都以 {id} 结尾：{known}",
    "give a longer end of the id": "请多写几位编号",
    "no incident has an id that ends in {id}; there are: {known}": (
        "没有编号以 {id} 结尾的事件；现有：{known}"
    ),
    "`tmplan incident list` shows them all": "`tmplan incident list` 会全部列出",
    "waiting for another process that holds the journal ({holder}), {seconds} s": (
        "另一个程序（{holder}）正在写日志，已等 {seconds} 秒"
    ),
    # cli/acts
    "put off until when?": "推迟到什么时候？",
    "add --until, such as 30min or 18:30": "请加 --until，例如 30min 或 18:30",
    "the safety gate waits for somebody's word": "安全关口要有人署名确认",
    "if it is so: `tmplan incident gate --confirm --as PERSON`": (
        "确实安全的话：`tmplan incident gate --confirm --as PERSON`"
    ),
    "it cannot have happened at {time}: not before the incident, and not in the future": (
        "发生时间不能是 {time}：不能早于事件发现，也不能晚于现在"
    ),
    "give a time between {start} and now": "请填 {start} 到现在之间的时间",
    # cli/attach
    "there is no file {path}": "没有 {path} 这个文件",
    "check the name; a relative one counts from {folder}": "请检查文件名；相对路径从 {folder} 算起",
    "the file {path} is larger than {limit} MB": "文件 {path} 超过了 {limit} MB",
    "keep it elsewhere and write down where": "请存到别处，在这里写明存放位置",
    "check the name and the permissions": "请检查文件名和权限",
    # cli/scripted
    "the event type is not known": "还不知道是哪种事件类型",
    "write `type:` in the answers file, or give --type": "请在答案文件里写 `type:`，或加 --type",
    "the review is still to be recorded": "还没有记录总结评估",
    "add `review:` to the answers file, or go on at a terminal": (
        "请在答案文件里加 `review:`，或到终端里继续"
    ),
    "step {step} is not in the answers file: {do}": "答案文件里没有步骤 {step}：{do}",
    "name it under `steps:`, or say `otherwise: done`": (
        "请写到 `steps:` 下面，或写 `otherwise: done`"
    ),
    "step {step} cannot be undone, so it must be named: {do}": (
        "步骤 {step} 无法撤回，所以要单独写明：{do}"
    ),
    "name it under `steps:`, or say `irreversible: true`": (
        "请写到 `steps:` 下面，或写 `irreversible: true`"
    ),
    "give it under `steps: {step}: evidence:`; evidence is never invented": (
        "请写到 `steps: {step}: evidence:` 下面；证据不会自动编造"
    ),
    "{subject} waits for the approval of {role}": "{subject} 要等 {role} 批准",
    "name it under `approve:`, or say `approve: all`": (
        "请写到 `approve:` 下面，或写 `approve: all`"
    ),
    "add `gate:` with `confirmed: true` and `by:` to the answers file": (
        "请在答案文件里加 `gate:`，写明 `confirmed: true` 和 `by:`"
    ),
    "the gate stays shut: nobody confirms that it is safe": "安全关口还不能通过：没有人确认安全",
    "make it safe, then pass the gate": "先确保安全，再通过安全关口",
    "the recovery criteria wait for confirmation": "恢复标准还没有确认",
    "add `recovered_when: all`, or list the criteria that are met": (
        "请加 `recovered_when: all`，或列出已达到的标准"
    ),
    "notice {notice} cannot go out: {names}": "公告 {notice} 不能发出：{names}",
    "the records folder {folder} cannot be read: {reason}": "无法读取记录文件夹 {folder}：{reason}",
}
