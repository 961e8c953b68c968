from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from dualuse.training.encoder import learner
from dualuse.training.encoder.learner import Batch, Learner
from dualuse.training.encoder.loop import Epoch, fine_tune, predict
from dualuse.training.encoder.network import new_network
from dualuse.training.encoder.recipe import Recipe
from dualuse.training.encoder.run import EncoderTexts


def begun(texts: EncoderTexts, recipe: Recipe) -> tuple[Any, Any]:
    import torch

    torch.manual_seed(1)
    return new_network(
        recipe.network, Path(recipe.network.base), texts.questions, texts.learn.texts
    )


def run(
    texts: EncoderTexts, recipe: Recipe, folder: Path, epochs: int = 9
) -> tuple[Any, list[Epoch]]:
    network, tokenizer = begun(texts, recipe)
    steps = fine_tune(
        network, tokenizer, texts.learn, texts.held_out, texts.questions, recipe, folder
    )
    seen = [epoch for _, epoch in zip(range(epochs), steps, strict=False)]
    return predict(network, tokenizer, texts.held_out.texts, recipe), seen


@pytest.fixture(scope="module")
def whole(texts: EncoderTexts, recipe: Recipe, tmp_path_factory: pytest.TempPathFactory) -> Any:
    return run(texts, recipe, tmp_path_factory.mktemp("whole"))


def test_it_learns(whole: Any) -> None:
    _, epochs = whole
    assert [epoch.number for epoch in epochs] == [1, 2]
    assert epochs[1].loss < epochs[0].loss
    assert epochs[0].is_best
    assert all(0 < epoch.score < 1 for epoch in epochs)


def test_a_killed_run_comes_to_the_same(
    whole: Any, texts: EncoderTexts, recipe: Recipe, tmp_path: Path
) -> None:
    run(texts, recipe, tmp_path, epochs=1)
    scores, epochs = run(texts, recipe, tmp_path)
    assert [epoch.number for epoch in epochs] == [2]
    np.testing.assert_allclose(scores, whole[0], atol=1e-4)
    assert epochs[0].loss == pytest.approx(whole[1][1].loss, abs=1e-4)


def test_a_finished_run_only_loads_its_best(
    whole: Any, texts: EncoderTexts, recipe: Recipe, tmp_path: Path
) -> None:
    run(texts, recipe, tmp_path)
    scores, epochs = run(texts, recipe, tmp_path)
    assert epochs == []
    np.testing.assert_allclose(scores, whole[0], atol=1e-4)


def test_texts_come_back_in_their_order(texts: EncoderTexts, recipe: Recipe) -> None:
    network, tokenizer = begun(texts, recipe)
    few = list(texts.held_out.texts[:9])
    together = predict(network, tokenizer, few, recipe)
    for place in (0, 4, 8):
        alone = predict(network, tokenizer, [few[place]], recipe)
        # Half-precision sums hang a little on the width of a batch.
        np.testing.assert_allclose(together[place], alone[0], atol=0.05)


@pytest.fixture(scope="module")
def exact(recipe: Recipe) -> Recipe:
    """A run without chance and rounding, whose last batch has one text."""
    return replace(
        recipe,
        network=replace(recipe.network, dropout=0.0),
        learning=replace(recipe.learning, bf16=False),
        texts=replace(recipe.texts, noise=0.0),
    )


def in_processes(recipe: Recipe, size: int) -> Recipe:
    return replace(recipe, learning=replace(recipe.learning, processes=size))


def test_two_processes_learn_as_one(texts: EncoderTexts, exact: Recipe, tmp_path: Path) -> None:
    few = np.arange(len(texts.learn)) < 3 * exact.learning.batch + 1
    some = replace(texts, learn=texts.learn.only(few))
    alone = run(some, in_processes(exact, 1), tmp_path / "alone")
    team = run(some, in_processes(exact, 2), tmp_path / "team")
    np.testing.assert_allclose(team[0], alone[0], atol=1e-3)
    assert [each.loss for each in team[1]] == pytest.approx([each.loss for each in alone[1]])


def test_a_batch_held_in_parts_teaches_the_same(
    texts: EncoderTexts, exact: Recipe, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    few = np.arange(len(texts.learn)) < 3 * exact.learning.batch + 1
    some = replace(texts, learn=texts.learn.only(few))
    alone = in_processes(exact, 1)
    scores, epochs = run(some, alone, tmp_path / "whole")
    sizes: list[int] = []
    cost = Learner._loss

    def counted(own: Learner, part: Batch, read: Any) -> Any:
        sizes.append(sum(map(len, part.pieces)))
        return cost(own, part, read)

    monkeypatch.setattr(Learner, "_loss", counted)
    monkeypatch.setattr(learner, "_AT_A_TIME", 2 * exact.texts.max_pieces)
    again, later = run(some, alone, tmp_path / "parts")
    assert len(sizes) > 4 * len(epochs)
    assert max(sizes) <= 2 * exact.texts.max_pieces
    np.testing.assert_allclose(again, scores, atol=1e-3)
    assert [each.loss for each in later] == pytest.approx([each.loss for each in epochs])


def test_a_killed_run_of_two_goes_on_with_one(
    texts: EncoderTexts, exact: Recipe, tmp_path: Path
) -> None:
    run(texts, in_processes(exact, 2), tmp_path, epochs=1)
    scores, epochs = run(texts, in_processes(exact, 1), tmp_path)
    assert [epoch.number for epoch in epochs] == [2]
    whole, _ = run(texts, in_processes(exact, 1), tmp_path / "whole")
    np.testing.assert_allclose(scores, whole, atol=1e-2)


def test_what_is_known_is_left_out_by_all_and_after_a_kill(
    texts: EncoderTexts, exact: Recipe, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read: list[int] = []
    epoch = Learner.epoch

    def counted(learner: Learner, batches: list[Batch], *others: Any) -> float:
        read.append(sum(len(batch.rows) for batch in batches))
        return epoch(learner, batches, *others)

    monkeypatch.setattr(Learner, "epoch", counted)
    skipping = replace(exact, learning=replace(exact.learning, epochs=3, skip=0.9))
    whole, epochs = run(texts, in_processes(skipping, 1), tmp_path / "whole")
    assert read[0] == read[2] == len(texts.learn)
    assert 0.1 * read[0] < read[1] < 0.9 * read[0]
    run(texts, in_processes(skipping, 2), tmp_path / "killed", epochs=1)
    again, later = run(texts, in_processes(skipping, 1), tmp_path / "killed")
    assert read[3:] == read[:3]
    assert [each.loss for each in later] == pytest.approx(
        [each.loss for each in epochs[1:]], abs=0.02
    )
    np.testing.assert_allclose(again, whole, atol=1e-2)
