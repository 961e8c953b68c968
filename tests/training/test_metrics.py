import math

import numpy as np
import pytest
from sklearn.metrics import cohen_kappa_score, f1_score, roc_auc_score
from sklearn.preprocessing import MultiLabelBinarizer

from dualuse.corpus.labels import MEASURES, RELEVANCE
from dualuse.training import metrics

GENERATOR = np.random.default_rng(17)
TRUTH = GENERATOR.choice(RELEVANCE, 200).tolist()
FOUND = [level if keep else "low" for level, keep in zip(TRUTH, GENERATOR.random(200) < 0.6)]  # noqa: B905 - both are 200


def test_accuracy_by_hand() -> None:
    assert metrics.accuracy(["a", "b", "b", "c"], ["a", "b", "c", "b"]) == 0.5


def test_macro_f1_by_hand() -> None:
    # a: 2/3, b: 2/3; the guessed c is no label of the truth.
    assert metrics.macro_f1(["a", "a", "b"], ["a", "c", "b"]) == pytest.approx((2 / 3 + 1) / 2)


def test_macro_f1_is_scikit_learns() -> None:
    assert metrics.macro_f1(TRUTH, FOUND) == pytest.approx(f1_score(TRUTH, FOUND, average="macro"))


def test_a_label_that_is_never_guessed_counts_as_zero() -> None:
    assert metrics.macro_f1(["a", "b"], ["a", "a"]) == pytest.approx((2 / 3 + 0) / 2)


def test_auroc_by_hand() -> None:
    truth = np.array([True, False, True, False])
    # Of four pairs one is the wrong way round and one is equal.
    assert metrics.auroc(truth, np.array([0.9, 0.5, 0.5, 0.7])) == pytest.approx(2.5 / 4)


def test_auroc_is_scikit_learns() -> None:
    truth, scores = GENERATOR.random(100) < 0.3, GENERATOR.random(100)
    assert metrics.auroc(truth, scores) == pytest.approx(roc_auc_score(truth, scores))


def test_micro_f1_by_hand() -> None:
    truth = [["ban"], ["ban", "guidance"], []]
    found = [["ban", "enforcement"], ["guidance"], ["ban"]]
    assert metrics.multilabel_micro_f1(truth, found) == pytest.approx(2 * 2 / (3 + 4))


def test_micro_f1_is_scikit_learns() -> None:
    truth, found = (
        [[name for name in MEASURES if GENERATOR.random() < 0.3] for _ in range(60)]
        for _ in range(2)
    )
    binary = MultiLabelBinarizer(classes=MEASURES)
    tables = binary.fit_transform(truth), binary.fit_transform(found)
    expected = f1_score(*tables, average="micro")
    assert metrics.multilabel_micro_f1(truth, found) == pytest.approx(expected)


def test_kappa_by_hand() -> None:
    # Squared distances: 1 observed of 2 texts; all pairs of marginals give 9+4+1+4 over 2 texts.
    truth, found = ["none", "high"], ["none", "medium"]
    observed, by_chance = (0 + 1) / 2, (0 + 4 + 9 + 1) / 4
    assert metrics.weighted_kappa(truth, found) == pytest.approx(1 - observed / by_chance)


def test_kappa_is_scikit_learns() -> None:
    ranks = [[RELEVANCE.index(level) for level in levels] for levels in (TRUTH, FOUND)]
    expected = cohen_kappa_score(*ranks, weights="quadratic")
    assert metrics.weighted_kappa(TRUTH, FOUND) == pytest.approx(expected)


def test_a_miss_by_one_level_costs_less_than_by_three() -> None:
    near = metrics.weighted_kappa(["none", "high", "high"], ["none", "high", "medium"])
    far = metrics.weighted_kappa(["none", "high", "high"], ["none", "high", "none"])
    assert 1 > near > far


@pytest.mark.parametrize("level", RELEVANCE)
def test_agreement_on_one_level_is_full(level: str) -> None:
    assert metrics.weighted_kappa([level] * 3, [level] * 3) == 1


def test_one_level_against_another_is_chance() -> None:
    assert metrics.weighted_kappa(["high"] * 3, ["low"] * 3) == 0


def test_precision_and_recall_by_hand() -> None:
    truth = np.array([True, True, True, False, False])
    called = np.array([True, True, False, True, False])
    assert metrics.precision_recall(truth, called) == pytest.approx((2 / 3, 2 / 3))
    assert metrics.precision_recall(truth, ~truth | truth) == pytest.approx((3 / 5, 1))


def test_recall_is_the_most_at_the_precision_asked_for() -> None:
    truth = np.array([True, True, False, True, False, True])
    scores = np.array([0.9, 0.8, 0.7, 0.6, 0.5, 0.4])
    assert metrics.recall_at(truth, scores, 1.0) == pytest.approx(2 / 4)
    assert metrics.recall_at(truth, scores, 0.75) == pytest.approx(3 / 4)
    assert metrics.recall_at(truth, scores, 0.6) == pytest.approx(1)
    assert metrics.recall_at(~truth, scores, 0.9) == 0
    tied = np.full(6, 0.5)
    assert metrics.recall_at(truth, tied, 4 / 6) == 1
    assert metrics.recall_at(truth, tied, 0.7) == 0


def test_what_is_not_defined_is_nan() -> None:
    none = np.zeros(3, bool)
    precision, recall = metrics.precision_recall(none, none)
    undefined = [
        metrics.accuracy([], []),
        metrics.macro_f1([], []),
        metrics.auroc(none, np.ones(3)),
        metrics.auroc(~none, np.ones(3)),
        metrics.multilabel_micro_f1([[], []], [[], []]),
        metrics.weighted_kappa([], []),
        metrics.recall_at(none, np.ones(3), 0.9),
        precision,
        recall,
    ]
    assert all(map(math.isnan, undefined))
