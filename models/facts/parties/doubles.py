"""Names of a text that are one party: Huawei and Huawei Technologies Co., SMIC in full."""

import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from typing import Final, Protocol, TypeVar

from dualuse.models.facts.parties.words import MARK

_WORD: Final = re.compile(r"[A-Z][\w'-]*|[a-z]{1,2}[A-Z]\w*")
_LEGAL: Final = re.compile(
    r"[ ,]+(?:Co|Ltd|Inc|LLC|Corp|Limited|GmbH|JSC|PLC|plc|AG|SE|SA|FZE|Company|Corporation)\b.*$"
)
_SIGNS: Final = re.compile(r"[\W_]+")
_SHORTEST: Final = 3  # letters of an abbreviation that stands for the words of a name


class Named(Protocol):
    """A party's name, its place and what is known of it."""

    @property
    def name(self) -> str:
        """The name as written."""

    @property
    def end(self) -> int:
        """Where it ends."""

    @property
    def features(self) -> Mapping[str, float]:
        """What speaks for it; `entry` and `column` are those of a list or a table."""


Party = TypeVar("Party", bound=Named)


def doubles(folded: str, parties: Sequence[Party]) -> dict[str, str]:
    """Which names are short or other forms of another party's name, each with that name.

    The entries of a list are each a party of its own: Huawei and its subsidiary.
    """
    found: dict[str, str] = {}
    first: dict[str, str] = {}
    initials = {
        _initials(each.name, legal=legal): each.name for each in parties for legal in (0, 1)
    }
    bracketed = {short: each.name for each in parties if (short := _in_brackets(folded, each.end))}
    whole = sorted({each.name for each in parties})
    for each in parties:
        same = first.setdefault(_SIGNS.sub("", each.name.casefold()), each.name)
        if each.features["entry"] or each.features["column"]:
            continue
        full = same if same != each.name else bracketed.get(each.name)
        if full is None and each.name.isupper() and len(each.name) >= _SHORTEST:
            full = initials.get(each.name)
        full = full or _longer(each.name, whole)
        if full and full != each.name and found.get(full) != each.name:
            found[each.name] = full
    return found


def _in_brackets(folded: str, end: int) -> str | None:
    """The short form that the text sets up right behind a name."""
    match = re.compile(r" ?\(\"?(?P<short>[^()\"\n]{2,24})\"?\)").match(folded, end)
    return match["short"] if match else None


def _initials(name: str, *, legal: int) -> str:
    """The first letters of a name's words, with its legal form or without."""
    words = _WORD.findall(name if legal else _LEGAL.sub("", name))
    return "".join(word[0] for word in words) if len(words) >= _SHORTEST else ""


def _longer(name: str, whole: Sequence[str]) -> str | None:
    """The one company's name that goes on where this one ends."""
    at = bisect_right(whole, name)
    longer = [each for each in whole[at : at + 2] if each.startswith(name)]
    if len(longer) != 1:
        return None
    goes_on = longer[0][len(name)] in " ,." or not name.isascii()
    return longer[0] if goes_on and MARK.search(longer[0]) else None
