"""Figures of quality, for any labels."""

from collections import Counter
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from scipy.stats import rankdata
from sklearn.metrics import cohen_kappa_score, precision_recall_curve

from dualuse.corpus.labels import RELEVANCE, relevance_rank


def accuracy(truth: Sequence[str], found: Sequence[str]) -> float:
    """The share of labels that agree, 0 to 1; NaN of none."""
    if not truth:
        return float("nan")
    return float(np.mean([a == b for a, b in zip(truth, found, strict=True)]))


def macro_f1(truth: Sequence[str], found: Sequence[str]) -> float:
    """The mean F1 over the labels that occur in the truth; NaN of none."""
    if not truth:
        return float("nan")
    # Counted here: scikit-learn's checks take twenty times as long, and intervals ask a thousand.
    true, said = Counter(truth), Counter(found)
    hits = Counter(a for a, b in zip(truth, found, strict=True) if a == b)
    return float(
        np.mean([2 * hits[label] / (count + said[label]) for label, count in true.items()])
    )


def auroc(truth: NDArray[np.bool_], scores: NDArray[np.floating]) -> float:
    """The chance that a positive scores above a negative; NaN where there is only one kind."""
    if truth.all() or not truth.any():
        return float("nan")
    # The statistic of Mann and Whitney, ties counting half.
    positives = int(truth.sum())
    above = float(rankdata(scores)[truth].sum()) - positives * (positives + 1) / 2
    return above / (positives * (len(truth) - positives))


def multilabel_micro_f1(truth: Sequence[Sequence[str]], found: Sequence[Sequence[str]]) -> float:
    """F1 over all (text, label) decisions; NaN where neither side names a label."""
    hits = sum(len(set(a) & set(b)) for a, b in zip(truth, found, strict=True))
    total = sum(map(len, truth)) + sum(map(len, found))
    return 2 * hits / total if total else float("nan")


def weighted_kappa(truth: Sequence[str], found: Sequence[str]) -> float:
    """Cohen's kappa on the relevance scale with quadratic weights, -1 to 1."""
    ranks = [[relevance_rank(level) for level in levels] for levels in (truth, found)]
    if not truth or ranks[0] == ranks[1]:
        return 1.0 if truth else float("nan")
    return float(cohen_kappa_score(*ranks, labels=range(len(RELEVANCE)), weights="quadratic"))


def precision_recall(truth: NDArray[np.bool_], called: NDArray[np.bool_]) -> tuple[float, float]:
    """Precision and recall of what was called; NaN where nothing was, or nothing is."""
    hits = float((truth & called).sum())
    precision = hits / called.sum() if called.any() else float("nan")
    recall = hits / truth.sum() if truth.any() else float("nan")
    return float(precision), float(recall)


def recall_at(truth: NDArray[np.bool_], scores: NDArray[np.floating], precision: float) -> float:
    """The most of what is true that a limit on the scores calls at this precision or a better one.

    0 where no limit is so precise, NaN where nothing is true.
    """
    if not truth.any():
        return float("nan")
    reached, recalls, _ = precision_recall_curve(truth, scores)
    return float(recalls[reached >= precision].max(initial=0.0))
