import numpy as np

from dualuse.models.ngrams import CharacterCounter, Chunks, WordCounter

TEXTS = ["gas gas turbine", "", "  ", "gas-turbine  gas", "...", "x" * 2_001 + "yz"]


def test_chunks_stand_between_spaces_of_any_kind() -> None:
    chunks = Chunks.of(["a\u3000b\xa0a", "", "b"])
    assert chunks.distinct == ["a", "b"]
    assert chunks.order.tolist() == [0, 1, 0, 1]
    assert chunks.starts.tolist() == [0, 3, 3, 4]
    assert chunks.held().toarray().tolist() == [[2, 1], [0, 0], [0, 1]]


def test_words_and_pairs_over_chunks_and_within_them() -> None:
    vocabulary = WordCounter.vocabulary_of(TEXTS[:-1])
    assert vocabulary == ["gas", "gas gas", "gas turbine", "turbine", "turbine gas"]
    counted = WordCounter(vocabulary).count(Chunks.of(TEXTS)).toarray()
    assert counted[0].tolist() == [2, 1, 1, 1, 0]
    assert counted[3].tolist() == [2, 0, 1, 1, 1]
    assert not counted[[1, 2, 4, 5]].any()


def test_a_pair_of_words_that_are_none_alone() -> None:
    counted = WordCounter(["gas turbine"]).count(Chunks.of(TEXTS))
    assert counted.toarray().ravel().tolist() == [1, 0, 0, 1, 0, 0]


def test_letters_within_a_chunk_and_its_spaces() -> None:
    vocabulary = CharacterCounter.vocabulary_of(["ab"])
    assert vocabulary == [" ", " a", " ab", " ab ", "a", "ab", "ab ", "b", "b "]
    counted = CharacterCounter(vocabulary).count(["ab", "b", ""]).toarray()
    assert counted[0].tolist() == [2, 1, 1, 1, 1, 1, 1, 1, 1]
    assert counted[1].tolist() == [2, 0, 0, 0, 0, 0, 0, 1, 1]
    assert counted[2].tolist() == [2, 0, 0, 0, 0, 0, 0, 0, 0]


def test_of_an_endless_chunk_the_beginning_is_read() -> None:
    assert CharacterCounter(["y", "z"]).count(Chunks.of(TEXTS).cut()).nnz == 0
    assert CharacterCounter(["y", "z"]).count(["yz"]).nnz == 2


def test_an_empty_vocabulary_counts_nothing() -> None:
    chunks = Chunks.of(TEXTS)
    assert WordCounter([]).count(chunks).shape == (len(TEXTS), 0)
    assert CharacterCounter([]).count(chunks.cut()).shape == (len(chunks.distinct), 0)
    assert WordCounter(["gas"]).count(Chunks.of([])).shape == (0, 1)
    assert np.array_equal(Chunks.of([]).starts, [0])
