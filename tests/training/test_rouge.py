import pytest

from dualuse.training.rouge import rouge, tokens

PAIRS = [
    ("The ban takes effect on 6 March.", "On 6 March the ban of exports takes effect."),
    ("Exports need a licence; re-exports too.", "A licence is needed for exports."),
    ("MOFCOM's list grew: 20 firms (Japan).", "Twenty firms from Japan are on the list."),
    ("a a a b", "a b a b a"),
    ("nothing in common", "entirely different words"),
    ("", "some words"),
]


@pytest.mark.parametrize(("summary", "reference"), PAIRS)
@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_english_is_scored_as_by_rouge_score(summary: str, reference: str) -> None:
    scorer_of = pytest.importorskip("rouge_score.rouge_scorer")
    scorer = scorer_of.RougeScorer(["rouge1", "rouge2", "rougeL"], use_stemmer=False)
    theirs = scorer.score(reference, summary)
    ours = rouge(summary, reference, "en")
    for name, key in (("ROUGE-1", "rouge1"), ("ROUGE-2", "rouge2"), ("ROUGE-L", "rougeL")):
        assert ours[name] == pytest.approx(theirs[key].fmeasure)


def test_chinese_and_japanese_are_counted_by_character() -> None:
    assert tokens("自2026年3月起，MOFCOM禁止", "zh") == [
        *("自", "2026", "年", "3", "月", "起", "mofcom", "禁", "止"),
    ]
    assert tokens("ガリウムの輸出", "ja") == list("ガリウムの輸出")
    found = rouge("禁止出口镓", "出口镓被禁止", "zh")
    assert found["ROUGE-1"] == pytest.approx(10 / 11)
    # 禁止, 出口, 口镓 of four and five pairs.
    assert found["ROUGE-2"] == pytest.approx(6 / 9)
    # 出口镓 in both.
    assert found["ROUGE-L"] == pytest.approx(6 / 11)


def test_unlike_texts_of_one_word_each_are_unlike() -> None:
    assert rouge("商务部", "经济产业省", "zh")["ROUGE-1"] == 0
    assert rouge("商务部", "商务部", "zh") == {"ROUGE-1": 1, "ROUGE-2": 1, "ROUGE-L": 1}
