"""Which texts an epoch leaves out: some of those that are known, whose likes then count for them.

InfoBatch (Qin et al., "InfoBatch: Lossless Training Speed Up by Unbiased Dynamic Data Pruning",
ICLR 2024): a text is known when it cost less than the mean when it was last read. Of these a share
is left out by chance, anew in each epoch, and those that stay count for more: gradients are the
same on average, in fewer steps. The last epochs read everything.
"""

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

_WHOLE: Final = 0.125
"""Share of the epochs, at the end, that leave nothing out: as in the paper."""


@dataclass(frozen=True, slots=True)
class Chosen:
    """The texts that an epoch reads, by their places, and how often each counts."""

    rows: NDArray[np.int64]
    counts: NDArray[np.float32]


def choose(losses: NDArray[np.float32], share: float, seed: int) -> Chosen:
    """All texts but a `share` of those that cost less than the mean.

    `losses`, shape (texts,): what each cost when it was last read, NaN where it never was.
    """
    read = ~np.isnan(losses)
    known = losses < losses[read].mean(dtype=np.float64) if read.any() else read
    left_out = known & (np.random.default_rng(seed).random(len(losses)) < share)
    counts = np.where(known, 1 / (1 - share), 1).astype(np.float32)
    return Chosen(np.flatnonzero(~left_out), counts[~left_out])


def share_of(share: float, number: int, epochs: int) -> float:
    """The share that epoch `number`, from 1, leaves out: none of the last ones does."""
    return share if number <= epochs * (1 - _WHOLE) else 0.0
