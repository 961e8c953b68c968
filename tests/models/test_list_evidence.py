import numpy as np
import pytest
from numpy.typing import NDArray

from dualuse.corpus.control_lists.store import load_entries
from dualuse.models.list_evidence import (
    CORRECTED,
    FEATURES,
    TERM_FEATURES,
    fit_list_weights,
    no_list_weights,
    term_evidence,
    with_lists,
)
from dualuse.models.products import ProductModel
from dualuse.models.questions import PRODUCT_QUESTIONS
from dualuse.models.term_matches import TermMatcher

QUESTIONS = len(PRODUCT_QUESTIONS)


@pytest.fixture(scope="module")
def matcher() -> TermMatcher:
    return TermMatcher(load_entries())


def evidence_of(matcher: TermMatcher, *texts: str) -> NDArray[np.float32]:
    evidence = np.zeros((len(texts), FEATURES), np.float32)
    for row, text in enumerate(texts):
        evidence[row, :TERM_FEATURES] = term_evidence(matcher.matches(text), matcher.entries)
    return evidence


def test_goods_that_the_lists_name_have_evidence(matcher: TermMatcher) -> None:
    listed, chair, nothing = evidence_of(matcher, "MARAGING STEEL BAR D40", "OFFICE CHAIR", "")
    assert listed[0] == 1
    assert listed[1] > 0
    assert (chair == 0).all()
    assert (nothing == 0).all()


def test_no_weights_change_nothing(matcher: TermMatcher) -> None:
    evidence = evidence_of(matcher, "maraging steel", "chair")
    answers = np.random.default_rng(1).uniform(0.01, 0.99, (2, QUESTIONS)).astype(np.float32)
    np.testing.assert_allclose(with_lists(evidence, answers, no_list_weights()), answers, rtol=1e-3)


def test_weights_follow_the_evidence_and_leave_categories_alone() -> None:
    generator = np.random.default_rng(2)
    evidence = np.zeros((400, FEATURES), np.float32)
    evidence[:200, 0] = 1
    answers = np.zeros((400, QUESTIONS), np.float32)
    answers[:200] = 1
    answers[generator.choice(400, 40, replace=False)] = 1
    blind = np.full((400, QUESTIONS), 0.5, np.float32)
    weights = fit_list_weights(evidence, blind, answers)
    assert weights.shape == (len(CORRECTED), FEATURES + 2)
    assert (weights[:, 0] > 1).all()
    moved = with_lists(evidence, blind, weights)
    for column, question in enumerate(PRODUCT_QUESTIONS):
        if question in CORRECTED:
            assert moved[0, column] > 0.8
            assert moved[-1, column] < 0.3
        else:
            assert (moved[:, column] == 0.5).all()


def test_a_question_with_one_answer_keeps_the_models() -> None:
    same = np.ones((20, QUESTIONS), np.float32)
    evidence = np.zeros((20, FEATURES), np.float32)
    np.testing.assert_array_equal(fit_list_weights(evidence, same / 2, same), no_list_weights())


def test_the_model_gives_more_to_goods_that_the_lists_name(tiny_products: ProductModel) -> None:
    named, bare = tiny_products.judge(["article, maraging steel, new", "article, new"])
    assert named.control_probability > bare.control_probability
