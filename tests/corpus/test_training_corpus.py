"""What the datasheet (`docs/corpus.md`) promises of the training texts."""

from collections import Counter
from collections.abc import Iterable

import pytest

from dualuse.corpus.labels import LANGUAGES, MEASURES, POLICY_FORMS, RELEVANCE
from dualuse.corpus.records import LabelledPolicy, LabelledProduct
from dualuse.corpus.store import load_policy, load_products


@pytest.fixture(scope="module")
def products() -> list[LabelledProduct]:
    return load_products()


@pytest.fixture(scope="module")
def documents() -> list[LabelledPolicy]:
    return load_policy()


def shares(words: Iterable[str]) -> dict[str, float]:
    counts = Counter(words)
    return {word: count / counts.total() for word, count in counts.items()}


def test_products_are_many_and_paired(products: list[LabelledProduct]) -> None:
    relevances = Counter(product.relevance for product in products)
    assert len(products) >= 45_000
    assert sum(product.pair is not None for product in products) >= 2 * 9_400
    assert relevances["low"] >= 13_000
    assert relevances["low"] + relevances["none"] >= 18_500
    assert sum(product.style == "part" for product in products) >= 12_000


def test_each_language_has_its_share_of_products(products: list[LabelledProduct]) -> None:
    found = shares(product.lang for product in products)
    least = {"en": 0.45, "zh": 0.17, "ja": 0.12, "de": 0.12, "fr": 0.07}
    assert all(found[language] >= share for language, share in least.items()), found


def test_documents_are_many_and_of_every_level(documents: list[LabelledPolicy]) -> None:
    found = shares(document.relevance for document in documents)
    assert len(documents) >= 3_000
    wished = dict(zip(RELEVANCE, (0.30, 0.15, 0.20, 0.35), strict=True))
    assert all(abs(found[level] - share) < 0.05 for level, share in wished.items()), found


def test_each_language_has_its_share_of_documents(documents: list[LabelledPolicy]) -> None:
    found = shares(document.lang for document in documents)
    wished = dict(zip(LANGUAGES, (0.55, 0.25, 0.15, 0.025, 0.025), strict=True))
    assert all(abs(found[language] - share) < 0.03 for language, share in wished.items()), found


def test_a_fifth_of_the_documents_is_long(documents: list[LabelledPolicy]) -> None:
    words = [document.words for document in documents]
    assert sum(count > 600 for count in words) >= len(words) / 5
    assert max(words) > 1_000
    assert sum(count < 100 for count in words) >= len(words) / 20


def test_each_form_and_measure_has_documents(documents: list[LabelledPolicy]) -> None:
    forms = Counter(document.form for document in documents)
    measures = Counter(measure for document in documents for measure in document.measures)
    assert min(forms[form] for form in POLICY_FORMS) >= 15
    assert min(measures[measure] for measure in MEASURES) >= 50
