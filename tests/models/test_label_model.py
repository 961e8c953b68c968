from pathlib import Path

import numpy as np
import pytest

from dualuse.corpus.errors import DualuseError
from dualuse.models.labels import LabelModel
from dualuse.models.majority import MajorityClassifier
from dualuse.models.questions import label_answers, label_questions

LABELS = ["fruit", "metal", "metal", "metal", "wood"]


@pytest.fixture
def model() -> LabelModel:
    questions = label_questions(LABELS)
    classifier = MajorityClassifier(questions)
    classifier.fit(["x"] * 5, label_answers(LABELS, questions), ["x"] * 5)
    return LabelModel("materials", classifier)


def test_the_likeliest_label_with_its_share(model: LabelModel) -> None:
    assert model.labels == ["fruit", "metal", "wood"]
    assert model.predict(["a", "b"]) == [("metal", pytest.approx(0.6))] * 2


def test_labels_exclude_each_other(model: LabelModel) -> None:
    assert isinstance(model.classifier, MajorityClassifier)
    model.classifier.shares_ = np.array([0.9, 0.6, 0.9], np.float32)
    assert model.predict(["a"]) == [("fruit", pytest.approx(0.375))]
    model.classifier.shares_ = np.zeros(3, np.float32)
    assert model.predict(["a"])[0][1] == pytest.approx(1 / 3)


def test_saved_model_is_the_same(model: LabelModel, tmp_path: Path) -> None:
    model.save(tmp_path)
    again = LabelModel.load(tmp_path)
    assert (again.name, again.labels) == ("materials", model.labels)
    assert again.predict(["a"]) == model.predict(["a"])


def test_a_model_of_another_task_is_refused(product_folder: Path) -> None:
    with pytest.raises(DualuseError, match="model of 'products', not of labels"):
        LabelModel.load(product_folder)
