"""What every model of the toolkit can do, linear or neural."""

from collections.abc import Sequence
from pathlib import Path
from typing import Protocol, runtime_checkable

import numpy as np
from numpy.typing import NDArray

Probabilities = NDArray[np.float32]
"""Shape (texts, questions): the probability that the answer is yes."""

Answers = NDArray[np.float32]
"""Shape (texts, questions): 1 yes, 0 no, NaN where the record is silent."""


@runtime_checkable
class TextClassifier(Protocol):
    """Answers a list of named yes/no questions about a text, each with a probability."""

    kind: str
    """What sort of model it is, such as `linear`; the folder's manifest carries it."""

    questions: tuple[str, ...]

    def predict_proba(self, texts: Sequence[str]) -> Probabilities:
        """The probability of a yes for each text and question."""
        ...

    def save(self, folder: Path) -> None:
        """Write the model into an existing folder, as JSON and safetensors."""
        ...
