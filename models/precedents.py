"""Precedents of a text: the nearest labelled products, and how far they and the lists are heard."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from dualuse.models.calibration import logits
from dualuse.models.classifier import Answers, Probabilities
from dualuse.models.examples import Columns, ExampleIndex, Neighbour
from dualuse.models.list_evidence import fit_list_weights, no_list_weights, with_lists
from dualuse.models.list_reader import ListReader, ListReading
from dualuse.models.ngrams import Matrix
from dualuse.models.questions import PRODUCT_QUESTIONS
from dualuse.models.stack import fit_stack, stacked
from dualuse.models.votes import VOTERS, Votes

_NEIGHBOURS: Final = 15
_WEIGHTS: Final = ("list_weights", "vote_weights")
_NO_VOTES: Final = np.tile(np.array([1, 0, 0], np.float32), (len(PRODUCT_QUESTIONS), 1))


@dataclass(frozen=True, slots=True)
class Consulted:
    """What precedents and lists say of texts, in step with them.

    The corrected answers, the nearest precedents, and the votes and the lists that corrected.
    """

    answers: Probabilities
    nearest: list[tuple[Neighbour, ...]]
    votes: Probabilities
    lists: ListReading


def alone(answers: Probabilities) -> Consulted:
    """The answers of a model that has no precedents to consult."""
    return Consulted(answers, [() for _ in answers], answers, ListReading.silent(len(answers)))


class Precedents:
    """Labelled products and list terms, and how far to follow the lists.

    `list_weights`, shape (corrected questions, FEATURES + 2), are those of `fit_list_weights`;
    `vote_weights`, shape (questions, 3), those of `fit_stack` over the answers and the votes of the
    nearest products.
    """

    def __init__(
        self,
        examples: ExampleIndex,
        list_weights: NDArray[np.float32],
        vote_weights: NDArray[np.float32],
    ) -> None:
        self.examples = examples
        self.list_weights = list_weights
        self.vote_weights = vote_weights
        self._votes = Votes(examples.examples)
        self.lists = ListReader(examples)

    @classmethod
    def fit(
        cls,
        examples: ExampleIndex,
        texts: Sequence[str],
        vectors: Matrix,
        held_out: Probabilities,
        answers: Answers,
        families: Sequence[str],
    ) -> "tuple[Precedents, Probabilities]":
        """The precedents, and what they make of answers that the model gave without the family.

        Their weights are learnt from these answers, and from votes in which a product's own family
        has no say.
        """
        plain = cls(examples, no_list_weights(), _NO_VOTES)
        blind = plain.consult(texts, vectors, held_out, families)
        lists = fit_list_weights(blind.lists.evidence, held_out, answers)
        parts = [logits(with_lists(blind.lists.evidence, held_out, lists)), logits(blind.votes)]
        votes = fit_stack(parts, answers, PRODUCT_QUESTIONS)
        return cls(examples, lists, votes), stacked(parts, votes)

    def consult(
        self,
        texts: Sequence[str],
        vectors: Matrix,
        answers: Probabilities,
        families: Sequence[str] | None = None,
    ) -> Consulted:
        """The model's answers moved by lists and votes, with the nearest precedents.

        With `families`, one for each text, examples of a text's own family are left out.
        """
        likeness = self.examples.likeness(vectors)
        if families is not None:
            likeness = self.examples.without_own(likeness, families)
        read = self.lists.read(texts, likeness)
        moved = with_lists(read.evidence, answers, self.list_weights)
        nearest = self.examples.nearest(likeness, VOTERS)
        votes = self._votes.count(nearest)
        return Consulted(
            stacked([logits(moved), logits(votes)], self.vote_weights),
            [self.examples.neighbours(each, _NEIGHBOURS) for each in nearest],
            votes,
            read,
        )

    def parts(self) -> tuple[Columns, dict[str, NDArray[Any]]]:
        """What `from_parts` needs: each field of the precedents as a JSON list, and tensors."""
        examples, tensors = self.examples.parts()
        weights = {"list_weights": self.list_weights, "vote_weights": self.vote_weights}
        return examples, {**tensors, **weights}

    @classmethod
    def from_parts(cls, examples: Columns, tensors: Mapping[str, NDArray[Any]]) -> "Precedents":
        """The precedents that `parts` described.

        Raises:
            KeyError: a part is missing.
            ValueError: parts do not fit each other.
        """
        lists, votes = (tensors[name].astype(np.float32) for name in _WEIGHTS)
        if (lists.shape, votes.shape) != (no_list_weights().shape, _NO_VOTES.shape):
            raise ValueError(f"list weights {lists.shape} and vote weights {votes.shape}")
        return cls(ExampleIndex.from_parts(examples, dict(tensors)), lists, votes)
