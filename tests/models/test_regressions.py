import numpy as np
import pytest
import scipy.sparse as sp

from dualuse.models import regressions
from dualuse.models.classifier import Answers
from dualuse.models.ngrams import Matrix
from dualuse.models.regressions import Regressions


@pytest.fixture(scope="module")
def matrix() -> Matrix:
    return sp.random(300, 60, density=0.2, format="csr", dtype=np.float32, random_state=1)


@pytest.fixture(scope="module")
def answers(matrix: Matrix) -> Answers:
    dense = matrix.toarray()
    columns = [(dense[:, place] > dense[:, place + 1]).astype(np.float32) for place in range(5)]
    columns[1][::3] = np.nan
    return np.column_stack(columns)


def test_the_weights_do_not_hang_on_the_cores(
    matrix: Matrix, answers: Answers, monkeypatch: pytest.MonkeyPatch
) -> None:
    counted = np.ones(300, np.float32)
    alone = Regressions(50.0, 0, 1, lambda _: None).fit(matrix, answers, counted)
    asked = []
    monkeypatch.setattr(regressions, "_SHARED_FROM", 0)
    monkeypatch.setattr(regressions, "usable_cores", lambda: asked.append(2) or 2)
    shared = Regressions(50.0, 0, 1, lambda _: None).fit(matrix, answers, counted)
    assert asked == [2]
    for one, other in zip(alone, shared, strict=True):
        np.testing.assert_array_equal(one, other)
    assert alone[0].shape == (5, 60)
    assert np.abs(alone[0]).sum() > 0


def test_long_work_says_how_far_it_is(
    matrix: Matrix, answers: Answers, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []
    fits = Regressions(50.0, 0, 3, said.append)
    counted = np.ones(300, np.float32)
    fits.fit(matrix, answers, counted)
    assert said == []
    monkeypatch.setattr(regressions, "_SAID_AFTER", -1.0)
    now = fits._begun
    monkeypatch.setattr(regressions.time, "monotonic", lambda: now + 120.0)
    fits.fit(matrix, answers, counted)
    fits.fit(matrix, answers, counted)
    assert said == [
        "linear model: 2 of 3 fits; 1 minute left",
        "linear model: 3 of 3 fits; 0 minutes left",
    ]
