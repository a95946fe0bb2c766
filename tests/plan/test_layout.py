"""The layout of a plan: the same data, the same comments, the same text the second time."""

import random
import re
import sys
from pathlib import Path
from textwrap import dedent

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tmplan.drill.scenario import Scenario
from tmplan.plan.model import Plan
from tmplan.plan.source import parse
from tmplan.plan.tidy import tidy

sys.path.insert(0, str(Path(__file__).parent))
from scribble import Scribbler, as_written, in_order

ROOT = Path(__file__).parents[2]
MINIMAL = (ROOT / "tests" / "minimal.yaml").read_text("utf-8")
WINDY = """\
# 大风来了怎么办
tmplan: 1
id: wind
title: 大风应急预案  # 示例
organisation:
  roles:
    chief:
      name: 组长
      duties:
        - 通知：全体人员；留证，断电
      deputies: [wang, li]
events:
  wind:
    name: 大风
    steps:
      respond:
        - id: shut
          do: 关好门窗
          role: chief
        # 先人后物
        - id: leave
          do: |
            离开：先人，后物
            再说
          role: chief
"""
OURS = sorted(path for path in (ROOT / "plans").rglob("*.yaml") if "answers" not in path.parts)


def tidied(text, model=Plan, key="tmplan"):
    data = text if isinstance(text, bytes) else text.encode()
    return tidy(data, "plan.yaml", model, key)


@settings(max_examples=150, deadline=None)
@given(st.integers(0, 2**32))
def test_a_careless_plan_keeps_its_data_and_its_comments(seed):
    scribbler = Scribbler(random.Random(seed))
    data = {"tmplan": "1", **scribbler.data(Plan)}
    text = scribbler.file(data)
    source = parse(text.encode(), "plan.yaml")
    assert source.value == data, source.problems
    new = tidied(text).text
    assert new is not None, text
    assert as_written(parse(new.encode(), "").value) == in_order(data, Plan)
    assert tidied(new).text == new
    kept = re.findall(r"# (?:note|yaml-).*", new)
    assert sorted(kept) == sorted(scribbler.comments)


@pytest.mark.parametrize("path", OURS, ids=lambda path: path.name)
def test_our_own_plans_have_the_usual_layout(path):
    scenario = path.parent.name == "drills"
    text = path.read_text("utf-8")
    new = tidied(text, *((Scenario, "tmplan-drill") if scenario else (Plan, "tmplan")))
    assert new.text == text
    assert new.notes == ()


def becomes(before, after):
    new = tidied(dedent(before))
    assert new.text == dedent(after)
    assert tidied(new.text).text == new.text
    return [(note.message.partition(":")[0], *note.params.values()) for note in new.notes]


LAYOUTS = {
    "keys in the order of the format, ids and lists as they were": (
        """\
        tmplan: 1
        about: {review: {last: 2026-11-20, every: 1 year}, purpose: p}
        id: x
        organisation:
          roles:
            zoe: {group: g, name: Z}
            amy: {name: A}
        """,
        """\
        tmplan: 1
        id: x
        about: {purpose: p, review: {every: 1 year, last: 2026-11-20}}
        organisation:
          roles:
            zoe: {name: Z, group: g}
            amy: {name: A}
        """,
    ),
    "unknown keys after known ones, own notes last": (
        "x-a: 1\nunheard: 2\ntmplan: 1\nx-b: 3\nid: i\n",
        "tmplan: 1\nid: i\nunheard: 2\nx-a: 1\nx-b: 3\n",
    ),
    "two spaces, lists under their key": (
        "tmplan: 1\nphases:\n-    name: b\n     id: a\n-\n  id: c\nparts: [a,b , c]\n",
        "tmplan: 1\nparts: [a, b, c]\nphases:\n  - id: a\n    name: b\n  - id: c\n",
    ),
    "brackets over several lines become lines": (
        "tmplan: 1\nparts: [\n  a, # one\n  # two\n  b,\n]  # three\n",
        "tmplan: 1\nparts:  # three\n  - a  # one\n  # two\n  - b\n",
    ),
    "brackets that make a line too long become lines": (
        f"tmplan: 1\nparts: [{'a' * 60}, {'b' * 40}]\n",
        f"tmplan: 1\nparts:\n  - {'a' * 60}\n  - {'b' * 40}\n",
    ),
    "JSON": (
        '{"id": "a", "tmplan": 1, "about": {"scope": "s"}, "parts": []}',
        'tmplan: 1\nid: "a"\nparts: []\nabout: {scope: "s"}\n',
    ),
    "documents marks and directives": (
        "%YAML 1.2\n---\ntmplan: 1\nid: a\n...\n",
        "tmplan: 1\nid: a\n",
    ),
    "comments move with the key they stand above": (
        """\
        tmplan: 1
        # about the phases
        phases:  # beside

          # first phase
          -   # beside the dash
            # above the name
            name: P
            # above the id
            id: i
            # end of the phase
          # end of the phases
        # above the id
        id: x  # beside the id
        # the end
        """,
        """\
        tmplan: 1
        # above the id
        id: x  # beside the id
        # about the phases
        phases:  # beside
          # first phase
          # beside the dash
          # above the id
          - id: i
            # above the name
            name: P
            # end of the phase
          # end of the phases
        # the end
        """,
    ),
    "what stands above a blank line at the top belongs to the file": (
        "# yaml-language-server: $schema=s\n# head\n\n# of the id\nid: a\ntmplan: 1\n",
        "# yaml-language-server: $schema=s\n# head\n\ntmplan: 1\n# of the id\nid: a\n",
    ),
    "a head without a blank line stays at the top, too": (
        "# head\nid: a\n# about tmplan\ntmplan: 1\n",
        "# head\n\n# about tmplan\ntmplan: 1\nid: a\n",
    ),
    "one blank line at most, none at the beginning of a group or at the end": (
        "\n\ntmplan: 1\n\n\n\nid: x\nabout:\n\n  scope: s\n\n\n",
        "tmplan: 1\n\nid: x\nabout:\n  scope: s\n",
    ),
    "a commented list stays with its key": (
        "tmplan: 1\nphases:\n  # - id: x\n  #   name: y\nid: a\n",
        "tmplan: 1\nid: a\nphases:\n  # - id: x\n  #   name: y\n",
    ),
    "blocks of text keep their signs and lines": (
        """\
        tmplan: 1
        about:
            prevails: >-
               folded
                more

               text
            purpose: |  # beside
                  a
                    b

            scope: |+
              kept


            supersedes: |2
                indented
              less
        """,
        """\
        tmplan: 1
        about:
          purpose: |  # beside
            a
              b

          scope: |+
            kept


          supersedes: |2
              indented
            less
          prevails: >-
            folded
             more

            text
        """,
    ),
    "a block of text at the end without a line end": (
        "tmplan: 1\ntitle: |\n  a",
        "tmplan: 1\ntitle: |-\n  a\n",
    ),
    "text over several lines": (
        "tmplan: 1\ntitle: one\n      two  # beside\nid: 'a\n\n b'\n",
        "tmplan: 1\nid: 'a\n\n  b'\ntitle: one\n  two  # beside\n",
    ),
    "names and repeats": (
        "tmplan: 1\nid: &a x\nphases:\n- &b\n  id: *a\n- *b\ntitle: &c\n  'y'\n",
        "tmplan: 1\nid: &a x\ntitle: &c 'y'\nphases:\n  - &b\n    id: *a\n  - *b\n",
    ),
    "nothing after a colon or a dash stays nothing": (
        "tmplan: 1\nid:\ntitle: ~\nparts: [a, null]\nphases:\n-\n- {}\n",
        "tmplan: 1\nid:\ntitle: ~\nparts: [a, null]\nphases:\n  -\n  - {}\n",
    ),
    "question marks": (
        '? tmplan\n: 1\n? "a\n  b"\n: 2\n',
        'tmplan: 1\n"a b": 2\n',
    ),
}


@pytest.mark.parametrize("name", LAYOUTS)
def test_a_layout(name):
    assert becomes(*LAYOUTS[name]) == []


def test_texts_that_others_take_for_something_else_get_quotes():
    notes = becomes(
        "tmplan: 1\nid: no\ntitle: 1.10\nversion: 010\nparts: [12:30, a, 2026-01-01]\n"
        "about: {effective: 2026-01-01}\nquestions: {y: {several: true}}\nx-a: 1.0\n",
        'tmplan: 1\nid: "no"\ntitle: "1.10"\nversion: "010"\nparts: ["12:30", a, "2026-01-01"]\n'
        'about: {effective: 2026-01-01}\nquestions: {"y": {several: true}}\nx-a: 1.0\n',
    )
    assert notes[0][1] == 5
    text = tidied("tmplan: 1\nid: no\ntitle: 1.10\n0x1: yes\n").text
    assert parse(text.encode(), "").problems == ()


def test_keys_keep_their_order_where_a_repeat_would_come_first():
    notes = becomes("tmplan: 1\ntitle: &a x\nid: *a\n", "tmplan: 1\ntitle: &a x\nid: *a\n")
    assert len(notes) == 1


SLIPS = {
    "a mark at the beginning": (b"\xef\xbb\xbftmplan: 1\n", "tmplan: 1\n"),
    "line ends of Windows": (
        b"tmplan: 1\r\ntitle: |\r\n  a\r\n",
        "tmplan: 1\ntitle: |\n  a\n",
    ),
    "GBK": ("tmplan: 1\ntitle: 天猫店铺\n".encode("gbk"), "tmplan: 1\ntitle: 天猫店铺\n"),
    "GB18030": (
        "tmplan: 1\ntitle: 天猫店铺应急预案，䶮先生\n".encode("gb18030"),
        "tmplan: 1\ntitle: 天猫店铺应急预案，䶮先生\n",
    ),
    "UTF-16": ("tmplan: 1\ntitle: 天猫\n".encode("utf-16"), "tmplan: 1\ntitle: 天猫\n"),
    "UTF-16 without a mark": ("tmplan: 1\nid: 猫\n".encode("utf-16-be"), "tmplan: 1\nid: 猫\n"),
    "full-width colons": (
        "tmplan：1\nid：a\nabout:\n  scope：范围：全店\nphases:\n  - id：b\n    name：报告\n  - id：c\n",
        "tmplan: 1\nid: a\nabout:\n  scope: 范围：全店\nphases:\n  - id: b\n    name: 报告\n  - id: c\n",
    ),
    "full-width dashes": (
        "tmplan: 1\nphases:\n  － id: a\n    name: b\n  －id: c\nparts:\n  - a\n  － b\n",
        "tmplan: 1\nparts:\n  - a\n  - b\nphases:\n  - id: a\n    name: b\n  - id: c\n",
    ),
    "full-width signs in brackets": (
        "tmplan: 1\nparts: [a，b、 c]\nabout: {scope：全店}\n",
        "tmplan: 1\nparts: [a, b, c]\nabout: {scope: 全店}\n",
    ),
    "tabs": (
        "tmplan: 1\nabout:\n\tscope: |\n\t\ttext\n\treview:\n\t\tevery: 1\nphases:\n\t- id: a\n\t  name: b\n",
        "tmplan: 1\nabout:\n  scope: |\n    text\n  review:\n    every: 1\nphases:\n  - id: a\n    name: b\n",
    ),
    "a tab as wide as the spaces beside it": (
        "tmplan: 1\nabout:\n        scope: a\n\tpurpose: b\n",
        "tmplan: 1\nabout:\n  purpose: b\n  scope: a\n",
    ),
    "odd spaces around a block of text": (
        "tmplan:\u30001\nabout:\n\u3000scope: a\n\u3000purpose: |\n\u3000\u3000\u3000\u3000段落\n\xa0 prevails: b\n",
        "tmplan: 1\nabout:\n  purpose: |\n    段落\n  scope: a\n  prevails: b\n",
    ),
    "odd spaces beside ordinary ones": (
        "tmplan:\u30001\nabout:\n\u3000scope: a\n  purpose: b\n\xa0\xa0prevails: c\n",
        "tmplan: 1\nabout:\n  purpose: b\n  scope: a\n  prevails: c\n",
    ),
}


@pytest.mark.parametrize("name", SLIPS)
def test_a_slip_is_put_right_and_said(name):
    data, after = SLIPS[name]
    new = tidied(data)
    assert new.text == after
    assert new.notes


COLON = re.compile(r"^( *(?:- )?[a-z_]+): (?=[^|>\\[{&*\"'])", re.MULTILINE)
ITEM = re.compile(r"^( *)- (?=[a-z_]+: )", re.MULTILINE)


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 2**32))
def test_careless_typing_and_saving_is_undone(seed):
    dice = random.Random(seed)
    plan = dice.choice([MINIMAL, WINDY])
    text = COLON.sub(lambda found: found[0] if dice.randrange(4) else found[1] + "：", plan)
    text = ITEM.sub(lambda found: found[0] if dice.randrange(9) else found[1] + "－ ", text)
    if dice.randrange(2):
        text = re.sub("^ +", lambda found: "\t" * (len(found[0]) // 2), text, flags=re.MULTILINE)
    elif dice.randrange(2):
        text = re.sub(
            "^ +",
            lambda found: dice.choice([" ", "\xa0"]) * len(found[0]),
            text,
            flags=re.MULTILINE,
        )
    if dice.randrange(2):
        text = text.replace("\n", "\r\n")
    encoding = dice.choice(
        ["utf-8", "utf-8-sig", "gbk", "gb18030", "utf-16", "utf-16-le", "utf-32"]
    )
    data = text.encode("utf-8" if "\xa0" in text and encoding == "gbk" else encoding)
    assert tidied(data).text == plan


REFUSED = {
    "Big5": ("tmplan: 1\ntitle: 天貓商店的應變計畫與通報程序\n".encode("big5"), "TM001"),
    "damaged UTF-8": ("tmplan: 1\ntitle: 天猫店铺应急预案\n".encode()[:-2] + b"\n", "TM011"),
    "Latin-1": ("tmplan: 1\ntitle: Müller\n".encode("latin-1"), None),
    "no text": (b"\x00\x01\x02", "TM003"),
    "a key twice": (b"tmplan: 1\nid: a\nid: b\n", "TM102"),
    "a tag": (b"tmplan: 1\nid: !x a\n", "TM106"),
    "two documents": (b"tmplan: 1\n---\ntmplan: 1\n", "TM113"),
    "an open bracket": (b"tmplan: 1\nparts: [a\n", "TM118"),
    "tabs whose width decides": (b"tmplan: 1\nabout:\n\tscope: |\n\t\ta\n\t\t\tb\n", "TM115"),
    "tabs behind spaces": (b"tmplan: 1\nabout:\n  \tscope: a\n", "TM115"),
    "several full-width signs in brackets": (
        "tmplan: 1\nabout: {scope：a，purpose: b}\n".encode(),
        "TM009",
    ),
    "full-width quotes": ("tmplan: 1\n“a”: b\n”c\n".encode(), None),
    "a lone carriage return": (b"tmplan: 1\rid: a\r", "TM004"),
    "another kind of file": (b"services: {}\n", "TM212"),
    "empty": (b"", "TM111"),
    "too large": (b"#" * 6_000_000, "TM006"),
    "too deep": (b"tmplan: " + b"[" * 30_000, "TM110"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_only_a_person_can_put_right_is_refused(name):
    data, code = REFUSED[name]
    refused = tidied(data)
    assert refused.text is None
    codes = [each.code.id for each in refused.source.problems]
    assert codes
    if code:
        assert code in codes


@settings(max_examples=300, deadline=None)
@given(
    st.one_of(
        st.binary(max_size=80),
        st.text(max_size=80).map(str.encode),
        st.text(alphabet="tmplan: 1\n-[]{},&*#|>'\"?：－，\t\u3000ab", max_size=60).map(
            lambda text: b"tmplan: 1\n" + text.encode()
        ),
    )
)
def test_any_bytes_are_laid_out_or_refused(data):
    new = tidied(data)
    if new.text is not None:
        assert tidied(new.text).text == new.text
    else:
        assert new.source.problems, data
