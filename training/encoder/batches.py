"""Texts as a network takes them: numbers of pieces, in batches of texts of like length."""

from collections.abc import Sequence
from typing import Final

import numpy as np
import torch
from tokenizers import Tokenizer

_BUCKET: Final = 50
"""Batches that are sorted by length together: within one, little padding is wasted."""


def encode(tokenizer: Tokenizer, texts: Sequence[str], most: int) -> list[list[int]]:
    """The numbers of the pieces of each text, at most so many, with those that begin and end it."""
    tokenizer.no_padding()
    tokenizer.enable_truncation(most)
    return [encoding.ids for encoding in tokenizer.encode_batch_fast(list(texts))]


def shuffled_batches(lengths: Sequence[int], size: int, seed: int) -> list[list[int]]:
    """The places of texts in batches of texts of like length, in random order."""
    generator = np.random.default_rng(seed)
    order = generator.permutation(len(lengths))
    batches: list[list[int]] = []
    for start in range(0, len(order), size * _BUCKET):
        bucket = sorted(order[start : start + size * _BUCKET].tolist(), key=lengths.__getitem__)
        batches += [bucket[k : k + size] for k in range(0, len(bucket), size)]
    generator.shuffle(batches)
    return batches


def padded(pieces: Sequence[Sequence[int]], pad: int) -> dict[str, torch.Tensor]:
    """A batch for the network, shape (texts, pieces of the longest)."""
    width = max(map(len, pieces))
    ids = torch.full((len(pieces), width), pad)
    mask = torch.zeros((len(pieces), width), dtype=torch.long)
    for row, each in enumerate(pieces):
        ids[row, : len(each)] = torch.tensor(each)
        mask[row, : len(each)] = 1
    return {"input_ids": ids, "attention_mask": mask}
