from collections.abc import Callable

import numpy as np
import pytest

from dualuse.models.decisions import Thresholds
from dualuse.training.decision_tables import decisions_by, outcome, promise_sections
from dualuse.training.judged import Judged

LISTED = np.array([True, True, False, False, True])
SCORES = np.array([0.1, 0.95, 0.9, 0.3, 0.5])


def test_the_outcome_of_thresholds() -> None:
    found = outcome(SCORES, LISTED, Thresholds(clear=0.2, controlled=0.9))
    assert found == {
        "texts": 5,
        "missed": pytest.approx(1 / 3),
        "precision": 0.5,
        "clear": 0.2,
        "review": 0.4,
        "controlled": 0.4,
    }


def test_what_no_text_defines_is_nan() -> None:
    found = outcome(SCORES[2:4], LISTED[2:4], Thresholds(clear=0.2, controlled=1.1))
    assert np.isnan(found["missed"])
    assert np.isnan(found["precision"])
    assert found["review"] == 1


def test_promises_are_held_against_what_happens(judged: Callable[..., Judged]) -> None:
    made = judged(["6"] * 5, ["6"] * 5, listed=LISTED.tolist(), scores=SCORES.tolist())
    misses, precisions = promise_sections(made)
    # The made thresholds are ten times the miss rate, and the precision itself.
    assert misses.rows["0.5% missed at most"]["missed"] == 0
    assert misses.rows["2.0% missed at most"]["missed"] == pytest.approx(1 / 3)
    assert precisions.rows["95% listed at least"]["precision"] == 1
    assert precisions.rows["80% listed at least"]["precision"] == 0.5
    by_language = decisions_by(made, made.languages, "language")
    assert by_language is not None
    assert {name: row["texts"] for name, row in by_language.rows.items()} == {"en": 3, "ja": 2}


def test_labels_of_ones_own_promise_nothing(judged: Callable[..., Judged]) -> None:
    made = judged(["a"], ["a"])
    assert promise_sections(made) == ()
    assert decisions_by(made, made.languages, "language") is None
