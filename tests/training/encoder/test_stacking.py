import numpy as np
import pytest
from scipy.special import expit

from dualuse.corpus.records import LabelledProduct
from dualuse.corpus.splits import held_out_mask
from dualuse.corpus.store import load_products
from dualuse.models.believed import BELIEVED_FEATURES, believed_evidence
from dualuse.models.cascade import asked_about
from dualuse.models.products import ProductModel
from dualuse.models.questions import PRODUCT_QUESTIONS, product_answers
from dualuse.models.reading import ProductReading
from dualuse.training.stacking import HeldOutScores, joined_apart, with_encoder


class Oracle:
    """Stands where an encoder would: it is asked for nothing but its questions here."""

    questions = PRODUCT_QUESTIONS


@pytest.fixture
def held_out(tiny_products: ProductModel, few_products: list[LabelledProduct]) -> HeldOutScores:
    held = held_out_mask([product.group for product in few_products], 0.5)
    chosen = tuple(p for p, inside in zip(few_products, held, strict=True) if inside)
    truth = product_answers(chosen)
    noise = np.random.default_rng(0).normal(size=truth.shape)
    scores = np.where(np.isnan(truth), 0, truth * 2 - 1) * 3 + noise
    lists = tiny_products.consult([product.text for product in chosen]).lists
    evidence = believed_evidence(lists, [{} for _ in chosen])
    return HeldOutScores(
        chosen, tiny_products.held_out.probabilities[held], scores.astype(np.float32), evidence
    )


def test_a_good_encoder_is_followed_and_asked(
    tiny_products: ProductModel, held_out: HeldOutScores
) -> None:
    model = with_encoder(tiny_products, Oracle(), held_out, "both")
    cascade = model.cascade
    assert cascade is not None
    assert (cascade.weights[:, 1] > 0).all()
    truth = np.array([product.relevance == "high" for product in held_out.products])
    place = PRODUCT_QUESTIONS.index("relevance:high")
    before = abs(held_out.first[:, place] - truth).mean()
    assert abs(cascade.held_out.probabilities[:, place] - truth).mean() < before / 2
    assert cascade.held_out.listed.shape == (len(truth), 4)
    # Of what the first parts have wrong it is asked about nearly all, but not of all texts.
    reading = ProductReading(PRODUCT_QUESTIONS, held_out.first)
    said = [reading.judgement(row, (), 0.0).category for row in range(len(truth))]
    wrong = np.array([a != p.category for a, p in zip(said, held_out.products, strict=True)])
    asked = asked_about(held_out.first, cascade.least_doubt)
    assert (wrong & ~asked).sum() <= 1 < wrong.sum()
    assert wrong.mean() < asked.mean() < 1


def test_thresholds_are_those_of_both_together(
    tiny_products: ProductModel, held_out: HeldOutScores
) -> None:
    model = with_encoder(tiny_products, Oracle(), held_out, "both")
    regimes = ("EU", "US", "CN", "JP")
    alone, both = (m.thresholds(regimes, 0.1, 0.9) for m in (tiny_products, model))
    # What nearly knows the answers can clear more and call more controlled, at the same promises.
    assert both.clear > alone.clear
    assert both.controlled < alone.controlled


def test_an_encoder_that_says_nothing_is_asked_only_where_doubt_is_largest(
    tiny_products: ProductModel,
) -> None:
    # The first ones written: the same however the corpus grows.
    products = tuple(each for each in load_products() if each.id.startswith("w"))
    answers = np.nan_to_num(product_answers(products))
    noise = np.random.default_rng(0)
    # A first model that is mostly right, and in doubt where it is not.
    first = expit(answers * 6 - 3 + noise.normal(0, 1.5, answers.shape)).astype(np.float32)
    right = (answers * 6 - 3 + noise.normal(size=answers.shape)).astype(np.float32)
    silent = np.zeros((len(products), BELIEVED_FEATURES), np.float32)
    mute, good = (
        with_encoder(
            tiny_products, Oracle(), HeldOutScores(products, first, scores, silent), "x"
        ).cascade
        for scores in (np.zeros_like(right), right)
    )
    assert mute is not None
    assert good is not None
    assert mute.least_doubt.listing > 0.2
    asked, asked_good = (asked_about(first, each.least_doubt).mean() for each in (mute, good))
    assert asked < 0.6 * asked_good


def test_held_out_families_are_joined_by_weights_learnt_from_others() -> None:
    names = [f"family-{number}" for number in range(3_000)]
    mask = held_out_mask(names, 0.1)
    groups = [name for name, held in zip(names, mask, strict=True) if held]
    generator = np.random.default_rng(0)
    shape = (len(groups), len(PRODUCT_QUESTIONS))
    answers = generator.integers(0, 2, shape).astype(np.float32)
    right = (answers * 8 - 4).astype(np.float32)
    noise = generator.normal(0, 8, shape).astype(np.float32)

    joint = joined_apart([right, noise], answers, groups)

    # The mean of both, which is what weights learnt from nothing come to, is wrong in a tenth.
    assert ((joint > 0.5) == (answers > 0.5)).mean() > 0.995
    assert ((right + noise > 0) == (answers > 0.5)).mean() < 0.95
