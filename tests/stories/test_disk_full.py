"""A disk that is full: what was not saved is said in words that can be kept on paper."""

import sys

import pytest
from shop import ATTACK, Shop

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="needs limits of a POSIX shell")


def up_to(kib: int) -> tuple[str, ...]:
    """What to put before a command so that no file can grow beyond this many KiB."""
    return ("bash", "-c", f'ulimit -f {kib}; exec "$@"', "bash")


def test_an_act_that_is_not_saved_is_told_as_the_log_would(judged: Shop) -> None:
    full = judged.refuse(3, "done", "isolate", "--as", "sun", before=up_to(1))
    assert "拔掉网线但不要关机（isolate）" in full.err
    assert "[孙店员 · 店长]" in full.err
    assert "未保存（文件不能再变大）" in full.err
    assert "step.done" not in full.err
    assert "{" not in full.err
    judged.do("done", "isolate", "--as", "sun")
    told = judged.do("log").out.splitlines()[-1]
    assert told.split(" ", 2)[2] in full.err


def test_facts_and_notes_are_told_word_for_word(judged: Shop) -> None:
    assert "备注：来了三个电话" in judged.refuse(3, "note", "来了三个电话", before=up_to(1)).err
    assert "order_range = 账本" in judged.refuse(3, "fact", "order_range=账本", before=up_to(1)).err


@pytest.mark.parametrize("kib", [0, 1, 5])
def test_an_opening_that_is_not_saved_leaves_nothing(shop: Shop, kib: int) -> None:
    shop.do("list")
    title = "很长的标题" * (500 if kib else 1)
    words = ("incident", "open", "--type", ATTACK, "--title", title)
    answer = shop.run(*words, before=up_to(kib))
    assert answer.status == 3, answer.all
    if kib == 5:  # the plan could be kept, the opening could not
        assert f"启动预案：网络攻击 — {title}" in answer.err
    assert shop.folders() == []
    assert shop.do("list", "--json").json == []


def test_a_drill_that_cannot_be_opened_leaves_nothing(shop: Shop) -> None:
    (shop.root / "drill.yaml").write_text(
        f"{{tmplan-drill: 1, id: x, plan: {shop.plan}, event: flood, title: x, narrative: x,"
        " script: {answers: {depth: wet}, otherwise: done}}",
        "utf-8",
    )
    answer = shop.run("drill", "run", "drill.yaml", "--auto", before=up_to(0))
    assert answer.status == 3, answer.all
    assert shop.folders() == []
