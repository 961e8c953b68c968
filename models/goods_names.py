"""Which paragraphs of the lists a text may belong to, by the names of their goods in it."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Final, NamedTuple

import ahocorasick_rs

from dualuse.corpus.control_lists.entries import ControlEntry
from dualuse.corpus.control_lists.store import load_entries
from dualuse.models.term_matches import fold_term, is_word, joins

_STEM: Final = 6
"""From so many letters on a name may stand within a word: German joins them."""

_DENIED: Final = re.compile(
    r"(?:\b(?:no|not|non|without|kein|keine|keinen|nicht|ohne|sans|pas de|w/o)[ -]?|[无無非不])$"
)
_DENIED_BEHIND: Final = re.compile(r" ?(?:なし|無し|不可|機能なし|entfällt)")
_REACH: Final = 9

Paragraphs = dict[tuple[tuple[str, ...], str], frozenset[int]]
"""For the key of an entry, the places of the conditions whose goods are named."""


class NamedGoods(NamedTuple):
    """A name that ends at `end` of a text, and the conditions that bear it, by entry and place."""

    name: str
    end: int
    conditions: tuple[tuple[int, int], ...]


class GoodsMatcher:
    """Finds the names of the goods of all conditions in a text, in one pass."""

    def __init__(self, entries: Sequence[ControlEntry]) -> None:
        self._keys = [entry.key for entry in entries]
        places: dict[str, list[tuple[int, int]]] = defaultdict(list)
        self._shouted: set[str] = set()
        for place, entry in enumerate(entries):
            for at, condition in enumerate(entry.conditions):
                for name in condition.names:
                    folded = fold_term(name)
                    places[folded].append((place, at))
                    if _is_abbreviation(name):
                        self._shouted.add(folded)
        self._names = list(places)
        self._places = [tuple(found) for found in places.values()]
        self._automaton = ahocorasick_rs.AhoCorasick(self._names)

    def paragraphs(self, text: str) -> Paragraphs:
        """The conditions whose goods a text names, by entry."""
        found: dict[int, set[int]] = defaultdict(set)
        for named in self.named(text):
            for place, at in named.conditions:
                found[place].add(at)
        return {self._keys[place]: frozenset(held) for place, held in found.items()}

    def named(self, text: str) -> Iterator[NamedGoods]:
        """The names that stand in a text.

        An abbreviation must stand in capitals and as a word, a short name at the start of one. A
        name that the text denies (`no HBM`, `耐妨害機能なし`) does not count.
        """
        folded = fold_term(text)
        for pattern, start, end in self._automaton.find_matches_as_indexes(
            folded, overlapping=True
        ):
            name = self._names[pattern]
            if not _denied(folded, start, end) and self._stands(name, text, folded, start, end):
                yield NamedGoods(name, end, self._places[pattern])

    def _stands(self, name: str, text: str, folded: str, start: int, end: int) -> bool:
        if not name.isascii():
            return True
        if name in self._shouted:
            return text[start:end].upper() == text[start:end] and is_word(folded, start, end)
        if len(name) >= _STEM:
            return True
        return is_word(folded, start, end) if len(name) < _STEM - 1 else _begins(folded, start)


def _denied(text: str, start: int, end: int) -> bool:
    before = text[max(0, start - _REACH) : start]
    return bool(_DENIED.search(before) or _DENIED_BEHIND.match(text, end))


def _is_abbreviation(name: str) -> bool:
    return len(name) < _STEM and name.isascii() and name.upper() == name


def _begins(text: str, start: int) -> bool:
    return not (start and joins(text[start - 1]))


@cache
def goods_matcher() -> GoodsMatcher:
    """The matcher of the shipped lists."""
    return GoodsMatcher(load_entries())
