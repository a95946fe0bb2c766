"""Chinese sentences of the rules a plan is held against."""

from collections.abc import Mapping
from typing import Final

RULES: Final[Mapping[str, str]] = {
    "group": "小组",
    "role": "岗位",
    "person": "人员",
    "question": "问题",
    "event type": "事件类型",
    "notice to the public": "公告",
    "obligation": "法定义务",
    "category of supplies": "物资类别",
    "level": "级别",
    "phase": "阶段",
    "answer": "答案",
    "band": "分档",
    "step": "步骤",
    "piece of evidence": "凭据",
    "choice": "选项",
    "measure": "预防措施",
    "supply": "物资",
    "stage": "报告环节",
    "take it out of `after`, or move one of the two steps": (
        "从 `after` 里去掉它，或调整其中一步所在的阶段"
    ),
    "this step waits for `{id}`, which comes in a later phase": (
        "这一步要等 `{id}`，而它在更后面的阶段"
    ),
    "add a last band without `below`": "最后加一档，不写 `below`",
    "numbers from {below} on belong to no band": "从 {below} 起的数字不属于任何一档",
    "give every band but the last a `below`, each greater than the one before": (
        "除最后一档外，每档都写 `below`，并且逐档增大"
    ),
    "this band does not begin where the band before it ends": "这一档没有接在上一档的后面",
    "delete these bands, or give the question `bands` instead of `answers`": (
        "删除这些分档，或把问题的 `answers` 改成 `bands`"
    ),
    "the question `{id}` has answers, so it cannot have bands here": (
        "问题 `{id}` 用的是答案，这里不能再给它分档"
    ),
    "this limit is later": "这个时限更晚",
    "give this step more time, that step less, or count this one `from: {{step: {id}}}`": (
        "放宽这一步，收紧那一步，或让这一步从那一步完成时起算：`from: {{step: {id}}}`"
    ),
    "this step is due before `{id}`, which it waits for and which may take until {limit}": (
        "这一步要等 `{id}`，却比它先到时限；那一步可以做到 {limit}"
    ),
    "give one of the two another id": "给其中一个换个标识",
    "there is a second {kind} with the id `{id}`": "又有一个{kind}的标识是 `{id}`",
    "the first one is here": "第一个在这里",
    "keep one of the two, or give this one another kind": "两个只留一个，或给这个换一种类型",
    "this is a second phase of kind `{kind}`": "这是第二个 `{kind}` 类型的阶段",
    "add steps to it, or leave the phase out": "补上步骤，或去掉这个阶段",
    "no event type has anything to do in the phase `{id}`": (
        "任何事件类型在阶段 `{id}` 都没有事可做"
    ),
    "name such a question in `classify.ask`": "在 `classify.ask` 里写上这样的问题",
    "the event type `{id}` asks no question whose answers have a level": (
        "事件类型 `{id}` 没有问任何能定级别的问题"
    ),
    "add a step with `need: must` and without `when`": "加一个 `need: must`、没有 `when` 的步骤",
    "for `{event}` at level {level}, no step of the respond phase must be done in any case": (
        "`{event}` 在级别 {level} 时，响应阶段没有一个无论如何都必须做的步骤"
    ),
    "list them, such as `choices: [everybody, somebody-missing]`": (
        "列出选项，例如 `choices: [everybody, somebody-missing]`"
    ),
    "this evidence is a choice and has no `choices`": "这项凭据要选择，却没有 `choices`",
    "delete it, or move the step to the respond phase": "删除它，或把这一步移到响应阶段",
    "a first step cannot have `{key}`: nothing is known yet when it is done": (
        "先行步骤不能写 `{key}`：做这一步时还什么都不知道"
    ),
    "name a step of this event type, or one that is common to all": (
        "写本事件类型的步骤，或各类事件共用的步骤"
    ),
    "the step `{id}` belongs to the event type `{event}` alone": (
        "步骤 `{id}` 只属于事件类型 `{event}`"
    ),
    "take `under` away from the group at the top": "去掉最上级小组的 `under`",
    "the groups {cycle} stand under one another": "小组互为上下级：{cycle}",
    "choose another one, such as `{id}-1`": "换一个，例如 `{id}-1`",
    "`{id}` is the name of a clock or a fact that every incident has": (
        "`{id}` 是每次事件都有的计时或事实的名称"
    ),
    "write `fallback: true` in that step": "在那一步写上 `fallback: true`",
    "the step `{id}` is shown in any case, not only after this one has failed": (
        "步骤 `{id}` 任何时候都会出现，而不是只在这一步失败之后"
    ),
    "name a role of this group, or write `group: {group}` in the role": (
        "写本小组的岗位，或在该岗位写上 `group: {group}`"
    ),
    "the role `{role}` leads the group `{group}` but does not belong to it": (
        "岗位 `{role}` 是小组 `{group}` 的负责人，却不属于这个小组"
    ),
    "check the levels of this question from top to bottom": "从上到下核对这个问题的级别",
    "level {level} stands out of order: along `{question}`, levels must only rise or only fall": (
        "级别 {level} 的顺序不对：`{question}` 的级别只能逐步加重或逐步减轻"
    ),
    "delete it, or list the levels under `levels`": "删除它，或在 `levels` 下列出级别",
    "this plan has no levels, so this says nothing": "这份预案不分级别，这里写了也没有意义",
    "move the gate there": "把关口移到那里",
    "only a phase of kind `recover` has a gate": "只有 `recover` 类型的阶段才有关口",
    "add one, such as `{{id: {kind}, name: …, kind: {kind}}}`": (
        "加一个，例如 `{{id: {kind}, name: …, kind: {kind}}}`"
    ),
    "the plan has no phase of kind `{kind}`": "预案没有 `{kind}` 类型的阶段",
    "give every answer a level, or none": "要么每个答案都定级别，要么都不定",
    "this answer has no level, but others of `{question}` have one": (
        "这个答案没有级别，而 `{question}` 的其他答案有"
    ),
    "add `approve:` with a role": "加上 `approve:`，写明批准的岗位",
    "nobody approves the notice `{id}`": "公告 `{id}` 没有人批准",
    "order the phases: report, assess, respond, recover, review": (
        "阶段的顺序是：report、assess、respond、recover、review"
    ),
    "a phase of kind `{kind}` cannot stand after one of kind `{before}`": (
        "`{kind}` 类型的阶段不能排在 `{before}` 之后"
    ),
    "write real names and telephone numbers before the plan is needed": (
        "在用到预案之前，换成真实的姓名和电话"
    ),
    "{count} of the people are still examples, `{id}` first": (
        "有 {count} 名人员还是示例，第一个是 `{id}`"
    ),
    "write a short list of `answers`, or `bands` of a number with a `unit`": (
        "写几个 `answers`，或写带 `unit` 的数字分档 `bands`"
    ),
    "the question `{id}` needs either `answers` or `bands`": (
        "问题 `{id}` 要有 `answers` 或 `bands`，二者取一"
    ),
    "write one of the two; two causes are two raises": "二者取一；两个原因就写成两条",
    "a raise needs either `when` or `unknown_after`": (
        "升级要有 `when` 或 `unknown_after`，二者取一"
    ),
    "add `gate:` with the question to `ask` and the `role` that answers it": (
        "加上 `gate:`，写明要问的 `ask` 和回答的 `role`"
    ),
    "the phase to recover has no `gate`": "恢复阶段没有关口 `gate`",
    "choose another id, such as `{id}-1`": "换一个标识，例如 `{id}-1`",
    "`{id}` is a word of the plan format and cannot be an id": (
        "`{id}` 是预案格式的保留词，不能作标识"
    ),
    "give one of the two roles a deputy": "给其中一个岗位加一名副手",
    "only `{person}` can do this step, and only `{person}` can sign it": (
        "这一步只有 `{person}` 能做，也只有 `{person}` 能签字"
    ),
    "delete `several`, or list `answers` instead": "删除 `several`，或改用 `answers`",
    "several answers cannot be given to a question with bands": "按数字分档的问题不能多选",
    "take it out of `skip`; a phase without steps costs nothing": (
        "从 `skip` 里去掉它；没有步骤的阶段并不费事"
    ),
    "the phase `{id}` cannot be skipped": "阶段 `{id}` 不能跳过",
    "take one of them out of `after`": "从 `after` 里去掉其中一个",
    "these steps wait for one another: {cycle}": "这些步骤互相等待：{cycle}",
    "keep `scope: true` in one of the two questions": "两个问题只留一个 `scope: true`",
    "the event type `{event}` asks for the scope a second time": (
        "事件类型 `{event}` 第二次问影响范围"
    ),
    "add it to `classify.ask` of {events}": "把它加进 {events} 的 `classify.ask`",
    "the question `{id}` is not asked here, so this condition never holds": (
        "这里没有问 `{id}`，所以这个条件永远不成立"
    ),
    "the question `{question}` has no answer `{id}`": "问题 `{question}` 没有答案 `{id}`",
    "write one of {known}, or add the event type under `events`": (
        "可以写：{known}；或在 `events` 下加上这个事件类型"
    ),
    "the plan has no event type `{id}`": "预案没有事件类型 `{id}`",
    "no step asks for the outcome `{id}`": "没有步骤会得出结果 `{id}`",
    "write one of {known}, or add the group under `organisation.groups`": (
        "可以写：{known}；或在 `organisation.groups` 下加上这个小组"
    ),
    "the plan has no group `{id}`": "预案没有小组 `{id}`",
    "write one of {known}, or add the level under `levels`": (
        "可以写：{known}；或在 `levels` 下加上这个级别"
    ),
    "the plan has no level `{id}`": "预案没有级别 `{id}`",
    "write one of {known}, or add the notice under `notices`": (
        "可以写：{known}；或在 `notices` 下加上这份公告"
    ),
    "the plan has no notice `{id}`": "预案没有公告 `{id}`",
    "the plan has no stage `{id}` of an obligation": "没有法定义务含有环节 `{id}`",
    "write one of {known}, or add the person under `organisation.people`": (
        "可以写：{known}；或在 `organisation.people` 下加上这个人"
    ),
    "the plan has no person `{id}`": "预案没有人员 `{id}`",
    "write one of {known}, or add the phase under `phases`": (
        "可以写：{known}；或在 `phases` 下加上这个阶段"
    ),
    "the plan has no phase `{id}`": "预案没有阶段 `{id}`",
    "add it under `fields` with the question that fills it: {known}": (
        "在 `fields` 下加上它和要问的问题；现有：{known}"
    ),
    "the notice has a blank `{field}` that no field fills": (
        "公告里的空格 `{field}` 没有对应的 `fields`"
    ),
    "write one of {known}, or add the question under `questions`": (
        "可以写：{known}；或在 `questions` 下加上这个问题"
    ),
    "the plan has no question `{id}`": "预案没有问题 `{id}`",
    "write one of {known}, or add the role under `organisation.roles`": (
        "可以写：{known}；或在 `organisation.roles` 下加上这个岗位"
    ),
    "the plan has no role `{id}`": "预案没有岗位 `{id}`",
    "write one of {known}": "可以写：{known}",
    "the plan has no step `{id}`": "预案没有步骤 `{id}`",
    "write a place of the time zone database, such as `Asia/Shanghai`": (
        "写时区数据库里的地点，例如 `Asia/Shanghai`"
    ),
    "`{raw}` is not a time zone": "`{raw}` 不是时区",
    "write `if_failed: {id}` in a step, or delete `fallback`": (
        "在某一步写上 `if_failed: {id}`，或删除 `fallback`"
    ),
    "no step names the fallback `{id}`, so it is never shown": (
        "没有步骤用到备用步骤 `{id}`，它永远不会出现"
    ),
    "write `{{{field}}}` in its text, or delete the field": (
        "在正文里写上 `{{{field}}}`，或删除这个字段"
    ),
    "the notice has no blank for the field `{field}`": "公告正文里没有 `{field}` 的空格",
    "name it in `classify.ask` of an event type, or delete it": (
        "把它写进某个事件类型的 `classify.ask`，或删除它"
    ),
    "no event type asks the question `{id}`": "没有事件类型会问 `{id}`",
    "name people in `held_by`, the first to call first": (
        "在 `held_by` 里写上人员，先叫谁就把谁写在前面"
    ),
    "nobody holds the role `{id}`": "岗位 `{id}` 没有人担任",
}
