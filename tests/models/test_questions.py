from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from dualuse.corpus.errors import DualuseError
from dualuse.corpus.records import LabelledPolicy, LabelledProduct
from dualuse.models.questions import (
    POLICY_QUESTIONS,
    PRODUCT_QUESTIONS,
    check_labels,
    label_answers,
    label_questions,
    policy_answers,
    product_answers,
)


def product(**fields: Any) -> LabelledProduct:
    plain = LabelledProduct(
        id="6-1", text="thermal camera", lang="en", category="6", relevance="high",
        codes=("6A003",), regimes=("EU", "JP"), family="camera", pair=None, style="erp", why="",
    )  # fmt: skip
    return replace(plain, **fields)


def said(answers: np.ndarray, questions: tuple[str, ...]) -> set[str]:
    return {question for question, answer in zip(questions, answers, strict=True) if answer == 1}


def silent(answers: np.ndarray, questions: tuple[str, ...]) -> set[str]:
    return {name for name, answer in zip(questions, answers, strict=True) if np.isnan(answer)}


def test_what_a_listed_product_answers() -> None:
    (answers,) = product_answers([product()])
    assert said(answers, PRODUCT_QUESTIONS) == {
        "category:6", "relevance:low", "relevance:medium", "relevance:high",
        "listed:EU", "listed:JP", "group:A",
    }  # fmt: skip


def test_a_product_of_a_low_level_list_is_not_listed() -> None:
    (answers,) = product_answers([product(relevance="medium", regimes=("US",))])
    assert said(answers, PRODUCT_QUESTIONS) == {
        "category:6", "relevance:low", "relevance:medium", "group:A",
    }  # fmt: skip


def test_an_unrelated_product_answers_no_to_all() -> None:
    plain = product(category="none", relevance="none", codes=(), regimes=())
    (answers,) = product_answers([plain])
    assert said(answers, PRODUCT_QUESTIONS) == set()
    assert silent(answers, PRODUCT_QUESTIONS) == {f"group:{group}" for group in "ABCDE"}


@pytest.fixture(scope="module")
def document(few_documents: list[LabelledPolicy]) -> LabelledPolicy:
    return replace(
        few_documents[0], relevance="high", categories=("3",), scope="listed", measures=("ban",)
    )


def test_what_a_document_answers(document: LabelledPolicy) -> None:
    (answers,) = policy_answers([document])
    assert said(answers, POLICY_QUESTIONS) == {
        "category:3", "relevance:low", "relevance:medium", "relevance:high", "measure:ban",
    }  # fmt: skip
    assert silent(answers, POLICY_QUESTIONS) == set()


def test_a_document_on_all_items_is_silent_on_categories(document: LabelledPolicy) -> None:
    (answers,) = policy_answers([replace(document, categories=(), scope="all")])
    questions = silent(answers, POLICY_QUESTIONS)
    assert questions == {name for name in POLICY_QUESTIONS if name.startswith("category:")}


@pytest.mark.parametrize("relevance", ["none", "low"])
def test_a_document_without_a_measure_is_silent_on_measures(
    document: LabelledPolicy, relevance: str
) -> None:
    (answers,) = policy_answers([replace(document, relevance=relevance, measures=("none",))])
    questions = silent(answers, POLICY_QUESTIONS)
    assert questions == {name for name in POLICY_QUESTIONS if name.startswith("measure:")}


def test_no_records_give_an_empty_table() -> None:
    assert product_answers([]).shape == (0, len(PRODUCT_QUESTIONS))
    assert policy_answers([]).shape == (0, len(POLICY_QUESTIONS))


def test_labels_of_another_set() -> None:
    questions = label_questions(["b", "a", "b"])
    assert questions == ("label:a", "label:b")
    assert label_answers(["b", "a", "c"], questions).tolist() == [[0, 1], [1, 0], [0, 0]]


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        ({"relevance": "hgih"}, "6-1: relevance 'hgih' is none of none, low, medium, high"),
        ({"category": "5"}, "6-1: category '5' is none of"),
        ({"regimes": ("EU", "UK")}, "6-1: regimes 'UK' is none of EU, US, CN, JP"),
    ],
)
def test_a_label_of_no_scheme_is_named(fields: dict[str, Any], told: str) -> None:
    with pytest.raises(DualuseError, match=told):
        product_answers([product(), product(**fields)])


@pytest.mark.parametrize(
    "fields", [{"relevance": ""}, {"categories": ("3", "none")}, {"measures": ("tariff",)}]
)
def test_a_label_of_no_scheme_in_a_document_is_named(
    document: LabelledPolicy, fields: dict[str, Any]
) -> None:
    with pytest.raises(DualuseError, match=document.id):
        policy_answers([replace(document, **fields)])


def test_the_shipped_labels_are_of_the_scheme(
    few_products: list[LabelledProduct], few_documents: list[LabelledPolicy]
) -> None:
    check_labels(few_products)
    check_labels(few_documents)
