"""``NAME=VALUE`` on a command line."""

from collections.abc import Mapping, Sequence

from tmplan.errors import WrongUse


def read_pairs(given: Sequence[str]) -> dict[str, str]:
    """``Q=A`` pairs.

    Raises:
        WrongUse: one has no equals sign, or a name comes twice.
    """
    pairs: dict[str, str] = {}
    for text in given:
        name, equals, value = text.partition("=")
        if not equals or not name.strip():
            raise WrongUse("{given} is not NAME=VALUE", given=text)
        if name.strip() in pairs:
            raise WrongUse("{name} is given twice", name=name.strip())
        pairs[name.strip()] = value.strip()
    return pairs


def split_answers(pairs: Mapping[str, str]) -> dict[str, list[str]]:
    """Answers as given on a command line: several are apart by commas."""
    return {name: [part.strip() for part in text.split(",")] for name, text in pairs.items()}
