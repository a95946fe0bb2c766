"""A plan holds no passwords, keys or tokens.

It is printed, mailed, shown on screens and kept in version control for years. Write where a secret
is kept and who may open it, never the secret. Known are private keys, the access keys and tokens
of common services and robots, and words such as `password:` or `密码：` with a value behind them
that has a digit in it.

Bad::

    events:
      flood:
        name: Flood
        steps:
          respond:
            - id: leave
              do: Leave the building.
              role: chief
              need: must
              within: 5 min
            - id: enter
              do: Sign in to the shop.
              role: chief
              why: "The password: t7mall#9"

Good::

    events:
      flood:
        name: Flood
        steps:
          respond:
            - id: leave
              do: Leave the building.
              role: chief
              need: must
              within: 5 min
            - id: enter
              do: Sign in to the shop.
              role: chief
              why: The password lies in the safe of the chief.
"""

import re
from collections.abc import Iterator
from typing import Final

from tmplan.errors import Word
from tmplan.plan.index import Index
from tmplan.plan.problem import Fault, Severity

CODE: Final = "TM901"
NAME: Final = "secret-in-plan"
SEVERITY: Final = Severity.ERROR
MESSAGE: Final = "{kind} stands here for everybody to read"
HINT: Final = "change it now, write here where it is kept, and delete it from old versions, too"

KEY: Final = Word("a private key")
TOKEN: Final = Word("an access key or token")
PASSWORD: Final = Word("a password")
_KINDS: Final = {"key": KEY, "token": TOKEN, "password": PASSWORD}
_SIGNS: Final = (
    *("PRIVATE KEY", "AKIA", "ASIA", "AKID", "LTAI", "sk-", "gho_", "ghp_", "ghr_", "ghs_", "ghu_"),
    *("github_pat_", "xox", "eyJ", "access_token", "webhook/", "assw", "ASSW", "pwd", "PWD"),
    *("assphrase", "ASSPHRASE", "ecret", "SECRET", "oken", "TOKEN", "ccess", "ACCESS", "api"),
    *("API", "Api", "密码", "口令", "密钥", "令牌"),
)
"""One of these stands in every text with a secret that is known, whatever its capitals."""
_SECRET: Final = re.compile(
    r"""
      (?P<key> -----BEGIN\ [A-Z ]*PRIVATE\ KEY----- )
    | (?P<token> (?<![A-Za-z0-9]) (?:
          (?:AKIA|ASIA)[0-9A-Z]{16} | LTAI[0-9A-Za-z]{12,30} | AKID[0-9A-Za-z]{32,40}
        | sk-[A-Za-z0-9_-]{20,} | gh[pousr]_[A-Za-z0-9]{36,} | github_pat_[A-Za-z0-9_]{40,}
        | xox[abprs]-[A-Za-z0-9-]{10,} | eyJ[A-Za-z0-9_-]{8,}\.eyJ[A-Za-z0-9_-]{8,}
        | access_token=[0-9A-Za-z]{32,} | webhook/send\?key=[0-9a-f-]{32,}
      ) )
    | (?P<password> (?i: passw(?:or)?d|pwd|passphrase|secret|api[ _-]?key|access[ _-]?key|token
                        | 密码|口令|密钥|令牌 )
          [ ]* (?: is\b | [:=：是为] ) [ ]* ["'“「]?
          (?! [{$<*] | https?:// ) (?= [!-~]*[0-9] ) [!-~]{4,} )
    """,
    re.VERBOSE,
)


def check(plan: Index) -> Iterator[Fault]:
    """Every text that holds something that opens a door."""
    for path, each in plan.holding(_SIGNS, _SECRET):
        found = _SECRET.search(each)
        group = found.lastgroup if found else None
        yield Fault(path, {"kind": _KINDS.get(group or "", TOKEN)})
