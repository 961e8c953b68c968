import shutil
from pathlib import Path

import numpy as np
import pytest

from dualuse.corpus.errors import DualuseError
from dualuse.corpus.labels import LIST_CATEGORIES, MEASURES
from dualuse.corpus.records import LabelledPolicy
from dualuse.models.majority import MajorityClassifier
from dualuse.models.persistence import read_parts, write_parts
from dualuse.models.policy import PolicyJudgement, PolicyModel, policy_text
from dualuse.models.pooling import whole_only
from dualuse.models.questions import POLICY_QUESTIONS

BAN = "Announcement: exports of gallium and germanium to the United States are prohibited."


def judged(**said: float) -> PolicyJudgement:
    """The judgement of a text with 0.1 to all questions but those named (`measure_ban`)."""
    classifier = MajorityClassifier(POLICY_QUESTIONS)
    row = [said.get(question.replace(":", "_"), 0.1) for question in POLICY_QUESTIONS]
    classifier.shares_ = np.array(row, np.float32)
    return PolicyModel("fixed", "none", classifier, whole_only(len(POLICY_QUESTIONS))).judge(
        ["text"]
    )[0]


@pytest.mark.parametrize(
    ("low", "medium", "high", "relevance"),
    [
        (0.2, 0.1, 0.1, "none"),
        (0.6, 0.4, 0.1, "low"),
        (0.9, 0.6, 0.4, "medium"),
        (0.9, 0.8, 0.6, "high"),
        (0.4, 0.8, 0.9, "none"),
    ],
)
def test_relevance_is_the_level_that_half_of_the_probability_reaches(
    low: float, medium: float, high: float, relevance: str
) -> None:
    found = judged(relevance_low=low, relevance_medium=medium, relevance_high=high)
    assert found.relevance == relevance
    assert found.relevance_score == pytest.approx(min(low, medium, high))
    assert sum(found.relevances.values()) == pytest.approx(1)
    assert min(found.relevances.values()) >= 0


HIGH = {"relevance_low": 0.9, "relevance_medium": 0.9, "relevance_high": 0.9}
LOW = {"relevance_low": 0.9}


def test_claims_are_made_from_a_lower_probability_on() -> None:
    found = judged(
        **HIGH, measure_ban=0.41, measure_guidance=0.39, category_3=0.36, category_4=0.34
    )
    assert found.measures == ("ban",)
    assert found.categories == ("3",)


def test_a_new_measure_is_of_some_kind() -> None:
    assert judged(**HIGH, measure_guidance=0.15).measures == ("guidance",)


def test_commentary_may_be_without_a_measure() -> None:
    found = judged(relevance_low=0.9, relevance_medium=0.9, measure_guidance=0.15)
    assert found.measures == ("none",)


@pytest.mark.parametrize("scale", [{}, LOW])
def test_what_only_touches_the_subject_has_neither_measure_nor_category(
    scale: dict[str, float],
) -> None:
    judgement = judged(**scale, measure_ban=0.9, category_3=0.9)
    assert judgement.measures == ("none",)
    assert judgement.categories == ()


def test_judgements_are_of_the_scheme(
    tiny_policy: PolicyModel, few_documents: list[LabelledPolicy]
) -> None:
    texts = [policy_text(document.title, document.text) for document in few_documents]
    found = tiny_policy.judge(texts)
    for judgement in found:
        assert set(judgement.categories) <= set(LIST_CATEGORIES)
        assert judgement.measures == ("none",) or set(judgement.measures) <= set(MEASURES)
    right = [a.relevance == b.relevance for a, b in zip(found, few_documents, strict=True)]
    assert np.mean(right) > 0.9


def test_the_cues_of_a_text_are_heard(
    tiny_policy: PolicyModel, few_documents: list[LabelledPolicy]
) -> None:
    texts = [policy_text(document.title, document.text) for document in few_documents]
    plain = PolicyModel("x", "x", tiny_policy.classifier, whole_only(len(POLICY_QUESTIONS)))
    heard, unheard = tiny_policy.judge(texts), plain.judge(texts)
    assert [each.measures for each in heard] != [each.measures for each in unheard]


def test_sentence_scores_are_the_probability_of_high(
    tiny_policy: PolicyModel, few_documents: list[LabelledPolicy]
) -> None:
    texts = [document.text for document in few_documents]
    expected = tiny_policy.classifier.predict_proba(texts)
    found = tiny_policy.relevance_scores(texts)
    np.testing.assert_array_equal(found, expected[:, POLICY_QUESTIONS.index("relevance:high")])


@pytest.mark.parametrize(
    ("title", "text", "seen"),
    [("Notice", "From May.", "Notice\nFrom May."), ("Notice", "Notice 5: May.", "Notice 5: May.")],
)
def test_the_title_is_read_once(title: str, text: str, seen: str) -> None:
    assert policy_text(title, text) == seen


def test_saved_model_judges_alike(tiny_policy: PolicyModel, policy_folder: Path) -> None:
    again = PolicyModel.load(policy_folder)
    assert (again.name, again.lists) == ("tiny", "test lists")
    np.testing.assert_array_equal(again.weights, tiny_policy.weights)
    before, after = tiny_policy.judge([BAN])[0], again.judge([BAN])[0]
    assert after.relevance_score == pytest.approx(before.relevance_score, abs=0.002)
    assert (after.measures, after.categories) == (before.measures, before.categories)


@pytest.mark.parametrize("part", ["name", "lists", "weights"])
def test_a_missing_part_is_one_sentence(policy_folder: Path, tmp_path: Path, part: str) -> None:
    broken = shutil.copytree(policy_folder, tmp_path / "model")
    manifest, tensors = read_parts(broken)
    manifest.pop(part, None)
    tensors.pop(part, None)
    write_parts(broken, manifest, tensors)
    with pytest.raises(DualuseError, match=f"damaged model .it lacks '{part}'"):
        PolicyModel.load(broken)


def test_cues_of_another_shape_are_one_sentence(policy_folder: Path, tmp_path: Path) -> None:
    broken = shutil.copytree(policy_folder, tmp_path / "model")
    manifest, tensors = read_parts(broken)
    write_parts(broken, manifest, {"weights": tensors["weights"][:, 1:]})
    with pytest.raises(DualuseError, match="damaged model"):
        PolicyModel.load(broken)


def test_a_model_of_another_task_is_refused(product_folder: Path) -> None:
    with pytest.raises(DualuseError, match="model of 'products', not of policy"):
        PolicyModel.load(product_folder)
