"""Entries by the words of a catalogue or of a list."""

from collections.abc import Sequence

import numpy as np
from sklearn.feature_extraction.text import TfidfVectorizer

from dualuse.corpus.control_lists.entries import ControlEntry


def search_entries(
    words: str, entries: Sequence[ControlEntry], limit: int
) -> list[tuple[ControlEntry, float]]:
    """The entries nearest to some words, best first, with the cosine of character n-grams.

    An entry stands for its title, its terms in all languages and the goods of its conditions, with
    the names that catalogues give them. One whose code, term or name is just these words comes
    first.
    """
    texts = [entry_text(entry) for entry in entries]
    vectorizer = TfidfVectorizer(analyzer="char_wb", ngram_range=(2, 5), sublinear_tf=True)
    vectors = vectorizer.fit_transform(texts)
    likeness = np.asarray((vectors @ vectorizer.transform([words]).T).toarray()).ravel()
    plain = " ".join(words.casefold().split())
    exact = [any(plain == term.casefold() for term in _names(entry)) for entry in entries]
    scores = likeness + np.array(exact, float)
    order = np.argsort(-scores, kind="stable")[:limit]
    return [(entries[place], float(scores[place])) for place in order if scores[place] > 0]


def entry_text(entry: ControlEntry) -> str:
    """The words of an entry: code, title, terms and goods."""
    goods = [condition.goods for condition in entry.conditions]
    return " ; ".join([entry.title, *_names(entry), *goods])


def _names(entry: ControlEntry) -> list[str]:
    terms = [term for terms in entry.terms.values() for term in terms]
    named = [name for condition in entry.conditions for name in condition.names]
    codes = [entry.code, *(f"{regime}:{entry.code}" for regime in entry.regimes)]
    return [*codes, *terms, *dict.fromkeys(named)]
