import numpy as np
import pytest

from dualuse.models.four_bits import BLOCK, four_bits, rounded
from dualuse.models.small import (
    eight_bits,
    from_eight_bits,
    from_log_odds_codes,
    from_planes,
    log_odds_codes,
    planes,
)


def test_eight_bits_are_near_and_stay_what_they_are() -> None:
    table = np.random.default_rng(0).normal(size=(4, 300)).astype(np.float32)
    once = from_eight_bits(*eight_bits(table))
    step = abs(table).max(axis=1, keepdims=True) / 127
    error = abs(once - table) / step
    assert error[once != 0].max() <= 0.5 + 1e-4
    assert error[once == 0].max() <= 1.5 + 1e-4
    np.testing.assert_array_equal(from_eight_bits(*eight_bits(once)), once)


@pytest.mark.parametrize("shape", [(0, 3), (2, 0), (2, 3)])
def test_eight_bits_of_nothing(shape: tuple[int, int]) -> None:
    codes, scales = eight_bits(np.zeros(shape, np.float32))
    np.testing.assert_array_equal(from_eight_bits(codes, scales), np.zeros(shape, np.float32))


def test_probabilities_keep_their_odds_and_stay_what_they_are() -> None:
    probabilities = np.array([0, 2e-4, 0.003, 0.02, 0.5, 0.97, 0.9998, 1], np.float32)
    codes = log_odds_codes(probabilities)
    once = from_log_odds_codes(codes)
    between, kept = probabilities[1:-1], once[1:-1]
    np.testing.assert_allclose(kept / (1 - kept), between / (1 - between), rtol=0.04)
    assert once[0] < 2e-4
    assert once[-1] > 1 - 2e-4
    np.testing.assert_array_equal(log_odds_codes(once), codes)


@pytest.mark.parametrize("numbers", [[], [0], [1, 255, 256, 70_000, 2**32 - 1, 3]])
def test_planes_give_back_the_numbers(numbers: list[int]) -> None:
    data = planes(np.array(numbers, np.int64))
    assert data.shape == (4, len(numbers))
    assert from_planes(data).tolist() == numbers


def test_four_bits_are_near_and_stay_what_they_are() -> None:
    weights = np.random.default_rng(0).normal(size=(5, 3 * BLOCK)).astype(np.float32)
    weights[2] = 0
    codes, scales = four_bits(weights)
    assert (codes.dtype, codes.min() >= -8, codes.max() <= 7) == (np.int8, True, True)
    assert scales.shape == (5, 3)
    once = rounded(weights)
    # A step is an eighth of the largest value of the block; only what is cut at 7 is farther off.
    assert abs(once - weights).max() <= abs(weights).max() / 8 + 1e-3
    np.testing.assert_array_equal(rounded(once), once)
    assert not once[2].any()
