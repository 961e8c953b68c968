"""How alike the sentences of a text are, and which of them are central."""

from collections.abc import Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray
from sklearn.feature_extraction.text import HashingVectorizer

_DAMPING: Final = 0.85
_ROUNDS: Final = 50


def likeness(texts: Sequence[str]) -> NDArray[np.float32]:
    """Cosines of the texts' character bigrams and trigrams, shape (n, n), 0 to 1."""
    vectors = HashingVectorizer(
        analyzer="char_wb", ngram_range=(2, 3), n_features=2**16, alternate_sign=False
    ).transform(texts)
    return np.asarray((vectors @ vectors.T).toarray(), np.float32)


def lexrank(alike: NDArray[np.float32]) -> NDArray[np.float64]:
    """The centrality of each sentence, shape (n,), the highest 1 (Erkan and Radev 2004).

    It is the stationary distribution of a walk between alike sentences.
    """
    if not len(alike):
        return np.zeros(0)
    weights = alike.astype(np.float64)
    np.fill_diagonal(weights, 0)
    totals = weights.sum(axis=1, keepdims=True)
    steps = np.divide(
        weights, totals, out=np.full_like(weights, 1 / len(weights)), where=totals > 0
    )
    ranks = np.full(len(weights), 1 / len(weights))
    for _ in range(_ROUNDS):
        ranks = (1 - _DAMPING) / len(weights) + _DAMPING * (steps.T @ ranks)
    return np.asarray(ranks / ranks.max())
