"""Extractive summaries: the sentences that a reader must see, in the order of the text."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final, Self

import numpy as np
from numpy.typing import NDArray
from sklearn.feature_extraction.text import HashingVectorizer

from dualuse.corpus.errors import DualuseError
from dualuse.corpus.records import Sentence

_DAMPING: Final = 0.85
_ROUNDS: Final = 50
_MOST_SENTENCES: Final = 2_000
_SHORTEST: Final = {"zh": 10, "ja": 10}
_SHORTEST_LATIN: Final = 30


@dataclass(frozen=True, slots=True)
class SentenceCount:
    """How many sentences a summary has: a number, or a share of the text's."""

    number: int | None = None
    share: float | None = None

    @classmethod
    def parse(cls, text: str) -> Self:
        """The count that `4` or `20%` stands for.

        Raises:
            DualuseError: the text is neither a positive number nor a percentage up to 100.
        """
        match = re.fullmatch(r"(\d{1,6})(%?)", text.strip())
        value = int(match.group(1)) if match else 0
        if not match or value == 0 or (match.group(2) and value > 100):
            raise DualuseError(f"{text!r} is no number of sentences; use a number like 4, or 20%")
        return cls(share=value / 100) if match.group(2) else cls(number=value)

    def of(self, total: int) -> int:
        """The number of sentences to take from `total`, at least one where there is one."""
        wanted = round(total * self.share) if self.share is not None else self.number or 0
        return min(max(wanted, 1), total)


def summarise(
    sentences: Sequence[Sentence],
    language: str,
    count: SentenceCount,
    *,
    relevance: NDArray[np.float32] | None = None,
    facts: Mapping[int, float] | None = None,
) -> tuple[Sentence, ...]:
    """The chosen sentences in document order, without near-repeats.

    `relevance`, shape (sentences,), is how much each speaks for a new measure; `facts` gives the
    weight of the facts that stand in a sentence, by its position. Centrality is LexRank (Erkan and
    Radev 2004).
    """
    considered = sentences[:_MOST_SENTENCES]
    if not considered:
        return ()
    likeness = _likeness(considered)
    scores = _lexrank(likeness)
    if relevance is not None:
        scores = scores + relevance[: len(considered)]
    for place, weight in (facts or {}).items():
        if place < len(considered):
            scores[place] += weight
    scores += 0.25 / (1 + np.arange(len(considered)))
    least = _SHORTEST.get(language, _SHORTEST_LATIN)
    scores[[len(sentence.text) < least for sentence in considered]] *= 0.1
    chosen = _choose(scores, likeness, count.of(len(considered)))
    return tuple(considered[place] for place in sorted(chosen))


def lead(sentences: Sequence[Sentence], count: SentenceCount) -> tuple[Sentence, ...]:
    """The first sentences: the baseline that a summary must beat."""
    return tuple(sentences[: count.of(len(sentences))])


def _likeness(sentences: Sequence[Sentence]) -> NDArray[np.float32]:
    vectors = HashingVectorizer(
        analyzer="char_wb", ngram_range=(2, 3), n_features=2**16, alternate_sign=False
    ).transform([sentence.text for sentence in sentences])
    return np.asarray((vectors @ vectors.T).toarray(), np.float32)


def _lexrank(likeness: NDArray[np.float32]) -> NDArray[np.float64]:
    # Stationary distribution of a walk between alike sentences, scaled to a maximum of one.
    weights = likeness.astype(np.float64)
    np.fill_diagonal(weights, 0)
    totals = weights.sum(axis=1, keepdims=True)
    steps = np.divide(
        weights, totals, out=np.full_like(weights, 1 / len(weights)), where=totals > 0
    )
    ranks = np.full(len(weights), 1 / len(weights))
    for _ in range(_ROUNDS):
        ranks = (1 - _DAMPING) / len(weights) + _DAMPING * (steps.T @ ranks)
    return np.asarray(ranks / ranks.max())


def _choose(scores: NDArray[np.float64], likeness: NDArray[np.float32], count: int) -> list[int]:
    # Maximal marginal relevance: what a chosen sentence has said already counts less.
    remaining = scores.copy()
    chosen: list[int] = []
    for _ in range(count):
        place = int(remaining.argmax())
        chosen.append(place)
        remaining[place] = -np.inf
        remaining -= np.where(likeness[place] > 0.6, likeness[place], 0) * 0.7
    return chosen
