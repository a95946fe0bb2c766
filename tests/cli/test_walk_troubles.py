"""A walk among troubles: a disk that is full, and another window that was faster."""

from functools import partial

import pytest
from terminal import KEYS, answer, end

resource = pytest.importorskip("resource")
FULL = partial(resource.setrlimit, resource.RLIMIT_FSIZE, (1024, 1024))


def test_what_a_full_disk_did_not_take_is_said_to_be_kept_on_paper(terminal):
    terminal.do("--plan", "tests/stories/shop.yaml", "incident", "open", "--type", "network-attack")
    walk = terminal.run("incident", "resume", preexec_fn=FULL)
    answer(walk, "拔掉网线但不要关机", "n", "备注（原样记录）", "来了三个电话" * 40)
    walk.expect_exact("未保存（磁盘已满）")
    walk.expect_exact("备注：来了三个电话")
    answer(walk, KEYS, "p")
    assert end(walk) == 0
    assert [line["type"] for line in terminal.log()] == ["incident.opened"]


def test_an_answer_given_in_another_window_is_not_overwritten_unseen(terminal):
    walk = terminal.open_shop()
    answer(walk, "拔掉网线但不要关机", "1", "已经停了多少分钟", "45")
    walk.expect_exact("客户信息是否外泄")
    words = ("data-exposed=leaked", "--as", "wang")
    assert terminal.do("incident", "answer", *words).returncode == 0
    answer(walk, ">", "1")
    walk.expect_exact("王副组长刚才已经回答了：客户信息是否外泄？ → 已经外泄")
    walk.expect_exact("可用 l 修改")
    answer(walk, "影响到哪些人", "l", "要改什么", "改一个回答", "改哪一个回答", "2")
    answer(walk, "客户信息是否外泄", "1", "已保存", "p")
    assert end(walk) == 0
    answers = [line["data"]["answers"] for line in terminal.log() if "answers" in line["data"]]
    assert answers[1:] == [{"data-exposed": ["leaked"]}, {"data-exposed": ["safe"]}]
    assert terminal.do("incident", "answer", "data-exposed=suspected").returncode == 0
