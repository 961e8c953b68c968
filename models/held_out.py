"""What a model says of texts that it has not seen: thresholds are chosen by it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from dualuse.corpus.labels import REGIMES
from dualuse.models.classifier import Answers
from dualuse.models.questions import LISTED, PRODUCT_QUESTIONS


@dataclass(frozen=True, slots=True)
class HeldOut:
    """Texts that the judging model had not seen, to choose thresholds by.

    `answers`, shape (n, questions): calibrated probabilities in the order of `PRODUCT_QUESTIONS`;
    `listed`, shape (n, regimes): whether each regime's list names the good.
    """

    answers: NDArray[np.float32]
    listed: NDArray[np.bool_]

    def __post_init__(self) -> None:
        # As they are stored: a saved model has the thresholds of the one that was fitted.
        object.__setattr__(self, "answers", self.answers.astype(np.float16).astype(np.float32))

    def tensors(self) -> dict[str, NDArray[Any]]:
        """What `from_tensors` needs."""
        return {
            "held_out_answers": self.answers.astype(np.float16),
            "held_out_listed": self.listed.astype(np.uint8),
        }

    @classmethod
    def from_tensors(cls, tensors: Mapping[str, NDArray[Any]]) -> "HeldOut":
        """The held-out texts that `tensors` described.

        Raises:
            KeyError: a part is missing.
            ValueError: parts do not fit each other.
        """
        answers, listed = tensors["held_out_answers"], tensors["held_out_listed"]
        shapes = [(len(answers), len(PRODUCT_QUESTIONS)), (len(answers), len(REGIMES))]
        if [answers.shape, listed.shape] != shapes:
            raise ValueError(f"held-out answers {answers.shape} and listings {listed.shape}")
        return cls(answers.astype(np.float32), listed.astype(bool))


def listed_by(answers: Answers) -> NDArray[np.bool_]:
    """Whether each regime's list names each good, shape (n, regimes), by answers to questions."""
    columns = [PRODUCT_QUESTIONS.index(LISTED + regime) for regime in REGIMES]
    return np.asarray(answers[:, columns] > 0)
