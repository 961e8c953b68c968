"""Texts into sparse vectors: word and character n-grams, weighted by TF-IDF."""

import re
from collections.abc import Mapping, Sequence
from typing import Any, Final, TypeAlias
from unicodedata import normalize

import numpy as np
import scipy.sparse as sp
from numpy.typing import NDArray
from sklearn.feature_extraction.text import CountVectorizer

from dualuse.corpus.errors import DualuseError

Matrix: TypeAlias = sp.csr_matrix
"""Sparse float32, shape (texts, n-grams)."""

_WORDS: Final = {
    "ngram_range": (1, 2),
    "token_pattern": r"(?u)\b\w+\b",
    "lowercase": False,
}
_CHARACTERS: Final = {"analyzer": "char_wb", "ngram_range": (1, 5), "lowercase": False}
_FIGURE: Final = re.compile(r"\d+(?:[.,]\d+)*")
_CHUNK: Final = re.compile(r"\S+")
_LONGEST_CHUNK: Final = 2_000


def normalise(text: str) -> str:
    """The text as the model sees it: NFKC, lower case, every figure a `0`.

    Figures as such only teach the model its training rows by heart: what a figure means against
    a threshold is not for n-grams to say.
    """
    return _FIGURE.sub("0", normalize("NFKC", text).lower())


class NgramFeatures:
    """Fits a vocabulary of n-grams and turns texts into TF-IDF vectors, shape (n, features).

    Words and characters are two blocks, each of length one. Character n-grams stay within a
    chunk between spaces, so they are counted once for each distinct chunk of a batch and summed
    by a matrix product: catalogues repeat their words, and this is several times faster than
    counting text by text.
    """

    def __init__(self, *, least_texts: int = 2) -> None:
        self.least_texts = least_texts

    def fit(self, texts: Sequence[str]) -> "NgramFeatures":
        """Learn vocabulary and document frequencies; character n-grams need `least_texts`.

        Raises:
            DualuseError: no text holds a word.
        """
        self.fit_transform(texts)
        return self

    def fit_transform(self, texts: Sequence[str]) -> Matrix:
        """The vectors of the texts that vocabulary and document frequencies are learnt from.

        Raises:
            DualuseError: no text holds a word.
        """
        documents = [normalise(text) for text in texts]
        least = max(1, min(self.least_texts, sum(map(bool, map(str.strip, documents)))))
        word_counter = CountVectorizer(**_WORDS, dtype=np.float32)
        try:
            words = sp.csr_matrix(word_counter.fit_transform(documents))
        except ValueError:
            message = f"none of the {len(documents)} texts holds a word: there is nothing to learn"
            raise DualuseError(message) from None
        chunks, holding = _chunks(documents)
        character_counter = CountVectorizer(**_CHARACTERS, dtype=np.float32)
        characters = sp.csr_matrix(holding @ character_counter.fit_transform(chunks))
        common = _texts_holding(characters) >= least
        characters = sp.csr_matrix(characters[:, common])
        self._restore(
            list(word_counter.get_feature_names_out()),
            list(character_counter.get_feature_names_out()[common]),
        )
        blocks = (words, characters)
        self.idf_ = np.concatenate([_idf(block) for block in blocks]).astype(np.float32)
        return self._weighted(blocks, unit_length=True)

    def _restore(self, words: list[str], characters: list[str]) -> None:
        self.words_ = words
        self.characters_ = characters
        self._word_counter = _counter(_WORDS, words)
        self._character_counter = _counter(_CHARACTERS, characters)

    @classmethod
    def from_vocabulary(
        cls, words: list[str], characters: list[str], idf: NDArray[np.float32]
    ) -> "NgramFeatures":
        """The features of a saved vocabulary: n-grams in the order of the columns."""
        features = cls()
        features._restore(words, characters)
        features.idf_ = idf
        return features

    def transform(self, texts: Sequence[str], *, unit_length: bool = True) -> Matrix:
        """The vectors of texts, shape (n, features); without `unit_length` only weighted."""
        blocks = self._counts([normalise(text) for text in texts])
        return self._weighted(blocks, unit_length=unit_length)

    def common(self, matrix: Matrix, least_word_texts: int) -> NDArray[np.bool_]:
        """Which n-grams stand in enough of the texts of these vectors, shape (features,).

        Of words and their pairs `least_word_texts` are enough, of character n-grams `least_texts`.
        """
        least = np.full(matrix.shape[1], self.least_texts)
        least[: len(self.words_)] = least_word_texts
        return _texts_holding(matrix) >= least

    def narrowed(self, matrix: Matrix, known: NDArray[np.bool_]) -> Matrix:
        """The vectors as they would be if no n-gram but those `known` were in the vocabulary."""
        width = len(self.words_)
        blocks = (slice(0, width), slice(width, None))
        kept = [_unit_rows(_only(matrix[:, block], known[block])) for block in blocks]
        return sp.csr_matrix(sp.hstack(kept, format="csr", dtype=np.float32))

    def only(self, kept: NDArray[np.bool_]) -> "NgramFeatures":
        """The features without the n-grams that a mask, shape (features,), leaves out."""
        width = len(self.words_)
        words = [gram for gram, keep in zip(self.words_, kept[:width], strict=True) if keep]
        others = zip(self.characters_, kept[width:], strict=True)
        characters = [gram for gram, keep in others if keep]
        return self.from_vocabulary(words, characters, self.idf_[kept])

    def _weighted(self, blocks: tuple[Matrix, Matrix], *, unit_length: bool) -> Matrix:
        width = len(self.words_)
        weighted = []
        for block, idf in zip(blocks, (self.idf_[:width], self.idf_[width:]), strict=True):
            block.data = np.log(block.data) + 1
            block.data *= idf[block.indices]
            weighted.append(_unit_rows(block) if unit_length else block)
        return sp.csr_matrix(sp.hstack(weighted, format="csr", dtype=np.float32))

    def _counts(self, documents: Sequence[str]) -> tuple[Matrix, Matrix]:
        words = sp.csr_matrix(self._word_counter.transform(documents))
        return words, self._character_counts(documents)

    def _character_counts(self, documents: Sequence[str]) -> Matrix:
        chunks, holding = _chunks(documents)
        if not chunks:
            return sp.csr_matrix((len(documents), len(self.characters_)), dtype=np.float32)
        return sp.csr_matrix(holding @ sp.csr_matrix(self._character_counter.transform(chunks)))


def _chunks(documents: Sequence[str]) -> tuple[list[str], Matrix]:
    """The distinct chunks, and how often each document holds each, shape (n, chunks)."""
    numbers: dict[str, int] = {}
    columns: list[int] = []
    starts = [0]
    for document in documents:
        for match in _CHUNK.finditer(document):
            chunk = match.group()[:_LONGEST_CHUNK]
            columns.append(numbers.setdefault(chunk, len(numbers)))
        starts.append(len(columns))
    ones = np.ones(len(columns), np.float32)
    shape = (len(documents), len(numbers))
    return list(numbers), sp.csr_matrix((ones, np.array(columns), np.array(starts)), shape=shape)


def _counter(settings: Mapping[str, Any], vocabulary: Sequence[str]) -> CountVectorizer:
    places = {gram: place for place, gram in enumerate(vocabulary)}
    return CountVectorizer(**settings, vocabulary=places, dtype=np.float32)


def _idf(counts: Matrix) -> NDArray[np.float64]:
    # The smooth variant, as if one more text held every n-gram (scikit-learn's TfidfTransformer).
    return np.asarray(np.log((1 + counts.shape[0]) / (1 + _texts_holding(counts))) + 1)


def _texts_holding(counts: Matrix) -> NDArray[np.int64]:
    """In how many texts each n-gram stands, shape (n-grams,)."""
    return np.bincount(counts.indices, minlength=counts.shape[1])


def _only(matrix: Matrix, known: NDArray[np.bool_]) -> Matrix:
    """The matrix in its shape, with nothing in columns that are not `known`."""
    found = sp.csr_matrix(matrix, copy=True)
    found.data = np.where(known[found.indices], found.data, 0).astype(np.float32)
    found.eliminate_zeros()
    return found


def _unit_rows(matrix: Matrix) -> Matrix:
    lengths = np.sqrt(np.asarray(matrix.multiply(matrix).sum(axis=1)).ravel())
    lengths[lengths == 0] = 1
    matrix.data /= np.repeat(lengths, np.diff(matrix.indptr)).astype(np.float32)
    return matrix
