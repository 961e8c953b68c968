"""Entries by the words of a catalogue or of a list."""

import re
from collections.abc import Sequence
from typing import Final

import numpy as np
from sklearn.feature_extraction.text import TfidfVectorizer

from dualuse.corpus.control_lists.entries import ControlEntry
from dualuse.corpus.labels import is_low_level

_WORD: Final = re.compile(r"[\u3005-\u9fff]+|[^\W\u3005-\u9fff]+")
_PIECE: Final = 4
_SHARED: Final = 1 / 2
"""Of a word's pieces, how many an entry must have: endings differ, and words are run together."""

_NAMED: Final = 0.05
_MOST_NAMED: Final = 8
_LOW_LEVEL: Final = 0.15
"""What each name with all the words adds, up to so many names, and what the 99x series, which
takes what the other entries leave, loses: among entries that are called alike, the one made for
such goods comes first."""


def search_entries(
    words: str, entries: Sequence[ControlEntry], limit: int
) -> list[tuple[ControlEntry, float]]:
    """The entries nearest to some words, best first, with the cosine of character n-grams.

    An entry stands for its title, its terms in all languages and the goods of its conditions, with
    the names that catalogues give them. One whose code, term or name is just these words comes
    first; one that shares no good part of any of the words is not found.
    """
    texts = [_folded(entry_text(entry)) for entry in entries]
    vectorizer = TfidfVectorizer(analyzer="char_wb", ngram_range=(2, 5), sublinear_tf=True)
    vectors = vectorizer.fit_transform(texts)
    likeness = np.asarray((vectors @ vectorizer.transform([_folded(words)]).T).toarray()).ravel()
    plain = " ".join(_folded(words).split())
    exact = [any(plain == _folded(term) for term in _names(entry)) for entry in entries]
    asked = _words(words)
    likely = [_is_like(asked, text) for text in texts]
    scores = likeness + np.array(exact, float) + [_bonus(asked, entry) for entry in entries]
    order = [place for place in np.argsort(-scores, kind="stable") if likely[place]]
    return [(entries[place], float(scores[place])) for place in order[:limit]]


def _folded(text: str) -> str:
    """The text in lower case, in American spelling as far as it matters here."""
    return text.casefold().replace("fibre", "fiber")


def _words(text: str) -> list[str]:
    return _WORD.findall(_folded(text))


def _is_like(words: Sequence[str], text: str) -> bool:
    """Whether a folded text has half of the pieces of one of the words."""
    return any(
        sum(piece in text for piece in pieces) >= _SHARED * len(pieces)
        for pieces in map(_pieces, words)
    )


def _pieces(word: str) -> list[str]:
    """Each four letters of a word, each two Chinese or Japanese characters; short words whole."""
    length = 2 if "\u3005" <= word[0] <= "\u9fff" else _PIECE
    return [word[at : at + length] for at in range(max(1, len(word) - length + 1))]


def _bonus(words: Sequence[str], entry: ControlEntry) -> float:
    names = map(_folded, _names(entry))
    named = sum(all(word in name for word in words) for name in names) if words else 0
    return _NAMED * min(named, _MOST_NAMED) - _LOW_LEVEL * is_low_level(entry.code)


def entry_text(entry: ControlEntry) -> str:
    """The words of an entry: code, title, terms and goods."""
    goods = [condition.goods for condition in entry.conditions]
    return " ; ".join([entry.title, *_names(entry), *goods])


def _names(entry: ControlEntry) -> list[str]:
    terms = [term for terms in entry.terms.values() for term in terms]
    named = [name for condition in entry.conditions for name in condition.names]
    codes = [entry.code, *(f"{regime}:{entry.code}" for regime in entry.regimes)]
    return [*codes, *terms, *dict.fromkeys(named)]
