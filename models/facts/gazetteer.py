"""Looking up many names in a text at once: the longest match at each place (Aho and Corasick)."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from ahocorasick_rs import AhoCorasick

from dualuse.models.folding import SURROGATE

_SHORTEST: Final = 2
_KATAKANA: Final = re.compile("[ァ-ヺー]")


@dataclass(frozen=True, slots=True)
class Match:
    """A name that was found: what it stands for, and its place."""

    value: str
    start: int
    end: int


class Gazetteer:
    """Names with what they stand for; Latin and katakana names match whole words only.

    Args:
        names: pairs of a name and its value.
        ignore_case: whether `Gallium` and `gallium` are one.
    """

    def __init__(self, names: Iterable[tuple[str, str]], *, ignore_case: bool) -> None:
        self.ignore_case = ignore_case
        values: dict[str, str] = {}
        for name, value in names:
            if len(name) >= _SHORTEST:
                values.setdefault(_lower(name) if ignore_case else name, value)
        self._names, self._values = list(values), list(values.values())
        self._automaton = AhoCorasick(self._names)

    def find(self, text: str) -> tuple[Match, ...]:
        """All matches in order; none overlaps another."""
        body = SURROGATE.sub("\ufffd", _lower(text) if self.ignore_case else text)
        places = self._automaton.find_matches_as_indexes(body, overlapping=True)
        whole = [(start, -end, name) for name, start, end in places if _whole(body, start, end)]
        found, last = [], 0
        for start, end, name in sorted(whole):
            if start >= last:
                found.append(Match(self._values[name], start, -end))
                last = -end
        return tuple(found)


def _lower(text: str) -> str:
    """Lower case of the same length; a few letters have a longer one and stay as they are."""
    lowered = text.lower()
    if len(lowered) == len(text):
        return lowered
    return "".join(low if len(low := letter.lower()) == 1 else letter for letter in text)


def _whole(body: str, start: int, end: int) -> bool:
    return not (
        (start > 0 and _same_word(body[start - 1], body[start]))
        or (end < len(body) and _same_word(body[end - 1], body[end]))
    )


def _same_word(left: str, right: str) -> bool:
    """Whether two neighbours belong to one word; Chinese characters have no such bond."""
    if _KATAKANA.match(left) and _KATAKANA.match(right):
        return True
    return _letter(left) and _letter(right)


def _letter(character: str) -> bool:
    return character.isalnum() and character < "\u2e80"
