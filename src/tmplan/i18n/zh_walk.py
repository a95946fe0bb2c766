"""Chinese sentences a person meets on the walk: what is shown and what is asked."""

from collections.abc import Mapping
from typing import Final

WALK: Final[Mapping[str, str]] = {
    # cli/prompts
    "p pauses; everything so far is saved": "p 暂停；到这里为止都已保存",
    "a few words are needed; b goes back": "请写几个字；b 返回",
    "{prompt} (y yes / n no)": "{prompt}（y 是 / n 否）",
    "answer y (yes) or n (no); b goes back": "请输入 y（是）或 n（否）；b 返回",
    "type a number from 1 to {n}, or the id; b goes back": "请输入 1 到 {n} 的数字，或编号；b 返回",
    "type an answer": "请先输入，再按回车",
    "{said} is no answer here": "没看懂“{said}”",
    # cli/person, cli/finishing
    "saved": "已保存",
    "{id} is closed": "{id} 已关闭",
    "left for later; j comes back to it": "先放着；用 j 可以回到这一步",
    "type one of the numbers or letters shown; ? explains them": (
        "请输入上面列出的数字或字母；输入 ? 看说明"
    ),
    "reason (Enter: none):": "原因（没有就按回车）：",
    "reason (b goes back):": "原因（b 返回）：",
    "until when? for example 30 min, 2 h or 18:30:": (
        "推迟到什么时候？例如 30分钟、2小时 或 18:30："
    ),
    "this cannot be undone. Is it really done, and meant?": (
        "这一步无法撤回。确实已经做了，而且就是要这样做吗？"
    ),
    "it waits for {steps}; why is it right to go on?": (
        "它要等这些步骤：{steps}；为什么现在可以继续？"
    ),
    "which?": "是哪一个？",
    " [path of a file]": "（填文件路径）",
    " (Enter: none)": "（没有就按回车）",
    "it cannot be closed; these are open or unsigned:": "还不能关闭，这些步骤没做完或没签字：",
    "go through them now?": "现在逐个处理吗？",
    "Enter keeps this level; or set another ({levels}):": (
        "按回车就用这个级别；要改请输入级别（{levels}）："
    ),
    "Enter, or one of: {levels}": "请按回车，或输入其中一个：{levels}",
    "1 done  2 failed  3 skip  4 not applicable  5 put off  k later  w why  n note  c list  j jump  a who  l level  m told  p pause  ? help": "1 完成  2 失败  3 跳过  4 不适用  5 推迟  k 先放着  w 为什么  n 备注  c 清单  j 跳转  a 换人  l 级别  m 已告知  p 暂停  ? 帮助",
    "another person signs for it: {who}. Signed now?": "需要另一个人签字确认：{who}。现在签字吗？",
    "left unsigned; j to this step and 1 signs it later": "暂未签字；以后用 j 回到这一步，按 1 补签",
    "needs the approval of {who}. Approved?": "需要{who}批准。已经批准了吗？",
    "who approved?": "是谁批准的？",
    "who confirms?": "谁来确认？",
    "who signs?": "谁来签字？",
    "who decided?": "谁决定的？",
    "{who} (Enter: {person})": "{who}（按回车：{person}）",
    "nobody signs their own act; another person does": "自己做的事不能自己签字，请换一个人",
    "{person} does not hold this role: {people}": "{person} 不担任这个岗位；担任的人：{people}",
    "is every word of it right?": "每个字都对吗？",
    "is it out, word for word?": "已经一字不差地发出去了吗？",
    "the plan forbids these words: {words}": "有预案规定不能用的词：{words}",
    "which blank is written anew? (b goes back)": "重写哪一项？（b 返回）",
    ":": "：",
    "it is recorded as done; r opens it again": "这一步已记录为完成；要重新打开请按 r",
    "nothing is recorded of this step yet": "这一步还没有记录，不用重新打开",
    "r recorded wrongly, open it again  b back": "r 记错了，重新打开  b 返回",
    "it must be done; only {who} may leave it out. Has that been decided?": "这一步必须做，只有{who}能决定跳过。已经决定了吗？",
    "what was begun here is not recorded; it will be asked again": "这一问还没答完，没有记录；下次会再问",
    "{person} is not in the plan. Take them anyway?": "预案里没有“{person}”这个人。仍然由他担任吗？",
    # cli/asides
    "note, word for word:": "备注（原样记录）：",
    "which step? its id, or a word of it (b goes back):": (
        "哪个步骤？输入编号，或其中的词（b 返回）："
    ),
    "no step has {word} in it": "没有步骤含有“{word}”",
    "which step?": "哪个步骤？",
    "which role changes hands?": "哪个岗位要换人？",
    "who takes {role}? a number, or a name:": "由谁担任{role}？输入数字或姓名：",
    "1 done: it is done; evidence, approval and notice are asked for one by one": (
        "1 完成：已经做完；证据、批准和公告会一项一项问"
    ),
    "2 failed: it was tried and did not work; a reason, and what the plan says instead": (
        "2 失败：试过了没成功；要写原因，预案有备用步骤会提示"
    ),
    "3 skip: left out on purpose, with a reason; a must only by who leads": (
        "3 跳过：决定不做，要写原因；必须做的步骤只有负责指挥的人能跳过"
    ),
    "4 not applicable: it does not fit this case, with a reason": (
        "4 不适用：和这次情况无关，要写原因"
    ),
    "5 put off: until a time, with a reason": "5 推迟：推迟到某个时间，要写原因",
    "k later: nothing is recorded, go on with the next step; j comes back": (
        "k 先放着：不记录，先做下一步；用 j 可以回来"
    ),
    "w why the plan wants it": "w 看预案为什么要做这一步",
    "n a note; c the whole list; j jump to a step": "n 记备注；c 看整张清单；j 跳到某一步",
    "a who holds a role; m who has been told; l the level, and answers to change": "a 岗位换人；m 记下已经告知谁；l 看级别、改级别、改回答",
    "b back; p pause: everything is saved": "b 返回；p 暂停：内容都已保存",
    "go on later: {command}": "以后继续：{command}",
    "change what? (b changes nothing)": "要改什么？（b 不改）",
    "change an answer": "改一个回答",
    "r a step that was recorded wrongly is open again; with a reason": "r 记错了：重新打开这一步，要写原因",
    "tell within {length}: {people}": "要在 {length} 内告知：{people}",
    "have all of them been told?": "都已经告知了吗？",
    "m records it once they have been": "告知以后按 m 记下",
    "the principal has been told": "主要负责人已得知",
    "these have been told: {roles}": "已告知：{roles}",
    "it is recorded already that all of them were told": "该告知的人都已记录",
    "who has been told? (b goes back)": "已经告知谁？（b 返回）",
    # cli/judging
    "which signs do you see (numbers), or which type (letter)? ? helps, p pauses:": (
        "看到了哪些迹象（输入数字），或是哪种类型（输入字母）？ ? 帮助，p 暂停："
    ),
    "type numbers of signs, or one letter of a type": "请输入迹象的数字，或一个类型的字母",
    "question {n} of {all}: {ask}": "第 {n} 题，共 {all} 题：{ask}",
    "a number ({unit}); u unknown, b back, ? help, p pause": "输入数字（{unit}）；u 不清楚，b 上一题，? 帮助，p 暂停",
    "a number from 1 to {n}; u unknown, b back, ? help, p pause": "输入 1 到 {n} 的一个数字；u 不清楚，b 上一题，? 帮助，p 暂停",
    "one or more of 1 to {n}, such as 1,2; u unknown, b back, ? help, p pause": "输入 1 到 {n} 的数字，可以几个，例如 1,2；u 不清楚，b 上一题，? 帮助，p 暂停",
    "which answer changes? (b goes back)": "改哪一个回答？（b 返回）",
    "this looks like {event}. Is it? It stays so": "看起来是“{event}”，对吗？定了不能再改",
    # cli/ending
    "is it safe to resume?": "现在恢复运营安全吗？",
    "safety gate: {ask}": "安全关口：{ask}",
    "these steps must be done and are still open:": "这些步骤必须做，现在还没做完：",
    "j goes to a step; only who leads may pass over them: {who}": (
        "用 j 跳到步骤；只有负责指挥的人可以决定越过：{who}"
    ),
    "confirmed by: {who}": "由谁确认：{who}",
    "y it is safe; anything open first: j jump, c list, p pause:": (
        "y 已经安全；还有事没做完：j 跳转，c 清单，p 暂停："
    ),
    "reason for passing over open steps:": "还有步骤没做完，越过它们的原因：",
    "the gate stays shut; recovery waits": "安全关口没有通过，恢复先等一等",
    "y only if it is safe; otherwise j, c, n or p": "确认安全才输入 y；否则输入 j、c、n 或 p",
    "recovered? each of these must be confirmed": "恢复了吗？下面每一条都要确认",
    "(y confirmed / n not yet)": "（y 已确认 / n 还没有）",
    "not recovered yet; j jumps to a step, p pauses until it is": (
        "还没恢复；用 j 跳到步骤，或用 p 暂停，恢复后再继续"
    ),
    "y if it is so; otherwise n, j or p": "确实如此就输入 y；否则输入 n、j 或 p",
    "review: what was expected, what happened, why, and what will change": (
        "总结评估：原本应该怎样，实际怎样，为什么，今后怎么改"
    ),
    "summary (p pauses, ? helps):": "摘要（p 暂停，? 帮助）：",
    "what will change? (Enter: open)": "整改措施是什么？（待定就按回车）",
    "who sees to it? (Enter: open)": "由谁负责？（待定就按回车）",
    "by when? (Enter: open)": "什么时候完成？（待定就按回车）",
    "{n}. one thing to improve (Enter: no more):": "{n}. 发现的一个问题（没有了就按回车）：",
    "how is it known to be done? (Enter: open)": "怎样才算改好？（待定就按回车）",
    "the review needs a few words": "总结评估要写几句话",
    "also open, though the gate does not wait for them:": "另外，这些步骤也没有了结（不影响通过关口）：",
    # cli/screen
    "═══ 演练 / DRILL: a rehearsal, nothing here is real ═══": (
        "═══ 演练 / DRILL：这是演练，一切都不是真的 ═══"
    ),
    "… and {n} more overdue": "……还有 {n} 项超时",
    "overdue: {name}, due {time}, {left}": "超时：{name}，时限 {time}，{left}",
    "who: {who}": "负责：{who}",
    " (tel. {number})": "（电话 {number}）",
    "due {time} ({left})": "时限 {time}（{left}）",
    "time limit: {length}": "时限：{length}",
    "helped by: {who}": "协助：{who}",
    "! {warning}": "注意：{warning}",
    "! this cannot be undone": "注意：这一步无法撤回",
    "may be done at once, without asking anybody": "可以马上做，不用请示",
    "keep: {ask}": "证据：{ask}",
    " (required)": "（必填）",
    "recorded: {state} by {person}": "已记录：{state}（{person}）",
    "instead: {do} ({id})": "改做：{do}（{id}）",
    "it stays open: try again with j, or who leads leaves it out with a reason": (
        "这一步还没了结：可用 j 回来再试，或由负责指挥的人写明原因后跳过"
    ),
    "the plan gives no reason for this step": "预案没有写这一步的理由",
    "judged; this plan has no levels": "已判定；本预案不分级别",
    "level {level}": "级别：{level}",
    "set by a person, with a reason": "由人工定级，写明了原因",
    "leads: {who}": "负责指挥：{who}",
    "consider opening a second incident: {event} ({id}); {why}": (
        "可能要另开一起事件：{event}（{id}）；{why}"
    ),
    "to: {audience}; through: {channels}": "发给：{audience}；渠道：{channels}",
    "phase: {phase}": "阶段：{phase}",
    "mistakes often made here:": "这类事件常犯的错：",
    "keep watching for {length}; open it anew if it comes back": (
        "继续观察 {length}；再次发生就重新启动"
    ),
    "meets the duty: {name}": "完成这一步即履行：{name}",
    "; to: {to}": "；报给：{to}",
    "; through: {channels}": "；渠道：{channels}",
    "if that fails: {channels}": "发不出去时改用：{channels}",
    "still unknown after the plan's time; judge again with l": (
        "到了预案规定的时间仍有问题没弄清，请用 l 重新判定级别"
    ),
    "work it out again from the answers": "按现有答案重新判定",
    "× the journal is damaged; what can be believed is shown. See: verify": (
        "× 日志有损坏，这里只显示可信的部分。详情：verify"
    ),
    "overdue: {n}": "超时 {n} 项",
    "this step: {left}": "本步{left}",
    "next: {left}, {name}": "最近：{left}，{name}",
    "notice to: {audience}": "公告发给：{audience}",
    "needs approval: {who}": "先要批准：{who}",
    "signed afterwards by: {who}": "做完要签字：{who}",
    "not judged yet; the questions come first": "还没有判定；先回答问题",
    "level: {level}": "级别：{level}",
    "minutes": "分钟",
}
