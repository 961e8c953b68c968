"""The wording of key sentences: runs of letters, and how far each speaks for one."""

from collections.abc import Mapping, Sequence
from functools import cached_property

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix
from sklearn.feature_extraction.text import CountVectorizer
from sklearn.preprocessing import normalize

from dualuse.models.features import normalise


class Phrases:
    """Tells how far the wording of sentences speaks for their being key sentences.

    `weights` are by run of two to five letters of the normalised text.
    """

    def __init__(self, weights: Mapping[str, float]) -> None:
        self.weights = weights

    def scores(self, texts: Sequence[str]) -> NDArray[np.float64]:
        """What the runs of each text say together, shape (n,): a part of its log-odds."""
        if not self.weights or not texts:
            return np.zeros(len(texts))
        values = np.array(list(self.weights.values()))
        return np.asarray(unit_rows(self._counter, texts) @ values)

    @cached_property
    def _counter(self) -> CountVectorizer:
        return run_counter(tuple(self.weights))


def run_counter(runs: Sequence[str] | None = None, fewest: int = 1) -> CountVectorizer:
    """What finds these runs in texts, or those that stand in at least so many of them."""
    return CountVectorizer(
        analyzer="char_wb",
        ngram_range=(2, 5),
        preprocessor=normalise,
        binary=True,
        min_df=fewest,
        vocabulary=runs,
        dtype=np.float32,
    )


def unit_rows(counter: CountVectorizer, texts: Sequence[str]) -> csr_matrix:
    """Which runs stand in each text, shape (n, runs), of length 1: long texts say no more."""
    return normalize(counter.transform(texts))
