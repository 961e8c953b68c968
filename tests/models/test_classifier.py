import pytest

from dualuse.models.classifier import TextClassifier
from dualuse.training.fit import CLASSIFIERS, new_classifier


@pytest.mark.parametrize("kind", CLASSIFIERS)
def test_every_kind_keeps_the_protocol(kind: str) -> None:
    classifier = new_classifier(kind, ["one", "two"])
    assert isinstance(classifier, TextClassifier)
    assert classifier.kind == kind
    assert classifier.questions == ("one", "two")
