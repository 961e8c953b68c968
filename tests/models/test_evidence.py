import pytest

from dualuse.corpus.records import LabelledProduct
from dualuse.models.evidence import WordScorer
from dualuse.models.linear import LinearClassifier
from dualuse.models.products import ProductModel
from dualuse.models.questions import PRODUCT_QUESTIONS

SENSORS = "category:6"


@pytest.fixture(scope="module")
def classifier(tiny_products: ProductModel) -> LinearClassifier:
    assert isinstance(tiny_products.classifier, LinearClassifier)
    return tiny_products.classifier


@pytest.fixture
def scorer(classifier: LinearClassifier) -> WordScorer:
    return WordScorer(classifier)


def test_every_passage_stands_at_its_place(
    scorer: WordScorer, few_products: list[LabelledProduct]
) -> None:
    count = 0
    for product in few_products[::3]:
        for passage in scorer.passages(product.text, "relevance:medium"):
            assert product.text[passage.start : passage.end] == passage.text
            assert passage.weight > 0
            count += 1
    assert count > 300


def test_the_weightiest_come_first(scorer: WordScorer) -> None:
    passages = scorer.passages("uncooled infrared camera in a steel box for the kitchen", SENSORS)
    weights = [passage.weight for passage in passages]
    assert weights == sorted(weights, reverse=True)
    assert {"infrared", "camera"} & {passage.text for passage in passages[:2]}


def test_a_word_weighs_what_the_model_says(scorer: WordScorer) -> None:
    found = {passage.text: passage.weight for passage in scorer.passages("laser diode", SENSORS)}
    place = PRODUCT_QUESTIONS.index(SENSORS)
    expected = scorer.classifier.word_scores(["laser"])[0, place]
    assert found["laser"] == pytest.approx(float(expected))


def test_what_speaks_for_does_not_speak_against(scorer: WordScorer) -> None:
    text = "thermal camera and wooden chair with green cushion"
    speaking = scorer.passages(text, SENSORS)
    contrary = scorer.passages(text, SENSORS, against=True)
    assert speaking
    assert contrary
    assert not {passage.start for passage in speaking} & {passage.start for passage in contrary}


def test_chinese_characters_make_runs(scorer: WordScorer) -> None:
    text = "非制冷红外热像仪机芯 640x512"
    passages = scorer.passages(text, SENSORS)
    assert any(len(passage.text) > 2 for passage in passages)
    for passage in passages:
        assert text[passage.start : passage.end] == passage.text
        assert 2 <= len(passage.text) <= 12


def test_a_run_weighs_what_its_pairs_weigh(scorer: WordScorer) -> None:
    run = max(
        scorer.passages("非制冷红外热像仪机芯", SENSORS), key=lambda passage: len(passage.text)
    )
    pairs = [run.text[place : place + 2] for place in range(len(run.text) - 1)]
    place = PRODUCT_QUESTIONS.index(SENSORS)
    expected = scorer.classifier.word_scores(pairs)[:, place].sum()
    assert len(pairs) > 1
    assert run.weight == pytest.approx(float(expected), rel=1e-5)


def test_full_width_letters_are_a_word_and_not_pairs(scorer: WordScorer) -> None:
    found = scorer.passages("ＬＡＳＥＲ 光学", SENSORS)
    assert "ＬＡＳＥＲ" in {passage.text for passage in found}


def test_bare_figures_are_no_evidence(scorer: WordScorer) -> None:
    assert scorer.passages("640 512 9", SENSORS) == []
    assert scorer.passages("", SENSORS) == []


def test_only_the_beginning_of_a_long_text_is_searched(scorer: WordScorer) -> None:
    text = "x " * 300 + "infrared camera"
    assert all(passage.end <= 600 for passage in scorer.passages(text, SENSORS))


def test_preparing_a_batch_changes_no_answer(classifier: LinearClassifier) -> None:
    texts = ["infrared camera", "thermal camera lens", "红外镜头"]
    prepared, fresh = WordScorer(classifier), WordScorer(classifier)
    prepared.prepare(texts)
    for text in texts:
        found, expected = prepared.passages(text, SENSORS), fresh.passages(text, SENSORS)
        assert [each.text for each in found] == [each.text for each in expected]
        for ours, theirs in zip(found, expected, strict=True):
            assert ours.weight == pytest.approx(theirs.weight, rel=1e-5)
