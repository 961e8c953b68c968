"""An encoder that is asked of single sentences whether a summary needs them."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from dualuse.models.encoder import EncoderClassifier
from dualuse.models.questions import KEY_SENTENCE


@dataclass(frozen=True, slots=True)
class KeyReader:
    """The raw scores of sentences by an encoder; `digest` tells it from any other."""

    encoder: EncoderClassifier

    @classmethod
    def of(cls, encoder: EncoderClassifier) -> "KeyReader | None":
        """The reader that an encoder is; None where it has not learnt what a key sentence is."""
        return cls(encoder) if KEY_SENTENCE in encoder.questions else None

    @property
    def digest(self) -> str:
        """What tells its network from any other."""
        return self.encoder.digest

    def scores(self, sentences: Sequence[str]) -> NDArray[np.float32]:
        """The score of each sentence, shape (n,): the higher, the likelier a key sentence."""
        column = self.encoder.questions.index(KEY_SENTENCE)
        return np.asarray(self.encoder.scores(sentences)[:, column])
