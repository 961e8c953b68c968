from collections.abc import Callable

import numpy as np
import pytest

from dualuse.models.calibration import expected_calibration_error
from dualuse.training.curves import (
    area_under,
    error_by_chance,
    reliability,
    review_against_errors,
    risk_coverage,
)
from dualuse.training.judged import Judged

MakeJudged = Callable[..., Judged]


def test_bins_hold_mean_probability_and_share() -> None:
    bins = reliability(np.array([0.11, 0.13, 0.95, 1.0]), np.array([True, False, True, True]))
    assert [(each.count, each.share) for each in bins] == [(2, 0.5), (2, 1.0)]
    assert [each.probability for each in bins] == pytest.approx([0.12, 0.975])


def test_chance_alone_makes_a_calibration_error_that_shrinks_with_the_texts() -> None:
    some = np.linspace(0.02, 0.98, 200)
    mean, seldom = error_by_chance(some)
    assert 0.02 < mean < seldom < 0.2
    assert error_by_chance(np.repeat(some, 16))[0] == pytest.approx(mean / 4, rel=0.15)
    assert error_by_chance(np.array([0.0, 1.0, 1.0])) == (0, 0)


def test_what_chance_makes_is_seldom_more_than_told() -> None:
    probabilities = np.random.default_rng(3).beta(4, 1, 300)
    draws = np.random.default_rng(4).random((200, 300)) < probabilities
    errors = [expected_calibration_error(probabilities, true) for true in draws]
    share = np.mean(np.array(errors) > error_by_chance(probabilities)[1])
    assert 0.01 < share < 0.1


def test_risk_grows_with_coverage_where_confidence_is_right() -> None:
    confidence = np.linspace(1, 0, 200)
    correct = np.arange(200) < 150
    points = risk_coverage(confidence, correct)
    assert points[-1] == (1.0, 0.25)
    assert all(risk == 0 for share, risk in points if share <= 0.75)
    assert area_under(points) < area_under(risk_coverage(confidence[::-1], correct))


def test_texts_of_equal_confidence_are_taken_together() -> None:
    points = risk_coverage(np.full(50, 0.5), np.arange(50) < 40)
    assert points == [(1.0, 0.2)]
    assert area_under(points) == pytest.approx(0.2)


def test_more_review_buys_fewer_errors(judged: MakeJudged) -> None:
    chance = np.random.default_rng(0)
    listed = chance.random(400) < 0.4
    scores = np.clip(np.where(listed, 0.65, 0.35) + chance.normal(scale=0.2, size=400), 0, 1)
    curves = review_against_errors(
        judged(["6"] * 400, ["6"] * 400, listed=listed.tolist(), scores=scores.tolist())
    )
    assert set(curves) == {"missed", "wrongly controlled"}
    for points in curves.values():
        most, least = points[0], points[-1]
        assert most[0] < least[0]
        assert most[1] > least[1]


def test_labels_of_ones_own_have_no_review(judged: MakeJudged) -> None:
    assert review_against_errors(judged(["a", "b"], ["a", "a"])) == {}
