import numpy as np
import pytest

from dualuse.models.cues import CUED, cue_features, fit_cues, no_cues, with_cues
from dualuse.models.questions import POLICY_QUESTIONS

CUE_TEXTS = [
    ("measure:ban", "即日起禁止向日本军事用户出口"),
    ("measure:licence_requirement", "A licence is required for exports of graphite."),
    ("measure:list_amendment", "The Annual update of Annex I entered into force."),
    ("measure:entity_listing", "将二十家实体列入出口管制管控名单"),
    ("measure:end_use_control", "キャッチオール規制の見直しについて"),
    ("measure:suspension_or_relief", "BIS suspends the affiliates rule for one year."),
    ("measure:enforcement", "The firm pleaded guilty and was fined."),
    ("measure:consultation", "公开征求意见"),
    ("measure:guidance", "Frequently asked questions on the new rule"),
    ("category:0", "controls on uranium enrichment"),
    ("category:1", "中重稀土相关物项"),
    ("category:2", "five-axis machine tools"),
    ("category:3", "半导体制造设备"),
    ("category:4", "スーパーコンピュータ"),
    ("category:5.1", "telecommunications jammers"),
    ("category:5.2", "encryption software"),
    ("category:6", "雷达和激光"),
    ("category:7", "inertial navigation systems"),
    ("category:8", "autonomous underwater vehicles"),
    ("category:9", "无人机发动机"),
]


def found(text: str) -> set[str]:
    counts = cue_features([text])[0, :, 1]
    return {question for question, count in zip(CUED, counts, strict=True) if count}


@pytest.mark.parametrize(("question", "text"), CUE_TEXTS)
def test_a_text_has_the_cue_of_its_subject(question: str, text: str) -> None:
    assert question in found(text)


def test_every_question_has_a_text_here() -> None:
    assert {question for question, _ in CUE_TEXTS} == set(CUED)
    assert set(CUED) == {name for name in POLICY_QUESTIONS if not name.startswith("relevance")}


@pytest.mark.parametrize(
    "text", ["", "Urban planning banners", "The chipmunk and the tuna", "A thin laserless unicorn"]
)
def test_words_that_only_look_alike_are_no_cues(text: str) -> None:
    assert found(text) == set()


def test_a_code_speaks_for_its_category() -> None:
    assert found("Items under 5A002 and CN:3C001") == {"category:5.2", "category:3"}


def test_the_head_counts_apart_and_repeats_saturate() -> None:
    ban = CUED.index("measure:ban")
    head, tail, many = cue_features(["embargo " + "x" * 500, "x" * 500 + " embargo", "ban " * 9])
    assert head[ban].tolist() == [1, pytest.approx(0.2)]
    assert tail[ban].tolist() == [0, pytest.approx(0.2)]
    assert many[ban].tolist() == [1, 1]


def test_without_weights_nothing_changes() -> None:
    probabilities = np.random.default_rng(1).random((3, len(POLICY_QUESTIONS))).astype(np.float32)
    texts = ["export ban", "", "drones"]
    same = with_cues(texts, probabilities, POLICY_QUESTIONS, no_cues())
    np.testing.assert_allclose(same, probabilities, atol=2e-4)


def learnt(answers: np.ndarray) -> np.ndarray:
    """Weights where the text model knows nothing and every other text speaks of a ban."""
    texts = ["an export ban", "a garden party"] * (len(answers) // 2)
    unsure = np.full((len(answers), len(POLICY_QUESTIONS)), 0.5, np.float32)
    table = np.full(unsure.shape, np.nan, np.float32)
    table[:, POLICY_QUESTIONS.index("measure:ban")] = answers
    return fit_cues(texts, unsure, table, POLICY_QUESTIONS)


def test_a_cue_that_tells_the_answer_is_learnt() -> None:
    weights = learnt(np.array([1, 0] * 20))
    unsure = np.full((2, len(POLICY_QUESTIONS)), 0.5, np.float32)
    found = with_cues(["the ban on exports", "a concert"], unsure, POLICY_QUESTIONS, weights)
    speaking, silent = found[:, POLICY_QUESTIONS.index("measure:ban")]
    assert speaking > 0.8
    assert silent < 0.2
    others = [place for place, name in enumerate(POLICY_QUESTIONS) if name != "measure:ban"]
    np.testing.assert_allclose(found[:, others], 0.5)


@pytest.mark.parametrize("answers", [[1, 0, 1] + [0] * 17, [np.nan] * 20, [1] * 20])
def test_a_question_with_hardly_an_answer_keeps_the_models(answers: list[float]) -> None:
    np.testing.assert_array_equal(learnt(np.array(answers)), no_cues())


def test_the_given_probabilities_are_left_alone() -> None:
    given = np.full((1, len(POLICY_QUESTIONS)), 0.5, np.float32)
    with_cues(["export ban"], given, POLICY_QUESTIONS, learnt(np.array([1, 0] * 20)))
    assert (given == 0.5).all()
