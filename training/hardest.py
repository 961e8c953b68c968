"""The hardest errors of an evaluation, with their texts."""

from collections import Counter
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from dualuse.models.decisions import MAX_MISS_RATE, MIN_PRECISION
from dualuse.training.judged import Judged

MOST: Final = 15


@dataclass(frozen=True, slots=True)
class HardErrors:
    """One kind of error: how many there are, and the places of the worst, worst first.

    `probabilities`, in step with `places`, say how sure the model was of what is wrong.
    """

    title: str
    count: int
    places: tuple[int, ...]
    probabilities: tuple[float, ...]


def hardest_errors(judged: Judged) -> tuple[HardErrors, ...]:
    """The kinds of error that a user meets, each with its worst cases; empty kinds included."""
    wrong = _worst("Wrong, and most sure of it", ~judged.correct, judged.confidence)
    if judged.listed is None or judged.scores is None:
        return (wrong,)
    clear, controlled = _limits(judged)
    names = ("Listed goods called clear", "Unlisted goods called controlled")
    if judged.thresholds is None:
        names = ("Of relevance high, not seen", "Not of relevance high, called so")
    missed = judged.listed & (judged.scores < clear)
    called = ~judged.listed & (judged.scores >= controlled)
    return (
        wrong,
        _worst(names[0], missed, 1 - judged.scores),
        _worst(names[1], called, judged.scores),
    )


def _limits(judged: Judged) -> tuple[float, float]:
    if judged.thresholds is None:
        return 0.5, 0.5
    thresholds = judged.thresholds(MAX_MISS_RATE, MIN_PRECISION)
    return thresholds.clear, thresholds.controlled


def _worst(title: str, errors: NDArray[np.bool_], sureness: NDArray[np.float64]) -> HardErrors:
    places = np.flatnonzero(errors)
    order = places[np.argsort(-sureness[places], kind="stable")][:MOST].tolist()
    return HardErrors(
        title, len(places), tuple(order), tuple(float(sureness[place]) for place in order)
    )


def confusions(judged: Judged) -> Counter[tuple[str, str]]:
    """How often each true label was taken for each found one, right answers included."""
    return Counter(zip(judged.truth, judged.found, strict=True))
