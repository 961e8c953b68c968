"""A model of any other label set: one label a text."""

from collections.abc import Sequence
from pathlib import Path
from typing import Final

from dualuse.corpus.errors import DualuseError
from dualuse.models.classifier import Probabilities, TextClassifier
from dualuse.models.loading import CLASSIFIER_FOLDER, load_classifier
from dualuse.models.persistence import Place, read_parts, sound_parts, write_parts
from dualuse.models.questions import LABEL

TASK: Final = "labels"


class LabelModel:
    """Gives each text the label whose question is most probably a yes."""

    def __init__(self, name: str, classifier: TextClassifier) -> None:
        self.name = name
        self.classifier = classifier

    @property
    def labels(self) -> list[str]:
        """The labels that it can give."""
        return [question.removeprefix(LABEL) for question in self.classifier.questions]

    def predict(self, texts: Sequence[str]) -> list[tuple[str, float]]:
        """The label of each text and its probability, among labels that exclude each other."""
        return self.read(self.classifier.predict_proba(texts))

    def read(self, answers: Probabilities) -> list[tuple[str, float]]:
        """The label and probability of each text, from the classifier's answers to it."""
        shares = answers + 1e-9
        shares /= shares.sum(axis=1, keepdims=True)
        labels, places = self.labels, shares.argmax(axis=1).tolist()
        return [(labels[place], float(shares[row, place])) for row, place in enumerate(places)]

    def save(self, folder: Path) -> None:
        """Write the model into an existing folder."""
        write_parts(folder, {"task": TASK, "name": self.name}, {})
        (folder / CLASSIFIER_FOLDER).mkdir()
        self.classifier.save(folder / CLASSIFIER_FOLDER)

    @classmethod
    def load(cls, folder: Place) -> "LabelModel":
        """The model of a folder that `save` wrote.

        Raises:
            DualuseError: the folder is no such model, or damaged.
        """
        manifest, _ = read_parts(folder)
        if manifest.get("task") != TASK:
            raise DualuseError(f"{folder} is a model of {manifest.get('task')!r}, not of labels")
        with sound_parts(folder):
            return cls(str(manifest["name"]), load_classifier(folder / CLASSIFIER_FOLDER))
