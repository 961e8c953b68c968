from collections.abc import Sequence

import numpy as np
import pytest
from numpy.typing import NDArray

from dualuse.models.majority import MajorityClassifier
from dualuse.models.passages import passages_of
from dualuse.models.pooling import (
    WEIGHTS,
    are_long,
    document_features,
    fit_pooling,
    pooled_answers,
    whole_only,
)
from dualuse.models.questions import POLICY_QUESTIONS

BAN = POLICY_QUESTIONS.index("measure:ban")
HIGH = POLICY_QUESTIONS.index("relevance:high")


class Finder(MajorityClassifier):
    """Says 0.9 to texts of fewer than 2,000 characters that speak of gallium, else 0.1."""

    def predict_proba(self, texts: Sequence[str]) -> NDArray[np.float32]:
        heard = [0.9 if "gallium" in text and len(text) < 2_000 else 0.1 for text in texts]
        return np.tile(np.array(heard, np.float32)[:, None], len(self.questions))


def learnt(texts: list[str], answers: NDArray[np.float32]) -> NDArray[np.float32]:
    long = are_long(passages_of(texts)[1], len(texts))
    return fit_pooling(features(texts), answers, long, len(texts))


def features(texts: list[str]) -> NDArray[np.float32]:
    finder = Finder(POLICY_QUESTIONS)
    parts, owners = passages_of(texts)
    whole, passages = finder.predict_proba(texts), finder.predict_proba(parts)
    return document_features(texts, whole, passages, owners, POLICY_QUESTIONS)


def test_each_document_has_its_own_passages() -> None:
    long = "Fees are due in May. " * 200
    found = features([long, "gallium", long + "gallium"])
    assert found.shape == (3, len(POLICY_QUESTIONS), WEIGHTS - 1)
    whole, strongest, mean = found[:, HIGH, -3:].T
    np.testing.assert_allclose(whole, [-2.2, 2.2, -2.2], atol=0.01)
    np.testing.assert_allclose(strongest, [-2.2, 2.2, 2.2], atol=0.01)
    assert mean[0] < mean[2] < mean[1]


def test_cues_stand_before_the_scores() -> None:
    found = features(["An export ban\nwords", "A concert"])[:, BAN]
    assert found[0, :3].tolist() == [1, 1, pytest.approx(0.2)]
    assert found[1, :3].tolist() == [0, 0, 0]


def test_listed_goods_stand_behind_the_cues_of_their_field() -> None:
    found = features(["Uranium hexafluoride\nwords", "A concert"])
    field = POLICY_QUESTIONS.index("category:0")
    assert found[0, field, 5:8].all()
    assert not found[1, field, 5:8].any()
    assert not found[0, HIGH, 5:8].any()


def test_clauses_that_take_a_measure_stand_behind_its_cues() -> None:
    found = features(["Notice\nExporters now need a permit for this.", "A concert"])
    duty = POLICY_QUESTIONS.index("measure:licence_requirement")
    assert found[0, duty, 3:5].all()
    assert not found[1, duty, 3:5].any()
    assert not found[0, HIGH, 3:5].any()


def test_a_clause_deep_in_a_long_text_is_learnt_to_count() -> None:
    long = "Fees are due in May, and the registrar keeps the books. " * 80
    texts = [long, long + "gallium", long + long, long + "gallium " + long] * 10
    answers = np.full((40, len(POLICY_QUESTIONS)), np.nan, np.float32)
    answers[:, HIGH] = [0, 1] * 20
    weights = learnt(texts, answers)
    finder = Finder(POLICY_QUESTIONS)
    buried = ["Another law. " * 300 + "gallium" + long, "Another law. " * 300]
    found = pooled_answers(finder, buried, weights)[:, HIGH]
    assert found[0] > 0.9
    assert found[1] < 0.1
    kept = pooled_answers(finder, buried, whole_only(len(POLICY_QUESTIONS)))[:, HIGH]
    np.testing.assert_allclose(kept, 0.1, atol=1e-3)


@pytest.mark.parametrize("answers", [[1, 0, 1] + [0] * 17, [np.nan] * 20, [1] * 20])
def test_a_question_with_hardly_an_answer_keeps_the_whole(answers: list[float]) -> None:
    table = np.full((20, len(POLICY_QUESTIONS)), np.nan, np.float32)
    table[:, BAN] = answers
    found = learnt(["an export ban", "a concert"] * 10, table)
    np.testing.assert_array_equal(found, whole_only(len(POLICY_QUESTIONS)))


def test_a_short_document_is_judged_as_a_whole() -> None:
    answers = np.full((40, len(POLICY_QUESTIONS)), np.nan, np.float32)
    answers[:, HIGH] = [0, 1] * 20
    weights = learnt(["a concert", "gallium"] * 20, answers)
    np.testing.assert_array_equal(weights[1], whole_only(len(POLICY_QUESTIONS))[1])
    assert weights[0, HIGH, -4] > 0.5
    assert not weights[0, :, -3:-1].any()


def test_no_documents_have_no_answers() -> None:
    found = pooled_answers(Finder(POLICY_QUESTIONS), [], whole_only(len(POLICY_QUESTIONS)))
    assert found.shape == (0, len(POLICY_QUESTIONS))
