"""Thresholds for `clear` and `controlled` that keep a promise about errors."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from dualuse.corpus.errors import DualuseError

MAX_MISS_RATE: Final = 0.02
MIN_PRECISION: Final = 0.9
"""What `label` promises unless told otherwise."""

_LEAST_OF_LANGUAGE: Final = 200
"""Listed goods among the held-out texts of a language from which on it is asked by itself; those
of fewer are asked together, for chance would decide."""


@dataclass(frozen=True, slots=True)
class Thresholds:
    """Below `clear` a text is cleared, from `controlled` on it is called listed."""

    clear: float
    controlled: float


def fit_thresholds(
    probabilities: NDArray[np.float32],
    listed: NDArray[np.bool_],
    languages: NDArray[np.uint8],
    *,
    max_miss_rate: float,
    min_precision: float,
) -> Thresholds:
    """The thresholds from held-out texts: P(listed), whether listed, and language, shape (n,).

    `clear` is chosen by conformal risk control (Angelopoulos et al. 2022): where new texts are
    exchangeable with these, the expected share of listed goods that are cleared is at most
    `max_miss_rate`. `controlled` is the lowest threshold at which the share of listed goods among
    the held-out texts called so, one more miss allowed for, is at least `min_precision`, of all
    and of each language, small ones together: what holds on average alone fails the reader of
    the hardest. That share depends on how common listed goods are.

    Raises:
        DualuseError: a rate lies outside 0 to 1.
    """
    for name, rate in (("max-miss-rate", max_miss_rate), ("min-precision", min_precision)):
        if not 0 <= rate <= 1:
            raise DualuseError(f"{name} {rate} is not between 0 and 1")
    return Thresholds(
        clear=_clear_threshold(probabilities[listed], max_miss_rate),
        controlled=max(
            _controlled_threshold(probabilities[own], listed[own], min_precision)
            for own in (np.ones(len(listed), bool), *_asked_apart(listed, languages))
        ),
    )


def _asked_apart(
    listed: NDArray[np.bool_], languages: NDArray[np.uint8]
) -> Iterator[NDArray[np.bool_]]:
    counts = np.bincount(languages[listed], minlength=256)
    large = np.flatnonzero(counts >= _LEAST_OF_LANGUAGE)
    for own in (*(languages == each for each in large), ~np.isin(languages, large)):
        if (own & listed).sum() >= _LEAST_OF_LANGUAGE:
            yield own


def _clear_threshold(listed: NDArray[np.float32], rate: float) -> float:
    # The miss rate R(t) on n listed texts must satisfy (n R(t) + 1) / (n + 1) <= rate.
    misses = int(np.floor(rate * (len(listed) + 1) - 1))
    if misses < 0:
        return 0.0
    if misses >= len(listed):
        return 1.0
    return float(np.sort(listed)[misses])


def _controlled_threshold(
    probabilities: NDArray[np.float32], listed: NDArray[np.bool_], precision: float
) -> float:
    order = np.argsort(-probabilities, kind="stable")
    ordered = probabilities[order]
    called = np.arange(1, len(order) + 1)
    reached = np.cumsum(listed[order]) / (called + 1) >= precision
    # A threshold calls all texts of the same probability, or none.
    reached[:-1] &= ordered[:-1] > ordered[1:]
    if not reached.any():
        return float(np.nextafter(1, 2))
    return float(ordered[np.flatnonzero(reached)[-1]])
