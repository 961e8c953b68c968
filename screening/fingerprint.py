"""Fingerprints of texts: how alike two texts are, told from 64 characters each."""

import hashlib
from typing import Final
from unicodedata import normalize

import numpy as np
from numpy.typing import NDArray

SIZE: Final = 64
"""Hexadecimal digits of a fingerprint."""

_LONGEST: Final = 300_000  # letters that are looked at: a law, not a library
_SHINGLE: Final = 5
_CHANCE: Final = 1 / 16  # two hexadecimal digits are alike
_MIX: Final = np.uint64(0x9E3779B97F4A7C15)
_SEEDS: Final = np.frombuffer(
    hashlib.shake_256(b"dualuse fingerprint").digest(8 * SIZE), "<u8"
) | np.uint64(1)


def fingerprint(text: str) -> str:
    """The fingerprint of a text: one digit for each of 64 orders of its 5-grams, the least's.

    Case, width, spaces and marks do not count; figures do. A text without letters has an empty
    fingerprint. This is minwise hashing with four bits a hash (Li and König 2010).
    """
    folded = normalize("NFKC", text[: 2 * _LONGEST]).casefold()
    letters = "".join(filter(str.isalnum, folded))[:_LONGEST]
    if not letters:
        return ""
    grams = _grams(letters)
    least = [int((grams * seed ^ (grams * seed) >> np.uint64(29)).min()) for seed in _SEEDS]
    return "".join(f"{_mixed(value) & 15:x}" for value in least)


def alike(first: str, other: str) -> float:
    """The share of 5-grams that two texts have in common, estimated to about 0.05; 0 to 1."""
    if not first or not other:
        return 0.0
    same = sum(a == b for a, b in zip(first, other, strict=True)) / SIZE
    return max(0.0, (same - _CHANCE) / (1 - _CHANCE))


def _grams(letters: str) -> NDArray[np.uint64]:
    codes = np.frombuffer(letters.encode("utf-32-le", "surrogatepass"), "<u4").astype(np.uint64)
    if len(codes) < _SHINGLE:
        codes = np.pad(codes, (0, _SHINGLE - len(codes)))
    count = len(codes) - _SHINGLE + 1
    grams = np.zeros(count, np.uint64)
    for place in range(_SHINGLE):
        grams = grams * _MIX + codes[place : place + count]
    grams ^= grams >> np.uint64(31)
    return np.unique(grams)


def _mixed(value: int) -> int:
    # The least of many is near 0: its low digits are the random ones only once mixed.
    return int.from_bytes(hashlib.blake2b(value.to_bytes(8, "little"), digest_size=2).digest())
