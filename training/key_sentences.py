"""Key sentences as readers marked them, and how well chosen sentences hit them."""

from collections.abc import Collection, Sequence

import numpy as np
from numpy.typing import NDArray

from dualuse.corpus.records import LabelledPolicy, Sentence


def key_mask(document: LabelledPolicy, sentences: Sequence[Sentence]) -> NDArray[np.bool_]:
    """Which sentences lie mostly in a key span, shape (sentences,)."""
    return spans_mask(document.key_spans, sentences)


def spans_mask(
    spans: Sequence[tuple[int, int]], sentences: Sequence[Sentence]
) -> NDArray[np.bool_]:
    """Which sentences lie mostly in one of the spans, shape (sentences,)."""
    return np.array([_is_key(sentence, spans) for sentence in sentences], bool)


def _is_key(sentence: Sentence, spans: Sequence[tuple[int, int]]) -> bool:
    length = sentence.end - sentence.start
    return any(
        2 * (min(sentence.end, end) - max(sentence.start, start)) > length for start, end in spans
    )


def hits(chosen: Collection[int], keys: NDArray[np.bool_]) -> dict[str, float]:
    """F1, precision and recall of the chosen places against the key sentences."""
    right = int(sum(keys[place] for place in chosen))
    wanted = int(keys.sum())
    return {
        "F1": 2 * right / (len(chosen) + wanted) if chosen else 0.0,
        "precision": right / len(chosen) if chosen else 0.0,
        "recall": right / wanted if wanted else 0.0,
    }
