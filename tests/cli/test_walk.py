"""A walk at a real terminal, in Chinese, as a store manager would take it."""

import json
import signal
import time

from terminal import KEYS, SHOP, answer, end, pexpect

DRILL = """
tmplan-drill: 1
id: practice
plan: {plan}
event: network-attack
title: 练习
form: tabletop
content: single
purpose: check
narrative: 电脑弹出勒索提示。
expect: {{level: III, classified_within: 15 min}}
objectives:
  - {{id: stop, text: 断网止住扩散, steps: [isolate], within: 5 min}}
  - {{id: logs, text: 留下日志, steps: [save-logs]}}
injects:
  - {{id: shut-down, at: {{step: isolate}}, kind: question, text: 有人问要不要关机}}
"""


def test_a_walk_through_the_first_steps_and_the_questions(terminal):
    walk = terminal.run("incident", "open", "--type", "network-attack")
    walk.expect("拔掉可疑电脑的网线")
    walk.expect(KEYS)
    walk.sendline("胡说")
    walk.expect("说明")
    walk.expect(KEYS)
    walk.sendline("n")
    walk.sendline("买家来电三个")
    walk.expect("已保存")
    for asked in ((), ("哪一台电脑", "附上照片"), ("停了哪些任务",)):
        walk.expect(KEYS)
        walk.sendline("１")
        for question in asked:  # each may be left for later with Enter
            walk.expect(question)
            walk.sendline("")
        walk.expect("已保存")
    walk.expect("攻击已经进行到哪一步")
    walk.sendline("3")
    walk.expect("已保存")
    walk.sendline("20 分钟")
    walk.expect("已保存")
    walk.sendline("u")
    walk.expect("已保存")
    walk.sendline("1,2")
    walk.expect("已保存")
    for number in ("2", "1", "1"):
        walk.sendline(number)
        walk.expect("已保存")
    walk.expect("二级响应")
    walk.sendline("一级")
    walk.sendline("媒体已经报道")
    walk.expect("一级响应")
    walk.expect("都已经告知了吗")
    walk.sendline("n")
    walk.expect(KEYS)
    walk.sendline("p")
    walk.expect(pexpect.EOF)
    walk.close()
    assert walk.exitstatus == 0
    status = terminal.status()
    assert status["level"] == "I"
    assert status["level_override"] is True
    assert status["unknown_questions"] == ["data-exposed"]
    assert status["phase"] == "report"


def test_without_a_type_the_signs_suggest_it(terminal):
    walk = terminal.run("incident", "open")
    walk.expect("系统故障")
    walk.expect("货架倾斜")
    walk.sendline("10 12")
    walk.expect("网络攻击")
    walk.sendline("是")
    walk.expect("拔掉可疑电脑的网线")
    walk.sendcontrol("c")
    walk.expect(pexpect.EOF)
    walk.close()
    assert walk.exitstatus == 130
    assert terminal.status()["event_type"] == "network-attack"


def test_killed_in_the_middle_it_goes_on_at_the_same_step(terminal):
    walk = terminal.run("incident", "open", "--type", "network-attack")
    walk.expect(KEYS)
    walk.sendline("1")
    walk.expect("已保存")
    walk.expect("用手机拍下")
    walk.kill(signal.SIGKILL)
    walk.close(force=True)
    again = terminal.run("incident", "resume")
    again.expect("用手机拍下")
    again.expect(KEYS)
    again.expect_exact("\x1b[?2004h")  # the line editor listens
    time.sleep(0.5)
    again.sendcontrol("d")
    again.expect(pexpect.EOF)
    again.close()
    assert again.exitstatus == 8
    steps = {step["id"]: step["state"] for step in terminal.status()["steps"]}
    assert (steps["isolate"], steps["photograph-screen"]) == ("done", "todo")


def test_a_drill_says_so_at_every_prompt(terminal):
    walk = terminal.run("drill", "run", "network-attack-weekend")
    walk.expect("演练 / DRILL")
    walk.expect("演练 / DRILL \\| 1")
    walk.sendline("p")
    walk.expect(pexpect.EOF)
    walk.close()
    assert walk.exitstatus == 0


def test_an_incident_from_open_to_closed(terminal, tmp_path):
    """Every kind of prompt once, most of them with an answer that is none first."""
    (tmp_path / "login.log").write_text("203.0.113.9", encoding="utf-8")
    walk = terminal.open_shop()
    answer(
        walk,
        "拔掉网线但不要关机", "?",
        "2 失败：试过了没成功", "w",
        "断网止住扩散", "n",
        "备注（原样记录）", "客服接到三个电话",
        "已保存", "１",
        "已经停了多少分钟", "很久",
        "没看懂“很久”", "２０ 分钟",
        "客户信息是否外泄", "b",
        "已经停了多少分钟", "25",
        "客户信息是否外泄", "不知道",
        "影响到哪些人", "9",
        "没看懂“9”", "1、2",
        "未知，先按较坏的情况", "四级",
        "请按回车，或输入其中一个", "一级",
        "原因（b 返回）", "媒体已经报道",
        "都已经告知了吗", "也许",
        "请输入 y（是）或 n（否）", "y",
        "打电话报告组长", "1",
        "没有人接", "9",
        "请输入 1 到 2 的数字", "组长",
        "改掉全部密码", "2",
        "原因（b 返回）", "",
        "请写几个字", "密码页打不开",
        "改做：请平台冻结账号", "k",
        "导出登录日志", "p",
    )  # fmt: skip
    assert end(walk) == 0
    walk = terminal.run("incident", "resume")
    answer(
        walk,
        "请平台冻结账号", "k",
        "导出登录日志", "1",
        "填文件路径", "nowhere.log",
        "没有 nowhere.log 这个文件", str(tmp_path / "login.log"),
        "有多少行", "许多",
        "要填数字", "",
        "暂停推广", "4",
        "原因（没有就按回车）", "",
        "记错了", "k",
        "发布店铺公告", "1",
        "哪些订单受影响", "",
        "请写几个字", "今天的订单，绝对没有问题",
        "下一次更新是几点", "九点",
        "有预案规定不能用的词：绝对没有", "1",
        "哪些订单受影响", "今天的订单",
        "每个字都对吗", "y",
        "已经批准了吗", "y",
        "是谁批准的", "孙",
        "孙店员 不担任这个岗位", "",
        "已经一字不差地发出去了吗", "y",
        "向主管部门报告", "5",
        "原因（b 返回）", "等组长回来",
        "推迟到什么时候", "改天",
        "改天 不是时间", "30分钟",
        "重装中招的电脑", "1",
        "已经批准了吗", "y",
        "是谁批准的", "",
        "这一步无法撤回。确实", "y",
        "安全关口", "p",
    )  # fmt: skip
    assert end(walk) == 0
    walk = terminal.run("incident", "resume", "--as", "sun")
    answer(
        walk,
        "请平台冻结账号", "k",
        "记错了", "k",
        "安全关口", "好了吧",
        "确认安全才输入 y", "y",
        "越过它们的原因", "赶时间",
        "× ", "p",
    )  # fmt: skip
    assert end(walk) == 0
    assert terminal.status()["gate_passed_at"] is None
    walk = terminal.run("incident", "resume")
    answer(
        walk,
        "请平台冻结账号", "k",
        "记错了", "k",
        "安全关口", "n",
        "安全关口没有通过", "j",
        "哪个步骤", "call-platform",
        "请平台冻结账号", "1",
        "安全关口", "y",
        "谁来确认", "周",
        "周工 不担任这个岗位", "",
        "走通测试订单", "3",
        "原因（b 返回）", "今天不恢复下单",
        "电脑已经重装", "n",
        "还没恢复", "y",
        "账号已经重发", "是",
        "修订预案", "1",
        "摘要", "",
        "总结评估要写几句话", "断网及时，报告晚了",
        "1. 发现的一个问题", "夜里没有人值班",
        "整改措施是什么", "排夜班",
        "由谁负责", "店长",
        "什么时候完成", "14 天",
        "怎样才算改好", "",
        "2. 发现的一个问题", "",
        "还不能关闭", "y",
        "向主管部门报告", "3",
        "原因（b 返回）", "查明没有外泄",
    )  # fmt: skip
    walk.expect("已关闭")
    assert end(walk) == 0
    (record,) = (tmp_path / "records").glob("INC-*")
    done = terminal.do("--json", "incident", "status", record.name)
    status = json.loads(done.stdout)
    assert (status["state"], status["level"]) == ("closed", "I")
    states = {step["id"]: step["state"] for step in status["steps"]}
    assert states == {
        "isolate": "done",
        "call-chief": "done",
        "reset-accounts": "failed",
        "call-platform": "done",
        "save-logs": "done",
        "pause-ads": "na",
        "announce": "done",
        "report-office": "skipped",
        "rebuild": "done",
        "test-orders": "skipped",
        "improve-plan": "done",
    }
    assert terminal.do("incident", "verify", record.name).returncode == 0


def test_a_drill_to_its_verdict(terminal, tmp_path):
    """At 60 columns: every line that asks says that it is a drill, and so does the verdict."""
    scenario = tmp_path / "drill.yaml"
    scenario.write_text(DRILL.format(plan=SHOP), encoding="utf-8")
    walk = terminal.run("drill", "run", str(scenario), columns=60)
    answer(
        walk,
        "演练 / DRILL | >", "1",
        "演练 / DRILL | 情景注入： 有人问要不要关机", "",
        "演练 / DRILL | 第 1 题", "10",
        "客户信息是否外泄", "1",
        "影响到哪些人", "店员",
        "按回车就用这个级别", "",
        "打电话报告组长", "1",
        "演练 / DRILL | 是哪一个", "1",
        "改掉全部密码", "1",
        "需要另一个人签字", "y",
        "谁来签字", "",
        "导出登录日志", "3",
        "原因（b 返回）", "演练不导出",
        "暂停推广", "3",
        "原因（没有就按回车）", "",
        "重装中招的电脑", "4",
        "原因（b 返回）", "没有电脑中招",
        "演练 / DRILL | 安全关口", "y",
        "谁来确认", "",
        "走通测试订单", "1",
        "电脑已经重装", "y",
        "账号已经重发", "y",
        "修订预案", "1",
        "摘要", "一次练习",
        "1. 发现的一个问题", "",
    )  # fmt: skip
    walk.expect_exact("演练 / DRILL | √ 目标 stop")
    walk.expect_exact("演练 / DRILL | × 目标 logs")
    walk.expect_exact("演练未通过")
    assert end(walk) == 1


def test_a_step_recorded_wrongly_is_opened_again(terminal):
    walk = terminal.open_shop()
    answer(
        walk,
        "拔掉网线但不要关机", "1",
        "已经停了多少分钟", "j",
        "哪个步骤", "isolate",
        "r 记错了", "1",
        "要重新打开请按 r", "r",
        "原因（b 返回）", "拔错了一台",
        "拔掉网线但不要关机", "j",
        "哪个步骤", "b",
        "拔掉网线但不要关机", "3",
        "原因（b 返回）", "p",
        "没有记录；下次会再问", "",
    )  # fmt: skip
    assert end(walk) == 0
    assert terminal.status()["next"][0] == "isolate"


def test_what_another_window_wrote_is_seen_before_it_is_used(terminal):
    walk = terminal.open_shop()
    answer(walk, "拔掉网线但不要关机", "j", "哪个步骤", "announce", KEYS, "1")
    answer(walk, "哪些订单受影响", "今天的", "下一次更新是几点", "九点")
    walk.expect_exact("今天的")
    walk.expect_exact("每个字都对吗")
    assert terminal.do("incident", "fact", "order_range=昨天的订单").returncode == 0
    answer(walk, "", "b", KEYS, "1")
    walk.expect_exact("昨天的订单")
    walk.sendintr()
    assert end(walk) == 130


def test_new_words_need_a_new_approval(terminal):
    walk = terminal.open_shop()
    answer(
        walk,
        "拔掉网线但不要关机", "j",
        "哪个步骤", "announce",
        "先要批准：组长", "1",
        "哪些订单受影响", "今天的",
        "下一次更新是几点", "九点",
        "每个字都对吗", "y",
        "已经批准了吗", "y",
        "是谁批准的", "",
        "已经一字不差地发出去了吗", "n",
        "重写哪一项", "2",
        "下一次更新是几点", "十点",
        "下一次更新：十点", "",
        "请输入 y（是）或 n（否）", "y",
        "已经批准了吗", "1",
        "请输入 y（是）或 n（否）", "y",
        "是谁批准的", "",
        "已经一字不差地发出去了吗", "y",
        "拔掉网线但不要关机", "p",
    )  # fmt: skip
    assert end(walk) == 0
    approvals = [line for line in terminal.log() if line["type"] == "approval.given"]
    assert len(approvals) == 2
