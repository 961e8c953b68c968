"""One answer for a document from the whole of it, its passages, and the words that speak for it.

A text model sees a document as one bag of n-grams, in which an operative clause among thirty pages
of statute weighs nothing. So it is asked about each passage of a long document too, and a
regression per question learns how far the whole, the strongest passage, their mean, the cues, the
clauses that take a measure, and the goods that the lists know by name can be trusted. Short
documents have a regression of their own, without passages: there these would only add noise.
"""

from collections.abc import Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression

from dualuse.corpus.labels import LIST_CATEGORIES, MEASURES
from dualuse.models.calibration import logits
from dualuse.models.classifier import Answers, Probabilities, TextClassifier
from dualuse.models.cues import CUED, cue_features
from dualuse.models.listed_goods import FEATURES as OF_GOODS
from dualuse.models.listed_goods import listed_goods
from dualuse.models.operative import FEATURES as OF_CLAUSES
from dualuse.models.operative import operative_features
from dualuse.models.passages import passages_of
from dualuse.models.questions import CATEGORY, MEASURE

_STRENGTH: Final = 3.0
_FEWEST_POSITIVES: Final = 3
_OF_CUES: Final = 3
_WHOLE: Final = _OF_CUES + OF_CLAUSES + OF_GOODS
_SHORT: Final = 3
"""Passages of a document that is judged as a whole. Chosen on held-out events: with 2 to 4, one
clause in a long text counts as much, and short texts are judged best."""
KINDS: Final = 2
"""Of documents: short and long."""
WEIGHTS: Final = _WHOLE + 4
"""Cue in the title, in the head, cue count, the features of operative clauses, those of listed
goods, logit of the whole, of the strongest passage, the mean of the passages', and a constant."""


def document_features(
    texts: Sequence[str],
    whole: Probabilities,
    parts: Probabilities,
    owners: NDArray[np.int64],
    questions: Sequence[str],
) -> NDArray[np.float32]:
    """What speaks for each document and question, shape (n, questions, `WEIGHTS` - 1).

    `parts` are the probabilities of passages, each of the document at its place in `owners`,
    which is sorted.
    """
    words = _word_features(texts, questions)
    starts = np.searchsorted(owners, np.arange(len(texts)))
    counts = np.diff(np.append(starts, len(owners)))[:, None]
    scores = logits(parts)
    strongest = np.maximum.reduceat(scores, starts, axis=0)
    mean = np.add.reduceat(scores, starts, axis=0) / counts
    pooled = np.stack([logits(whole), strongest, mean], axis=2)
    return np.concatenate([words, pooled], axis=2).astype(np.float32)


def _word_features(texts: Sequence[str], questions: Sequence[str]) -> NDArray[np.float32]:
    words = np.zeros((len(texts), len(questions), _WHOLE), np.float32)
    cued = [questions.index(question) for question in CUED]
    words[:, cued, :_OF_CUES] = cue_features(texts)
    measures = [questions.index(MEASURE + measure) for measure in MEASURES]
    words[:, measures, _OF_CUES:-OF_GOODS] = operative_features(texts)
    fields = [questions.index(CATEGORY + category) for category in LIST_CATEGORIES]
    words[:, fields, -OF_GOODS:] = listed_goods(texts)
    return words


def fit_pooling(
    features: NDArray[np.float32],
    answers: Answers,
    long: NDArray[np.bool_],
    learnt_whole: int,
) -> NDArray[np.float32]:
    """The weights of features and a constant, shape (`KINDS`, questions, `WEIGHTS`).

    The features come from a text model that had not seen the texts; the first `learnt_whole` of
    them are learnt from as a whole, all that are long also by their passages. A question with
    hardly a yes or no keeps the answer for the whole.
    """
    weights = whole_only(answers.shape[1])
    whole = np.arange(len(features)) < learnt_whole
    for column in range(answers.shape[1]):
        for kind, (rows, used) in enumerate(((whole, _WHOLE + 1), (long, features.shape[2]))):
            known = rows & ~np.isnan(answers[:, column])
            truth = answers[known, column] > 0
            if min(truth.sum(), (~truth).sum()) < _FEWEST_POSITIVES:
                continue
            inputs = features[known, column, :used]
            regression = LogisticRegression(C=_STRENGTH).fit(inputs, truth)
            weights[kind, column] = 0
            weights[kind, column, :used] = regression.coef_[0]
            weights[kind, column, -1] = regression.intercept_[0]
    return weights


def are_long(owners: NDArray[np.int64], count: int) -> NDArray[np.bool_]:
    """Which of so many documents have more passages than a short one, shape (count,)."""
    return np.bincount(owners, minlength=count) > _SHORT


def whole_only(questions: int) -> NDArray[np.float32]:
    """The weights under which the answer for the whole stays."""
    row = np.zeros(WEIGHTS, np.float32)
    row[_WHOLE] = 1
    return np.tile(row, (KINDS, questions, 1))


def pooled_answers(
    classifier: TextClassifier, texts: Sequence[str], weights: NDArray[np.float32]
) -> Probabilities:
    """The probability of a yes for each document and question, shape (n, questions)."""
    if not texts:
        return np.zeros((0, len(classifier.questions)), np.float32)
    parts, owners = passages_of(texts)
    features = document_features(
        texts,
        classifier.predict_proba(texts),
        classifier.predict_proba(parts),
        owners,
        classifier.questions,
    )
    return pooled(features, weights, are_long(owners, len(texts)))


def pooled(
    features: NDArray[np.float32], weights: NDArray[np.float32], long: NDArray[np.bool_]
) -> Probabilities:
    """The probability that the features of each document and question amount to.

    `long`, shape (documents,), says which are judged by their passages too.
    """
    chosen = weights[long.astype(int)]
    scores = (features * chosen[:, :, :-1]).sum(axis=2) + chosen[:, :, -1]
    return np.asarray(1 / (1 + np.exp(-np.clip(scores, -30, 30))), np.float32)
