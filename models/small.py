"""Arrays in fewer bytes: for models that are shipped, and read back as exactly what they were."""

from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from dualuse.models.calibration import logits

_LEVELS: Final = 127
_NOTHING: Final = 1
_STEP: Final = 0.075
"""Of log-odds: what `logits` lets through, one in ten thousand either way, just fits a byte."""


def eight_bits(
    table: NDArray[np.float32],
) -> tuple[NDArray[np.int8], NDArray[np.float32]]:
    """Whole numbers of the shape of `table`, (rows, columns), and a scale for each row.

    Those nearest to zero become zero: they say next to nothing, and an archive packs what is left
    into much less.
    """
    if not table.size:
        return table.astype(np.int8), np.ones((len(table), 1), np.float32)
    scales = np.abs(table).max(axis=1, keepdims=True).astype(np.float32) / _LEVELS
    scales[scales == 0] = 1
    codes = np.rint(table / scales).astype(np.int8)
    codes[np.abs(codes) <= _NOTHING] = 0
    return codes, scales


def from_eight_bits(codes: NDArray[np.int8], scales: NDArray[np.float32]) -> NDArray[np.float32]:
    """The table that `eight_bits` was given, as near as it came."""
    return np.asarray(codes.astype(np.float32) * scales, np.float32)


def log_odds_codes(probabilities: NDArray[np.float32]) -> NDArray[np.int8]:
    """Probabilities in a byte each, as fine near nothing and near certainty as between."""
    codes = np.rint(logits(probabilities) / _STEP)
    return np.asarray(np.clip(codes, -_LEVELS, _LEVELS), np.int8)


def from_log_odds_codes(codes: NDArray[np.int8]) -> NDArray[np.float32]:
    """The probabilities that `log_odds_codes` was given, as near as it came."""
    return np.asarray(1 / (1 + np.exp(-codes.astype(np.float32) * _STEP)), np.float32)


def planes(numbers: NDArray[Any]) -> NDArray[np.uint8]:
    """Whole numbers under 2**32 as planes of their bytes, shape (4, n).

    An archive packs alike bytes that stand together far better than mixed ones.
    """
    data = np.ascontiguousarray(numbers, "<u4").view(np.uint8).reshape(-1, 4)
    return np.ascontiguousarray(data.T)


def from_planes(data: NDArray[np.uint8]) -> NDArray[np.int64]:
    """The numbers that `planes` was given."""
    return np.ascontiguousarray(data.T).view("<u4").reshape(-1).astype(np.int64)
