import pytest

from dualuse.models.cues import CUED, cue_features
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
    counts = cue_features([text])[0, :, 2]
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


def test_title_and_head_count_apart_and_repeats_saturate() -> None:
    ban = CUED.index("measure:ban")
    texts = ["An embargo\n" + "x" * 500, "Notice\nAn embargo", "x" * 500 + " embargo", "ban " * 9]
    titled, headed, tailed, often = (cues[ban].tolist() for cues in cue_features(texts))
    assert titled == [1, 1, pytest.approx(0.2)]
    assert headed == [0, 1, pytest.approx(0.2)]
    assert tailed == [0, 0, pytest.approx(0.2)]
    assert often == [1, 1, 1]
