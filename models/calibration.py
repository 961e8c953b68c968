"""Scores into probabilities that mean what they say, and how far off they are."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression

_FEWEST_POSITIVES = 5


@dataclass(frozen=True, slots=True)
class Calibration:
    """For each question, `probability = sigmoid(slope * score + offset)`.

    Platt, "Probabilistic outputs for support vector machines", 1999.
    """

    slopes: NDArray[np.float32]
    offsets: NDArray[np.float32]

    def apply(self, scores: NDArray[np.float32]) -> NDArray[np.float32]:
        """Calibrated probabilities of raw scores, both of shape (n, questions)."""
        logits = np.clip(scores * self.slopes + self.offsets, -30, 30)
        return np.asarray(1 / (1 + np.exp(-logits)), np.float32)


def fit_calibration(scores: NDArray[np.float32], answers: NDArray[np.float32]) -> Calibration:
    """The calibration learnt from scores of texts that the scorer has not seen.

    Questions with almost no yes or no among the answers keep their scores as logits.
    """
    count = scores.shape[1]
    slopes, offsets = np.ones(count, np.float32), np.zeros(count, np.float32)
    for question in range(count):
        known = ~np.isnan(answers[:, question])
        truth = answers[known, question]
        if min(truth.sum(), (1 - truth).sum()) < _FEWEST_POSITIVES:
            continue
        # Nearly without a penalty: two parameters need none, and it would pull towards 0.5.
        platt = LogisticRegression(C=1e6).fit(scores[known, question, None], truth)
        slope = float(platt.coef_[0, 0])
        if slope > 0:
            slopes[question], offsets[question] = slope, float(platt.intercept_[0])
    return Calibration(slopes, offsets)


def expected_calibration_error(
    confidences: NDArray[np.floating], correct: NDArray[np.bool_], bins: int = 15
) -> float:
    """The mean gap between confidence and accuracy over bins of equal width, 0 to 1.

    Guo et al., "On Calibration of Modern Neural Networks", 2017.
    """
    if not len(confidences):
        return 0.0
    places = np.minimum((confidences * bins).astype(int), bins - 1)
    gaps = (
        abs(confidences[places == place].mean() - correct[places == place].mean())
        * (places == place).sum()
        for place in np.unique(places)
    )
    return float(sum(gaps) / len(confidences))


def logits(probabilities: NDArray[np.float32]) -> NDArray[np.float32]:
    """The log-odds of probabilities, those next to 0 and 1 held at one in ten thousand."""
    clipped = np.clip(probabilities, 1e-4, 1 - 1e-4)
    return np.asarray(np.log(clipped / (1 - clipped)), np.float32)
