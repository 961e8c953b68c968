"""What the control lists say of a text, as features that correct the text model's answers."""

from collections.abc import Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression

from dualuse.models.calibration import logits
from dualuse.models.classifier import Answers, Probabilities
from dualuse.models.questions import LISTED, PRODUCT_QUESTIONS, RELEVANCE_FROM
from dualuse.models.term_matches import TermMatcher

CORRECTED: Final = tuple(
    question for question in PRODUCT_QUESTIONS if question.startswith((RELEVANCE_FROM, LISTED))
)
"""The questions that the lists correct: whether a good is listed, not in which field."""

FEATURES: Final = 7
_LONGEST: Final = 30.0
_MANY: Final = 4

Evidence = NDArray[np.float32]
"""Shape (texts, FEATURES): a term of a listed entry stands in the text, and its weight; the same of
the US 99x series; how many terms; how alike the nearest term of either is; all 0 to 3."""


def list_evidence(
    texts: Sequence[str], alike: NDArray[np.float32], matcher: TermMatcher
) -> Evidence:
    """The evidence for each text, from the terms in it and the likeness of the nearest ones.

    `alike`, shape (texts, 2): how alike the nearest term of a listed entry and the nearest of the
    99x series are.
    """
    terms = np.array([_of_terms(text, matcher) for text in texts], np.float32)
    return np.hstack([terms.reshape(len(texts), FEATURES - 2), alike.astype(np.float32)])


def _of_terms(text: str, matcher: TermMatcher) -> tuple[float, ...]:
    listed = low = 0.0
    matches = matcher.matches(text)
    for match in matches:
        kinds = {matcher.entries[place].kind for place in match.entries}
        if kinds == {"low_level"}:
            low = max(low, match.weight)
        else:
            listed = max(listed, match.weight)
    return (
        float(listed > 0),
        min(listed, _LONGEST) / 10,
        float(low > 0),
        min(low, _LONGEST) / 10,
        min(len(matches), _MANY) / _MANY,
    )


def fit_list_weights(
    evidence: Evidence, probabilities: Probabilities, answers: Answers
) -> NDArray[np.float32]:
    """The weights of evidence, logit and a constant, shape (corrected questions, FEATURES + 2).

    `probabilities`, in the order of `PRODUCT_QUESTIONS`, are the text model's for texts that it had
    not seen. A question that has one answer alone keeps the model's.
    """
    weights = no_list_weights()
    for place, question in enumerate(CORRECTED):
        column = PRODUCT_QUESTIONS.index(question)
        truth = answers[:, column] > 0
        if truth.all() or not truth.any():
            continue
        inputs = np.column_stack([evidence, logits(probabilities[:, column])])
        regression = LogisticRegression().fit(inputs, truth)
        weights[place] = [*regression.coef_[0], regression.intercept_[0]]
    return weights


def no_list_weights() -> NDArray[np.float32]:
    """The weights under which the lists change nothing."""
    return np.tile(np.array([*[0] * FEATURES, 1, 0], np.float32), (len(CORRECTED), 1))


def with_lists(
    evidence: Evidence, probabilities: Probabilities, weights: NDArray[np.float32]
) -> Probabilities:
    """The model's probabilities, those of corrected questions moved by the evidence."""
    corrected = probabilities.copy()
    for place, question in enumerate(CORRECTED):
        column = PRODUCT_QUESTIONS.index(question)
        inputs = np.column_stack([evidence, logits(probabilities[:, column])])
        scores = inputs @ weights[place, :-1] + weights[place, -1]
        corrected[:, column] = 1 / (1 + np.exp(-scores))
    return corrected
