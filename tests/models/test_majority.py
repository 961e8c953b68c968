from pathlib import Path

import numpy as np
import pytest

from dualuse.corpus.errors import DualuseError
from dualuse.models.majority import MajorityClassifier

NAN = float("nan")


@pytest.fixture
def fitted() -> MajorityClassifier:
    answers = np.array([[1, 0, NAN], [1, NAN, NAN], [0, 1, NAN], [1, 0, NAN]], np.float32)
    return MajorityClassifier(["a", "b", "c"]).fit(["w", "x", "y", "z"], answers, list("wxyz"))


def test_every_text_gets_the_share_of_yes_among_the_answers(fitted: MajorityClassifier) -> None:
    found = fitted.predict_proba(["any", "other"])
    np.testing.assert_allclose(found, [[0.75, 1 / 3, 0]] * 2, rtol=1e-6)


def test_saved_model_is_the_same(fitted: MajorityClassifier, tmp_path: Path) -> None:
    fitted.save(tmp_path)
    again = MajorityClassifier.load(tmp_path)
    assert again.questions == fitted.questions
    np.testing.assert_array_equal(again.shares_, fitted.shares_)


def test_shares_of_other_questions_are_refused(fitted: MajorityClassifier, tmp_path: Path) -> None:
    fitted.questions = ("a", "b")
    fitted.save(tmp_path)
    with pytest.raises(DualuseError, match="damaged model"):
        MajorityClassifier.load(tmp_path)
