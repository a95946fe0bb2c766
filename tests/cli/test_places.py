"""Where the plan and the records lie."""

import pytest

from tmplan.cli.places import find_plan, find_records, make_records, value_in_head
from tmplan.errors import FileTrouble


def plan(folder, name, text="tmplan: 1\n"):
    path = folder / "plans" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def test_the_only_plan_of_the_nearest_folder_is_found(tmp_path):
    plan(tmp_path, "outer.yaml")
    inner = plan(tmp_path / "shop", "inner.yml")
    below = tmp_path / "shop" / "a" / "b"
    below.mkdir(parents=True)
    assert find_plan(None, below) == inner


@pytest.mark.parametrize(
    "text",
    [
        "tmplan: 1\n",
        "\ufefftmplan: 1\n",
        "# 预案\n\n---\ntmplan : 1\n",
        "%YAML 1.2\n---\n'tmplan': 1\n",
        '# a\r\n"tmplan": 1\r\n',
    ],
)
def test_a_plan_is_known_by_its_first_key(tmp_path, text):
    plan(tmp_path, "drill.yaml", "tmplan-drill: 1\n")
    plan(tmp_path, "part.yaml", "tmplan-part: 1\n")
    plan(tmp_path, "other.yaml", "name: x\ntmplan: 1\n")
    path = plan(tmp_path, "shop.yaml", text)
    assert find_plan(None, tmp_path) == path


def test_a_file_of_blank_lines_is_no_plan_and_costs_no_time(tmp_path):
    plan(tmp_path, "blank.yaml", "\n" * 4000)
    path = plan(tmp_path, "shop.yaml")
    assert find_plan(None, tmp_path) == path


def test_a_plan_in_utf16_is_seen_too(tmp_path):
    path = plan(tmp_path, "shop.yaml")
    path.write_bytes("tmplan: 1\n".encode("utf-16"))
    assert find_plan(None, tmp_path) == path


def test_among_several_the_store_plan_is_meant(tmp_path):
    plan(tmp_path, "a.yaml")
    path = plan(tmp_path, "store.yaml")
    assert find_plan(None, tmp_path) == path


def test_a_damaged_store_plan_is_still_the_plan(tmp_path):
    path = plan(tmp_path, "store.yaml", "tmplan：1\n")
    assert find_plan(None, tmp_path) == path


def test_several_plans_are_listed_and_one_is_named(tmp_path):
    plan(tmp_path, "a.yaml")
    plan(tmp_path, "b.yaml")
    with pytest.raises(FileTrouble) as caught:
        find_plan(None, tmp_path)
    assert caught.value.params["plans"] == "a.yaml, b.yaml"
    assert "--plan {first}" in caught.value.hint


@pytest.mark.parametrize("named", [None, "plans", "missing.yaml"])
def test_no_plan_is_trouble_with_a_file(tmp_path, named):
    (tmp_path / "plans").mkdir()
    with pytest.raises(FileTrouble):
        find_plan(named, tmp_path)


def test_a_named_plan_or_folder_of_plans_is_taken(tmp_path):
    path = plan(tmp_path, "a.yaml")
    assert find_plan("plans/a.yaml", tmp_path) == path
    assert find_plan("plans", tmp_path) == path
    assert find_plan(str(path), tmp_path / "elsewhere") == path


def test_records_lie_beside_the_folder_of_the_plan(tmp_path):
    plan(tmp_path, "a.yaml")
    below = tmp_path / "x"
    below.mkdir()
    assert find_records(None, None, below) == tmp_path / "records"
    assert find_records(None, "../plans/a.yaml", below) == (tmp_path / "records").resolve()
    assert find_records(None, "../a.yaml", below) == below / "records"
    assert find_records("r", "../plans/a.yaml", below) == below / "r"


def test_new_records_are_kept_out_of_git_and_old_ones_left_alone(tmp_path):
    folder = make_records(tmp_path / "a" / "records")
    assert (folder / ".gitignore").read_bytes() == b"*\n"
    (folder / ".gitignore").unlink()
    (folder / "INC-1").mkdir()
    assert not (make_records(folder) / ".gitignore").exists()


def test_records_that_cannot_be_made_say_why(tmp_path):
    (tmp_path / "file").touch()
    with pytest.raises(FileTrouble) as caught:
        make_records(tmp_path / "file")
    assert caught.value.exit_status == 3


def test_a_value_is_seen_without_reading_yaml(tmp_path):
    path = plan(tmp_path, "a.yaml", "tmplan: 1\nabout:\n  language: fr\nlanguage: 'zh-CN' # x\n")
    assert value_in_head(path, "language") == "zh-CN"
    assert value_in_head(path, "timezone") == ""
    assert value_in_head(tmp_path, "language") == ""
