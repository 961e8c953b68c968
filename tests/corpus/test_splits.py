import numpy as np
import pytest

from dualuse.corpus.splits import (
    DEVELOPMENT_SHARE,
    development_mask,
    fold_numbers,
    group_position,
)

GROUPS = [f"family-{number}" for number in range(2000)]


def test_position_stays_put_between_runs_and_releases() -> None:
    assert group_position("thermal-core") == pytest.approx(0.7074290548753898)


def test_positions_spread_evenly() -> None:
    counts, _ = np.histogram([group_position(group) for group in GROUPS], 10, (0, 1))
    assert counts.sum() == len(GROUPS)
    assert counts.min() > 150


def test_a_group_is_never_torn() -> None:
    groups = [*GROUPS, *reversed(GROUPS)]
    for parts in (development_mask(groups), fold_numbers(groups, 5)):
        assert (parts[: len(GROUPS)] == parts[len(GROUPS) :][::-1]).all()


def test_new_groups_move_no_old_one() -> None:
    grown = development_mask(["aaa", *GROUPS, "zzz"])[1:-1]
    assert (grown == development_mask(GROUPS)).all()


def test_share_held_out() -> None:
    assert development_mask(GROUPS).mean() == pytest.approx(DEVELOPMENT_SHARE, abs=0.03)


def test_folds_are_all_used_and_alike() -> None:
    folds = fold_numbers(GROUPS, 5)
    assert set(folds) == set(range(5))
    assert np.bincount(folds).min() > 300


def test_another_seed_holds_out_other_groups() -> None:
    first, second = development_mask(GROUPS, seed=0), development_mask(GROUPS, seed=1)
    assert (first & second).sum() < 0.4 * first.sum()


def test_no_record_at_all() -> None:
    assert development_mask([]).shape == (0,)
    assert fold_numbers([], 5).shape == (0,)
