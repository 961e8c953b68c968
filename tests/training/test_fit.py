from dataclasses import replace

import numpy as np
import pytest

from dualuse.corpus.errors import DualuseError
from dualuse.corpus.records import LabelledPolicy, LabelledProduct
from dualuse.models.calibration import logits
from dualuse.models.linear import LinearClassifier
from dualuse.models.majority import MajorityClassifier
from dualuse.models.policy import PolicyModel
from dualuse.models.pooling import whole_only
from dualuse.models.products import ProductModel
from dualuse.models.questions import (
    POLICY_QUESTIONS,
    PRODUCT_QUESTIONS,
    product_answers,
)
from dualuse.training.fit import fit_policy, fit_products, new_classifier

MOST = {"kind": "majority", "name": "m", "lists": "l"}
LINEAR = {"kind": "linear", "name": "m", "lists": "l"}


def test_an_unknown_kind_names_the_known() -> None:
    with pytest.raises(DualuseError, match=r"'forest' is no model .* linear, majority"):
        new_classifier("forest", ["a"])


def test_the_linear_model_holds_out_what_it_had_not_seen(
    tiny_products: ProductModel, few_products: list[LabelledProduct]
) -> None:
    classifier, precedents = tiny_products.classifier, tiny_products.precedents
    assert isinstance(classifier, LinearClassifier)
    assert precedents is not None
    assert precedents.examples.examples[len(few_products)].from_list
    texts = [product.text for product in few_products]
    families = [product.family for product in few_products]
    apart = classifier.held_out_[: len(texts)]
    vectors = classifier.vectors_apart_[: len(texts)]
    blind = precedents.consult(texts, vectors, apart, families)
    # Held-out probabilities are kept in steps of log-odds, before and after the precedents.
    kept = logits(tiny_products.held_out.probabilities)
    np.testing.assert_allclose(kept, logits(blind.answers), atol=0.1)
    # With its own family beside it a product would know its labels.
    told = precedents.consult(texts, vectors, apart)
    truth = product_answers(few_products)
    place = PRODUCT_QUESTIONS.index("relevance:high")
    gaps = [abs(each.answers[:, place] - truth[:, place]).mean() for each in (told, blind)]
    assert gaps[0] <= gaps[1]


def test_every_product_is_an_example(
    tiny_products: ProductModel, few_products: list[LabelledProduct]
) -> None:
    assert tiny_products.precedents is not None
    examples = tiny_products.precedents.examples.examples
    products = [example.id for example in examples if not example.from_list]
    assert products == [product.id for product in few_products]
    assert len(examples) > 10_000


def test_the_majority_says_the_shares(few_products: list[LabelledProduct]) -> None:
    model = fit_products(few_products, **MOST)
    shares = np.nanmean(product_answers(few_products), axis=0)
    expected = np.tile(logits(shares), (len(few_products), 1))
    np.testing.assert_allclose(logits(model.held_out.probabilities), expected, atol=0.04)


def test_the_linear_policy_model_learns_cues(tiny_policy: PolicyModel) -> None:
    assert (tiny_policy.weights != whole_only(len(POLICY_QUESTIONS))).any()


def test_the_majority_has_no_cues(few_documents: list[LabelledPolicy]) -> None:
    model = fit_policy(few_documents, **MOST)
    assert isinstance(model.classifier, MajorityClassifier)
    np.testing.assert_array_equal(model.weights, whole_only(len(POLICY_QUESTIONS)))


def test_titles_are_learnt_from(few_documents: list[LabelledPolicy]) -> None:
    untitled = [replace(document, title="", text="text") for document in few_documents[:20]]
    titled = [replace(document, title="Zirconium") for document in untitled]
    model = fit_policy(titled, **LINEAR)
    assert isinstance(model.classifier, LinearClassifier)
    assert "zirconium" in model.classifier.features_.words_


@pytest.mark.parametrize("count", [0, 3])
def test_too_few_products_are_one_sentence(few_products: list[LabelledProduct], count: int) -> None:
    with pytest.raises(DualuseError, match="too few to learn from"):
        fit_products(few_products[:count], **LINEAR)


def test_too_few_families_are_one_sentence(few_products: list[LabelledProduct]) -> None:
    same = [replace(product, family="one") for product in few_products]
    with pytest.raises(DualuseError, match="texts in 1 groups are too few"):
        fit_products(same, **LINEAR)


def test_too_few_events_are_one_sentence(few_documents: list[LabelledPolicy]) -> None:
    same = [replace(document, event="one") for document in few_documents]
    with pytest.raises(DualuseError, match="in 1 groups are too few"):
        fit_policy(same, **LINEAR)


def test_training_twice_gives_the_same_model(few_documents: list[LabelledPolicy]) -> None:
    first, second = (fit_policy(few_documents[::3], **LINEAR) for _ in range(2))
    assert isinstance(first.classifier, LinearClassifier)
    assert isinstance(second.classifier, LinearClassifier)
    np.testing.assert_array_equal(first.classifier.weights_, second.classifier.weights_)
    np.testing.assert_array_equal(first.weights, second.weights)
