"""One figure for how well held-out texts are answered, to choose an epoch by."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from sklearn.metrics import roc_auc_score

from dualuse.corpus.labels import LIST_CATEGORIES, RELEVANCE
from dualuse.models.questions import CATEGORY, LABEL, LISTED, RELEVANCE_FROM
from dualuse.training.encoder.answered import AnsweredTexts


def held_out_score(
    scores: NDArray[np.float32], held_out: AnsweredTexts, questions: Sequence[str]
) -> float:
    """The mean of category accuracy and AUROC of listed goods, 0 to 1, on held-out products.

    Where there are no products the AUROC of relevance high alone, and where there is nothing to
    tell apart 0. For a label set of the user's own it is the accuracy.
    """
    if all(question.startswith(LABEL) for question in questions):
        return float((scores.argmax(axis=1) == held_out.answers.argmax(axis=1)).mean())
    places = {question: place for place, question in enumerate(questions)}
    high = places[RELEVANCE_FROM + RELEVANCE[-1]]
    products = ~np.isnan(held_out.answers[:, places[LISTED + "EU"]])
    judged = products if products.any() else ~np.isnan(held_out.answers[:, high])
    parts = []
    truth = held_out.answers[judged, high]
    if truth.any() and not truth.all():
        parts.append(float(roc_auc_score(truth, scores[judged, high])))
    if products.any():
        parts.append(category_accuracy(scores[products], held_out.answers[products], questions))
    return float(np.mean(parts)) if parts else 0.0


def category_accuracy(
    scores: NDArray[np.float32], answers: NDArray[np.float32], questions: Sequence[str]
) -> float:
    """The share of texts whose likeliest category, or none, is the right one."""
    columns = [questions.index(CATEGORY + category) for category in LIST_CATEGORIES]
    said = np.column_stack([scores[:, columns], np.zeros(len(scores))]).argmax(axis=1)
    right = np.column_stack([answers[:, columns], np.full(len(scores), 0.5)]).argmax(axis=1)
    return float((said == right).mean())
