"""How often texts hold the n-grams of a vocabulary, counted once for each distinct chunk.

A chunk is what stands between spaces. Catalogues repeat their chunks, so n-grams are looked for
in each distinct one once, and what the texts hold follows by products and joins of arrays: this
is several times faster than counting text by text.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain, pairwise
from typing import Any, Final, TypeAlias

import numpy as np
import scipy.sparse as sp
from numpy.typing import NDArray

Matrix: TypeAlias = sp.csr_matrix
"""Sparse float32, shape (texts, n-grams)."""

_WORD: Final = re.compile(r"\b\w+\b")
_LONGEST_CHARACTERS: Final = 5
"""Letters of the longest character n-gram; the shortest has one."""

_LONGEST_CHUNK: Final = 2_000
_UNKNOWN: Final = -1


@dataclass(frozen=True)
class Chunks:
    """The distinct chunks of some texts, and which of them each text holds, in its order."""

    distinct: list[str]
    order: NDArray[np.int64]
    """Numbers of chunks, text after text."""
    starts: NDArray[np.int64]
    """Where each text begins in `order`, and where the last ends: shape (texts + 1,)."""

    @classmethod
    def of(cls, texts: Sequence[str]) -> "Chunks":
        """The chunks of texts."""
        split = [text.split() for text in texts]
        distinct = list(dict.fromkeys(chain.from_iterable(split)))
        numbers = {chunk: number for number, chunk in enumerate(distinct)}
        order = np.fromiter(map(numbers.__getitem__, chain.from_iterable(split)), np.int64)
        starts = np.concatenate([[0], np.cumsum([len(each) for each in split], dtype=np.int64)])
        return cls(distinct, order, starts)

    def cut(self) -> list[str]:
        """The distinct chunks, of endless ones the beginning: all that letters are counted in."""
        return [chunk[:_LONGEST_CHUNK] for chunk in self.distinct]

    def held(self) -> Matrix:
        """How often each text holds each distinct chunk, shape (texts, chunks)."""
        shape = (len(self.starts) - 1, len(self.distinct))
        return sp.csr_matrix((np.ones(len(self.order), np.float32), self.order, self.starts), shape)


class CharacterCounter:
    """Counts the character n-grams of a vocabulary, within chunks and the spaces around them."""

    def __init__(self, vocabulary: Sequence[str]) -> None:
        self._places = {gram: place for place, gram in enumerate(vocabulary)}

    @staticmethod
    def vocabulary_of(chunks: Sequence[str]) -> list[str]:
        """All character n-grams of chunks, in the order of their characters."""
        return sorted(set(chain.from_iterable(map(_character_grams, chunks))))

    def count(self, chunks: Sequence[str]) -> Matrix:
        """How often each chunk holds each n-gram, shape (chunks, n-grams)."""
        place = self._places.get
        found = [
            [at for gram in _character_grams(chunk) if (at := place(gram)) is not None]
            for chunk in chunks
        ]
        places = np.fromiter(chain.from_iterable(found), np.int32)
        rows = np.repeat(np.arange(len(found), dtype=np.int32), [len(each) for each in found])
        return _counted(rows, places, (len(chunks), len(self._places)))


def _character_grams(chunk: str) -> list[str]:
    padded = f" {chunk} "
    length = len(padded)
    return [
        padded[start : start + n]
        for n in range(1, min(_LONGEST_CHARACTERS, length) + 1)
        for start in range(length - n + 1)
    ]


class WordCounter:
    """Counts the words and pairs of neighbouring words of a vocabulary."""

    def __init__(self, vocabulary: Sequence[str]) -> None:
        self._width = len(vocabulary)
        split = [gram.split(" ") for gram in vocabulary]
        self._numbers = {word: n for n, word in enumerate(dict.fromkeys(chain(*split)))}
        self._word_places = np.full(len(self._numbers), _UNKNOWN)
        pairs, places = [], []
        for place, words in enumerate(split):
            numbers = [self._numbers[word] for word in words]
            if len(numbers) == 1:
                self._word_places[numbers[0]] = place
            else:
                pairs.append(self._pair(*numbers))
                places.append(place)
        ascending = np.argsort(np.array(pairs, np.int64))
        self._pairs = np.array(pairs, np.int64)[ascending]
        self._pair_places = np.array(places, np.int64)[ascending]

    @staticmethod
    def vocabulary_of(texts: Sequence[str]) -> list[str]:
        """All words and pairs of neighbouring words of texts, in the order of their characters."""
        grams: set[str] = set()
        for text in texts:
            words = _WORD.findall(text)
            grams.update(words, map(" ".join, pairwise(words)))
        return sorted(grams)

    def _pair(self, first: int, second: int) -> int:
        return first * len(self._numbers) + second

    def count(self, chunks: Chunks) -> Matrix:
        """How often each text holds each word or pair, shape (texts, n-grams)."""
        words, rows = self._sequence(chunks)
        beside = (rows[1:] == rows[:-1]) & (words[1:] != _UNKNOWN) & (words[:-1] != _UNKNOWN)
        pairs = words[:-1][beside] * len(self._numbers) + words[1:][beside]
        single = words != _UNKNOWN
        places = np.concatenate([self._word_places[words[single]], self._places_of(pairs)])
        rows = np.concatenate([rows[single], rows[1:][beside]])
        known = places != _UNKNOWN
        return _counted(rows[known], places[known], (len(chunks.starts) - 1, self._width))

    def _sequence(self, chunks: Chunks) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
        """The words of all texts one after the other, as numbers, and the text each stands in."""
        number = self._numbers.get
        found = [_WORD.findall(chunk) for chunk in chunks.distinct]
        flat = chain.from_iterable(found)
        words = np.fromiter((number(word, _UNKNOWN) for word in flat), np.int64)
        lengths = np.array([len(each) for each in found], np.int64)
        begins = np.cumsum(lengths) - lengths
        held = lengths[chunks.order]
        # Word k of all is the k-th of its chunk's own run: where that begins, less all before it.
        before = np.cumsum(held) - held
        places = np.repeat(begins[chunks.order] - before, held) + np.arange(held.sum())
        texts = np.repeat(np.arange(len(chunks.starts) - 1), np.diff(chunks.starts))
        return words[places], np.repeat(texts, held)

    def _places_of(self, pairs: NDArray[np.int64]) -> NDArray[np.int64]:
        if not len(self._pairs):
            return np.full(len(pairs), _UNKNOWN)
        nearest = np.minimum(np.searchsorted(self._pairs, pairs), len(self._pairs) - 1)
        return np.where(self._pairs[nearest] == pairs, self._pair_places[nearest], _UNKNOWN)


def _counted(rows: NDArray[Any], places: NDArray[Any], shape: tuple[int, int]) -> Matrix:
    # Made of single finds, a sparse matrix sums those of one place.
    return sp.csr_matrix((np.ones(len(rows), np.float32), (rows, places)), shape=shape)
