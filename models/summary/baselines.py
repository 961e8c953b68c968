"""Summaries without learning: what ours must beat."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from dualuse.corpus.records import Sentence
from dualuse.models.summary.likeness import lexrank, likeness


def lead_scores(sentences: Sequence[Sentence]) -> NDArray[np.float64]:
    """Scores that rank the first sentences first, shape (n,)."""
    return 1 / (1 + np.arange(len(sentences), dtype=np.float64))


def random_scores(sentences: Sequence[Sentence], seed: int) -> NDArray[np.float64]:
    """Scores in a random order, shape (n,), the same for the same seed and text."""
    text = "\n".join(sentence.text for sentence in sentences)
    entropy = [seed, *text.encode("utf-8", "surrogatepass")[:64], len(text)]
    return np.random.default_rng(entropy).random(len(sentences))


def lexrank_scores(sentences: Sequence[Sentence]) -> NDArray[np.float64]:
    """The centrality of each sentence, shape (n,) (Erkan and Radev 2004)."""
    return lexrank(likeness([sentence.text for sentence in sentences]))
