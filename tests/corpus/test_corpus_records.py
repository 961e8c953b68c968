from dataclasses import FrozenInstanceError, replace

import pytest

from dualuse.corpus.records import LabelledPolicy, LabelledProduct, Product


def test_products_are_grouped_by_family(few_products: list[LabelledProduct]) -> None:
    assert replace(few_products[0], family="gimbal").group == "gimbal"


def test_documents_are_grouped_by_event(few_documents: list[LabelledPolicy]) -> None:
    assert replace(few_documents[0], event="cn-2026-1").group == "cn-2026-1"


def test_records_do_not_change(few_products: list[LabelledProduct]) -> None:
    with pytest.raises(FrozenInstanceError):
        few_products[0].relevance = "high"  # type: ignore[misc] - what is tested


def test_columns_are_of_one_product_alone() -> None:
    first, second = Product("a"), Product("b")
    first.columns["price"] = 1
    assert second.columns == {}
