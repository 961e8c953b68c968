"""What the published evaluation set promises: breadth, and that no byte changes unnoticed."""

from collections import Counter
from itertools import pairwise

import pytest

from dualuse.corpus.labels import CATEGORIES, LANGUAGES, POLICY_FORMS, PRODUCT_STYLES, is_low_level
from dualuse.corpus.quality.frozen import evaluation_digest, evaluation_versions
from dualuse.corpus.records import LabelledPolicy, LabelledProduct
from dualuse.corpus.store import load_policy, load_products
from dualuse.training.evaluate import is_long


@pytest.fixture(scope="module")
def products() -> list[LabelledProduct]:
    return load_products(evaluation=True)


@pytest.fixture(scope="module")
def documents() -> list[LabelledPolicy]:
    return load_policy(evaluation=True)


def test_texts_are_those_that_were_frozen(
    products: list[LabelledProduct], documents: list[LabelledPolicy]
) -> None:
    last = evaluation_versions()[-1]
    assert last.digest == evaluation_digest()
    assert (last.products, last.documents) == (len(products), len(documents))


def test_products_of_every_category_language_and_style(products: list[LabelledProduct]) -> None:
    assert len(products) >= 900
    categories = Counter(product.category for product in products)
    assert min(categories[category] for category in CATEGORIES) >= 50
    assert categories["none"] >= len(products) * 0.3
    assert {product.lang for product in products} == set(LANGUAGES)
    styles = Counter(product.style for product in products)
    assert set(styles) == set(PRODUCT_STYLES)
    assert styles["erp"] + styles["part"] >= 150


def test_products_hard_to_tell_apart(products: list[LabelledProduct]) -> None:
    assert sum(product.pair is not None for product in products) >= 200
    assert sum(product.source is not None for product in products) >= 150
    undecided = [
        product
        for product in products
        if product.relevance == "medium" and not any(map(is_low_level, product.codes))
    ]
    assert len(undecided) >= 40


def test_documents_of_every_form_and_length(documents: list[LabelledPolicy]) -> None:
    assert len(documents) >= 240
    assert {document.form for document in documents} == set(POLICY_FORMS)
    assert {document.lang for document in documents} == set(LANGUAGES)
    assert sum(map(is_long, documents)) >= len(documents) / 5
    levels = Counter(document.relevance for document in documents)
    assert min(levels.values()) >= 40


def test_every_text_was_read_by_two_and_every_document_has_its_facts(
    products: list[LabelledProduct], documents: list[LabelledPolicy]
) -> None:
    # Difficulty comes from two blind readings.
    assert all(record.difficulty for record in (*products, *documents))
    assert all(document.dates is not None for document in documents)
    assert all(document.parties is not None for document in documents)
    assert sum(len(document.parties or ()) for document in documents) > 100


def test_ids_do_not_tell_the_label(products: list[LabelledProduct]) -> None:
    # In the order of writing, neighbours by id have the same category three times in four.
    pairs = list(pairwise(products))
    same = sum(first.category == second.category for first, second in pairs)
    assert same / len(pairs) < 0.3
