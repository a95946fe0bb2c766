"""The page of all rules, in both languages, out of the rules themselves.

`python tests/rules_page.py` writes docs/rules.md and docs/rules.zh-CN.md anew.
"""

from difflib import unified_diff
from pathlib import Path

from tmplan.cli.excerpt import severity_word
from tmplan.cli.explain import titles, unfilled
from tmplan.cli.explained import all_explained
from tmplan.i18n import language, say, speak

DOCS = Path(__file__).parents[1] / "docs"
NAMES = {"en": "rules.md", "zh": "rules.zh-CN.md"}
HEADS = {
    "en": """# What `tmplan validate` finds

[中文](rules.zh-CN.md)

Written by `python tests/rules_page.py` out of the rules; do not edit it by hand. `tmplan explain
CODE` shows the same at a prompt, with whole examples. Errors stop a plan from being used, warnings
count with `--strict`, notices never do. A code and its name stay what they are; a number is never
used again.

The examples lie over `tests/minimal.yaml` and are read as on 24 November 2026. A line with `-` is
what is wrong, a line with `+` what is right.
""",
    "zh": """# `tmplan validate` 检查什么

[English](rules.md)

本页由 `python tests/rules_page.py` 根据规则文件生成，请勿手工修改。`tmplan explain 代码` 在命令行里显示同样的内容和完整的例子。
错误会使预案不能使用，警告在 `--strict` 时才算数，提示从不算数。代码和名称不会改变，编号不会重复使用。

例子叠加在 `tests/minimal.yaml` 上，按 2026 年 11 月 24 日这一天判断。带 `-` 的行是错的，带 `+` 的行是对的。
""",
}


def page(tongue):
    """The whole page in one language."""
    before = language()
    speak(tongue)
    try:
        return HEADS[tongue] + "".join(groups())
    finally:
        speak(before)


def groups():
    known = all_explained()
    for number, title in enumerate(titles()):
        yield f"\n## TM{number} {title}\n"
        for each in known:
            if each.id[2] == str(number):
                yield from section(each)


def section(each):
    yield f"\n### {each.id} {each.name}\n\n**{severity_word(each.severity)}**\n"
    for paragraph in each.why.split("\n\n"):
        yield f"\n{say(paragraph)}\n"
    yield "\n"
    for message, hint in each.sentences:
        advice = say("help: {advice}", advice=unfilled(hint)) if hint else ""
        yield f"- {unfilled(message)}" + (f"  \n  {advice}\n" if advice else "\n")
    if each.bad:
        yield f"\n```diff\n{difference(each.bad, each.good)}```\n"


def difference(bad, good):
    """What makes the bad example good, with the lines around it."""
    lines = unified_diff(bad.split("\n"), good.split("\n"), n=4, lineterm="")
    shown = ["…" if line.startswith("@@") else line.rstrip() for line in list(lines)[2:]]
    return "\n".join(shown[1:] if shown[0] == "…" else shown) + "\n"


def main():
    for tongue, name in NAMES.items():
        (DOCS / name).write_text(page(tongue), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
