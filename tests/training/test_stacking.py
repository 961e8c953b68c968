"""Tests of joining linear model and encoder on texts that neither has seen."""

import numpy as np

from dualuse.models.questions import PRODUCT_QUESTIONS
from dualuse.training.encoder.run import held_out_mask
from dualuse.training.stacking import joined_apart


def test_held_out_families_are_joined_by_weights_learnt_from_others() -> None:
    names = [f"family-{number}" for number in range(3_000)]
    mask = held_out_mask(names, 0.1)
    groups = [name for name, held in zip(names, mask, strict=True) if held]
    generator = np.random.default_rng(0)
    shape = (len(groups), len(PRODUCT_QUESTIONS))
    answers = generator.integers(0, 2, shape).astype(np.float32)
    right = (answers * 8 - 4).astype(np.float32)
    noise = generator.normal(0, 8, shape).astype(np.float32)

    joint = joined_apart([right, noise], answers, groups)

    # The mean of both, which is what weights learnt from nothing come to, is wrong in a tenth.
    assert ((joint > 0.5) == (answers > 0.5)).mean() > 0.995
    assert ((right + noise > 0) == (answers > 0.5)).mean() < 0.95
