"""Weights in four bits a value: whole numbers from -8 to 7, and a scale for each block."""

from typing import Final

import numpy as np
from numpy.typing import NDArray

BLOCK: Final = 32
"""Values that share a scale."""


def four_bits(weights: NDArray[np.float32]) -> tuple[NDArray[np.int8], NDArray[np.float16]]:
    """Codes of the shape of `weights`, (rows, columns), and scales, (rows, columns / 32).

    The value of largest size in a block becomes -8 (the scheme Q4_0 of llama.cpp), so that weights
    that once went through it come back as they were. Columns must be a multiple of 32.
    """
    blocks = weights.reshape(len(weights), -1, BLOCK)
    largest = np.take_along_axis(blocks, np.abs(blocks).argmax(axis=2)[:, :, None], axis=2)[:, :, 0]
    scales = (largest / -8).astype(np.float16)
    divisor = scales.astype(np.float32)
    divisor[divisor == 0] = 1
    codes = np.clip(np.rint(blocks / divisor[:, :, None]), -8, 7).astype(np.int8)
    return codes.reshape(weights.shape), scales


def rounded(weights: NDArray[np.float32]) -> NDArray[np.float32]:
    """The piece embeddings as four bits give them back, so that nothing changes at the export."""
    return unpacked(*four_bits(weights))


def unpacked(codes: NDArray[np.int8], scales: NDArray[np.float16]) -> NDArray[np.float32]:
    """The weights that codes and scales of `four_bits` stand for, of the shape of `codes`."""
    blocks = codes.reshape(len(codes), -1, BLOCK).astype(np.float32)
    return np.asarray((blocks * scales[:, :, None].astype(np.float32)).reshape(codes.shape))
