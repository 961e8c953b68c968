"""What a model says of texts that it has not seen: thresholds are chosen by it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from dualuse.corpus.labels import LANGUAGES, REGIMES
from dualuse.corpus.records import LabelledProduct
from dualuse.models.classifier import Answers
from dualuse.models.questions import LISTED, PRODUCT_QUESTIONS
from dualuse.models.small import from_log_odds_codes, log_odds_codes


@dataclass(frozen=True, slots=True)
class HeldOut:
    """Texts that the judging model had not seen, to choose thresholds by.

    `probabilities`, shape (n, questions): calibrated, in the order of `PRODUCT_QUESTIONS`;
    `listed`, shape (n, regimes): whether each regime's list names the good; `languages`, shape
    (n,): the place of each text's language in `LANGUAGES`, one behind the last for any other.
    """

    probabilities: NDArray[np.float32]
    listed: NDArray[np.bool_]
    languages: NDArray[np.uint8]

    def __post_init__(self) -> None:
        # As they are stored: a saved model has the thresholds of the one that was fitted.
        kept = from_log_odds_codes(log_odds_codes(self.probabilities))
        object.__setattr__(self, "probabilities", kept)

    def tensors(self) -> dict[str, NDArray[Any]]:
        """What `from_tensors` needs."""
        return {
            # Question by question: alike codes that stand together pack better.
            "held_out_probabilities": log_odds_codes(self.probabilities).T,
            "held_out_listed": self.listed.astype(np.uint8),
            "held_out_languages": self.languages,
        }

    @classmethod
    def from_tensors(cls, tensors: Mapping[str, NDArray[Any]]) -> "HeldOut":
        """The held-out texts that `tensors` described.

        Raises:
            KeyError: a part is missing.
            ValueError: parts do not fit each other.
        """
        names = ("held_out_probabilities", "held_out_listed", "held_out_languages")
        questions, listed, languages = (tensors[name] for name in names)
        codes = questions.T
        shapes = [(len(codes), len(PRODUCT_QUESTIONS)), (len(codes), len(REGIMES)), (len(codes),)]
        if (found := [codes.shape, listed.shape, languages.shape]) != shapes:
            raise ValueError(f"held-out probabilities, listings and languages of {found}")
        return cls(from_log_odds_codes(codes), listed.astype(bool), languages.astype(np.uint8))


def languages_of(products: Sequence[LabelledProduct]) -> NDArray[np.uint8]:
    """The place of each product's language in `LANGUAGES`, one behind the last for any other."""
    places = {language: place for place, language in enumerate(LANGUAGES)}
    return np.array([places.get(each.lang, len(LANGUAGES)) for each in products], np.uint8)


def listed_by(answers: Answers) -> NDArray[np.bool_]:
    """Whether each regime's list names each good, shape (n, regimes), by answers to questions."""
    columns = [PRODUCT_QUESTIONS.index(LISTED + regime) for regime in REGIMES]
    return np.asarray(answers[:, columns] > 0)
