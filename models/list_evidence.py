"""What the control lists say of a text, as features that correct the text model's answers."""

from collections.abc import Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression

from dualuse.corpus.control_lists.entries import ControlEntry
from dualuse.models.calibration import logits
from dualuse.models.classifier import Answers, Probabilities
from dualuse.models.condition_evidence import CONDITION_FEATURES
from dualuse.models.questions import LISTED, PRODUCT_QUESTIONS, RELEVANCE_FROM
from dualuse.models.term_matches import TermMatch

CORRECTED: Final = tuple(
    question for question in PRODUCT_QUESTIONS if question.startswith((RELEVANCE_FROM, LISTED))
)
"""The questions that the lists correct: whether a good is listed, not in which field."""

TERM_FEATURES: Final = 5
FEATURES: Final = TERM_FEATURES + 2 + CONDITION_FEATURES
LONGEST: Final = 30.0
"""No term tells more than one of this weight."""
_MANY: Final = 4

Evidence = NDArray[np.float32]
"""Shape (texts, FEATURES): those of `term_evidence`; how alike the nearest term of a listed entry
and the nearest of the US 99x series are; those of `ConditionIndex.evidence`."""


def term_evidence(
    matches: Sequence[TermMatch], entries: Sequence[ControlEntry]
) -> tuple[float, ...]:
    """What the terms in a text say: TERM_FEATURES numbers from 0 to 3.

    Whether a term of a listed entry stands in it, and its weight; the same of the US 99x series;
    how many terms there are.
    """
    listed = low = 0.0
    for match in matches:
        kinds = {entries[place].kind for place in match.entries}
        if kinds == {"low_level"}:
            low = max(low, match.weight)
        else:
            listed = max(listed, match.weight)
    return (
        float(listed > 0),
        min(listed, LONGEST) / 10,
        float(low > 0),
        min(low, LONGEST) / 10,
        min(len(matches), _MANY) / _MANY,
    )


def fit_list_weights(
    evidence: Evidence, probabilities: Probabilities, answers: Answers
) -> NDArray[np.float32]:
    """The weights of evidence, logit and a constant, shape (corrected questions, features + 2).

    `probabilities`, in the order of `PRODUCT_QUESTIONS`, are the text model's for texts that it had
    not seen. A question that has one answer alone keeps the model's.
    """
    weights = no_list_weights(evidence.shape[1])
    for place, question in enumerate(CORRECTED):
        column = PRODUCT_QUESTIONS.index(question)
        truth = answers[:, column] > 0
        if truth.all() or not truth.any():
            continue
        inputs = np.column_stack([evidence, logits(probabilities[:, column])])
        regression = LogisticRegression().fit(inputs, truth)
        weights[place] = [*regression.coef_[0], regression.intercept_[0]]
    return weights


def no_list_weights(features: int = FEATURES) -> NDArray[np.float32]:
    """The weights under which the lists change nothing."""
    return np.tile(np.array([*[0] * features, 1, 0], np.float32), (len(CORRECTED), 1))


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
