"""Curves of an evaluation: reliability, risk against coverage, review against errors."""

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from dualuse.models.calibration import expected_calibration_error
from dualuse.models.decisions import MAX_MISS_RATE, MIN_PRECISION
from dualuse.training.decision_tables import outcome
from dualuse.training.judged import Judged

Points = list[tuple[float, float]]

_POINTS: Final = 60
_RATES: Final = np.concatenate([np.geomspace(0.003, 0.3, 24), [0.02]])
_PRECISIONS: Final = np.linspace(0.6, 0.99, 27)
_DRAWS: Final = 500
_SELDOM: Final = 0.95


@dataclass(frozen=True, slots=True)
class Bin:
    """Texts of like probability: its mean, the share that it was right of, and how many."""

    probability: float
    share: float
    count: int


def reliability(
    probabilities: NDArray[np.float64], true: NDArray[np.bool_], bins: int = 10
) -> list[Bin]:
    """The bins of equal width that hold a text, from low probabilities to high."""
    places = np.minimum((probabilities * bins).astype(int), bins - 1)
    return [
        Bin(
            float(probabilities[places == place].mean()),
            float(true[places == place].mean()),
            int((places == place).sum()),
        )
        for place in np.unique(places)
    ]


def error_by_chance(probabilities: NDArray[np.float64]) -> tuple[float, float]:
    """The calibration error that probabilities would show if each meant what it says.

    Its mean over draws of what is so, and what it stays under in 95 of 100 of them. It is not
    nothing: with few texts in a bin the share of them that is right strays (Bröcker and Smith,
    "Increasing the Reliability of Reliability Diagrams", 2007).
    """
    chance = np.random.default_rng(0)
    errors = [
        expected_calibration_error(probabilities, chance.random(len(probabilities)) < probabilities)
        for _ in range(_DRAWS)
    ]
    return float(np.mean(errors)), float(np.quantile(errors, _SELDOM))


def risk_coverage(confidence: NDArray[np.float64], correct: NDArray[np.bool_]) -> Points:
    """The share of errors among the most confident texts, by how large a share these are.

    El-Yaniv and Wiener, "On the Foundations of Noise-free Selective Classification", 2010. Texts
    of equal confidence are taken together.
    """
    order = np.argsort(-confidence, kind="stable")
    errors = np.cumsum(~correct[order])
    ordered = confidence[order]
    ends = np.flatnonzero(np.append(ordered[:-1] > ordered[1:], True))
    # Under a tenth of the texts or so one error more or less is all that the curve shows.
    ends = ends[ends + 1 >= min(20, len(order))]
    chosen = ends[np.unique(np.linspace(0, len(ends) - 1, _POINTS).round().astype(int))]
    count = len(order)
    return [((end + 1) / count, float(errors[end] / (end + 1))) for end in chosen.tolist()]


def area_under(points: Points) -> float:
    """The area under a curve, by trapezia, over the width that it has: its mean height."""
    across, heights = np.array(points).T
    width = across[-1] - across[0]
    if width <= 0:
        return float(heights[-1])
    return float(np.sum(np.diff(across) * (heights[1:] + heights[:-1]) / 2) / width)


def review_against_errors(judged: Judged) -> dict[str, Points]:
    """How the share of review buys fewer errors: two curves over it, none of documents.

    `missed` is the share of listed goods that are cleared as the promised miss rate varies, and
    `wrongly controlled` the share of unlisted goods among the controlled as the precision does;
    the other promise stays the default.
    """
    if judged.thresholds is None or judged.scores is None or judged.listed is None:
        return {}
    missed, wrong = [], []
    for rate in _RATES.tolist():
        found = outcome(judged.scores, judged.listed, judged.thresholds(rate, MIN_PRECISION))
        missed.append((found["review"], found["missed"]))
    for precision in _PRECISIONS.tolist():
        found = outcome(judged.scores, judged.listed, judged.thresholds(MAX_MISS_RATE, precision))
        wrong.append((found["review"], 1 - found["precision"]))
    curves = {"missed": missed, "wrongly controlled": wrong}
    return {name: _defined(points) for name, points in curves.items() if _defined(points)}


def _defined(points: Points) -> Points:
    return sorted({(x, y) for x, y in points if not np.isnan([x, y]).any()})
