"""How well a model does on labelled texts that it has not seen."""

from collections.abc import Sequence

import numpy as np

from dualuse.corpus.errors import DualuseError
from dualuse.corpus.labels import LIST_CATEGORIES, MEASURES, REGIMES
from dualuse.corpus.records import LabelledPolicy, LabelledProduct
from dualuse.corpus.splits import development_mask
from dualuse.models.calibration import expected_calibration_error
from dualuse.models.decisions import MAX_MISS_RATE, MIN_PRECISION
from dualuse.models.policy import PolicyJudgement, PolicyModel, policy_text
from dualuse.models.products import ProductJudgement, ProductModel
from dualuse.models.questions import check_labels
from dualuse.training import metrics
from dualuse.training.report import EvaluationReport, Figures, Section, by_part


def evaluate_products(
    model: ProductModel, products: Sequence[LabelledProduct], texts: str
) -> EvaluationReport:
    """Category accuracy, macro-F1, AUROC of listed goods and calibration error, with breakdowns.

    Raises:
        DualuseError: there is nothing to evaluate on, or a label is not of the scheme.
    """
    if not products:
        raise DualuseError("there are no labelled products to evaluate on")
    check_labels(products)
    judgements = model.judge([product.text for product in products])

    def figures(places: Sequence[int]) -> Figures:
        return _product_figures(
            [products[place] for place in places], [judgements[place] for place in places]
        )

    everything = range(len(products))
    breakdowns = {
        "language": [product.lang for product in products],
        "category": [product.category for product in products],
        "relevance": [product.relevance for product in products],
        "style": [product.style for product in products],
    }
    sections = [Section("products", {"all": figures(everything)})]
    for title, keys in breakdowns.items():
        rows = {key: figures(places) for key, places in by_part(keys).items()}
        sections.append(Section(title, rows))
    sections.append(_decision_section(model, products, judgements))
    return EvaluationReport(model.name, texts, tuple(sections))


def _decision_section(
    model: ProductModel,
    products: Sequence[LabelledProduct],
    judgements: Sequence[ProductJudgement],
) -> Section:
    """What the default thresholds make of the texts: how many, and which share of the listed.

    By probability alone: labelling also sends to `review` what lacks a parameter.
    """
    thresholds = model.thresholds(REGIMES, MAX_MISS_RATE, MIN_PRECISION)
    scores = np.array([judgement.control_probability for judgement in judgements])
    listed = np.array([product.relevance == "high" for product in products])
    controlled = scores >= thresholds.controlled
    clear = ~controlled & (scores < thresholds.clear)
    parts = {"clear": clear, "review": ~controlled & ~clear, "controlled": controlled}
    return Section(
        "decision",
        {
            name: {
                "texts": int(part.sum()),
                "share": float(part.mean()),
                "are listed": float(listed[part].mean()) if part.any() else float("nan"),
                "of listed": float(part[listed].mean()) if listed.any() else float("nan"),
            }
            for name, part in parts.items()
        },
    )


def _product_figures(
    products: Sequence[LabelledProduct], judgements: Sequence[ProductJudgement]
) -> Figures:
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


def evaluate_policy(
    model: PolicyModel, documents: Sequence[LabelledPolicy], texts: str
) -> EvaluationReport:
    """Relevance kappa and accuracy, recall and precision of `high`, F1 of measures and categories.

    Raises:
        DualuseError: there is nothing to evaluate on, or a label is not of the scheme.
    """
    if not documents:
        raise DualuseError("there are no labelled policy documents to evaluate on")
    check_labels(documents)
    judgements = model.judge([policy_text(each.title, each.text) for each in documents])

    def figures(places: Sequence[int]) -> Figures:
        return _policy_figures(
            [documents[place] for place in places], [judgements[place] for place in places]
        )

    sections = [Section("policy", {"all": figures(range(len(documents)))})]
    breakdowns = {
        "language": [document.lang for document in documents],
        "relevance": [document.relevance for document in documents],
        "form": [document.form for document in documents],
    }
    for title, keys in breakdowns.items():
        rows = {key: figures(places) for key, places in by_part(keys).items()}
        sections.append(Section(title, rows))
    return EvaluationReport(model.name, texts, tuple(sections))


def _policy_figures(
    documents: Sequence[LabelledPolicy], judgements: Sequence[PolicyJudgement]
) -> Figures:
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
        "measures": metrics.multilabel_micro_f1(
            [[m for m in document.measures if m in MEASURES] for document in documents],
            [[m for m in judgement.measures if m in MEASURES] for judgement in judgements],
        ),
        "fields": metrics.multilabel_micro_f1(
            [[c for c in document.categories if c in LIST_CATEGORIES] for document in documents],
            [judgement.categories for judgement in judgements],
        ),
    }


def development_split(
    records: Sequence[LabelledProduct] | Sequence[LabelledPolicy],
) -> tuple[list[int], list[int]]:
    """Positions to learn from, and positions held out by family or event to tune on."""
    held_out = development_mask([record.group for record in records])
    return np.flatnonzero(~held_out).tolist(), np.flatnonzero(held_out).tolist()
