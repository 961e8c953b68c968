"""The figures of an evaluation: judgements of labelled texts against their labels."""

from collections.abc import Sequence
from typing import Protocol

import numpy as np

from dualuse.corpus.labels import LIST_CATEGORIES, MEASURES, REGIMES
from dualuse.corpus.records import LabelledPolicy, LabelledProduct
from dualuse.models.calibration import expected_calibration_error
from dualuse.models.candidates import judged_codes, weigh
from dualuse.models.policy import PolicyJudgement
from dualuse.models.reading import ProductJudgement
from dualuse.training import metrics
from dualuse.training.report import Figures


class Classed(Protocol):
    """What a product or an example is judged by."""

    @property
    def category(self) -> str:
        """Its list category, or none."""
        ...

    @property
    def relevance(self) -> str:
        """Its relevance."""
        ...


def product_figures(
    products: Sequence[LabelledProduct],
    judgements: Sequence[ProductJudgement],
    codes: Sequence[Sequence[str]],
) -> Figures:
    """The figures of products: categories, listed against unlisted, relevance, codes, calibration.

    `codes` are the candidates of each product, best first, as `candidates_of` finds them.
    `low-high` is the share of civil lookalikes that are called listed; `code-1` and `code-5` are
    the shares of the goods with a code of which the first candidate, or one of five, is a true
    one. A figure that the texts do not define is NaN.
    """
    first, five = _code_hits(products, codes)
    return {**answer_figures(products, judgements), "code-1": first, "code-5": five}


def answer_figures(products: Sequence[Classed], judgements: Sequence[ProductJudgement]) -> Figures:
    """As `product_figures`, without those of codes."""
    truth = [product.category for product in products]
    found = [judgement.category for judgement in judgements]
    listed = np.array([product.relevance == "high" for product in products])
    scores = np.array([judgement.control_probability for judgement in judgements])
    called = np.array([judgement.relevance == "high" for judgement in judgements])
    low = np.array([product.relevance == "low" for product in products])
    confidence = np.array([judgement.category_confidence for judgement in judgements])
    correct = np.array([a == b for a, b in zip(truth, found, strict=True)])
    return {
        "texts": len(products),
        "accuracy": metrics.accuracy(truth, found),
        "macro-F1": metrics.macro_f1(truth, found),
        "AUROC": metrics.auroc(listed, scores),
        "relevance": metrics.accuracy(
            [product.relevance for product in products],
            [judgement.relevance for judgement in judgements],
        ),
        "ECE": expected_calibration_error(confidence, correct),
        "ECE-high": expected_calibration_error(scores, listed),
        "low-high": float(called[low].mean()) if low.any() else float("nan"),
    }


def candidates_of(judgements: Sequence[ProductJudgement]) -> list[tuple[str, ...]]:
    """The candidate codes of each judgement, as labelling names them."""
    return [judged_codes(judgement, weigh(judgement, REGIMES)) for judgement in judgements]


def _code_hits(
    products: Sequence[LabelledProduct], codes: Sequence[Sequence[str]]
) -> tuple[float, float]:
    hits = [
        (any(code in product.codes for code in found[:1]), not set(found).isdisjoint(product.codes))
        for product, found in zip(products, codes, strict=True)
        if product.codes
    ]
    if not hits:
        return float("nan"), float("nan")
    first, five = np.mean(hits, axis=0)
    return float(first), float(five)


def pair_figures(
    products: Sequence[LabelledProduct], judgements: Sequence[ProductJudgement]
) -> Figures:
    """What becomes of twins around a threshold of which one is listed and the other is not.

    `apart`: the share of pairs of which one is called listed, the other not, and rightly;
    `ordered`: the share of which the listed one has the higher P(listed).
    """
    places = {product.id: place for place, product in enumerate(products)}
    apart, ordered = [], []
    for place, product in enumerate(products):
        twin = places.get(product.pair or "")
        if product.relevance != "high" or twin is None or products[twin].relevance == "high":
            continue
        over, under = judgements[place], judgements[twin]
        apart.append(over.relevance == "high" and under.relevance != "high")
        ordered.append(over.control_probability > under.control_probability)
    return {
        "pairs": len(apart),
        "apart": float(np.mean(apart)) if apart else float("nan"),
        "ordered": float(np.mean(ordered)) if ordered else float("nan"),
    }


def policy_figures(
    documents: Sequence[LabelledPolicy], judgements: Sequence[PolicyJudgement]
) -> Figures:
    """The figures of documents: relevance, recall and precision of `high`, measures and fields.

    `recall-90` is the recall of `high` where P(high) is cut at a precision of 0.90.
    A figure that the texts do not define is NaN.
    """
    truth = [document.relevance for document in documents]
    found = [judgement.relevance for judgement in judgements]
    high = np.array([level == "high" for level in truth])
    scores = np.array([judgement.relevance_score for judgement in judgements])
    called = np.array([level == "high" for level in found])
    precision, recall = metrics.precision_recall(high, called)
    return {
        "texts": len(documents),
        "accuracy": metrics.accuracy(truth, found),
        "macro-F1": metrics.macro_f1(truth, found),
        "kappa": metrics.weighted_kappa(truth, found),
        "AUROC": metrics.auroc(high, scores),
        "ECE-high": expected_calibration_error(scores, high),
        "precision": precision,
        "recall": recall,
        "recall-90": metrics.recall_at(high, scores, 0.9),
        "measures": metrics.multilabel_micro_f1(
            [[m for m in document.measures if m in MEASURES] for document in documents],
            [[m for m in judgement.measures if m in MEASURES] for judgement in judgements],
        ),
        "fields": metrics.multilabel_micro_f1(
            [[c for c in document.categories if c in LIST_CATEGORIES] for document in documents],
            [judgement.categories for judgement in judgements],
        ),
    }
