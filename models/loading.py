"""Saved classifiers, by what their manifest says they are."""

from collections.abc import Callable
from typing import Final

from dualuse.corpus.errors import DualuseError
from dualuse.models.classifier import TextClassifier
from dualuse.models.encoder import EncoderClassifier
from dualuse.models.linear import LinearClassifier
from dualuse.models.majority import MajorityClassifier
from dualuse.models.persistence import Place, read_manifest

CLASSIFIER_FOLDER: Final = "classifier"
"""Where a task's model folder keeps its classifier."""

KINDS: Final[dict[str, Callable[[Place], TextClassifier]]] = {
    EncoderClassifier.kind: EncoderClassifier.load,
    LinearClassifier.kind: LinearClassifier.load,
    MajorityClassifier.kind: MajorityClassifier.load,
}


def load_classifier(folder: Place) -> TextClassifier:
    """The classifier of a folder, whatever its kind.

    Raises:
        DualuseError: it is no model folder, damaged, or of a kind that this version lacks.
    """
    kind = read_manifest(folder).get("kind")
    if not isinstance(kind, str) or kind not in KINDS:
        raise DualuseError(f"{folder} holds a model of kind {kind!r}; known are {', '.join(KINDS)}")
    return KINDS[kind](folder)
