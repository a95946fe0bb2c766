"""What the scenario files a plan lists say of themselves: is it one, of which event type and plan.

Only so much of them is read as a rule about the plan needs; `validate` on the scenario does the
rest.
"""

import re
from collections.abc import Callable, Mapping
from os.path import normpath
from pathlib import Path as FilePath
from typing import Any, Final

from tmplan.errors import FileTrouble
from tmplan.plan.index import Script, group, listed, word
from tmplan.plan.source import parse

MOST_READ: Final = 200
LARGEST: Final = 256 * 1024
"""Bytes of a scenario that are looked at; people write far fewer."""
_KIND: Final = re.compile(rb"""^(?:\xef\xbb\xbf)?["']?tmplan-drill["']?[ ]*:""", re.MULTILINE)
_EVENT: Final = re.compile(rb"""^event:[ ]+([a-z0-9][a-z0-9-]*)[ ]*(?:#.*)?\r?$""", re.MULTILINE)
_PLAN: Final = re.compile(rb"""^plan:[ ]+([^\s"'#][^\s#]*)[ ]*(?:[ ]#.*)?\r?$""", re.MULTILINE)


def scripts(
    words: Mapping[str, Any], folder: FilePath, name: str, read: Callable[[FilePath], bytes]
) -> dict[str, Script]:
    """Each scenario that is listed, under the name the plan gives it."""
    named = listed(group(words.get("drills")).get("scenarios"))[:MOST_READ]
    own = folder / name if name != "-" else None
    looked_at: dict[str, Script] = {}
    found: dict[str, Script] = {}
    for each in named:
        if word(each):
            place = normpath(folder / each)
            if place not in looked_at:
                looked_at[place] = _script(folder / each, own, read)
            found[each] = looked_at[place]
    return found


def _script(path: FilePath, own: FilePath | None, read: Callable[[FilePath], bytes]) -> Script:
    try:
        data = read(path)[:LARGEST]
    except FileTrouble:
        return Script(found=False)
    if not _KIND.search(data):
        return Script(found=True)
    event, plan = (_plainly(data, each) for each in (_EVENT, _PLAN))
    if not event or not plan:
        said = group(parse(data, path.as_posix()).value)
        event, plan = (word(said.get(key)) or "" for key in ("event", "plan"))
    return Script(found=True, event=event, is_ours=_same(path.parent / plan, own))


def _same(one: FilePath, other: FilePath | None) -> bool:
    """Whether two names are of one file; nobody knows it of a plan that has no name."""
    return other is None or normpath(one) == normpath(other) or one.resolve() == other.resolve()


def _plainly(data: bytes, line: re.Pattern[bytes]) -> str:
    """What nearly every scenario says on a line of its own; nothing where it is said otherwise."""
    found = line.findall(data)
    return found[0].decode("utf-8", "replace") if len(found) == 1 else ""
