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
