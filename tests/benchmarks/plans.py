"""Plans of any length for measuring: sound, without a single notice, and shaped like real ones.

`python tests/benchmarks/plans.py 500 > plan.yaml` writes one.
"""

import sys
from datetime import date

TODAY = date(2026, 11, 24)
"""The day on which nothing in these plans is overdue."""

HEAD = """\
tmplan: 1
id: measured
title: 天猫店铺应急预案
version: "1.0"
language: zh-CN
timezone: Asia/Shanghai

about:
  effective: 2026-11-01
  approved_by: 李华
  purpose: 出事时先保住人，再止住损失，尽快恢复经营。
  scope: 适用于本店的办公场所、仓库、店铺账号和业务系统。
  interpreted_by: team
  prevails: 与法律法规或政府指令不一致时，以后者为准。
  review:
    every: 12 months
    triggers:
      - 发生真实事件之后
      - 人员或系统有重大变化时

organisation:
  on_duty: duty
  groups:
    team:
      name: 应急小组
      lead: chief
      duties: 统一指挥，统一对外。
  roles:
    chief:
      name: 组长
      group: team
      duties: 定级，批准公告，决定何时恢复经营。
      held_by: [li]
      deputies: [wang]
    duty:
      name: 值班负责人
      group: team
      duties: 第一个接到报告，先行处置。
      held_by: [wang]
      deputies: [zhang]
    tech:
      name: 技术支持
      group: team
      held_by: [zhang]
      deputies: [zhao]
    service:
      name: 客服负责人
      group: team
      held_by: [zhao]
      deputies: [wang]
  people:
    li: {name: 李华, phone: "13800138001", verified: 2026-11-01}
    wang: {name: 王芳, phone: "13800138002", verified: 2026-11-01}
    zhang: {name: 张伟, phone: "13800138003", verified: 2026-11-01}
    zhao: {name: 赵敏, phone: "13800138004", verified: 2026-11-01}

levels:
  - id: I
    name: 重大
    led_by: chief
    tell:
      roles: [chief, duty, tech, service]
      within: 10 min
    update_every: 2 h
  - id: II
    name: 较大
    led_by: chief
    tell:
      roles: [chief, duty]
      within: 20 min
  - id: III
    name: 一般
    led_by: duty
    tell:
      roles: [chief]
      within: 30 min

phases:
  - id: report
    name: 报告
    kind: report
    steps:
      - id: call-chief
        do: 打电话告诉组长出了什么事、从什么时候开始
        role: anyone
        need: must
        within: 10 min
  - id: assess
    name: 研判
    kind: assess
    role: chief
  - id: respond
    name: 响应
    kind: respond
    steps:
      - id: write-facts
        do: 把已确认的、还不知道的、几点再核实写下来
        role: duty
        need: must
        within: 30 min
        evidence:
          - id: facts-note
            kind: text
            ask: 已确认什么？还不知道什么？几点再核实？
            required: true
  - id: publish
    name: 发布
    kind: publish
    steps:
      - id: tell-buyers
        do: 在店铺发布公告，并给客服统一答复
        role: service
        when: {affected: consumers}
        within: 1 h
        notice: buyers
      - id: tell-partners
        do: 通知受影响的供应商和合作方
        role: duty
        when: {affected: partners}
        within: 2 h
        notice: partners
  - id: recover
    name: 恢复
    kind: recover
    gate:
      ask: 原因已经消除，恢复经营是安全的吗？
      role: chief
    steps:
      - id: test-order
        do: 下一笔测试订单，走完付款、拣货和退款
        role: tech
        need: must
        sign: {role: duty}
  - id: review
    name: 总结
    kind: review
    role: chief
    steps:
      - id: improve-plan
        do: 写明预案要改哪里，并登记整改
        role: duty
        need: must

questions:
  outage:
    ask: 到现在为止，店铺有多久不能正常接单？
    unit: 分钟
    bands:
      - {id: short, below: 60, level: III}
      - {id: long, below: 240, level: II}
      - {id: longest, level: I}
  data-exposed:
    ask: 顾客的个人信息有没有可能外泄？
    answers:
      - {id: safe, text: 没有可能, level: III}
      - {id: suspected, text: 有可能但还没有证实, level: II}
      - {id: leaked, text: 已经证实外泄, level: I}
  people-hurt:
    ask: 有没有人受伤？
    answers:
      - {id: none-hurt, text: 没有, level: III}
      - {id: light, text: 轻伤不必去医院, level: II}
      - {id: hospital, text: 要送医院, level: I}
  affected:
    ask: 影响到哪些人？
    several: true
    scope: true
    answers:
      - {id: consumers, text: 顾客}
      - {id: partners, text: 供应商和合作方}
      - {id: nobody-yet, text: 还没有人受到影响}

notices:
  buyers:
    audience: consumers
    channel:
      - 店铺首页公告
      - 客服自动回复
    approve: chief
    fields:
      reason:
        ask: 用一句话说明原因，只写已经确认的
      next-update:
        ask: 下一次更新是几点？
    avoid:
      - 绝对没有
    text: |
      各位顾客：因{reason}，部分订单会受到影响。
      下一次更新：{next-update}。
  partners:
    audience: partners
    channel: 工作群
    approve: chief
    fields:
      reason:
        ask: 用一句话说明原因，只写已经确认的
    text: |
      各位伙伴：因{reason}，我们的发货与对账可能受影响。

obligations:
  leak:
    name: 个人信息泄露的报告与告知
    role: chief
    to: 履行个人信息保护职责的部门和受影响的个人
    when: {data-exposed: [suspected, leaked]}
    stages:
      - id: report
        within: at-once
        from: discovered
        content:
          - 信息种类、原因和可能造成的危害
    source:
      text: 中华人民共和国个人信息保护法 第五十七条
      as_of: 2026-10-09
      proof: read

supplies:
  emergency:
    name: 应急物资
    items:
      - id: phone-list
        name: 纸质通讯录
        unit: 份
        have: 2
        need: 2
        place: 值班室
        keeper: duty
        checked: 2026-11-01
        every: 6 months

events:
"""

EVENT = """\
  event-{n}:
    name: 第{n}类突发事件
    signals:
      - 后台打不开，或订单不再同步
      - 价格、自动回复、退货地址被人改动
      - 顾客说有自称客服的人打来电话
    first:
      - id: isolate-{n}
        do: 拔掉可疑电脑的网线，但不要关机
        why: 断网止住扩散，不关机才保得住证据。
        role: anyone
        need: must
        within: 5 min
        stop_power: true
      - id: stop-sync-{n}
        do: 停掉网盘和订单的同步
        role: anyone
        need: must
        within: 10 min
    classify:
      ask: [data-exposed, outage, people-hurt, affected]
      floors:
        - when: {{data-exposed: suspected, people-hurt: light}}
          level: I
    prevention:
      - id: check-logins-{n}
        do: 检查子账号权限、登录设备和第三方授权
        role: tech
        every: 1 month
      - id: restore-test-{n}
        do: 试着从备份恢复一次
        role: tech
        every: 3 months
    steps:
      respond:
        - id: take-back-{n}
          do: 用一台干净的设备把所有登录踢下线，改掉密码
          warn: 不要在可疑电脑上输入新密码。
          role: tech
          need: must
          within: 45 min
          after: [isolate-{n}]
          sign: {{role: duty}}
        - id: save-logs-{n}
          do: 导出登录日志和操作日志，另存一份
          role: tech
          within: 2 h
          after: [take-back-{n}]
          evidence:
            - id: log-file-{n}
              kind: file
              ask: 日志存在哪里？
              required: true
        - id: report-leak-{n}
          do: 向主管部门报告，并告知受影响的顾客
          why: 法律规定的时限从发现时算起，不等查清。
          role: chief
          need: must
          when: {{data-exposed: [suspected, leaked]}}
          within: 1 h
          from: discovered
          evidence:
            - id: report-receipt-{n}
              kind: text
              ask: 向哪个部门、几点、怎样报告的？
              required: true
          discharges: leak.report
        - id: call-ambulance-{n}
          do: 打 120，派人到路口接车
          role: anyone
          when: {{people-hurt: hospital}}
          within: 10 min
        - id: locate-fault-{n}
          do: 弄清是本店设置、软件还是平台的问题，并联系对应的一方
          role: tech
          need: must
          within: 1 h
          evidence:
            - id: fault-found-{n}
              kind: choice
              ask: 问题出在哪里？
              choices: [本店, 软件, 平台]
        - id: pick-by-hand-{n}
          do: 打印未发货订单，改用手工拣货
          helpers: [service]
          role: duty
          when: {{outage: [long, longest]}}
          within: 2 h
          repeat: {{every: 4 h, until: recovered}}
      publish:
        - id: answer-buyers-{n}
          do: 逐一回复已经来问的顾客，用统一的口径
          role: service
          when: {{affected: consumers}}
          within: 4 h
          min_level: II
      recover:
        - id: check-prices-{n}
          do: 把价格、库存和优惠与备份逐项核对
          role: tech
          need: must
          sign: {{role: duty}}
        - id: open-again-{n}
          do: 恢复推广，重新上架
          role: service
          after: [check-prices-{n}]
    recovered_when:
      - 所有账号都已收回，陌生登录全部下线
      - 被改动的价格、回复和地址都已改回
    watch: 3 days
    mistakes:
      - 为了尽快恢复，先重装电脑，证据没了
      - 公告里写了还没有核实的原因
    review_questions:
      - 从发现到断网用了多久？
"""

LESSON = "      - 第{n}次演练后，这个问题还要再问一遍吗？\n"


def plan_of_length(lines: int) -> str:
    """A plan of exactly so many lines, at least 350: one event type after the other."""
    head, event = HEAD.count("\n"), EVENT.count("\n")
    count, rest = divmod(lines - head, event)
    events = [EVENT.format(n=number) for number in range(1, count + 1)]
    return "".join([HEAD, *events, *(LESSON.format(n=number) for number in range(1, rest + 1))])


if __name__ == "__main__":
    print(plan_of_length(int(sys.argv[1])), end="")
