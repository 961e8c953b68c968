"""Documents read by an encoder of short texts, beside what another model says of the whole."""

from collections.abc import Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray

from dualuse.models.calibration import logits
from dualuse.models.classifier import Probabilities
from dualuse.models.encoder import EncoderClassifier
from dualuse.models.passages import passages_of
from dualuse.models.questions import CATEGORY, POLICY_QUESTIONS
from dualuse.models.stack import Scores, stacked

OPENING: Final = 700
"""Characters of a document that a network of short texts can see at all: title and lead."""

_CLAUSE: Final = 200
_MOST_CLAUSES: Final = 24
"""Latin characters of a clause, and clauses of one document. On held-out events fields are told as
well as with all clauses, and better than with wider ones."""

_FIELDS: Final = [place for place, name in enumerate(POLICY_QUESTIONS) if name.startswith(CATEGORY)]

WEIGHTS: Final = 4
"""Of each question: the first model, the opening, the strongest clause, and a constant."""


class DocumentEncoder:
    """Joins an encoder's answers about a document to a first model's.

    `weights`, shape (`POLICY_QUESTIONS`, `WEIGHTS`), are those of `fit_near_first` over the first
    model's log-odds and the two `scores`.

    Raises:
        ValueError: the encoder does not answer the questions about documents.
    """

    def __init__(self, encoder: EncoderClassifier, weights: NDArray[np.float32]) -> None:
        self.encoder = encoder
        self.weights = weights
        self._columns = [encoder.questions.index(question) for question in POLICY_QUESTIONS]

    def joined(self, texts: Sequence[str], first: Probabilities) -> Probabilities:
        """The answers of both together to texts as `policy_text` made them."""
        return stacked([logits(first), *self.scores(texts)], self.weights)

    def scores(self, texts: Sequence[str]) -> tuple[Scores, Scores]:
        """The raw scores of openings, and of the strongest clause of each text.

        Both have the shape (texts, `POLICY_QUESTIONS`). Clauses tell which goods a document is
        about, wherever it names them. What it decides they do not tell better than the opening:
        for other questions their scores are 0.
        """
        clauses, owners = passages_of(texts, _CLAUSE, _MOST_CLAUSES)
        read = self.encoder.scores([*(text[:OPENING] for text in texts), *clauses])
        openings, apart = np.split(read[:, self._columns], [len(texts)])
        strongest = np.zeros_like(openings)
        if clauses:
            starts = np.searchsorted(owners, np.arange(len(texts)))
            strongest[:, _FIELDS] = np.maximum.reduceat(apart[:, _FIELDS], starts, axis=0)
        return openings, strongest
