"""How well a model does on labelled texts that it has not seen."""

from collections.abc import Callable, Sequence

import numpy as np

from dualuse.corpus.errors import DualuseError
from dualuse.corpus.labels import REGIMES
from dualuse.corpus.records import LONG_WORDS, LabelledPolicy, LabelledProduct
from dualuse.corpus.splits import development_mask
from dualuse.models.decisions import MAX_MISS_RATE, MIN_PRECISION
from dualuse.models.policy import PolicyModel, policy_text
from dualuse.models.products import ProductModel
from dualuse.models.questions import check_labels
from dualuse.models.reading import ProductJudgement
from dualuse.training.figures import candidates_of, pair_figures, policy_figures, product_figures
from dualuse.training.intervals import intervals
from dualuse.training.report import EvaluationReport, Figures, Section, by_part


def evaluate_products(
    model: ProductModel,
    products: Sequence[LabelledProduct],
    texts: str,
    *,
    with_intervals: bool = False,
) -> EvaluationReport:
    """Category accuracy, macro-F1, AUROC of listed goods, codes and calibration, with breakdowns.

    Raises:
        DualuseError: there is nothing to evaluate on, or a label is not of the scheme.
    """
    if not products:
        raise DualuseError("there are no labelled products to evaluate on")
    check_labels(products)
    judgements = model.judge([product.text for product in products])
    codes = candidates_of(judgements)

    def figures(places: Sequence[int]) -> Figures:
        return product_figures(
            [products[place] for place in places],
            [judgements[place] for place in places],
            [codes[place] for place in places],
        )

    breakdowns = _product_breakdowns(products)
    groups = [product.group for product in products]
    sections = _sections("products", groups, breakdowns, figures, with_intervals=with_intervals)
    pairs = pair_figures(products, judgements)
    if pairs["pairs"]:
        sections.append(Section("pairs", {"all": pairs}))
    sections.append(_decision_section(model, products, judgements))
    return EvaluationReport(model.name, texts, tuple(sections))


def _product_breakdowns(products: Sequence[LabelledProduct]) -> dict[str, list[str]]:
    breakdowns = {
        "language": [product.lang for product in products],
        "category": [product.category for product in products],
        "relevance": [product.relevance for product in products],
        "style": [product.style for product in products],
        "difficulty": [product.difficulty or "" for product in products],
    }
    if any(product.source for product in products):
        published = ["published" if product.source else "own" for product in products]
        breakdowns["classification"] = published
    return breakdowns


def _sections(
    title: str,
    groups: Sequence[str],
    breakdowns: dict[str, list[str]],
    figures: Callable[[Sequence[int]], Figures],
    *,
    with_intervals: bool,
) -> list[Section]:
    """The whole, and each breakdown that is known of every text, with intervals where asked for.

    Of the breakdowns only that by classification has intervals: the others have small parts.
    """

    def rows(parts: dict[str, list[int]], *, ends: bool) -> dict[str, Figures]:
        found: dict[str, Figures] = {}
        for name, places in parts.items():
            found[name] = figures(places)
            if ends:
                low, high = intervals([groups[place] for place in places], places, figures)
                found |= {f"{name} 2.5%": low, f"{name} 97.5%": high}
        return found

    everything = {"all": list(range(len(groups)))}
    sections = [Section(title, rows(everything, ends=with_intervals))]
    for name, keys in breakdowns.items():
        parts = by_part(keys)
        if "" not in parts:
            ends = with_intervals and name == "classification"
            sections.append(Section(name, rows(parts, ends=ends)))
    return sections


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


def evaluate_policy(
    model: PolicyModel,
    documents: Sequence[LabelledPolicy],
    texts: str,
    *,
    with_intervals: bool = False,
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
        return policy_figures(
            [documents[place] for place in places], [judgements[place] for place in places]
        )

    breakdowns = {
        "language": [document.lang for document in documents],
        "relevance": [document.relevance for document in documents],
        "form": [document.form for document in documents],
        "length": ["long" if is_long(document) else "short" for document in documents],
        "difficulty": [document.difficulty or "" for document in documents],
    }
    groups = [document.group for document in documents]
    sections = _sections("policy", groups, breakdowns, figures, with_intervals=with_intervals)
    return EvaluationReport(model.name, texts, tuple(sections))


def is_long(document: LabelledPolicy) -> bool:
    """Whether a document has more than `LONG_WORDS` words."""
    return document.words > LONG_WORDS


def development_split(
    records: Sequence[LabelledProduct] | Sequence[LabelledPolicy],
) -> tuple[list[int], list[int]]:
    """Positions to learn from, and positions held out by family or event to tune on."""
    held_out = development_mask([record.group for record in records])
    return np.flatnonzero(~held_out).tolist(), np.flatnonzero(held_out).tolist()
