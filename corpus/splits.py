"""Splits by group: what belongs together stays together, and stays put as the corpus grows."""

import hashlib
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

DEVELOPMENT_SHARE = 0.15
"""The share of groups that is held out of training to tune on."""


def group_position(group: str, seed: int = 0) -> float:
    """Where a group falls in [0, 1): a hash of its name, so that new groups move no old one."""
    digest = hashlib.sha256(f"{seed}:{group}".encode()).digest()
    return int.from_bytes(digest[:8], "big") / 2**64


def held_out_mask(groups: Sequence[str], share: float, seed: int = 0) -> NDArray[np.bool_]:
    """Which records are held out, shape (n,): whole groups, about `share` of them.

    The groups of a smaller share are among those of a larger one.
    """
    return np.array([group_position(group, seed) < share for group in groups], bool)


def development_mask(groups: Sequence[str], seed: int = 0) -> NDArray[np.bool_]:
    """Which records are held out for development, shape (n,): whole groups, never single rows."""
    return held_out_mask(groups, DEVELOPMENT_SHARE, seed)


def fold_numbers(groups: Sequence[str], folds: int, seed: int = 0) -> NDArray[np.int64]:
    """The cross-validation fold of each record, shape (n,), all of a group in the same one."""
    return np.array([int(group_position(group, seed) * folds) for group in groups], np.int64)
