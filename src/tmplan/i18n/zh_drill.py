"""Chinese sentences of the rehearsal."""

from collections.abc import Mapping
from typing import Final

DRILL: Final[Mapping[str, str]] = {
    # cli/drill
    "Rehearse the plan on the same engine; nothing of it is real.": (
        "用同一套流程演练预案；一切都不是真的。"
    ),
    "Run a scenario; without one, the one not run for the longest time.": (
        "演练一个情景；不指定就选最久没演练的那个。"
    ),
    "a scenario file, or its id": "情景文件，或情景编号",
    "only scenarios of this event type": "只在这种事件类型的情景里选",
    "headless: the scenario's script answers": "无人值守：由情景里的脚本作答",
    "who acts": "由谁操作",
    "Go on with a drill that was paused.": "继续暂停的演练。",
    "Every scenario, and when it was last run with what result.": (
        "列出所有情景，以及上次演练的时间和结果。"
    ),
    "Where a drill stands, or how it came out.": "演练进行到哪里，或结果如何。",
    # cli/conducting
    "inject:": "情景注入：",
    "the drill has not come to its evaluation": "演练还没进行到评估",
    "═══ 演练 / DRILL: evaluation ═══": "═══ 演练 / DRILL：评估 ═══",
    "everything was met": "全部达到",
    "the drill failed: not everything was met": "演练未通过：有没达到的项目",
    "objective {id}: {text}": "目标 {id}：{text}",
    "inject {id}": "情景注入 {id}",
    "level: expected {wanted}, found {found}": "级别：应为 {wanted}，判定为 {found}",
    "judged in time": "按时判定级别",
    "{subject} — met": "{subject} — 达到",
    "{subject} — not done: {found}": "{subject} — 没做：{found}",
    "{subject} — never played": "{subject} — 没有出现",
    "{subject} — not as expected": "{subject} — 与预期不符",
    "{subject} — too late: {took} instead of {limit}": (
        "{subject} — 超时：用了 {took}，时限 {limit}"
    ),
    # cli/rehearsing
    "the scenario {name} cannot be run until its errors are mended": (
        "情景 {name} 有错误，改正之后才能演练"
    ),
    "a drill needs a terminal, or --auto": "演练要在终端里进行，或加 --auto",
    "`tmplan drill run --auto` lets the scenario's script answer": (
        "`tmplan drill run --auto` 由情景里的脚本作答"
    ),
    "scenario {name} has no script, so it cannot run by itself": (
        "情景 {name} 没有脚本，不能自动演练"
    ),
    "add `script:` to the scenario, or run it at a terminal without --auto": (
        "请在情景里加 `script:`，或去掉 --auto 在终端里演练"
    ),
    "{id} is no drill": "{id} 不是演练",
    "`tmplan incident resume` goes on with it": "请用 `tmplan incident resume` 继续",
    "there is no scenario to run": "没有可以演练的情景",
    "write one under plans/drills/, or give the path of a scenario file": (
        "请在 plans/drills/ 下写一个，或给出情景文件的路径"
    ),
    "scenario": "情景",
    "last run": "上次演练",
    "result": "结果",
    "has errors": "有错误",
    "never": "从未",
    "not finished": "未完成",
    "passed": "通过",
    # cli/scenarios
    "the plan {name} of this scenario cannot be used: {why}": "这个情景的预案 {name} 不能用：{why}",
    "check the path, which counts from this file, and run `tmplan validate` on the plan": (
        "请检查路径（从本文件算起），并对这份预案运行 `tmplan validate`"
    ),
    "there is no scenario {name}; scenarios: {known}": "没有 {name} 这个情景；情景有：{known}",
    "give the path of a scenario file, or one of these ids": "请给出情景文件的路径，或其中一个编号",
    # drill/fit
    "the plan has no event type {name}": "预案里没有 {name} 这个事件类型",
    "write one of: {known}": "请写其中之一：{known}",
    "event type {event} has no step {name}": "事件类型 {event} 没有 {name} 这个步骤",
    "write the id of a step of this event type, as `tmplan incident status` lists them": (
        "请写这种事件类型的步骤编号，`tmplan incident status` 会列出"
    ),
    "the plan has no level {name}": "预案里没有 {name} 这个级别",
    "objective": "目标",
    "inject": "情景注入",
    "event type {event} has no phase or fact {name}, so this inject is never played": (
        "事件类型 {event} 没有 {name} 这个阶段或信息项，这条情景注入不会出现"
    ),
    "write a phase that this event type does not skip, or a fact of the plan": (
        "请写这种事件类型没有跳过的阶段，或预案里的信息项"
    ),
    "the script does not fit the plan: {why}": "脚本和预案对不上：{why}",
    "write ids and values that the plan knows": "请写预案里有的编号和取值",
    "not passed": "未通过",
}
