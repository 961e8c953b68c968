from collections.abc import Sequence

import numpy as np
import pytest

from dualuse.training.intervals import intervals
from dualuse.training.report import Figures

VALUES = np.random.default_rng(7).normal(10, 2, 200)


def mean_of(places: Sequence[int]) -> Figures:
    return {"texts": len(places), "mean": float(VALUES[list(places)].mean())}


def test_interval_of_a_mean_is_that_of_the_normal_law() -> None:
    low, high = intervals([str(place) for place in range(200)], range(200), mean_of)
    half = 1.96 * VALUES.std() / np.sqrt(200)
    assert low["mean"] == pytest.approx(VALUES.mean() - half, abs=0.05)
    assert high["mean"] == pytest.approx(VALUES.mean() + half, abs=0.05)


def test_same_seed_same_interval_and_counts_stay() -> None:
    groups = [str(place % 50) for place in range(200)]
    first = intervals(groups, range(200), mean_of, rounds=50)
    assert first == intervals(groups, range(200), mean_of, rounds=50)
    assert first != intervals(groups, range(200), mean_of, rounds=50, seed=1)
    assert first[0]["texts"] == first[1]["texts"] == 200


def test_texts_of_a_group_are_drawn_together() -> None:
    # Ten groups of twenty equal values stray as ten values do, not as two hundred.
    values = np.repeat(np.arange(10.0), 20)

    def mean(places: Sequence[int]) -> Figures:
        return {"mean": float(values[list(places)].mean())}

    groups = [str(int(value)) for value in values]
    together = intervals(groups, range(200), mean)
    apart = intervals([str(place) for place in range(200)], range(200), mean)
    assert together[1]["mean"] - together[0]["mean"] > 3 * (apart[1]["mean"] - apart[0]["mean"])


def test_only_the_places_given_are_drawn() -> None:
    seen: set[int] = set()

    def note(places: Sequence[int]) -> Figures:
        seen.update(places)
        return {"one": 1.0}

    intervals(["a", "b"], [5, 9], note, rounds=20)
    assert seen == {5, 9}


def test_a_figure_that_few_draws_define() -> None:
    def sometimes(places: Sequence[int]) -> Figures:
        return {"never": float("nan"), "often": 1.0 if 0 in places else float("nan")}

    low, high = intervals(["a", "b", "c"], range(3), sometimes, rounds=50)
    assert np.isnan(low["never"])
    assert low["often"] == high["often"] == 1.0
