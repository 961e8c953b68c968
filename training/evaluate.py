"""How well a model does on labelled texts that it has not seen."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from typing import Final

import numpy as np

from dualuse.corpus.errors import DualuseError
from dualuse.corpus.labels import REGIMES
from dualuse.corpus.records import LONG_WORDS, LabelledPolicy, LabelledProduct
from dualuse.corpus.splits import development_mask
from dualuse.models.decisions import MAX_MISS_RATE, MIN_PRECISION
from dualuse.models.policy import PolicyJudgement, PolicyModel, policy_text
from dualuse.models.products import ProductModel
from dualuse.models.questions import check_labels
from dualuse.models.reading import ProductJudgement
from dualuse.training.decision_tables import decision_section
from dualuse.training.figures import candidates_of, pair_figures, policy_figures, product_figures
from dualuse.training.judged import Described, Judged
from dualuse.training.report import EvaluationReport, Figures, Section

_LIKENESS: Final = (
    (0.2, "likeness 0 to 0.2"),
    (0.35, "likeness 0.2 to 0.35"),
    (0.5, "likeness 0.35 to 0.5"),
)
_LIKEST: Final = "likeness 0.5 to 1"


def evaluate_products(
    model: ProductModel,
    products: Sequence[LabelledProduct],
    subject: str,
    *,
    with_intervals: bool = False,
) -> EvaluationReport:
    """Category accuracy, macro-F1, AUROC of listed goods, codes and calibration, with breakdowns.

    Raises:
        DualuseError: there is nothing to evaluate on, or a label is not of the scheme.
    """
    return judge_products(model, products, subject).report(with_intervals=with_intervals)


def judge_products(
    model: ProductModel, products: Sequence[LabelledProduct], subject: str
) -> Judged:
    """What a model says of labelled products.

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

    return Judged(
        task="products",
        subject=subject,
        model=model,
        texts=tuple(product.text for product in products),
        languages=tuple(product.lang for product in products),
        groups=tuple(product.group for product in products),
        truth=tuple(product.category for product in products),
        found=tuple(each.category for each in judgements),
        confidence=np.array([each.category_confidence for each in judgements]),
        listed=np.array([product.relevance == "high" for product in products]),
        scores=np.array([each.control_probability for each in judgements]),
        breakdowns=_product_breakdowns(products, judgements),
        figures=figures,
        describe=lambda place: _described(products[place], judgements[place], codes[place]),
        rejudge=partial(_rejudge_products, model, products, subject),
        thresholds=partial(model.thresholds, REGIMES),
        further=_further(model, products, judgements),
    )


def _further(
    model: ProductModel,
    products: Sequence[LabelledProduct],
    judgements: Sequence[ProductJudgement],
) -> tuple[Section, ...]:
    """The tables of pairs, where there are any, and of decisions."""
    scores = np.array([each.control_probability for each in judgements])
    listed = np.array([product.relevance == "high" for product in products])
    thresholds = model.thresholds(REGIMES, MAX_MISS_RATE, MIN_PRECISION)
    decision = decision_section(scores, listed, thresholds)
    pairs = pair_figures(products, judgements)
    return (Section("pairs", {"all": pairs}), decision) if pairs["pairs"] else (decision,)


def _rejudge_products(
    model: ProductModel, products: Sequence[LabelledProduct], subject: str, texts: Sequence[str]
) -> Judged:
    pairs = zip(products, texts, strict=True)
    return judge_products(model, [replace(each, text=text) for each, text in pairs], subject)


def _described(
    product: LabelledProduct, judgement: ProductJudgement, codes: Sequence[str]
) -> Described:
    return Described(
        " · ".join([product.category, product.relevance, *product.codes]),
        " · ".join([judgement.category, judgement.relevance, *codes[:2]]),
        product.why,
    )


def _product_breakdowns(
    products: Sequence[LabelledProduct], judgements: Sequence[ProductJudgement]
) -> dict[str, list[str]]:
    breakdowns = {
        "language": [product.lang for product in products],
        "category": [product.category for product in products],
        "relevance": [product.relevance for product in products],
        "style": [product.style for product in products],
        "difficulty": [product.difficulty or "" for product in products],
        "nearest precedent": [_likeness(judgement) for judgement in judgements],
    }
    if any(product.source for product in products):
        published = ["published" if product.source else "own" for product in products]
        breakdowns["classification"] = published
    return breakdowns


def _likeness(judgement: ProductJudgement) -> str:
    """How alike the nearest precedent is, in four steps: what is unlike all of them is new."""
    if not judgement.neighbours:
        return ""
    alike = judgement.neighbours[0].similarity
    return next((name for limit, name in _LIKENESS if alike < limit), _LIKEST)


def evaluate_policy(
    model: PolicyModel,
    documents: Sequence[LabelledPolicy],
    subject: str,
    *,
    with_intervals: bool = False,
) -> EvaluationReport:
    """Relevance kappa and accuracy, recall and precision of `high`, F1 of measures and categories.

    Raises:
        DualuseError: there is nothing to evaluate on, or a label is not of the scheme.
    """
    return judge_policy(model, documents, subject).report(with_intervals=with_intervals)


def judge_policy(model: PolicyModel, documents: Sequence[LabelledPolicy], subject: str) -> Judged:
    """What a model says of labelled documents.

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

    return Judged(
        task="policy",
        subject=subject,
        model=model,
        texts=tuple(policy_text(each.title, each.text) for each in documents),
        languages=tuple(each.lang for each in documents),
        groups=tuple(each.group for each in documents),
        truth=tuple(each.relevance for each in documents),
        found=tuple(each.relevance for each in judgements),
        confidence=np.array([each.relevances[each.relevance] for each in judgements]),
        listed=np.array([each.relevance == "high" for each in documents]),
        scores=np.array([each.relevance_score for each in judgements]),
        breakdowns=_policy_breakdowns(documents),
        figures=figures,
        describe=lambda place: _told(documents[place], judgements[place]),
        rejudge=partial(_rejudge_policy, model, documents, subject),
    )


def _rejudge_policy(
    model: PolicyModel, documents: Sequence[LabelledPolicy], subject: str, texts: Sequence[str]
) -> Judged:
    # The title is in the texts already.
    pairs = zip(documents, texts, strict=True)
    return judge_policy(
        model, [replace(each, title="", text=text) for each, text in pairs], subject
    )


def _told(document: LabelledPolicy, judgement: PolicyJudgement) -> Described:
    return Described(
        " · ".join([document.relevance, *document.measures]),
        " · ".join([judgement.relevance, *judgement.measures]),
        document.summary,
    )


def _policy_breakdowns(documents: Sequence[LabelledPolicy]) -> dict[str, list[str]]:
    return {
        "language": [document.lang for document in documents],
        "relevance": [document.relevance for document in documents],
        "form": [document.form for document in documents],
        "length": ["long" if is_long(document) else "short" for document in documents],
        "difficulty": [document.difficulty or "" for document in documents],
    }


def is_long(document: LabelledPolicy) -> bool:
    """Whether a document has more than `LONG_WORDS` words."""
    return document.words > LONG_WORDS


def development_split(
    records: Sequence[LabelledProduct] | Sequence[LabelledPolicy],
) -> tuple[list[int], list[int]]:
    """Positions to learn from, and positions held out by family or event to tune on."""
    held_out = development_mask([record.group for record in records])
    return np.flatnonzero(~held_out).tolist(), np.flatnonzero(held_out).tolist()
