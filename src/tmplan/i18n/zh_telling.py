"""Chinese sentences that tell how an incident stands and what was recorded."""

from collections.abc import Mapping
from typing import Final

TELLING: Final[Mapping[str, str]] = {
    # cli/words
    "nobody": "暂无人员",
    "whoever found it": "发现人",
    "not judged yet": "待判定",
    "no levels in this plan": "本预案不分级别",
    "first steps": "先期处置",
    "over": "已结束",
    "type not known yet": "类型待定",
    "to do": "待做",
    "doing": "进行中",
    "done": "已完成",
    "failed": "失败",
    "skipped": "已跳过",
    "not applicable": "不适用",
    "put off": "已推迟",
    "does not apply now": "目前不需要",
    "open": "处置中",
    "recovered": "已恢复",
    "closed": "已关闭",
    "cancelled": "已取消",
    "must be done": "必须做",
    "may be done": "可以不做",
    "must be done, or documented why not": "应当做；不做要写明原因",
    "unknown": "未知",
    "{question} → {answer}: level {level}": "{question} → {answer}：级别 {level}",
    "{question} → unknown, so the worse is assumed: level {level}": (
        "{question} → 未知，先按较坏的情况：级别 {level}"
    ),
    "floor {number} of the plan: at least level {level}": (
        "预案的最低级别规定第 {number} 条：至少为级别 {level}"
    ),
    "a question is still unknown after the plan's time: raised to level {level}": (
        "过了预案规定的时间，仍有问题未知：升到级别 {level}"
    ),
    "raise {number} of the plan: raised to level {level}": (
        "预案的升级规定第 {number} 条：升到级别 {level}"
    ),
    "overdue by {length}": "已超时 {length}",
    "{length} left": "还剩 {length}",
    "{n} s": "{n} 秒",
    "{n} d": "{n} 天",
    "{n} h": "{n} 小时",
    "{n} min": "{n} 分",
    "at once": "立即",
    "{n} months": "{n} 个月",
    "{n} years": "{n} 年",
    "{n} working days": "{n} 个工作日",
    "report: {name} ({id})": "报告义务“{name}”（{id}）",
    "tell {roles} ({id})": "通知{roles}（{id}）",
    "publish an update ({id})": "发布最新进展（{id}）",
    # cli/timing
    "{time} is not a time; write 18:30, 2026-11-24 09:30, or a length such as 30 min": (
        "{time} 不是时间；请写成 18:30、2026-11-24 09:30，或时长，例如 30分钟"
    ),
    "{time} is not a time; write 18:30, or 2026-11-24 09:30": (
        "{time} 不是时间；请写成 18:30 或 2026-11-24 09:30"
    ),
    "{name} is a blank of a notice; what goes into it?": "{name} 是公告里的空；要填什么？",
    "write {name}=…": "写成 {name}=…",
    "the plan has {n} warnings; they stop nothing, see `tmplan validate`": (
        "预案有 {n} 条警告；它们不妨碍任何处置，详见 `tmplan validate`"
    ),
    # cli/narrate
    "opened and the plan activated: {event}{title}": "接报并启动预案：{event}{title}",
    "level set to {level} by hand: {reason}": "人工定级为 {level}：{reason}",
    "judged again: level {level}": "重新判定级别：{level}",
    "started: {do}": "开始：{do}",
    "failed: {do}: {reason}": "失败：{do}：{reason}",
    "left out on the leader's word: {do}: {reason}": "由负责指挥的人决定不做：{do}：{reason}",
    "skipped: {do}: {reason}": "跳过：{do}：{reason}",
    "not applicable: {do}: {reason}": "不适用：{do}：{reason}",
    "put off until {until}: {do}: {reason}": "推迟到 {until}：{do}：{reason}",
    "reopened: {do}: {reason}": "重做：{do}：{reason}",
    "approved: {subject}": "批准：{subject}",
    "signed: {do}": "签字确认：{do}",
    "note: {text}": "备注：{text}",
    "recorded: {name} = {value}": "登记：{name} = {value}",
    "{role} is now {person}": "{role}改由{person}担任",
    "safety gate passed: it is safe to resume": "通过安全关口：确认可以安全恢复",
    "safety gate passed over open steps ({steps}): {reason}": (
        "越过未完成的步骤（{steps}）通过安全关口：{reason}"
    ),
    "recovered; {n} criteria confirmed": "已恢复，确认了 {n} 条恢复标准",
    "reviewed, {n} findings: {summary}": "总结评估（发现的问题 {n} 个）：{summary}",
    "cancelled: {reason}": "取消：{reason}",
    "inject {id}: {text}": "情景注入 {id}：{text}",
    "drill evaluated: passed": "演练评估：通过",
    "drill evaluated: failed": "演练评估：未通过",
    "the journal was mended or found damaged; `tmplan incident verify` says how": (
        "日志修补过或发现损坏；详见 `tmplan incident verify`"
    ),
    "an entry of a newer version: {type}": "由更新版本写入的记录：{type}",
    "event type: {event}": "事件类型：{event}",
    "judged: level {level}": "判定级别：{level}",
    "; ": "；",
    "done: {do}": "完成：{do}",
    " (late)": "（超时）",
    "; notice {notice} published": "；已发布公告 {notice}",
    "; duty {duty} met": "；已履行报告义务 {duty}",
    # cli/status
    "still to be answered: {questions}": "还没回答的问题：{questions}",
    "every step, also those that do not apply now": "列出全部步骤，不适用的也列出",
    "waits for the signature of {who}: {do} ({id})": "等待{who}签字：{do}（{id}）",
    "a number, {unit}": "数字，{unit}",
    "waits: {act}": "等待：{act}",
    "waits, after the steps below: {act}": "做完下面的步骤后等待：{act}",
    "the level is to be worked out (reclassify)": "判定级别（reclassify）",
    "safety gate, by {who}: {ask} (gate)": "安全关口，由{who}确认：{ask}（gate）",
    "recovered? each of these must be confirmed (recover)": "恢复了吗？下面每一条都要确认（recover）",
    "the review, by {who} (review)": "总结评估，由{who}记录（review）",
    "to be closed (close)": "关闭事件（close）",
    "not before these are done or signed: {steps}": "这些步骤做完或签字后才可以：{steps}",
    "opened: {time}": "启动时间：{time}",
    "{n} entries, head {seq}:{hash}": "共 {n} 条记录，末条 {seq}:{hash}",
    "steps done: {done} of {all}": "步骤：共 {all} 步，完成 {done} 步",
    "next": "下一步",
    "what": "做什么",
    "who": "负责",
    "time": "时间",
    "… and {n} more": "……还有 {n} 步",
    "clock: {name}, due {time}, {left}": "时限：{name}，{time}，{left}",
    "id": "编号",
    "event type": "事件类型",
    "level": "级别",
    "status": "状态",
    "opened": "启动时间",
    "title": "标题",
    # cli/notices
    "The notices that apply and how they stand; or the text of one.": "列出适用的公告和进展；或显示一份公告的全文。",
    "the notice whose text is wanted": "要看全文的公告",
    "there is no notice {notice}; nearest: {near}": "没有公告 {notice}；最接近的：{near}",
    "there is no notice {notice}; notices: {known}": "没有公告 {notice}；有这些公告：{known}",
    "`tmplan incident notice` lists those that apply": "`tmplan incident notice` 列出适用的公告",
    "no notice of the plan applies now": "目前没有适用的公告",
    "notice id": "公告",
    "step": "步骤",
    "for whom": "发给",
    "published {time}": "已发布（{time}）",
    "ready to go out": "可以发布",
    "it cannot go out yet: {why}": "还不能发布：{why}",
    "still empty: {names}": "还没填：{names}",
    "not approved yet: {who}": "还没批准：{who}",
    # cli/opening, cli/strangers
    "another one of this type is open already: {incident}": "同一类型已经有一起没结束：{incident}",
    "`{name}` is not a person of the plan; nearest: {near}": (
        "“{name}”不是预案里的人；最接近的：{near}"
    ),
    "`{name}` is not a person of the plan; recorded as given": (
        "“{name}”不是预案里的人；照原样记录"
    ),
    # cli/showing
    "{id} cannot be read: {why}": "{id} 读不了：{why}",
    "{status} × damaged": "{status} × 日志有损坏",
    "× the journal of {id} is damaged; what can be believed counts. See: verify": (
        "× {id} 的日志有损坏；可信的部分照样有效。详情：verify"
    ),
    "no incident and no drill is recorded here": "这里还没有事件或演练的记录",
    "due": "截止",
    "running": "计时中",
    "met": "按时完成",
    "overdue": "已超时",
    "met late": "超时完成",
    "waived": "不再计时",
    "no clock runs": "目前没有时限在计时",
    "time limit": "时限",
    "the anchor stands in the record": "记录里有这个锚点",
    "the anchor is not in the record": "记录里没有这个锚点",
    "{file}: {n} entries, head {head}": "{file}：共 {n} 条记录，末条 {head}",
    "{id}: whole and unaltered, as far as it can show": "{id}：完整，未见改动（以它能证明的为限）",
}
