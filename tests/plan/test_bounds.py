"""Files that break other programs: one problem with its place, little time, little memory.

Every file is checked by a process of its own, and the counters of the system are looked at, not a
clock: other work on the machine does not matter.
"""

import os
import sys
from pathlib import Path

import pytest
from counters import Spent, run

from tmplan.cli.finding import files_of
from tmplan.errors import FileTrouble
from tmplan.plan.load import MOST_PROBLEMS, load_plan, plan_of
from tmplan.plan.problem import Severity

if sys.platform == "win32":
    pytest.skip("counts with wait4", allow_module_level=True)

MOST_SECONDS = 1.0  # beyond what the smallest plan takes
MOST_MEGABYTES = 200
MB = 1024 * 1024
MINIMAL = (Path(__file__).parents[1] / "minimal.yaml").read_bytes()
CHINESE = "标题: 天猫店铺应急预案\n目的: 保护店铺和买家\n"
TRADITIONAL = "標題: 網路攻擊與資料外洩的應變計畫\n目的: 保護店鋪與買家的資料安全\n"


END = MINIMAL.count(b"\n") + 1
CHAIN = b"".join(b"    g%d: {name: x, under: g%d}\n" % (i, i + 1) for i in range(3_000))
STEPS = "".join(
    f"        - {{id: s{i}, do: x, role: chief, within: 5 min, after: [s{i - 1}]}}\n"
    for i in range(3_000)
)


def laughs(inner: str, end: str) -> str:
    text = "a0: &a0 [x,x,x,x,x,x,x,x,x]\n"
    for i in range(1, 30):
        text += f"a{i}: &a{i} {inner}{','.join([f'*a{i - 1}'] * 9)}{end}\n"
    return text


def more(text: str | bytes) -> bytes:
    """The smallest plan with lines added."""
    return MINIMAL + (text if isinstance(text, bytes) else text.encode())


FILES: dict[str, tuple[bytes | str, str]] = {
    "alias-bomb": (laughs("[", "]"), "5:10: TM105"),
    "alias-bomb-in-notes": (
        more("x-" + laughs("[", "]").replace("\n", "\nx-")),
        f"{END + 4}:12: TM105",
    ),
    "merge-key-bomb": (laughs("{<<: [", "]}"), "2:10: TM109"),
    "20000-open-brackets": ("a: " + "[" * 20_000, "1:67: TM110"),
    "20000-open-braces": ("{a: " * 20_000, "1:257: TM110"),
    "20000-open-dashes": ("- " * 20_000, "1:129: TM110"),
    "self-reference": ("a: &a [*a]\n", "1:8: TM104"),
    "self-reference-below": (more("x-a: &a\n  b:\n    c: *a\n"), f"{END + 2}:8: TM104"),
    "equal-keys": (more("title: x\n" * 400_000), f"{END}:1: TM102"),
    "50-megabytes": (b"a: b\n" * (10 * MB), "1:1: TM006"),
    "10-megabyte-scalar": (b"a: " + b"x" * (10 * MB), "1:1: TM006"),
    "5-megabyte-title": (MINIMAL.replace(b"Minimal plan", b"x" * (5 * MB - 9_999)), "3:8: TM207"),
    "nul": (more(b"x-a: b\x00e\n"), f"{END}:7: TM003"),
    "million-nuls": (b"a: " + b"\x00\x01 " * 500_000, "1:4: TM003"),
    "utf-16": (CHINESE.encode("utf-16"), "1:1: TM002"),
    "utf-16-without-mark": ("a: b\n".encode("utf-16-be"), "1:1: TM002"),
    "utf-32": (CHINESE.encode("utf-32"), "1:1: TM002"),
    "gbk": (CHINESE.encode("gbk"), "1:1: TM001"),
    "gbk-later": (more(CHINESE.encode("gbk")), f"{END}:1: TM001"),
    "gbk-4-megabytes": (CHINESE.encode("gbk") * 90_000, "1:1: TM001"),
    "big5": (TRADITIONAL.encode("big5"), "1:1: TM001"),
    "utf-8-cut-off": (CHINESE.encode()[:-2], "2:11: TM011"),
    "half-characters-as-bytes": (more(b"x-a: \xed\xa0\x80\n"), f"{END}:6: TM011"),
    "half-characters-as-escapes": (more(b'x-a: "\\ud800"\n'), f"{END}:7: TM120"),
    "mark-in-the-middle": (more("x-a: b\nx-c: \ufeffd\n"), f"{END + 1}:6: TM005"),
    "mixed-line-ends": (more(b"x-a: b\r\nx-b: d\nx-c: f\rx-d: h\n"), f"{END + 2}:7: TM004"),
    "only-returns": (b"\r" * (4 * MB), "1:1: TM004"),
    "tabs": (more(b"x-a:\n\tb: c\n"), f"{END + 1}:1: TM115"),
    "several-documents": (more(b"---\na: b\n"), f"{END}:1: TM113"),
    "custom-tag": (more(b"x-a: !include x.yaml\n"), f"{END}:6: TM106"),
    "python-tag": (more(b"x-a: !!python/object/apply:os.system [ls]\n"), f"{END}:6: TM106"),
    "million-names": (b"a: [" + b"&n x, " * 500_000 + b"]\n", "1:11: TM119"),
    "million-unknown-names": (b"a: [" + b"*n , " * 500_000 + b"]\n", "1:5: TM103"),
    "empty": (b"", "1:1: TM111"),
    "only-comments": (b"# x\n" * 500_000, "1:1: TM111"),
    "million-backslashes": (b'a: "' + b"\\" * 4_000_000, "1:4: TM117"),
    "chain-of-groups": (MINIMAL.replace(b"    team:\n", CHAIN + b"    team:\n"), "19:5: TM618"),
    "chain-of-steps": (more(STEPS), f"{END}:63: TM304"),
}
"""Each with the place and code of its first problem."""


@pytest.fixture(scope="module")
def folder(tmp_path_factory) -> Path:
    here = tmp_path_factory.mktemp("hazards")
    for name, (content, _) in FILES.items():
        data = content if isinstance(content, bytes) else content.encode()
        (here / f"{name}.yaml").write_bytes(data)
    (here / "minimal.yaml").write_bytes(MINIMAL)
    return here


@pytest.fixture(scope="module")
def check(folder):
    def check(*names: str, seed: str = "0", given: bytes = b"") -> Spent:
        env = {each: os.environ[each] for each in os.environ if each[:6] != "TMPLAN"}
        env |= {"PYTHONHASHSEED": seed, "TMPLAN_STATE": str(folder), "TMPLAN_LANG": "en"}
        words = ("validate", *names, "--today", "2026-11-24", "--output-format", "concise")
        spent = run(*words, folder=folder, env=env, given=given)
        assert "Traceback" not in spent.said + spent.complained
        assert "TM000" not in spent.said + spent.complained
        return spent

    return check


@pytest.fixture(scope="module")
def smallest(check) -> float:
    """What checking the smallest plan costs, the quickest of three times."""
    return min(check("minimal.yaml").seconds for _ in range(3))


@pytest.mark.parametrize("name", FILES)
def test_a_hazard_is_named_at_its_place_for_little(name: str, check, smallest: float) -> None:
    spent = check(f"{name}.yaml")
    first, *others = spent.said.splitlines()
    assert first.startswith(f"{name}.yaml:{FILES[name][1]}")
    assert len(others) <= MOST_PROBLEMS
    assert spent.status == (0 if "TM005" in first else 1)
    assert spent.seconds - smallest < MOST_SECONDS
    assert spent.megabytes < MOST_MEGABYTES


def test_the_answers_are_always_the_same(check) -> None:
    """Many hazards at once, twice, with other dice for whatever has no order of its own."""
    names = [f"{name}.yaml" for name, (content, _) in FILES.items() if len(content) < 30_000]
    one, two = (check(*names, seed=seed) for seed in ("1", "2"))
    assert len(names) > 20
    assert one.said == two.said
    assert one.status == two.status == 1


def test_what_is_no_file_is_said_in_one_sentence(check, folder: Path, smallest: float) -> None:
    """A folder, a pipe, what is not there: status 3, and nobody waits."""
    (folder / "empty-folder").mkdir()
    os.mkfifo(folder / "pipe.yaml")
    (folder / "gone.yaml").symlink_to("nowhere.yaml")
    (folder / "circle.yaml").symlink_to("circle.yaml")
    for name, sentence in {
        "empty-folder": "the folder empty-folder holds no plan and no scenario",
        "pipe.yaml": "pipe.yaml is not an ordinary file",
        "gone.yaml": "there is no file gone.yaml",
        "circle.yaml": "circle.yaml cannot be read",
        "missing.yaml": "there is no file missing.yaml",
        "nul\n.yaml": "there is no file",
        "minimal.yaml/x": "minimal.yaml/x",
        "/dev/zero": "/dev/zero is not an ordinary file",
    }.items():
        spent = check(name)
        assert spent.status == 3, name
        assert sentence in spent.complained
        assert spent.seconds - smallest < MOST_SECONDS
        assert spent.megabytes < MOST_MEGABYTES


@pytest.mark.skipif(hasattr(os, "geteuid") and os.geteuid() == 0, reason="root reads everything")
def test_a_file_nobody_may_read_is_said(check, folder: Path) -> None:
    (folder / "closed.yaml").write_bytes(MINIMAL)
    (folder / "closed.yaml").chmod(0)
    spent = check("closed.yaml")
    assert spent.status == 3
    assert "closed.yaml cannot be read" in spent.complained


def test_standard_input_is_bounded_too(check, smallest: float) -> None:
    spent = check("-", given=b"a: b\n" * (10 * MB))
    assert spent.said.startswith("-:1:1: TM006")
    assert spent.seconds - smallest < MOST_SECONDS
    assert spent.megabytes < MOST_MEGABYTES


def test_a_file_that_disappears_meanwhile_is_said(tmp_path: Path) -> None:
    """Between the look at a folder and the reading of its files."""
    (tmp_path / "a.yaml").write_bytes(MINIMAL)
    found = files_of(str(tmp_path))
    path = next(found)
    path.unlink()
    with pytest.raises(FileTrouble) as caught:
        load_plan(path)
    assert caught.value.exit_status == 3


def test_two_hundred_warnings_never_hide_an_error() -> None:
    people = b"".join(b"    p%d: {name: P}\n" % i for i in range(300))
    text = MINIMAL.replace(b"    li:\n", people + b"    li:\n")
    assert plan_of(text, "x", Path("nowhere")).model
    text = text.replace(b"role: chief\n          need", b"role: nobody\n          need")
    loaded = plan_of(text, "x", Path("nowhere"))
    assert loaded.model is None
    assert len(loaded.problems) == MOST_PROBLEMS
    assert Severity.ERROR in {each.code.severity for each in loaded.problems}
