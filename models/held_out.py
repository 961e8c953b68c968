"""What a model says of texts that it has not seen: thresholds are chosen by it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from dualuse.corpus.labels import REGIMES
from dualuse.models.classifier import Answers
from dualuse.models.questions import LISTED, PRODUCT_QUESTIONS
from dualuse.models.small import from_log_odds_codes, log_odds_codes


@dataclass(frozen=True, slots=True)
class HeldOut:
    """Texts that the judging model had not seen, to choose thresholds by.

    `probabilities`, shape (n, questions): calibrated, in the order of `PRODUCT_QUESTIONS`;
    `listed`, shape (n, regimes): whether each regime's list names the good.
    """

    probabilities: NDArray[np.float32]
    listed: NDArray[np.bool_]

    def __post_init__(self) -> None:
        # As they are stored: a saved model has the thresholds of the one that was fitted.
        kept = from_log_odds_codes(log_odds_codes(self.probabilities))
        object.__setattr__(self, "probabilities", kept)

    def tensors(self) -> dict[str, NDArray[Any]]:
        """What `from_tensors` needs."""
        return {
            "held_out_probabilities": log_odds_codes(self.probabilities),
            "held_out_listed": self.listed.astype(np.uint8),
        }

    @classmethod
    def from_tensors(cls, tensors: Mapping[str, NDArray[Any]]) -> "HeldOut":
        """The held-out texts that `tensors` described.

        Raises:
            KeyError: a part is missing.
            ValueError: parts do not fit each other.
        """
        codes, listed = tensors["held_out_probabilities"], tensors["held_out_listed"]
        shapes = [(len(codes), len(PRODUCT_QUESTIONS)), (len(codes), len(REGIMES))]
        if [codes.shape, listed.shape] != shapes:
            raise ValueError(f"held-out probabilities {codes.shape} and listings {listed.shape}")
        return cls(from_log_odds_codes(codes), listed.astype(bool))


def listed_by(answers: Answers) -> NDArray[np.bool_]:
    """Whether each regime's list names each good, shape (n, regimes), by answers to questions."""
    columns = [PRODUCT_QUESTIONS.index(LISTED + regime) for regime in REGIMES]
    return np.asarray(answers[:, columns] > 0)
