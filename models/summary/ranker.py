"""Which sentences are key sentences: a logistic regression, its weights in a JSON file."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from functools import cache
from importlib import resources
from pathlib import Path
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from dualuse.models.calibration import logits
from dualuse.models.summary.key_reader import KeyReader
from dualuse.models.summary.phrases import Phrases

WEIGHTS: Final = "sentence_weights.json"


ASKED: Final = 16
"""Sentences of a document that an encoder is asked about: those that the ranker finds likeliest."""


@dataclass(frozen=True, slots=True)
class Heard:
    """How far one encoder is heard: the weights of the ranker's log-odds and of its score.

    `digest` is that of the encoder; the weights of one tell nothing about another.
    """

    digest: str
    own: float
    score: float
    bias: float

    def joined(
        self, probabilities: NDArray[np.float64], scores: NDArray[np.float32]
    ) -> NDArray[np.float64]:
        """The probability of each sentence by both, shape (n,)."""
        odds = self.own * logits(probabilities.astype(np.float32)) + self.score * scores + self.bias
        return np.asarray(1 / (1 + np.exp(-odds)))


@dataclass(frozen=True, slots=True)
class SentenceRanker:
    """Gives each sentence a probability to be a key sentence.

    `weights` are by name of a feature, for the features as they are (not standardised), `phrases`
    for the wording; `digest` is that of the documents from which they were learnt; `heard` says
    how far an encoder has a say.
    """

    weights: Mapping[str, float]
    bias: float
    digest: str
    phrases: Phrases = field(default_factory=lambda: Phrases({}))
    heard: Heard | None = None

    def probabilities(
        self,
        features: Mapping[str, NDArray[np.float64]],
        texts: Sequence[str],
        reader: KeyReader | None = None,
    ) -> NDArray[np.float64]:
        """The probability of each sentence, shape (n,), from columns of features and its text.

        A `reader` is asked about the likeliest, where it is the one that is `heard`.
        """
        columns = stacked(features, tuple(self.weights))
        scores = columns @ np.array(list(self.weights.values()), np.float64) + self.bias
        found = np.asarray(1 / (1 + np.exp(-scores - self.phrases.scores(texts))))
        if reader and self.heard and self.heard.digest == reader.digest:
            asked = likeliest(found)
            read = reader.scores([texts[place] for place in asked.tolist()])
            found[asked] = self.heard.joined(found[asked], read)
        return found

    def as_json(self) -> str:
        """The text of the weights' file."""
        fields: dict[str, Any] = {"digest": self.digest, "bias": round(self.bias, 5)}
        if self.heard:
            fields["heard"] = asdict(self.heard)
        fields["weights"] = {name: round(value, 5) for name, value in self.weights.items()}
        fields["phrases"] = {run: round(value, 3) for run, value in self.phrases.weights.items()}
        return json.dumps(fields, indent=1, ensure_ascii=False) + "\n"


def likeliest(probabilities: NDArray[np.float64]) -> NDArray[np.int64]:
    """The places of the sentences that an encoder is asked about, the likeliest first."""
    return np.argsort(-probabilities, kind="stable")[:ASKED]


def stacked(
    features: Mapping[str, NDArray[np.float64]], names: Sequence[str]
) -> NDArray[np.float64]:
    """The named columns side by side, shape (n, names)."""
    return np.stack([features[name] for name in names], axis=1)


def weights_path() -> Path:
    """The file of the shipped weights."""
    return Path(str(resources.files("dualuse.models.summary").joinpath(WEIGHTS)))


@cache
def shipped_ranker() -> SentenceRanker:
    """The ranker that was learnt from the shipped training documents."""
    fields = json.loads(weights_path().read_text("utf-8"))
    phrases = Phrases(fields["phrases"])
    heard = Heard(**fields["heard"]) if "heard" in fields else None
    return SentenceRanker(fields["weights"], fields["bias"], fields["digest"], phrases, heard)
