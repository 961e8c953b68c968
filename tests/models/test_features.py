import numpy as np
import pytest
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.preprocessing import normalize

from dualuse.corpus.errors import DualuseError
from dualuse.corpus.records import LabelledProduct
from dualuse.models.features import NgramFeatures, normalise


@pytest.fixture(scope="module")
def texts(few_products: list[LabelledProduct]) -> list[str]:
    return [product.text for product in few_products]


@pytest.fixture(scope="module")
def features(texts: list[str]) -> NgramFeatures:
    return NgramFeatures().fit(texts)


def oracles(texts: list[str]) -> list[TfidfVectorizer]:
    shared = {"sublinear_tf": True, "lowercase": False}
    word = r"(?u)\b\w+\b"
    words = TfidfVectorizer(token_pattern=word, ngram_range=(1, 2), **shared)
    characters = TfidfVectorizer(analyzer="char_wb", ngram_range=(1, 5), min_df=2, **shared)
    documents = [normalise(text) for text in texts]
    return [words.fit(documents), characters.fit(documents)]


def test_both_blocks_equal_scikit_learns(texts: list[str]) -> None:
    learnt, unseen = texts[::2], texts[1::2]
    features = NgramFeatures().fit(learnt)
    found = features.transform(unseen).toarray()
    documents = [normalise(text) for text in unseen]
    words, characters = (oracle.transform(documents).toarray() for oracle in oracles(learnt))
    np.testing.assert_allclose(found[:, : words.shape[1]], words, atol=1e-5)
    np.testing.assert_allclose(found[:, words.shape[1] :], characters, atol=1e-5)


def test_learning_gives_the_vectors_that_judging_gives(texts: list[str]) -> None:
    odd = ["bolt bolt bolt M8", "半导体 设备 半导体", "x" * 2_500 + " bolt"]
    features = NgramFeatures()
    learnt = features.fit_transform([*texts, *odd])
    judged = features.transform([*texts, *odd])
    assert learnt.shape == judged.shape
    np.testing.assert_allclose(learnt.toarray(), judged.toarray(), atol=1e-6)


def test_narrowed_vectors_are_those_of_a_smaller_vocabulary(
    features: NgramFeatures, texts: list[str]
) -> None:
    matrix = features.transform(texts)
    known = features.common(matrix[::2], 1)
    assert 0 < known.sum() < len(known)
    narrowed = features.narrowed(matrix, known)
    np.testing.assert_allclose(
        narrowed[:, np.flatnonzero(known)].toarray(),
        features.only(known).transform(texts).toarray(),
        atol=1e-6,
    )
    assert not narrowed[:, np.flatnonzero(~known)].nnz


def test_common_ngrams_stand_in_enough_texts(features: NgramFeatures, texts: list[str]) -> None:
    matrix = features.transform(texts)
    words = features.common(matrix, 3)[: len(features.words_)]
    held = (matrix[:, : len(features.words_)] > 0).sum(axis=0)
    np.testing.assert_array_equal(words, np.asarray(held).ravel() >= 3)
    assert features.common(matrix, 1).all()


def test_vocabulary_is_scikit_learns(features: NgramFeatures, texts: list[str]) -> None:
    words, characters = oracles(texts)
    assert features.words_ == list(words.get_feature_names_out())
    assert features.characters_ == list(characters.get_feature_names_out())


def test_without_unit_length_only_the_lengths_differ(
    features: NgramFeatures, texts: list[str]
) -> None:
    width = len(features.words_)
    weighted = features.transform(texts[:20], unit_length=False)
    unit = features.transform(texts[:20])
    for block in (slice(None, width), slice(width, None)):
        expected = normalize(weighted[:, block]).toarray()
        np.testing.assert_allclose(unit[:, block].toarray(), expected, atol=1e-6)
    assert weighted.sum() > 2 * unit.sum()


def test_a_batch_gives_what_each_text_gives_alone(
    features: NgramFeatures, texts: list[str]
) -> None:
    together = features.transform(texts[:10]).toarray()
    alone = np.vstack([features.transform([text]).toarray() for text in texts[:10]])
    np.testing.assert_allclose(together, alone, atol=1e-6)


def test_saved_vocabulary_gives_the_same_vectors(features: NgramFeatures, texts: list[str]) -> None:
    again = NgramFeatures.from_vocabulary(features.words_, features.characters_, features.idf_)
    assert (features.transform(texts[:10]) != again.transform(texts[:10])).nnz == 0


def test_texts_without_known_ngrams_are_zero(texts: list[str]) -> None:
    features = NgramFeatures().fit([text for text in texts if text.isascii()])
    vectors = features.transform(["", "  ", "칩"])
    assert vectors.shape == (3, len(features.words_) + len(features.characters_))
    assert vectors.indptr[:3].tolist() == [0, 0, 0]  # the third has the space at its edges
    assert np.isfinite(vectors.data).all()
    assert features.transform([]).shape[0] == 0


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("LWIR 640X512", "lwir 0x0"),
        ("1,024.5 MHz", "0 mhz"),
        ("ＣＮＣ５軸", "cnc0軸"),
        ("㎛", "μm"),
    ],
)
def test_normalised_text(text: str, seen: str) -> None:
    assert normalise(text) == seen


def test_figures_do_not_tell_texts_apart(features: NgramFeatures) -> None:
    nine, thirty = features.transform(["camera 9 Hz", "camera 30 Hz"]).toarray()
    np.testing.assert_array_equal(nine, thirty)


def test_endless_chunk_is_cut(texts: list[str]) -> None:
    features = NgramFeatures().fit([*texts, "ab" * 3_000])
    cut, whole = features.transform(["ab" * 1_000, "ab" * 1_000 + "c" * 9_000]).toarray()
    width = len(features.words_)
    np.testing.assert_array_equal(cut[width:], whole[width:])


@pytest.mark.parametrize("texts", [[], ["", " "], ["!", "?", "—"]])
def test_no_words_is_one_sentence(texts: list[str]) -> None:
    with pytest.raises(DualuseError, match="holds a word"):
        NgramFeatures().fit(texts)


def test_one_text_with_words_is_enough() -> None:
    features = NgramFeatures().fit(["lathe", "", ""])
    assert features.transform(["lathe"]).nnz > 1


def test_many_texts_are_weighted_in_runs(
    features: NgramFeatures, texts: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = features.transform(texts)
    monkeypatch.setattr("dualuse.models.features._RUN", 3)
    assert abs(features.transform(texts) - whole).max() < 1e-6


def test_letters_that_no_one_sees_are_letters() -> None:
    found = NgramFeatures(least_texts=1).fit_transform(["a\x00b c", "c d"])
    assert found.shape[0] == 2
    assert found.nnz
