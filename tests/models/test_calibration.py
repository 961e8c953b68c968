import numpy as np
import pytest
from sklearn.linear_model import LogisticRegression

from dualuse.models.calibration import Calibration, expected_calibration_error, fit_calibration


def drawn(slope: float, offset: float, count: int = 4_000) -> tuple[np.ndarray, np.ndarray]:
    """Scores, and answers that are a yes with probability sigmoid(slope * score + offset)."""
    generator = np.random.default_rng(7)
    scores = generator.normal(0, 2, count).astype(np.float32)
    chance = 1 / (1 + np.exp(-(slope * scores + offset)))
    return scores[:, None], (generator.random(count) < chance).astype(np.float32)[:, None]


def test_it_finds_the_slope_and_offset_of_known_data() -> None:
    calibration = fit_calibration(*drawn(0.5, -1.0))
    assert calibration.slopes[0] == pytest.approx(0.5, abs=0.05)
    assert calibration.offsets[0] == pytest.approx(-1.0, abs=0.1)


def test_probabilities_mean_what_they_say() -> None:
    scores, answers = drawn(0.4, -1.5)
    raw = Calibration(np.ones(1, np.float32), np.zeros(1, np.float32)).apply(scores)[:, 0]
    calibrated = fit_calibration(scores, answers).apply(scores)[:, 0]
    assert expected_calibration_error(raw, answers[:, 0] > 0) > 0.15
    assert expected_calibration_error(calibrated, answers[:, 0] > 0) < 0.03


def test_a_higher_score_is_never_less_probable() -> None:
    calibration = fit_calibration(*drawn(0.7, 0.3))
    scores = np.linspace(-500, 500, 2_001, dtype=np.float32)[:, None]
    probabilities = calibration.apply(scores)[:, 0]
    assert (np.diff(probabilities) >= 0).all()
    assert 0 < probabilities[0] < 0.01
    assert 0.99 < probabilities[-1] <= 1


def test_scores_that_speak_for_the_contrary_do_not_turn_it_round() -> None:
    calibration = fit_calibration(*drawn(-0.8, 0.0))
    assert (calibration.slopes[0], calibration.offsets[0]) == (1, 0)


@pytest.mark.parametrize("few", [4, 396])
def test_too_few_of_one_answer_keep_the_scores_as_they_are(few: int) -> None:
    scores = np.arange(400, dtype=np.float32)[:, None]
    answers = (np.arange(400) >= few).astype(np.float32)[:, None]
    calibration = fit_calibration(scores, answers)
    assert (calibration.slopes[0], calibration.offsets[0]) == (1, 0)


def test_silent_texts_do_not_count() -> None:
    scores, answers = drawn(0.5, -1.0)
    answers[1::2] = np.nan
    masked, half = fit_calibration(scores, answers), fit_calibration(scores[::2], answers[::2])
    np.testing.assert_array_equal(masked.slopes, half.slopes)


def test_each_question_has_its_own_scale() -> None:
    (scores, answers), (others, replies) = drawn(0.5, -1.0), drawn(2.0, 1.0)
    both = fit_calibration(np.hstack([scores, others]), np.hstack([answers, replies]))
    alone = fit_calibration(others, replies)
    assert both.slopes[1] == alone.slopes[0] != both.slopes[0]


def test_platt_scaling_is_a_logistic_regression() -> None:
    scores, answers = drawn(0.5, -1.0)
    oracle = LogisticRegression(C=np.inf, tol=1e-8).fit(scores, answers[:, 0])
    expected = oracle.predict_proba(scores)[:, 1]
    found = fit_calibration(scores, answers).apply(scores)[:, 0]
    np.testing.assert_allclose(found, expected, atol=1e-3)


@pytest.mark.parametrize(
    ("confidences", "correct", "error"),
    [
        ([0.8] * 5, [1, 1, 1, 1, 0], 0.0),
        ([0.9] * 4, [1, 1, 0, 0], 0.4),
        # Two bins: a gap of 0.2 for two texts and of 0.3 for two.
        ([0.2, 0.2, 0.8, 0.8], [0, 0, 1, 0], 0.25),
        ([1.0, 1.0], [1, 1], 0.0),
        ([0.0, 0.0], [1, 1], 1.0),
        # Full confidence shares the last bin: 0.975 against 0.5.
        ([1.0, 0.95], [0, 1], 0.475),
        # In one bin, too much and too little confidence make up for each other.
        ([0.61, 0.65], [1, 0], 0.13),
    ],
)
def test_calibration_error_by_hand(
    confidences: list[float], correct: list[int], error: float
) -> None:
    found = expected_calibration_error(np.array(confidences), np.array(correct, bool))
    assert found == pytest.approx(error, abs=1e-9)


def test_calibration_error_of_nothing_is_zero() -> None:
    assert expected_calibration_error(np.array([]), np.array([], bool)) == 0
