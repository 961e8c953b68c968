"""Looking up many names in a text at once: the longest match at each place, in linear time."""

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

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
        self._by_start: dict[str, list[tuple[str, str]]] = defaultdict(list)
        for name, value in names:
            key = _lower(name) if ignore_case else name
            self._by_start[key[:2]].append((key, value))
        for entries in self._by_start.values():
            entries.sort(key=lambda entry: -len(entry[0]))

    def find(self, text: str) -> tuple[Match, ...]:
        """All matches in order; none overlaps another."""
        body = _lower(text) if self.ignore_case else text
        found, at, last = [], 0, len(body) - 1
        while at < last:
            match = self._at(body, at) if body[at : at + 2] in self._by_start else None
            if match is None:
                at += 1
                continue
            found.append(match)
            at = match.end
        return tuple(found)

    def _at(self, body: str, at: int) -> Match | None:
        for name, value in self._by_start[body[at : at + 2]]:
            end = at + len(name)
            if body.startswith(name, at) and _whole(body, at, end):
                return Match(value, at, end)
        return None


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
