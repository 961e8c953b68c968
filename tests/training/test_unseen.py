from pathlib import Path
from types import SimpleNamespace

import numpy as np
import pytest

from dualuse.corpus.labels import REGIMES
from dualuse.corpus.records import LabelledPolicy, LabelledProduct
from dualuse.corpus.splits import group_position
from dualuse.models.held_out import HeldOut
from dualuse.models.policy import PolicyModel
from dualuse.models.products import ProductModel
from dualuse.models.questions import PRODUCT_QUESTIONS
from dualuse.models.reading import ProductReading
from dualuse.training.unseen import (
    held_out_documents,
    held_out_examples,
    held_out_labels,
    held_out_sections,
)


def variant(model: ProductModel, **parts: object) -> ProductModel:
    """The model with some of its parts exchanged."""
    names = ("name", "lists", "classifier", "held_out", "precedents", "cascade")
    return ProductModel(**{**{name: getattr(model, name) for name in names}, **parts})


def test_figures_are_those_of_the_held_out_answers(
    tiny_products: ProductModel, few_products: list[LabelledProduct]
) -> None:
    whole, by_category, by_language = held_out_sections(tiny_products)
    reading = ProductReading(PRODUCT_QUESTIONS, tiny_products.held_out.probabilities)
    said = [reading.judgement(row, REGIMES, 0.0) for row in range(len(few_products))]
    right = [a.category == b.category for a, b in zip(said, few_products, strict=True)]
    assert whole.rows["all"]["accuracy"] == pytest.approx(np.mean(right))
    for section in (by_category, by_language):
        assert sum(row["texts"] for row in section.rows.values()) == len(few_products)
    # It had seen none of these families: of what it has learnt it knows nearly all.
    assert whole.rows["all"]["accuracy"] < 0.6


def test_an_encoder_holds_the_first_families_of_the_split(
    tiny_products: ProductModel, few_products: list[LabelledProduct]
) -> None:
    held = np.array([group_position(product.family) < 0.2 for product in few_products])
    own = tiny_products.held_out
    cascade = SimpleNamespace(
        held_out=HeldOut(own.probabilities[held], own.listed[held], own.languages[held])
    )
    found = held_out_examples(variant(tiny_products, cascade=cascade))
    assert found is not None
    examples, _ = found
    kept = [product.id for product, inside in zip(few_products, held, strict=True) if inside]
    assert [example.id for example in examples] == kept


def test_answers_that_are_of_other_products_have_no_figures(tiny_products: ProductModel) -> None:
    own = tiny_products.held_out
    turned = HeldOut(own.probabilities, own.listed[::-1].copy(), own.languages)
    assert held_out_sections(variant(tiny_products, held_out=turned)) == ()
    assert held_out_sections(variant(tiny_products, precedents=None)) == ()


def test_documents_that_were_held_out(
    tiny_policy: PolicyModel, few_documents: list[LabelledPolicy], policy_folder: Path
) -> None:
    (section,) = held_out_documents(tiny_policy, few_documents)
    figures = section.rows["all"]
    assert figures["texts"] == len(few_documents)
    found = [each.relevance for each in tiny_policy.judge([d.text for d in few_documents])]
    learnt = np.mean([a == b.relevance for a, b in zip(found, few_documents, strict=True)])
    assert figures["accuracy"] < learnt
    assert held_out_documents(PolicyModel.load(policy_folder), few_documents) == ()


def test_labels_found_in_held_out_texts() -> None:
    (section,) = held_out_labels(["a", "b", "a", "b"], [("a", 0.9)] * 4)
    assert section.rows["all"] == {
        "texts": 4,
        "accuracy": 0.5,
        "macro-F1": pytest.approx(1 / 3),
        "ECE": pytest.approx(0.4),
    }
