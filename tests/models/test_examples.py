import json
from dataclasses import replace

import numpy as np
import pytest

from dualuse.corpus.records import LabelledProduct
from dualuse.models.examples import Example, ExampleIndex, Neighbour, product_examples
from dualuse.models.features import NgramFeatures
from dualuse.models.linear import LinearClassifier
from dualuse.models.ngrams import Matrix
from dualuse.models.products import ProductModel


@pytest.fixture(scope="module")
def features(tiny_products: ProductModel) -> NgramFeatures:
    assert isinstance(tiny_products.classifier, LinearClassifier)
    return tiny_products.classifier.features_


@pytest.fixture(scope="module")
def index(tiny_products: ProductModel) -> ExampleIndex:
    assert tiny_products.precedents is not None
    return tiny_products.precedents.examples


def nearest(index: ExampleIndex, likeness: Matrix, count: int) -> list[tuple[Neighbour, ...]]:
    return [index.neighbours(each, count) for each in index.nearest(likeness, count)]


def test_every_example_is_nearest_to_itself(
    index: ExampleIndex, features: NgramFeatures, few_products: list[LabelledProduct]
) -> None:
    likeness = index.likeness(features.transform([product.text for product in few_products]))
    found = nearest(index, likeness, 1)
    assert [best[0].example.id for best in found] == [product.id for product in few_products]


def test_likeness_is_the_cosine_over_the_kept_ngrams(
    index: ExampleIndex, features: NgramFeatures
) -> None:
    vectors = features.transform(["LWIR thermal camera core", "5-axis CNC milling machine"])
    expected = (vectors[:, index.columns] @ index.holders).toarray() / 2
    for row, neighbours in enumerate(nearest(index, index.likeness(vectors), 5)):
        similarities = [neighbour.similarity for neighbour in neighbours]
        np.testing.assert_allclose(similarities, np.sort(expected[row])[::-1][:5], rtol=1e-5)
        for neighbour in neighbours:
            place = index.examples.index(neighbour.example)
            assert expected[row, place] == pytest.approx(neighbour.similarity)


def test_common_ngrams_are_left_out(index: ExampleIndex, features: NgramFeatures) -> None:
    every = features.transform([example.text for example in index.examples])
    holding = np.bincount(every.indices, minlength=every.shape[1])
    assert holding[index.columns].max() <= 200 < holding.max()


def test_a_text_that_shares_nothing_has_no_neighbours(
    index: ExampleIndex, features: NgramFeatures
) -> None:
    likeness = index.likeness(features.transform(["", "vacuum pump"]))
    nothing, something = nearest(index, likeness, 3)
    assert nothing == ()
    assert len(something) == 3


def test_equal_examples_come_in_their_order(
    features: NgramFeatures, few_products: list[LabelledProduct]
) -> None:
    alike = [replace(few_products[5], id=name) for name in "dbca"]
    twins = ExampleIndex.build(product_examples([*few_products[:5], *alike]), features)
    best = nearest(twins, twins.likeness(features.transform([few_products[5].text])), 4)[0]
    assert "".join(neighbour.example.id for neighbour in best) == "dbca"


def test_parts_make_the_same_index(index: ExampleIndex, features: NgramFeatures) -> None:
    examples, tensors = index.parts()
    again = ExampleIndex.from_parts(json.loads(json.dumps(examples)), tensors)
    assert again.examples == index.examples
    vectors = features.transform(["mass spectrometer for UF6", "ボールねじ"])
    found = [nearest(each, each.likeness(vectors), 4) for each in (index, again)]
    for before, after in zip(*found, strict=True):
        assert [each.example.id for each in before] == [each.example.id for each in after]
        # What is stored is what was built: not near, but the same.
        assert [each.similarity for each in before] == [each.similarity for each in after]


def test_the_strongest_of_some_examples(index: ExampleIndex, features: NgramFeatures) -> None:
    likeness = index.likeness(features.transform(["", "mass spectrometer for UF6"]))
    whole = likeness.toarray()
    some = np.arange(len(index.examples)) % 3 == 0
    np.testing.assert_allclose(index.strongest(likeness, some), whole[:, some].max(axis=1))
    assert (index.strongest(likeness, np.zeros_like(some)) == 0).all()


def test_places_beyond_the_examples_are_refused(index: ExampleIndex) -> None:
    examples, tensors = index.parts()
    beyond = tensors["example_places"].copy()
    beyond[0] = len(index.examples)
    with pytest.raises(ValueError, match="indices must be <"):
        ExampleIndex.from_parts(examples, {**tensors, "example_places": beyond})


@pytest.mark.parametrize(
    ("relevance", "codes", "basis"),
    [
        ("high", ("6A003",), "listed"),
        ("medium", ("6A993",), "low_level"),
        ("medium", ("6A003",), "parameter_missing"),
        ("low", (), "below_threshold"),
        ("none", (), "unrelated"),
    ],
)
def test_basis_follows_from_the_labels(relevance: str, codes: tuple[str, ...], basis: str) -> None:
    example = Example("1", "camera", "6", relevance, codes, (), "camera", "")
    assert example.basis == basis


def test_an_own_family_has_no_say(
    index: ExampleIndex, features: NgramFeatures, few_products: list[LabelledProduct]
) -> None:
    some = few_products[::9]
    likeness = index.likeness(features.transform([product.text for product in some]))
    apart = index.without_own(likeness, [product.family for product in some])
    for row, product in enumerate(some):
        places, alike = index.nearest(apart, 3)[row]
        families = [index.examples[place].family for place in places[alike > 0]]
        assert product.family not in families
    assert apart.sum() < likeness.sum()
