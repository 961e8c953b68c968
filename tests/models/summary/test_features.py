import numpy as np
import pytest

from dualuse.corpus.records import PolicyDocument
from dualuse.corpus.sentences import split_sentences
from dualuse.models.facts.extract import extract_facts
from dualuse.models.summary.features import Alike, Column, facts_in, is_title, sentence_features
from dualuse.models.summary.ranker import shipped_ranker

BAN = """MOFCOM today published Announcement No. 7 of 2026. Exports of gallium to Japan are \
banned. The rule takes effect on 6 March 2026. Questions? E-mail the press office."""


def features(text: str, relevance: list[float] | None = None, title: str = "") -> dict[str, Column]:
    sentences = split_sentences(text, "en")
    document = PolicyDocument(title, text, sentences, "en")
    given = np.array(relevance or [0.5] * len(sentences), np.float32)
    alike = Alike.of(sentences, title)
    return sentence_features(document, sentences, extract_facts(document), given, alike)


def test_every_feature_has_a_weight_and_every_weight_a_feature() -> None:
    assert set(features(BAN)) == set(shipped_ranker().weights)


def test_a_feature_is_a_number_for_each_sentence() -> None:
    for column in features(BAN).values():
        assert column.shape == (5,)
        assert np.isfinite(column).all()


@pytest.mark.parametrize(
    ("name", "values"),
    [
        ("sentence 1", [1, 0, 0, 0, 0]),
        ("sentence -1", [0, 0, 0, 0, 1]),
        ("place", [0, 0.25, 0.5, 0.75, 1]),
        ("cue obliges", [0, 1, 0, 0, 0]),
        ("cue takes effect", [0, 0, 1, 0, 0]),
        ("cue asks", [0, 0, 0, 1, 0]),
        ("cue contact", [0, 0, 0, 1, 1]),
        ("fact effective_date", [0, 0, 1, 0, 0]),
        ("fact target_countries", [0, 1, 0, 0, 0]),
        ("fact number", [1, 0, 0, 0, 0]),
        ("language en", [1, 1, 1, 1, 1]),
        ("language ja", [0, 0, 0, 0, 0]),
    ],
)
def test_what_a_feature_says(name: str, values: list[float]) -> None:
    assert features(BAN)[name].tolist() == values


def test_only_how_sentences_differ_in_relevance_counts() -> None:
    low = features(BAN, [0.1, 0.2, 0.1, 0.1, 0.1])["relevance"]
    high = features(BAN, [0.7, 0.84, 0.7, 0.7, 0.7])["relevance"]
    assert low.argmax() == high.argmax() == 1
    assert np.allclose(low, high, atol=0.05)
    assert np.allclose(features(BAN, [0.3] * 5)["relevance"], 0)


def test_one_sentence_and_none_have_features_too() -> None:
    assert all(np.isfinite(column).all() for column in features("Exports are banned.").values())
    assert all(column.shape == (0,) for column in features("").values())


def test_facts_are_found_in_their_sentences() -> None:
    sentences = split_sentences(BAN, "en")
    facts = extract_facts(PolicyDocument("", BAN, sentences, "en"))
    found = facts_in(sentences, facts)
    assert found["effective_date"] == [2]
    assert found["target_countries"] == [1]
    assert found["penalties"] == []


def test_a_title_is_known_with_its_mark() -> None:
    title = split_sentences("# Notice No. 7", "en")[0]
    assert is_title(title, "notice no. 7")
    assert not is_title(title, "Notice No. 8")
