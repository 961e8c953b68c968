"""How far an encoder is heard on which sentences are key, learnt from events it has not seen."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
from sklearn.linear_model import LogisticRegression

from dualuse.models.calibration import logits
from dualuse.models.summary.key_reader import KeyReader
from dualuse.models.summary.ranker import Heard, SentenceRanker, likeliest
from dualuse.training.ranked import RankedDocument

RankedApart = Sequence[tuple[RankedDocument, SentenceRanker]]
"""Documents, each with a ranker that was learnt without its event."""


def fit_heard(judged: RankedApart, reader: KeyReader) -> Heard:
    """The weights of ranker and encoder from documents that neither has seen.

    Each sentence that the encoder would be asked about counts the same.
    """
    own, keys, texts = [], [], []
    for document, ranker in judged:
        candidates = document.candidates
        found = ranker.probabilities(candidates.features, candidates.texts)
        asked = likeliest(found)
        own.append(logits(found[asked].astype(np.float32)))
        keys.append(document.keys[asked])
        texts += [candidates.texts[place] for place in asked.tolist()]
    inputs = np.column_stack([np.concatenate(own), reader.scores(texts)])
    model = LogisticRegression(C=1.0).fit(inputs, np.concatenate(keys))
    weights = map(float, (*model.coef_[0].round(4), model.intercept_[0].round(4)))
    return Heard(reader.digest, *weights)


def with_heard(judged: RankedApart, reader: KeyReader) -> RankedApart:
    """The documents as they would be judged with an encoder, each half by weights of the other."""
    halves = judged[::2], judged[1::2]
    found = []
    for own, other in (halves, halves[::-1]):
        heard = fit_heard(other, reader)
        found += [
            (replace(document, reader=reader), replace(ranker, heard=heard))
            for document, ranker in own
        ]
    return found
