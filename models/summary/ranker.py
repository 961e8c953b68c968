"""Which sentences are key sentences: a logistic regression, its weights in a JSON file."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from importlib import resources
from pathlib import Path
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from dualuse.models.summary.phrases import Phrases

WEIGHTS: Final = "sentence_weights.json"


@dataclass(frozen=True, slots=True)
class SentenceRanker:
    """Gives each sentence a probability to be a key sentence.

    `weights` are by name of a feature, for the features as they are (not standardised), `phrases`
    for the wording; `digest` is that of the documents from which they were learnt.
    """

    weights: Mapping[str, float]
    bias: float
    digest: str
    phrases: Phrases = field(default_factory=lambda: Phrases({}))

    def probabilities(
        self, features: Mapping[str, NDArray[np.float64]], texts: Sequence[str]
    ) -> NDArray[np.float64]:
        """The probability of each sentence, shape (n,), from columns of features and its text."""
        columns = stacked(features, tuple(self.weights))
        scores = columns @ np.array(list(self.weights.values()), np.float64) + self.bias
        return np.asarray(1 / (1 + np.exp(-scores - self.phrases.scores(texts))))

    def as_json(self) -> str:
        """The text of the weights' file."""
        fields: dict[str, Any] = {"digest": self.digest, "bias": round(self.bias, 5)}
        fields["weights"] = {name: round(value, 5) for name, value in self.weights.items()}
        fields["phrases"] = {run: round(value, 3) for run, value in self.phrases.weights.items()}
        return json.dumps(fields, indent=1, ensure_ascii=False) + "\n"


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
    return SentenceRanker(fields["weights"], fields["bias"], fields["digest"], phrases)
