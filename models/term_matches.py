"""Terms of the control lists found in product texts, with their places."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

import ahocorasick_rs

from dualuse.corpus.control_lists.entries import ControlEntry
from dualuse.corpus.control_lists.store import load_entries
from dualuse.models.folding import SURROGATE, fold


@dataclass(frozen=True, slots=True)
class TermMatch:
    """A term in a text: `text[start:end]` names goods of the entries at these positions."""

    term: str
    start: int
    end: int
    entries: tuple[int, ...]

    @property
    def weight(self) -> float:
        """How much it tells, by `word_weight`."""
        return word_weight(self.term, len(self.entries))


class TermMatcher:
    """Finds all terms of entries in a text, in one pass (Aho and Corasick 1975)."""

    def __init__(self, entries: Sequence[ControlEntry]) -> None:
        self.entries = tuple(entries)
        places: dict[str, list[int]] = defaultdict(list)
        for place, entry in enumerate(entries):
            for term in {fold_term(term) for terms in entry.terms.values() for term in terms}:
                places[term].append(place)
        self.terms = {term: tuple(found) for term, found in places.items()}
        self._patterns = list(self.terms)
        self._automaton = ahocorasick_rs.AhoCorasick(self._patterns)

    def matches(self, text: str) -> list[TermMatch]:
        """The terms that stand in a text as whole words, by place; they may overlap.

        Case, width and an English plural do not matter; a Chinese or Japanese term may stand
        anywhere.
        """
        folded = fold_term(text)
        found = []
        for pattern, start, end in self._automaton.find_matches_as_indexes(
            folded, overlapping=True
        ):
            term = self._patterns[pattern]
            if not term.isascii() or is_word(folded, start, end):
                found.append(TermMatch(term, start, end, self.terms[term]))
        return sorted(found, key=lambda match: (match.start, -match.end))


@cache
def term_matcher() -> TermMatcher:
    """The matcher of the shipped lists."""
    return TermMatcher(load_entries())


def word_weight(word: str, meanings: int) -> float:
    """How much a word tells: a long one of few meanings most; one Chinese character is a word."""
    return (len(word) if word.isascii() else 3 * len(word)) / meanings


def fold_term(text: str) -> str:
    """A text with case, width and broken characters made alike; its length stays the same."""
    # Offsets stay those of the text: this letter alone becomes two in lower case.
    return SURROGATE.sub("\ufffd", fold(text).replace("İ", "I")).lower()


def is_word(text: str, start: int, end: int) -> bool:
    """Whether a Latin word, or its plural, stands between two places of a folded text."""
    if start and joins(text[start - 1]):
        return False
    if end < len(text) and text[end] == "s":
        end += 1
    return end == len(text) or not joins(text[end])


def joins(character: str) -> bool:
    """Whether a character beside a Latin letter belongs to the same word."""
    # Beside a Chinese or Japanese character a Latin word begins or ends.
    return character.isalnum() and character < "\u0250"
