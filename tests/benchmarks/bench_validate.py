"""How long checking plans takes, as ratios in one run: `python tests/benchmarks/bench_validate.py`.

What is compared is run in turn, one after the other, and the median of the ratios pair by pair is
shown: that is much the same on every machine, also on a busy one. Other checkers are installed from
PyPI into a folder of their own (the first argument, else one below the folder for temporary files).
Compile first, as an installed package is: `python -m compileall -q src`.
"""

import gc
import json
import os
import subprocess
import sys
import tempfile
import time
import venv
from collections.abc import Callable
from pathlib import Path
from statistics import median

import yaml
from plans import TODAY, plan_of_length

from tmplan.plan.load import PLAN_KEY, plan_of, words_of
from tmplan.plan.model import Plan
from tmplan.plan.proof import prove

HERE = Path(__file__).parent
PEERS = ("check-jsonschema", "yamllint", "ansible-lint")
SHORT, MANY = 500, 100
ROUNDS = int(os.environ.get("ROUNDS", "11"))
TASK = """\
    - name: Write configuration {n}
      ansible.builtin.template:
        src: config-{n}.j2
        dest: /etc/shop/config-{n}.conf
        owner: root
        group: root
        mode: "0644"
      when: shop_is_open | bool
"""


def seconds(act: Callable[[], object]) -> float:
    begun = time.perf_counter()
    act()
    return time.perf_counter() - begun


def ratio(
    ours: Callable[[], object], theirs: Callable[[], object], rounds: int, many: int = 1
) -> float:
    """The median of pairs; ``many`` is how often theirs counts."""
    ours(), theirs()
    return median(seconds(ours) / (seconds(theirs) * many) for _ in range(rounds))


def tell(what: str, found: float, aim: str) -> None:
    print(f"{what:72s} {found:6.2f}   (aim: {aim})", flush=True)


def inside(folder: Path) -> None:
    """After all imports, from bytes to the model, and to the proof."""
    data = plan_of_length(SHORT).encode()

    def everything(some: bytes = data) -> None:
        loaded = plan_of(some, "plan.yaml", folder, today=TODAY)
        assert not loaded.problems
        assert loaded.model
        assert not prove(loaded.model).problems

    def model(some: bytes = data) -> None:
        assert words_of(some, "plan.yaml", Plan, PLAN_KEY).model

    def theirs() -> None:
        yaml.load(data, yaml.CSafeLoader)

    many = ROUNDS * 15
    tell("500 lines: hazards and model / yaml.load(CSafeLoader)", ratio(model, theirs, many), "1.0")
    tell(
        "500 lines: and all rules and the proof / the same", ratio(everything, theirs, many), "2.0"
    )
    medium, large = (plan_of_length(lines).encode() for lines in (5_000, 50_000))
    gc.disable()  # as the command does
    for what, act in (("hazards and model", model), ("and all rules and the proof", everything)):
        found = ratio(
            lambda act=act: (act(large), gc.collect()),
            lambda act=act: (act(medium), gc.collect()),
            3,
            many=10,
        )
        tell(f"50,000 lines / 10 times 5,000 lines: {what}", found, "1.3")
    gc.enable()
    for name in ("store-command", "store"):
        path = HERE.parents[1] / "plans" / f"{name}.yaml"
        real = path.read_bytes()

        def ours(real: bytes = real, path: Path = path) -> None:
            model = plan_of(real, path.name, path.parent, today=TODAY).model
            assert model
            prove(model)

        known = ratio(ours, lambda real=real: yaml.load(real, yaml.CSafeLoader), many)
        tell(f"plans/{name}.yaml, all rules and the proof / yaml.load", known, "-")


def peers() -> Path:
    """The folder with the programs of others, installed once."""
    asked = sys.argv[1] if sys.argv[1:] else Path(tempfile.gettempdir(), "tmplan-bench-peers")
    folder = Path(asked)
    programs = folder / ("Scripts" if os.name == "nt" else "bin")
    if not (programs / "ansible-lint").exists():
        venv.create(folder, with_pip=True)
        subprocess.run([programs / "python", "-m", "pip", "install", "-q", *PEERS], check=True)
    listed = [programs / "python", "-m", "pip", "list", "--format", "json"]
    found = json.loads(subprocess.run(listed, check=True, capture_output=True).stdout)
    print(", ".join(f"{each['name']} {each['version']}" for each in found if each["name"] in PEERS))
    return programs


def command(words: list[object], folder: Path, programs: Path, good: set[int]) -> None:
    env = {**os.environ, "PATH": f"{programs}{os.pathsep}{os.environ['PATH']}", "TMPLAN_LANG": "en"}
    env["TMPLAN_STATE"] = str(folder / "state")
    done = subprocess.run(
        [str(each) for each in words], cwd=folder, env=env, check=False, capture_output=True
    )
    assert done.returncode in good, (words[:4], done.returncode, done.stderr[-500:])


def outside(folder: Path, programs: Path) -> None:
    """Whole processes."""
    one = folder / "plan.yaml"
    one.write_text(plan_of_length(SHORT), "utf-8")
    many = [folder / f"plan-{number}.yaml" for number in range(MANY)]
    for number, path in enumerate(many):
        text = plan_of_length(SHORT).replace("id: measured", f"id: measured-{number}")
        path.write_text(text, "utf-8")
    head = "---\n- name: Set up the shop\n  hosts: all\n  tasks:\n"
    tasks = (SHORT - head.count("\n")) // TASK.count("\n")
    (folder / "playbook.yml").write_text(
        head + "".join(TASK.format(n=number) for number in range(tasks)), "utf-8"
    )
    (folder / "small.yaml").write_text("name: a\nnumber: 1\n", "utf-8")
    tmplan = [sys.executable, "-m", "tmplan"]
    command([*tmplan, "schema", "--output", "schema.json"], folder, programs, {0})
    ours = [*tmplan, "validate", "--strict", "--today", TODAY.isoformat()]
    schema = [programs / "check-jsonschema", "--schemafile", "schema.json"]
    style = [programs / "yamllint", "-d", "relaxed"]
    ansible = [programs / "ansible-lint", "--offline", "playbook.yml"]
    baseline = [sys.executable, HERE / "baseline.py", "check", "small.yaml"]

    def process(words: list[object], *good: int) -> Callable[[], None]:
        return lambda: command(words, folder, programs, {0, *good})

    single, all_ = process([*ours, one]), process([*ours, *many])
    for name, words, good, aim in (
        ("the smallest Typer program", baseline, (), "1.5"),
        ("check-jsonschema with the schema of `tmplan schema`", [*schema, one], (), "0.9"),
        ("yamllint", [*style, one], (), "-"),
        ("ansible-lint on a playbook of 500 lines", ansible, (2,), "0.5"),
    ):
        rounds = ROUNDS if name != "ansible-lint on a playbook of 500 lines" else 3
        tell(f"one plan, whole process / {name}", ratio(single, process(words, *good), rounds), aim)
    tell("100 plans in one call / one plan", ratio(all_, single, 5), "4")
    for name, words in (("check-jsonschema", schema), ("yamllint", style)):
        found = ratio(process([*words, *many]), all_, 2)
        tell(f"100 plans: {name} / ours", found, "12 or more, better 20")


def main() -> None:
    print(f"Python {sys.version.split()[0]}, {os.cpu_count()} processors")
    with tempfile.TemporaryDirectory() as scratch:
        inside(Path(scratch))
        outside(Path(scratch), peers())


if __name__ == "__main__":
    main()
