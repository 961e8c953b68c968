"""The baseline that every model must beat: the same answer to every text."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from dualuse.models.classifier import Answers, Probabilities
from dualuse.models.persistence import Place, read_parts, sound_parts, write_parts


class MajorityClassifier:
    """Answers each question with its share of yes among the training texts."""

    kind = "majority"

    def __init__(self, questions: Sequence[str]) -> None:
        self.questions = tuple(questions)

    def fit(
        self, texts: Sequence[str], answers: Answers, groups: Sequence[str]
    ) -> "MajorityClassifier":
        """Learn the shares; `groups` are not looked at."""
        del texts, groups
        known = ~np.isnan(answers)
        total = np.maximum(known.sum(axis=0), 1)
        self.shares_ = np.asarray(np.nansum(answers, axis=0) / total, np.float32)
        return self

    def predict_proba(self, texts: Sequence[str]) -> Probabilities:
        """The same shares for each text, shape (n, questions)."""
        return np.tile(self.shares_, (len(texts), 1))

    def parts(self) -> tuple[dict[str, Any], dict[str, NDArray[Any]]]:
        """Manifest and tensors from which `from_parts` makes the same model again."""
        return {"kind": self.kind, "questions": list(self.questions)}, {"shares": self.shares_}

    @classmethod
    def from_parts(
        cls, manifest: Mapping[str, Any], tensors: Mapping[str, NDArray[Any]]
    ) -> "MajorityClassifier":
        """The model of a saved folder.

        Raises:
            KeyError: a part is missing.
            ValueError: parts do not fit each other.
        """
        model = cls([str(question) for question in manifest["questions"]])
        model.shares_ = tensors["shares"].astype(np.float32)
        if model.shares_.shape != (len(model.questions),):
            raise ValueError(f"{len(model.questions)} questions, shares {model.shares_.shape}")
        return model

    def save(self, folder: Path) -> None:
        """Write the model into an existing folder."""
        write_parts(folder, *self.parts())

    @classmethod
    def load(cls, folder: Place) -> "MajorityClassifier":
        """The model of a folder that `save` wrote.

        Raises:
            DualuseError: the folder is no such model, or damaged.
        """
        with sound_parts(folder):
            return cls.from_parts(*read_parts(folder))
