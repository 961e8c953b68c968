"""Several models' answers as one: a regression for each question over what each of them says."""

from collections.abc import Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression

from dualuse.models.classifier import Answers, Probabilities

_STRENGTH: Final = 0.3
_FEWEST_OF_EACH: Final = 5

Scores = NDArray[np.float32]
"""Shape (texts, questions): log-odds, or scores that go up with them."""


def fit_stack(parts: Sequence[Scores], answers: Answers) -> NDArray[np.float32]:
    """The weight of each part and a constant, for each question: shape (questions, parts + 1).

    The parts must not have seen the texts (Wolpert, "Stacked generalization", 1992). A question
    with hardly a yes or a no takes the mean of the parts.
    """
    weights = np.tile(
        np.array([*[1 / len(parts)] * len(parts), 0], np.float32), (answers.shape[1], 1)
    )
    for question in range(answers.shape[1]):
        known = ~np.isnan(answers[:, question])
        truth = answers[known, question] > 0
        if min(truth.sum(), (~truth).sum()) < _FEWEST_OF_EACH:
            continue
        inputs = np.column_stack([part[known, question] for part in parts])
        regression = LogisticRegression(C=_STRENGTH).fit(inputs, truth)
        weights[question] = [*regression.coef_[0], regression.intercept_[0]]
    return weights


def stacked(parts: Sequence[Scores], weights: NDArray[np.float32]) -> Probabilities:
    """The joint probability of a yes for each text and question."""
    scores = np.broadcast_to(weights[:, -1], parts[0].shape).astype(np.float32)
    for place, part in enumerate(parts):
        scores = scores + part * weights[:, place]
    return np.asarray(1 / (1 + np.exp(-np.clip(scores, -30, 30))), np.float32)
