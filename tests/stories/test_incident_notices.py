"""Notices beside the walk: what each still lacks, and its text to be copied."""

import pytest
from shop import ATTACK, Shop

TEXT = """【店铺公告】受影响的订单：{orders}。
下一次更新：{time}。
"""


def row(shop: Shop) -> dict[str, object]:
    (found,) = shop.do("notice", "--json").json
    return dict(found)


def test_what_a_notice_lacks_is_said_until_it_is_out(judged: Shop) -> None:
    assert "order_range、next_update" in judged.do("notice").out
    assert row(judged)["missing"] == ["order_range", "next_update"]
    judged.do("fact", "order_range=绝对没有问题", "next_update=九点")
    assert "绝对没有" in judged.do("notice").out
    judged.do("fact", "order_range=今天的订单")
    assert "还没批准：组长" in judged.do("notice").out
    assert row(judged)["approved"] is False
    judged.do("approve", "shop-notice")
    assert "可以发布" in judged.do("notice").out
    assert row(judged)["published_at"] is None
    judged.do("done", "announce")
    assert "已发布" in judged.do("notice").out
    assert (row(judged)["approved"], row(judged)["steps"]) == (True, ["announce"])
    assert row(judged)["published_at"]


def test_the_text_of_one_can_be_copied_as_it_is(judged: Shop) -> None:
    empty = judged.do("notice", "shop-notice")
    assert empty.out == TEXT.format(orders="{order_range}", time="{next_update}")
    assert "还没填：order_range、next_update" in empty.err
    judged.do("fact", "order_range=今天的订单", "next_update=九点")
    judged.do("approve", "shop-notice")
    whole = judged.do("notice", "shop-notice")
    assert (whole.out, whole.err) == (TEXT.format(orders="今天的订单", time="九点"), "")
    assert judged.do("notice", "shop-notice", "--json").json == row(judged)
    assert row(judged)["text"] == whole.out.rstrip()


@pytest.mark.parametrize(
    ("wanted", "said"), [("shop-notise", "最接近的：shop-notice"), ("x", "shop-notice")]
)
def test_an_unknown_notice(judged: Shop, wanted: str, said: str) -> None:
    assert said in judged.refuse(2, "notice", wanted).err


def test_a_notice_that_does_not_apply_is_not_listed(shop: Shop) -> None:
    shop.run("incident", "open", "--type", "flood")
    assert "没有适用的公告" in shop.do("notice").out
    assert shop.do("notice", "--json").json == []


def test_a_notice_of_a_drill_says_so_in_its_first_line(shop: Shop) -> None:
    (shop.root / "drill.yaml").write_text(
        f"{{tmplan-drill: 1, id: x, plan: {shop.plan}, event: {ATTACK}, title: x, narrative: x,"
        " script: {answers: {outage: 5}, otherwise: stop}}",
        "utf-8",
    )
    shop.run("drill", "run", "drill.yaml", "--auto")
    answer = shop.do("notice", "shop-notice", "--incident", shop.id)
    assert answer.out.startswith("演练 / DRILL\n【店铺公告】")
    assert shop.do("notice").out.startswith("演练 / DRILL | ")
