"""The named questions: what a model is asked of a text, and what the records answer."""

from collections.abc import Sequence
from typing import Final

import numpy as np

from dualuse.corpus.errors import DualuseError
from dualuse.corpus.labels import (
    CATEGORIES,
    GROUPS,
    LIST_CATEGORIES,
    MEASURES,
    NO_MEASURE,
    REGIMES,
    RELEVANCE,
    code_group,
    relevance_rank,
)
from dualuse.corpus.records import LabelledPolicy, LabelledProduct
from dualuse.models.classifier import Answers

MEDIUM: Final = relevance_rank("medium")
CATEGORY: Final = "category:"
RELEVANCE_FROM: Final = "relevance:"
LISTED: Final = "listed:"
GROUP: Final = "group:"
MEASURE: Final = "measure:"
CODE_IS: Final = "code:"
LABEL: Final = "label:"
KEY_SENTENCE: Final = "key_sentence"
"""Of a sentence of a document: does a summary need it?"""

_CATEGORIES: Final = tuple(CATEGORY + category for category in LIST_CATEGORIES)
_RELEVANCES: Final = tuple(RELEVANCE_FROM + level for level in RELEVANCE[1:])
_LISTED: Final = tuple(LISTED + regime for regime in REGIMES)
_GROUPS: Final = tuple(GROUP + group for group in GROUPS)
_MEASURES: Final = tuple(MEASURE + measure for measure in MEASURES)

PRODUCT_QUESTIONS: Final = (*_CATEGORIES, *_RELEVANCES, *_LISTED, *_GROUPS)
"""Is its category 6? Is its relevance at least medium? Is it high by the US list? Of group D?"""

POLICY_QUESTIONS: Final = (*_CATEGORIES, *_RELEVANCES, *_MEASURES)


def check_labels(records: Sequence[LabelledProduct] | Sequence[LabelledPolicy]) -> None:
    """Let no label pass that the questions would silently take for a no.

    Raises:
        DualuseError: a record has a relevance, category, regime or measure of another scheme.
    """
    for record in records:
        fields: list[tuple[str, Sequence[str], Sequence[str]]]
        if isinstance(record, LabelledProduct):
            fields = [("category", [record.category], CATEGORIES)]
            fields += [("regimes", record.regimes, REGIMES)]
        else:
            fields = [("categories", record.categories, LIST_CATEGORIES)]
            fields += [("measures", record.measures, (*MEASURES, NO_MEASURE))]
        for name, values, known in [("relevance", [record.relevance], RELEVANCE), *fields]:
            if strange := [value for value in values if value not in known]:
                raise DualuseError(
                    f"{record.id}: {name} {strange[0]!r} is none of {', '.join(known)}; "
                    "`dualuse corpus check` lists all faults of a corpus"
                )


def product_answers(products: Sequence[LabelledProduct]) -> Answers:
    """The answers of labelled products to `PRODUCT_QUESTIONS`, shape (n, questions).

    Raises:
        DualuseError: a label is not of the scheme.
    """
    check_labels(products)
    return np.array([_product_row(product) for product in products], np.float32).reshape(
        -1, len(PRODUCT_QUESTIONS)
    )


def _product_row(product: LabelledProduct) -> list[float]:
    """The answers of one product; without a code it is silent on groups."""
    rank = relevance_rank(product.relevance)
    high = product.relevance == "high"
    group = code_group(product.codes[0]) if product.codes else None
    return [
        *(product.category == category for category in LIST_CATEGORIES),
        *(rank >= level for level in range(1, len(RELEVANCE))),
        *(high and regime in product.regimes for regime in REGIMES),
        *(float("nan") if group is None else group == each for each in GROUPS),
    ]


def policy_answers(documents: Sequence[LabelledPolicy]) -> Answers:
    """The answers of labelled documents to `POLICY_QUESTIONS`, shape (n, questions).

    A document whose scope is every controlled item is silent on categories, and one of relevance
    low or none on measures: that is no answer, not a no to each.

    Raises:
        DualuseError: a label is not of the scheme.
    """
    check_labels(documents)
    return np.array([_policy_row(document) for document in documents], np.float32).reshape(
        -1, len(POLICY_QUESTIONS)
    )


def _policy_row(document: LabelledPolicy) -> list[float]:
    rank = relevance_rank(document.relevance)
    silent = document.scope == "all" and not document.categories
    return [
        *(
            float("nan") if silent else category in document.categories
            for category in LIST_CATEGORIES
        ),
        *(rank >= level for level in range(1, len(RELEVANCE))),
        *(float("nan") if rank < MEDIUM else measure in document.measures for measure in MEASURES),
    ]


def label_questions(labels: Sequence[str]) -> tuple[str, ...]:
    """One question for each distinct label of any other label set, sorted by name."""
    return tuple(LABEL + label for label in sorted(set(labels)))


def label_answers(labels: Sequence[str], questions: Sequence[str]) -> Answers:
    """The answers of single labels to `label_questions`; an unknown label is all no."""
    places = {question: place for place, question in enumerate(questions)}
    answers = np.zeros((len(labels), len(questions)), np.float32)
    for row, label in enumerate(labels):
        if (place := places.get(LABEL + label)) is not None:
            answers[row, place] = 1
    return answers
