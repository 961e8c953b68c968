"""Goods that a document names in the words of the control lists, by category.

A text model knows the goods of the documents it has read; the lists know many more by name.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Final

import numpy as np
from numpy.typing import NDArray

from dualuse.corpus.control_lists.store import load_entries
from dualuse.corpus.labels import LIST_CATEGORIES
from dualuse.models.cues import title_end
from dualuse.models.goods_names import goods_matcher
from dualuse.models.term_matches import term_matcher, word_weight

FEATURES: Final = 3
"""How much the names tell together, how much the most telling one does, whether one is in the
title."""


def listed_goods(texts: Sequence[str]) -> NDArray[np.float32]:
    """What the goods named in each text say for each category, shape (n, categories, `FEATURES`).

    In the order of `LIST_CATEGORIES`. A name counts once for each text, by `word_weight`: less
    where entries of several categories share it.
    """
    features = np.zeros((len(texts), len(LIST_CATEGORIES), FEATURES), np.float32)
    for row, text in enumerate(texts):
        title = title_end(text)
        weights: dict[int, dict[str, float]] = defaultdict(dict)
        for name, end, categories in _named(text):
            for category in categories:
                weights[category][name] = word_weight(name, len(categories))
                features[row, category, -1] = max(features[row, category, -1], end <= title)
        for category, told in weights.items():
            found = list(told.values())
            features[row, category, :-1] = np.log1p(sum(found)), np.log1p(max(found))
    return features


def _named(text: str) -> Iterator[tuple[str, int, frozenset[int]]]:
    """The names in a text, where each ends, and the places of its categories."""
    for match in term_matcher().matches(text):
        yield match.term, match.end, _categories_of(match.entries)
    for named in goods_matcher().named(text):
        yield named.name, named.end, _categories_of(tuple(place for place, _ in named.conditions))


@cache
def _categories_of(entries: tuple[int, ...]) -> frozenset[int]:
    shipped = load_entries()
    return frozenset(LIST_CATEGORIES.index(shipped[place].category) for place in entries)
