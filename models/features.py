"""Texts into sparse vectors: word and character n-grams, weighted by TF-IDF."""

import re
from collections.abc import Sequence
from itertools import compress
from typing import Final
from unicodedata import normalize

import numpy as np
import scipy.sparse as sp
from numpy.typing import NDArray

from dualuse.corpus.errors import DualuseError
from dualuse.models.ngrams import CharacterCounter, Chunks, Matrix, WordCounter

_RUN: Final = 4_096
_FIGURE: Final = re.compile(r"\d+(?:[.,]\d+)*")


def normalise(text: str) -> str:
    """The text as the model sees it: NFKC, lower case, every figure a `0`.

    Figures as such only teach the model its training rows by heart: what a figure means against
    a threshold is not for n-grams to say.
    """
    return _FIGURE.sub("0", normalize("NFKC", text).lower())


class NgramFeatures:
    """Fits a vocabulary of n-grams and turns texts into TF-IDF vectors, shape (n, features).

    Words and pairs of them, and characters within what stands between spaces, are two blocks,
    each of length one.
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
        chunks = Chunks.of(documents)
        word_grams = WordCounter.vocabulary_of(documents)
        if not word_grams:
            message = f"none of the {len(documents)} texts holds a word: there is nothing to learn"
            raise DualuseError(message)
        words = WordCounter(word_grams).count(chunks)
        character_grams = CharacterCounter.vocabulary_of(chunks.cut())
        counter = CharacterCounter(character_grams)
        characters = sp.csr_matrix(chunks.held() @ counter.count(chunks.cut()))
        common = _texts_holding(characters) >= least
        self._restore(word_grams, list(compress(character_grams, common)))
        blocks = (words, sp.csr_matrix(characters[:, common]))
        self.idf_ = np.concatenate([_idf(block) for block in blocks]).astype(np.float32)
        return self._weighted(blocks, unit_length=True)

    def _restore(self, words: list[str], characters: list[str]) -> None:
        self.words_ = words
        self.characters_ = characters
        self._word_counter = WordCounter(words)
        self._character_counter = CharacterCounter(characters)

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
        chunks = Chunks.of([normalise(text) for text in texts])
        words, held = self._word_counter.count(chunks), chunks.held()
        of_chunks = self._character_counter.count(chunks.cut())
        vectors = [
            self._weighted((words[run], held[run] @ of_chunks), unit_length=unit_length)
            for run in _runs(len(texts))
        ]
        return vectors[0] if len(vectors) == 1 else sp.csr_matrix(sp.vstack(vectors, format="csr"))

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
            np.log(block.data, out=block.data)
            block.data += 1
            block.data *= idf[block.indices]
            weighted.append(_unit_rows(block) if unit_length else block)
        return sp.csr_matrix(sp.hstack(weighted, format="csr", dtype=np.float32))


def _runs(texts: int) -> list[slice]:
    # Arrays of some megabytes lie in memory used before; for larger ones pages are asked for anew,
    # which takes longer than what is done with them.
    return [slice(start, start + _RUN) for start in range(0, max(texts, 1), _RUN)]


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
