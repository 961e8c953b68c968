"""Precedents of a text, and what the control lists make of the text model's answers."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from dualuse.corpus.control_lists.store import load_entries
from dualuse.models.classifier import Answers, Probabilities
from dualuse.models.examples import ExampleIndex, Neighbour
from dualuse.models.features import Matrix
from dualuse.models.list_evidence import (
    fit_list_weights,
    list_evidence,
    no_list_weights,
    with_lists,
)
from dualuse.models.term_matches import TermMatcher

_NEIGHBOURS: Final = 15


@dataclass(frozen=True, slots=True)
class Consulted:
    """What precedents and lists say of texts: the corrected answers, and the nearest precedents."""

    answers: Probabilities
    nearest: list[tuple[Neighbour, ...]]


class Precedents:
    """Labelled products and list terms, and how far to follow the lists.

    `list_weights`, shape (corrected questions, FEATURES + 2), are those of `fit_list_weights`.
    """

    def __init__(self, examples: ExampleIndex, list_weights: NDArray[np.float32]) -> None:
        self.examples = examples
        self.list_weights = list_weights
        self.matcher = TermMatcher(load_entries())
        listed = [each.from_list and each.relevance == "high" for each in examples.examples]
        low_level = [each.from_list and each.relevance != "high" for each in examples.examples]
        self._kinds = np.array(listed, bool), np.array(low_level, bool)

    @classmethod
    def fit(
        cls,
        examples: ExampleIndex,
        texts: Sequence[str],
        vectors: Matrix,
        held_out: Probabilities,
        answers: Answers,
    ) -> "Precedents":
        """The precedents with weights learnt from texts and answers that the model had not seen."""
        plain = cls(examples, no_list_weights())
        evidence = plain._evidence(texts, examples.likeness(vectors))
        return cls(examples, fit_list_weights(evidence, held_out, answers))

    def consult(self, texts: Sequence[str], vectors: Matrix, answers: Probabilities) -> Consulted:
        """The model's answers moved by what the lists say, with the nearest precedents."""
        likeness = self.examples.likeness(vectors)
        evidence = self._evidence(texts, likeness)
        nearest = self.examples.nearest(likeness, _NEIGHBOURS)
        return Consulted(with_lists(evidence, answers, self.list_weights), nearest)

    def _evidence(self, texts: Sequence[str], likeness: Matrix) -> NDArray[np.float32]:
        alike = [self.examples.strongest(likeness, kind) for kind in self._kinds]
        return list_evidence(texts, np.column_stack(alike), self.matcher)

    def parts(self) -> tuple[list[dict[str, Any]], dict[str, NDArray[Any]]]:
        """What `from_parts` needs: the precedents as JSON objects, and tensors."""
        examples, tensors = self.examples.parts()
        return examples, {**tensors, "list_weights": self.list_weights}

    @classmethod
    def from_parts(
        cls, examples: Sequence[dict[str, Any]], tensors: Mapping[str, NDArray[Any]]
    ) -> "Precedents":
        """The precedents that `parts` described.

        Raises:
            KeyError: a part is missing.
            ValueError: parts do not fit each other.
        """
        weights = tensors["list_weights"].astype(np.float32)
        if weights.shape != no_list_weights().shape:
            raise ValueError(f"list weights of shape {weights.shape}")
        return cls(ExampleIndex.from_parts(examples, dict(tensors)), weights)
