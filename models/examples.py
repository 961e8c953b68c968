"""The nearest labelled examples of a text: where candidate codes come from."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from itertools import pairwise
from typing import Any, Final, TypeAlias

import numpy as np
import scipy.sparse as sp
from numpy.typing import NDArray

from dualuse.corpus.labels import basis_of
from dualuse.corpus.records import LabelledProduct
from dualuse.models.features import NgramFeatures
from dualuse.models.ngrams import Matrix
from dualuse.models.small import from_planes, planes

_LEVELS: Final = 21
_COMMONEST: Final = 120
"""N-grams that more examples share tell little of which is nearest, and cost most of the time."""


LIST: Final = "list:"
"""How the id of a precedent begins that is a term of a control list, not a labelled product."""


@dataclass(frozen=True, slots=True)
class Example:
    """A precedent: a labelled product, or a term by which the goods of a list entry are called."""

    id: str
    text: str
    category: str
    relevance: str
    codes: tuple[str, ...]
    regimes: tuple[str, ...]
    family: str
    why: str

    @property
    def from_list(self) -> bool:
        """Whether it is a term of a control list."""
        return self.id.startswith(LIST)

    @property
    def basis(self) -> str:
        """Why the example is where it is, as far as its labels tell."""
        return basis_of(self.relevance, self.codes)


_FIELDS: Final = tuple(field.name for field in fields(Example))

Columns: TypeAlias = Mapping[str, Sequence[Any]]
"""Each field of examples, by its name: a value for each example, in their order."""


@dataclass(frozen=True, slots=True)
class Neighbour:
    """An example and how alike it is, 0 to 1: the cosine, over n-grams that few examples share."""

    example: Example
    similarity: float


Nearest = tuple[NDArray[Any], NDArray[np.float32]]
"""Positions of examples and how alike they are, most alike first."""


class ExampleIndex:
    """Finds the labelled examples nearest to a text.

    `columns` are those of a text's vector that count; `holders`, shape (columns, examples), sparse,
    how much each of these n-grams is worth in each example that holds it.
    """

    def __init__(self, examples: Sequence[Example], holders: Matrix, columns: NDArray[Any]) -> None:
        self.examples = tuple(examples)
        self.holders = holders
        self.columns = columns

    @classmethod
    def build(cls, examples: Sequence[Example], features: NgramFeatures) -> "ExampleIndex":
        """The index of precedents, in the vector space of a fitted model."""
        vectors = features.transform([example.text for example in examples])
        holding = np.bincount(vectors.indices, minlength=vectors.shape[1])
        columns = np.flatnonzero((holding > 0) & (holding <= _COMMONEST))
        holders = sp.csr_matrix(vectors[:, columns].T)
        holders.sort_indices()
        # As they are stored: a saved model finds the same neighbours as the one that was fitted.
        holders.data = _values(_codes(holders.data))
        return cls(examples, holders, columns)

    def likeness(self, vectors: Matrix) -> Matrix:
        """How alike each text vector and each example are, shape (texts, examples), sparse."""
        likeness = sp.csr_matrix(vectors[:, self.columns] @ self.holders)
        # The vectors hold two blocks of length one each.
        likeness.data = np.minimum(likeness.data / 2, 1)
        return likeness

    def strongest(self, likeness: Matrix, among: NDArray[np.bool_]) -> NDArray[np.float32]:
        """For each text, how alike the nearest of the examples `among` is, shape (texts,)."""
        best = np.zeros(likeness.shape[0], np.float32)
        values = np.where(among[likeness.indices], likeness.data, 0)
        filled = np.flatnonzero(np.diff(likeness.indptr))
        if len(filled):
            best[filled] = np.maximum.reduceat(values, likeness.indptr[filled])
        return best

    def nearest_among(
        self, likeness: Matrix, among: NDArray[np.bool_], count: int
    ) -> list[list[tuple[int, float]]]:
        """For each text, positions and likeness of up to `count` of the examples `among`."""
        chosen = np.flatnonzero(among[likeness.indices])
        starts = np.searchsorted(chosen, likeness.indptr)
        places, values = likeness.indices[chosen], likeness.data[chosen]
        found = []
        for start, end in pairwise(starts.tolist()):
            near, alike = places[start:end], values[start:end]
            if len(near) > count:
                best = np.argpartition(-alike, count - 1)[:count]
                near, alike = near[best], alike[best]
            found.append(list(zip(near.tolist(), alike.tolist(), strict=True)))
        return found

    def nearest(self, likeness: Matrix, count: int) -> list[Nearest]:
        """For each text, up to `count` examples that share an n-gram, most alike first."""
        return [
            _best(likeness.indices[start:end], likeness.data[start:end], count)
            for start, end in pairwise(likeness.indptr.tolist())
        ]

    def neighbours(self, nearest: Nearest, count: int) -> tuple[Neighbour, ...]:
        """The first `count` of the nearest, with their labels."""
        places, likeness = nearest
        return tuple(
            Neighbour(self.examples[place], alike)
            for place, alike in zip(places[:count].tolist(), likeness[:count].tolist(), strict=True)
        )

    def without_own(self, likeness: Matrix, families: Sequence[str]) -> Matrix:
        """The likeness with nothing left of examples of the text's own family, for each text.

        What a product's own family says of it is what the labels say: nothing may be learnt there.
        """
        numbers: dict[str, int] = {}
        own = [numbers.setdefault(family, len(numbers)) for family in families]
        theirs = np.array([numbers.get(each.family, -1) for each in self.examples], np.int64)
        same = theirs[likeness.indices] == np.repeat(own, np.diff(likeness.indptr))
        return sp.csr_matrix(
            (np.where(same, 0, likeness.data), likeness.indices, likeness.indptr), likeness.shape
        )

    def parts(self) -> tuple[Columns, dict[str, NDArray[Any]]]:
        """What `from_parts` needs: each field of all examples as a JSON list, and tensors."""
        # N-gram by n-gram: those of one word are held by the same examples, and an archive packs
        # what is said again. It takes a fifth less than example by example.
        tensors: dict[str, NDArray[Any]] = {
            "example_values": _codes(self.holders.data),
            "example_places": self.holders.indices.astype(np.int32),
            "example_counts": np.diff(self.holders.indptr).astype(np.uint8),
            "example_columns": planes(np.diff(self.columns, prepend=0)),
        }
        # Alike values that stand together pack into an eighth less than records do.
        columns = {name: [getattr(each, name) for each in self.examples] for name in _FIELDS}
        return columns, tensors

    @classmethod
    def from_parts(cls, examples: Columns, tensors: dict[str, NDArray[Any]]) -> "ExampleIndex":
        """The index that `parts` described.

        Raises:
            KeyError: a part is missing.
            ValueError: parts do not fit each other.
        """
        columns = np.cumsum(from_planes(tensors["example_columns"]))
        starts = np.concatenate([[0], np.cumsum(tensors["example_counts"].astype(np.int64))])
        holders = sp.csr_matrix(
            (_values(tensors["example_values"]), tensors["example_places"], starts),
            shape=(len(columns), len(examples["id"])),
        )
        holders.check_format(full_check=True)  # scipy reads beyond its memory otherwise
        records = zip(*(examples[name] for name in _FIELDS), strict=True)
        return cls([_from_json(record) for record in records], holders, columns)


def _codes(values: NDArray[np.float32]) -> NDArray[np.uint8]:
    # Values lie between 0 and 1, most of them near 0: their roots are evenly spread.
    return np.asarray(np.rint(np.sqrt(np.clip(values, 0, 1)) * _LEVELS), np.uint8)


def _values(codes: NDArray[np.uint8]) -> NDArray[np.float32]:
    return np.square(codes.astype(np.float32) / _LEVELS)


def _best(places: NDArray[Any], likeness: NDArray[np.float32], count: int) -> Nearest:
    if len(places) > count:
        chosen = np.argpartition(-likeness, count - 1)[:count]
        places, likeness = places[chosen], likeness[chosen]
    order = np.lexsort((places, -likeness))
    return places[order], likeness[order]


def product_examples(products: Sequence[LabelledProduct]) -> list[Example]:
    """Labelled products as precedents."""
    return [Example(*(getattr(product, name) for name in _FIELDS)) for product in products]


def _from_json(values: Sequence[Any]) -> Example:
    plain: list[Any] = [tuple(each) if isinstance(each, list) else each for each in values]
    return Example(*plain)
