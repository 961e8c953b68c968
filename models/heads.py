"""The heads of documents read by an encoder, beside what another model says of the whole."""

from collections.abc import Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray

from dualuse.models.calibration import logits
from dualuse.models.classifier import Probabilities
from dualuse.models.encoder import EncoderClassifier
from dualuse.models.questions import POLICY_QUESTIONS
from dualuse.models.stack import stacked

HEAD: Final = 700
"""Characters of a document that a network of short texts can see at all: title and lead."""


class HeadReader:
    """Joins an encoder's answers about the heads of documents to a first model's.

    `weights`, shape (`POLICY_QUESTIONS`, 3), are those of `fit_near_first` over the first model's
    log-odds and the encoder's scores.

    Raises:
        ValueError: the encoder does not answer the questions about documents.
    """

    def __init__(self, encoder: EncoderClassifier, weights: NDArray[np.float32]) -> None:
        self.encoder = encoder
        self.weights = weights
        self._columns = [encoder.questions.index(question) for question in POLICY_QUESTIONS]

    def joined(self, texts: Sequence[str], first: Probabilities) -> Probabilities:
        """The answers of both together to texts as `policy_text` made them."""
        return stacked([logits(first), self.scores(texts)], self.weights)

    def scores(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """The encoder's raw scores of heads, shape (texts, `POLICY_QUESTIONS`)."""
        return self.encoder.scores([text[:HEAD] for text in texts])[:, self._columns]
