"""Several models' answers as one: a regression over what each of them says."""

from collections.abc import Callable, Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize
from sklearn.linear_model import LogisticRegression

from dualuse.models.classifier import Answers, Probabilities
from dualuse.models.questions import RELEVANCE_FROM

_STRENGTH: Final = 0.3

_STRENGTH_NEAR: Final = 0.03
"""Of 0.01 to 0.3 the best on held-out events: relevance and measures are right most often."""

_FEWEST_OF_EACH: Final = 5

Scores = NDArray[np.float32]
"""Shape (texts, questions): log-odds, or scores that go up with them."""


def fit_stack(
    parts: Sequence[Scores], answers: Answers, questions: Sequence[str]
) -> NDArray[np.float32]:
    """The weight of each part and a constant, for each question: shape (questions, parts + 1).

    The parts must not have seen the texts (Wolpert, "Stacked generalization", 1992). Questions of
    one kind (all categories, all regimes) share their weights: there are few texts to learn them
    from, and what makes a part better for one category makes it so for the others. Each step of
    relevance has its own. A kind with hardly a yes or a no takes the mean of the parts.
    """
    mean = np.array([*[1 / len(parts)] * len(parts), 0], np.float32)
    return _by_kind(parts, answers, questions, mean, _fitted)


def fit_near_first(
    parts: Sequence[Scores], answers: Answers, questions: Sequence[str]
) -> NDArray[np.float32]:
    """As `fit_stack`, for few texts: weights near those that let the first part speak alone.

    The first part is calibrated on many more texts than these. They move the joint answer away
    from it only as far as they prove that the others know better: a ridge penalty around (1, 0,
    …, 0), no weight below zero.
    """
    alone = np.zeros(len(parts) + 1, np.float32)
    alone[0] = 1
    return _by_kind(parts, answers, questions, alone, _fitted_near_first)


def _by_kind(
    parts: Sequence[Scores],
    answers: Answers,
    questions: Sequence[str],
    unknown: NDArray[np.float32],
    fitted: Callable[[NDArray[np.float32], NDArray[np.bool_]], NDArray[np.float32]],
) -> NDArray[np.float32]:
    """The weights that `fitted` gives each kind of questions; `unknown` where it has no texts."""
    weights = np.tile(unknown, (len(questions), 1))
    for columns in _kinds(questions):
        truth = answers[:, columns].ravel()
        known = ~np.isnan(truth)
        yes = truth[known] > 0
        if min(yes.sum(), (~yes).sum()) < _FEWEST_OF_EACH:
            continue
        inputs = np.column_stack([part[:, columns].ravel()[known] for part in parts])
        weights[columns] = fitted(inputs, yes)
    return weights


def _fitted_near_first(inputs: NDArray[np.float32], yes: NDArray[np.bool_]) -> NDArray[np.float32]:
    table = np.column_stack([inputs, np.ones(len(inputs))]).astype(np.float64)
    alone = np.zeros(table.shape[1])
    alone[0] = 1

    def loss(weights: NDArray[np.float64]) -> float:
        scores = table @ weights
        wrong = np.logaddexp(0, np.where(yes, -scores, scores)).sum()
        return float(_STRENGTH_NEAR * wrong + np.square(weights - alone).sum() / 2)

    bounds = [*[(0, None)] * (len(alone) - 1), (None, None)]
    return np.asarray(minimize(loss, alone, method="L-BFGS-B", bounds=bounds).x, np.float32)


def _fitted(inputs: NDArray[np.float32], yes: NDArray[np.bool_]) -> NDArray[np.float32]:
    """Weights of the parts and a constant; a part that would speak against itself has none."""
    heard = np.ones(inputs.shape[1], bool)
    while True:
        regression = LogisticRegression(C=_STRENGTH).fit(inputs[:, heard], yes)
        weights = np.zeros(inputs.shape[1] + 1, np.float32)
        weights[:-1][heard] = regression.coef_[0]
        weights[-1] = regression.intercept_[0]
        if (weights[:-1] >= 0).all() or heard.sum() == 1:
            return weights
        heard &= weights[:-1] > 0
        heard[int(weights[:-1].argmax())] = True


def stacked(parts: Sequence[Scores], weights: NDArray[np.float32]) -> Probabilities:
    """The joint probability of a yes for each text and question."""
    scores = np.broadcast_to(weights[:, -1], parts[0].shape).astype(np.float32)
    for place, part in enumerate(parts):
        scores = scores + part * weights[:, place]
    return np.asarray(1 / (1 + np.exp(-np.clip(scores, -30, 30))), np.float32)


def _kinds(questions: Sequence[str]) -> list[list[int]]:
    kinds: dict[str, list[int]] = {}
    for place, question in enumerate(questions):
        kind = question if question.startswith(RELEVANCE_FROM) else question.partition(":")[0]
        kinds.setdefault(kind, []).append(place)
    return list(kinds.values())
