from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import torch

from dualuse.training.encoder.learner import Learner
from dualuse.training.encoder.muon import (
    Muon,
    nearest_orthogonal,
    nearest_orthogonal_in_half,
)
from dualuse.training.encoder.network import new_network
from dualuse.training.encoder.recipe import Recipe
from dualuse.training.encoder.run import EncoderTexts


@pytest.mark.parametrize("shape", [(24, 24), (16, 48), (48, 16)])
def test_singular_vectors_stay_and_values_come_near_one(shape: tuple[int, int]) -> None:
    matrix = torch.randn(shape, generator=torch.Generator().manual_seed(1)) * 1e-4
    left, values, right = torch.linalg.svd(matrix, full_matrices=False)
    came = left.T @ nearest_orthogonal(matrix) @ right.T
    kept = (values > 0.003 * values.norm()).numpy()
    assert kept.sum() >= len(kept) - 1
    diagonal = came.diagonal().numpy()[kept]
    assert (diagonal > 0.75).all()
    assert (diagonal < 1.25).all()
    np.testing.assert_allclose(came - torch.diag(came.diagonal()), 0, atol=1e-3)


@pytest.mark.parametrize("shape", [(24, 24), (16, 48), (48, 16)])
def test_in_half_the_bits_the_matrix_is_nearly_the_same(shape: tuple[int, int]) -> None:
    matrix = torch.randn(shape, generator=torch.Generator().manual_seed(3)) * 1e-4
    came, whole = nearest_orthogonal_in_half(matrix), nearest_orthogonal(matrix)
    assert came.dtype == matrix.dtype
    assert (came - whole).norm() < 0.05 * whole.norm()


@pytest.mark.parametrize("half", [False, True])
def test_a_gradient_of_zero_moves_nothing(*, half: bool) -> None:
    matrix = torch.nn.Parameter(torch.ones(4, 6))
    matrix.grad = torch.zeros(4, 6)
    Muon([matrix], lr=0.1, weight_decay=0.0, half=half).step()
    np.testing.assert_array_equal(matrix.detach(), np.ones((4, 6)))


@pytest.mark.parametrize("half", [False, True])
def test_a_step_is_as_large_as_one_of_adamw(*, half: bool) -> None:
    matrix = torch.nn.Parameter(torch.zeros(40, 160))
    matrix.grad = torch.randn(40, 160, generator=torch.Generator().manual_seed(2))
    Muon([matrix], lr=0.01, weight_decay=0.0, half=half).step()
    # AdamW's steps have entries of 0.2 to 0.4 of the learning rate (Liu et al. 2025).
    assert 0.0015 < float(matrix.detach().square().mean().sqrt()) < 0.0025


def test_only_matrices_of_the_layers_take_its_steps(texts: EncoderTexts, recipe: Recipe) -> None:
    network, _ = new_network(
        recipe.network, Path(recipe.network.base), texts.questions, texts.learn.texts
    )
    learner = Learner(network, texts.questions, texts.learn, recipe)
    names = {id(value): name for name, value in learner.named.items()}
    taken = [
        {names[id(value)] for group in optimizer.param_groups for value in group["params"]}
        for optimizer in learner.optimizers
    ]
    assert [type(optimizer) for optimizer in learner.optimizers] == [torch.optim.AdamW, Muon]
    assert not taken[0] & taken[1]
    assert taken[0] | taken[1] == set(learner.named)
    assert len(taken[1]) == 2 * 6 + 1  # two layers, and the pooler
    assert not any("classifier" in name or "embeddings" in name for name in taken[1])

    plain = replace(recipe, learning=replace(recipe.learning, matrix_learning_rate=0.0))
    alone = Learner(network, texts.questions, texts.learn, plain)
    assert [type(optimizer) for optimizer in alone.optimizers] == [torch.optim.AdamW]


@pytest.mark.parametrize(("fast", "allowed"), [(True, True), (True, False), (False, True)])
def test_sixteen_bits_are_for_processors_that_are_fast_and_recipes_that_allow_them(
    texts: EncoderTexts,
    recipe: Recipe,
    monkeypatch: pytest.MonkeyPatch,
    *,
    fast: bool,
    allowed: bool,
) -> None:
    monkeypatch.setattr(torch.cpu, "_is_amx_tile_supported", lambda: fast)
    monkeypatch.setattr(torch.cuda, "is_available", lambda: False)
    network, _ = new_network(
        recipe.network, Path(recipe.network.base), texts.questions, texts.learn.texts
    )
    asked = replace(recipe, learning=replace(recipe.learning, bf16=allowed))
    *_, muon = Learner(network, texts.questions, texts.learn, asked).optimizers
    assert isinstance(muon, Muon)
    chosen = nearest_orthogonal_in_half if fast and allowed else nearest_orthogonal
    assert muon.nearest is chosen
