"""Numbers are shown where people are called from, and written nowhere."""

from terminal import KEYS, SHOP, answer, end

NUMBER = "0571-8765"


def shop_with_numbers(folder, **replaced):
    path = folder / "plans" / "shop.yaml"
    path.parent.mkdir(exist_ok=True)
    text = SHOP.read_text("utf-8").replace("{name: 赵店长}", f"{{name: 赵店长, phone: {NUMBER}}}")
    for old, new in replaced.items():
        text = text.replace(f"{old}: shop\n", f"{old}: {new}\n")
    path.write_text(text, "utf-8")
    return path


def test_the_walk_shows_numbers_and_no_file_holds_one(terminal, tmp_path):
    plan = shop_with_numbers(tmp_path)
    walk = terminal.run("--plan", str(plan), "incident", "open", "--type", "network-attack")
    walk.expect_exact(f"负责：店长 · 赵店长（电话 {NUMBER}）")
    answer(walk, KEYS, "a")
    walk.expect_exact(f"店长 · 赵店长（电话 {NUMBER}）")
    answer(walk, "哪个岗位要换人", "技术", f"赵店长（电话 {NUMBER}）", "赵", "已保存", "p")
    assert end(walk) == 0
    for words in (("status",), ("log",), ("status", "--json"), ("log", "--json")):
        shown = terminal.do("--plan", str(plan), "incident", *words).stdout.decode()
        assert "店长" in shown or words[-1] == "--json"
        assert NUMBER not in shown
    kept = [each for each in (tmp_path / "records").rglob("*") if each.is_file()]
    assert kept
    assert not [each for each in kept if NUMBER.encode() in each.read_bytes()]


def test_the_plan_may_be_gone_or_another(terminal, tmp_path):
    plan = shop_with_numbers(tmp_path)
    words = ("--plan", str(plan), "incident")
    terminal.do(*words, "open", "--type", "network-attack")
    shop_with_numbers(tmp_path, id="other")
    walk = terminal.run(*words, "resume")
    answer(walk, "负责：店长 · 赵店长\r\n", "p")
    assert end(walk) == 0
    plan.unlink()
    walk = terminal.run(*words, "resume")
    answer(walk, "负责：店长 · 赵店长\r\n", "p")
    assert end(walk) == 0
