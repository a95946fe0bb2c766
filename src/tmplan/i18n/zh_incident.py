"""Chinese sentences of what an incident allows and refuses."""

from collections.abc import Mapping
from typing import Final

INCIDENT: Final[Mapping[str, str]] = {
    # incident/answers
    "event type {event} has no question {question}; its questions: {known}": (
        "事件类型 {event} 没有 {question} 这个问题；它的问题有：{known}"
    ),
    "event type {event} has no step {step}; its steps, the nearest first: {known}": (
        "事件类型 {event} 没有 {step} 这个步骤；最接近的：{known}"
    ),
    "step {step} is put off without saying until when": (
        "步骤 {step} 写了推迟，却没写推迟到什么时候"
    ),
    "there is no step or notice {subject}": "没有 {subject} 这个步骤或公告",
    "there is no fact {name}; facts: {known}": "没有 {name} 这个信息项；可用的有：{known}",
    "there is no level {level} in this plan; levels: {known}": (
        "本预案没有 {level} 这个级别；级别有：{known}"
    ),
    # incident/evidence
    "step {step} asks for no evidence {name}; it asks for: {known}": (
        "步骤 {step} 不需要 {name} 这项证据；它需要的是：{known}"
    ),
    "step {step} lacks evidence: {names}": "步骤 {step} 还缺证据：{names}",
    "add it: --evidence {first}=…": "请补上：--evidence {first}=…",
    "evidence {name} is a number ({unit}), not {value}": (
        "证据 {name} 要填数字（{unit}），不能是 {value}"
    ),
    "evidence {name} is one of {allowed}, not {value}": (
        "证据 {name} 只能是其中之一：{allowed}；不能是 {value}"
    ),
    "evidence {name} is a link that begins with http:// or https://, not {value}": (
        "证据 {name} 要填以 http:// 或 https:// 开头的链接，不能是 {value}"
    ),
    "evidence {name} is a time such as 2026-11-24 09:30, not {value}": (
        "证据 {name} 要填时间，例如 2026-11-24 09:30，不能是 {value}"
    ),
    # incident/notice
    "notice {notice} has empty blanks: {names}": "公告 {notice} 还有空白没填：{names}",
    "fill them: `tmplan incident fact {first}=…`": "填写方法：`tmplan incident fact {first}=…`",
    "notice {notice} holds words the plan forbids: {words}": (
        "公告 {notice} 里有预案规定不能用的词：{words}"
    ),
    "write the fact anew without them": "请换个说法重新填写，避开这些词",
    "notice {notice} needs the approval of {role} first": "公告 {notice} 要先经 {role} 批准",
    "notice {notice} reads otherwise than {role} approved it": "公告 {notice} 的文字在 {role} 批准之后有改动",
    "`tmplan incident approve {notice} --as PERSON`": (
        "批准方法：`tmplan incident approve {notice} --as PERSON`"
    ),
    # incident/state
    "the record has no opening entry": "这份记录没有开头的启动记录",
    "run `tmplan incident verify`; if it came from another machine, copy all of it": (
        "请运行 `tmplan incident verify`；如果是从别的电脑拷来的，请把整个文件夹都拷过来"
    ),
    # incident/decide/opening
    "there is no event type {event} in this plan": "本预案没有 {event} 这个事件类型",
    "it cannot have been discovered after now: {time}": "发现时间不能晚于现在：{time}",
    "give the time it was first noticed": "请填最早发现的时间",
    # incident/decide/judging
    "setting the level by hand needs a reason": "人工定级要写明原因",
    "add --reason and say in a few words why": "请加 --reason，用几个字写明原因",
    "this incident is already of type {event}": "这起事件已定为 {event} 类型",
    "open a second incident for the other type, or cancel this one": (
        "另一种类型请另开一起事件；如果定错了，就取消这一起"
    ),
    "the event type is not known yet": "还不知道是哪种事件类型",
    "answer it first: `tmplan incident answer event=TYPE`": (
        "请先确定类型：`tmplan incident answer event=TYPE`"
    ),
    # incident/decide/scene
    "this incident is over ({state}); it takes only late notes": (
        "这起事件已经结束（{state}），只能再补记备注"
    ),
    "`tmplan incident note TEXT`; open a new incident if it starts again": (
        "补记备注：`tmplan incident note TEXT`；如果又发生了，请另开一起事件"
    ),
    "{person} has answered this meanwhile: {question} → {answer}": (
        "{person}刚才已经回答了：{question} → {answer}"
    ),
    "if that is wrong, change it with l": "如果不对，可用 l 修改",
    "this event type has no step {step}": "这种事件类型没有 {step} 这个步骤",
    "this event type has no step {step}; nearest: {near}": (
        "这种事件类型没有 {step} 这个步骤；最接近的：{near}"
    ),
    "`tmplan incident status --all` lists every step": "`tmplan incident status --all` 列出全部步骤",
    "step {step} does not apply now": "步骤 {step} 目前不需要做",
    "its level or condition is not met, or it stands in for a step that did not fail": (
        "级别或条件还没达到；或者它是备用步骤，而原步骤没有失败"
    ),
    "step {step} is already done, by {person}": "步骤 {step} 已由 {person} 完成",
    "if that was wrong: `tmplan incident reopen {step} --reason …`": (
        "如果记错了：`tmplan incident reopen {step} --reason …`"
    ),
    "step {step} waits for the safety gate": "步骤 {step} 要等安全关口通过后才能做",
    "`tmplan incident gate --confirm --as PERSON`": (
        "通过安全关口：`tmplan incident gate --confirm --as PERSON`"
    ),
    "step {step} needs a reason for anything but done": "步骤 {step} 如果不记为完成，就要写明原因",
    "{person} does not hold the role {role}; it is held by: {people}": (
        "{person} 不担任岗位 {role}；担任人是：{people}"
    ),
    "one of them acts (--as), or hand the role over: `tmplan incident assign`": (
        "请由担任人来做（--as），或先交接岗位：`tmplan incident assign`"
    ),
    # incident/decide/people
    "{subject} needs no approval": "{subject} 不需要批准",
    "go on with the step itself": "直接做这个步骤就可以",
    "step {step} asks for no signature": "步骤 {step} 不需要签字确认",
    "nothing to do": "不用再做什么",
    "step {step} is not done, so it cannot be signed": "步骤 {step} 还没完成，不能签字确认",
    "do it first": "请先完成这个步骤",
    "nobody signs their own act: {person} did step {step}": (
        "不能给自己做的步骤签字：步骤 {step} 是 {person} 做的"
    ),
    "another person signs: `tmplan incident sign {step} --as PERSON`": (
        "请换一个人签字：`tmplan incident sign {step} --as PERSON`"
    ),
    "there is no role {role}; roles: {known}": "没有 {role} 这个岗位；岗位有：{known}",
    "a role needs a person": "岗位要有担任人",
    "give a person of the plan, or a name": "请给出预案里的人员，或直接写姓名",
    # incident/decide/steps
    "step {step} needs the approval of {role} first": "步骤 {step} 要先经 {role} 批准",
    "`tmplan incident approve {step} --as PERSON`; they are: {people}": (
        "批准方法：`tmplan incident approve {step} --as PERSON`；可以批准的人：{people}"
    ),
    "step {step} waits for {other}, which is not done yet": (
        "步骤 {step} 要等 {other}，而它还没完成"
    ),
    "do {other} first, or record it as skipped or not applicable": (
        "请先做 {other}，或把它记为跳过或不适用"
    ),
    "step {step} waits for {other}, which is {state}; going on needs a reason": (
        "步骤 {step} 要等 {other}，而它现在是 {state}；要继续请写明原因"
    ),
    "add a reason (--reason) that says why it is right to go on": (
        "请加上原因（--reason），说明为什么可以继续"
    ),
    "step {step} must be done; only who leads may leave it out, with a reason": (
        "步骤 {step} 必须做；只有负责指挥的人可以决定不做，并要写明原因"
    ),
    "the leader repeats this with --as, or record it as failed": (
        "请由负责指挥的人加 --as 再做一次，或把它记为失败"
    ),
    "a step can only be put off until a time still to come: {time}": (
        "只能推迟到以后的时间，这个时间已经过了：{time}"
    ),
    "give a later time, or a length such as 30 min": "请给更晚的时间，或时长，例如 30分钟",
    "step {step} has nothing to reopen": "步骤 {step} 没有可以重做的记录",
    "`tmplan incident status` shows how every step stands": (
        "`tmplan incident status` 会显示每个步骤的状态"
    ),
    "reopening a step needs a reason": "重做步骤要写明原因",
    "add --reason": "请加 --reason",
    # incident/decide/telling
    "an empty note says nothing": "备注不能是空的",
    "write a few words": "请写几个字",
    # incident/decide/ending
    "the gate is already passed": "安全关口已经通过",
    "go on with the recovery steps": "请继续做恢复阶段的步骤",
    "nothing is classified yet, so nobody can say it is safe": "事件还没有判定，现在还不能确认安全",
    "answer the open questions first": "请先回答还没答的问题",
    "the gate stays shut: these steps must be done first: {steps}": (
        "安全关口还不能通过，要先完成这些步骤：{steps}"
    ),
    "do them; only who leads may pass over them, with a reason": (
        "请完成它们；只有负责指挥的人可以决定越过，并要写明原因"
    ),
    "passing the gate over open steps needs a reason: {steps}": (
        "还有步骤没做完，越过它们通过安全关口要写明原因：{steps}"
    ),
    "add --reason, or do the steps first": "请加 --reason，或先完成这些步骤",
    "it is already recovered": "已经恢复过了",
    "go on with the review": "请继续做总结评估",
    "recovery waits for the safety gate": "通过安全关口后才能宣布恢复",
    "not recovered yet; still to be confirmed: {criteria}": (
        "还不能算恢复，还有标准没确认：{criteria}"
    ),
    "confirm every criterion, or keep on handling": "请逐条确认，或继续处置",
    "the review comes after recovery": "恢复之后才做总结评估",
    "`tmplan incident recover` first": "请先运行 `tmplan incident recover`",
    "a review needs a summary": "总结评估要有摘要",
    "write a few sentences": "请写几句话",
    "it cannot be closed before its review is recorded": "记录总结评估之后才能关闭",
    "`tmplan incident review --summary …`": "记录方法：`tmplan incident review --summary …`",
    "it cannot be closed; still open or unsigned: {steps}": (
        "还不能关闭，这些步骤没做完或没签字：{steps}"
    ),
    "finish, sign or document each of them": "请逐个完成、签字，或写明没做的原因",
    "cancelling needs a reason": "取消事件要写明原因",
    # journal/live, journal/pinned
    "{id} holds no entry that can be believed": "{id} 里没有一条可信的记录",
    "cannot keep {path}: {why}": "{path} 存不进去：{why}",
    "free some space or check the permissions, then do it again": (
        "请腾出磁盘空间或检查权限，然后重做一次"
    ),
    "cannot read {path}: {why}": "{path} 读不了：{why}",
    "copy the whole folder of this incident from where it was opened": (
        "请从最初启动的电脑上把这起事件的整个文件夹拷过来"
    ),
    "{path} was altered: its bytes do not match its name": "{path} 被改动过：内容和文件名对不上",
    "restore it from a copy; the journal itself is not touched": (
        "请用备份恢复这个文件；日志本身没有受影响"
    ),
}
