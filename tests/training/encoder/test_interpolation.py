from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import torch
from tokenizers import Tokenizer

from dualuse.training.encoder.interpolation import interpolate
from dualuse.training.encoder.network import answers_of, load_network, save_network
from dualuse.training.encoder.recipe import Recipe
from dualuse.training.encoder.run import EncoderTexts, Sources, train_network

Weights = dict[str, torch.Tensor]
TakenBack = Callable[[Any, Path, EncoderTexts], str]


@pytest.fixture(scope="module")
def begun(texts: EncoderTexts, recipe: Recipe, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return train_network(texts, recipe, tmp_path_factory.mktemp("begun"), lambda _: None)


@pytest.fixture
def loaded(begun: Path, texts: EncoderTexts, recipe: Recipe) -> tuple[Any, Tokenizer]:
    return load_network(begun, texts.questions, recipe.network)


def weights(network: Any) -> Weights:
    return {name: value.clone() for name, value in network.state_dict().items()}


def halfway(recipe: Recipe) -> Recipe:
    return replace(recipe, learning=replace(recipe.learning, interpolate=0.5))


@pytest.fixture
def taken_back(recipe: Recipe, loaded: tuple[Any, Tokenizer]) -> TakenBack:
    def take(network: Any, folder: Path, texts: EncoderTexts) -> str:
        said: list[str] = []
        tokenizer, half = loaded[1], halfway(recipe)
        interpolate(network, tokenizer, folder, texts.questions, texts.held_out, half, said.append)
        (line,) = said
        return line

    return take


def turn(network: Any, factor: float) -> None:
    """Multiply what it answers: by less than nothing it is the contrary of what it has learnt."""
    with torch.no_grad():
        for value in answers_of(network).parameters():
            value.mul_(factor)


def test_a_run_that_went_astray_is_taken_halfway_back(
    begun: Path, loaded: tuple[Any, Tokenizer], texts: EncoderTexts, taken_back: TakenBack
) -> None:
    network, _ = loaded
    good = weights(network)
    turn(network, -0.5)  # halfway back it answers as before, less surely
    bad = weights(network)
    assert "taken back 50%" in taken_back(network, begun, texts).split(": ")[-1]
    for name, value in weights(network).items():
        torch.testing.assert_close(value, (good[name] + bad[name]) / 2)


def test_a_run_that_did_better_stays_where_it_ended(
    loaded: tuple[Any, Tokenizer], texts: EncoderTexts, taken_back: TakenBack, tmp_path: Path
) -> None:
    network, tokenizer = loaded
    good = weights(network)
    turn(network, -3)  # so that halfway is the contrary, too
    save_network(network, tokenizer, tmp_path, 64)
    network.load_state_dict(good)
    assert taken_back(network, tmp_path, texts).endswith("left where it ended")
    for name, value in weights(network).items():
        torch.testing.assert_close(value, good[name])


def test_answers_that_are_fresh_stay_as_they_were_learnt(
    begun: Path, texts: EncoderTexts, recipe: Recipe, taken_back: TakenBack
) -> None:
    more = replace(texts, questions=(*texts.questions[:-1], "asked for the first time"))
    network, _ = load_network(begun, more.questions, recipe.network)
    turn(network, -1)
    learnt = answers_of(network).weight[-1].clone()
    taken_back(network, begun, more)
    torch.testing.assert_close(answers_of(network).weight[-1], learnt)


def test_a_run_is_taken_back_at_its_end(
    begun: Path, texts: EncoderTexts, recipe: Recipe, tmp_path: Path
) -> None:
    said: list[str] = []
    train_network(texts, halfway(recipe), tmp_path / "more", said.append, Sources(begun))
    assert ["taken back 50% to where it began" in line for line in said].count(True) == 1
    train_network(texts, halfway(recipe), tmp_path / "first", said.append)
    assert ["where it began" in line for line in said].count(True) == 1
