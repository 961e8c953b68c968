from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from dualuse.corpus.errors import DualuseError
from dualuse.training.encoder.network import layers_of, load_network
from dualuse.training.encoder.recipe import Recipe
from dualuse.training.encoder.run import EncoderTexts, train_encoder, train_network
from dualuse.training.encoder.teaching import teach, thin


def silent(_: str) -> None:
    return


@pytest.fixture(scope="module")
def teacher(texts: EncoderTexts, recipe: Recipe, tmp_path_factory: pytest.TempPathFactory) -> Path:
    whole = replace(recipe, network=replace(recipe.network, layers=3))
    return train_network(texts, whole, tmp_path_factory.mktemp("teacher"), silent)


def student_of(recipe: Recipe, layers: int) -> Recipe:
    return replace(
        recipe,
        network=replace(recipe.network, layers=layers, frozen_layers=1),
        learning=replace(recipe.learning, teacher=0.7),
    )


@pytest.mark.parametrize(
    ("wanted", "first", "kept"), [(2, 1, [0, 2]), (2, 0, [0, 2]), (3, 1, [0, 1, 2]), (1, 1, [0])]
)
def test_the_first_layers_are_left_and_others_far_apart(
    teacher: Path, texts: EncoderTexts, recipe: Recipe, wanted: int, first: int, kept: list[int]
) -> None:
    network, _ = load_network(teacher, texts.questions, recipe.network)
    before = list(layers_of(network))
    thin(network, wanted, first)
    assert [before.index(layer) for layer in layers_of(network)] == kept
    assert network.config.num_hidden_layers == wanted


def test_a_student_is_smaller_and_answers_as_its_teacher_does(
    teacher: Path, texts: EncoderTexts, recipe: Recipe, tmp_path: Path
) -> None:
    encoder = train_encoder(texts, student_of(recipe, 2), tmp_path, silent, update=teacher)
    network, _ = load_network(tmp_path / "network", texts.questions, recipe.network)
    assert len(layers_of(network)) == 2
    assert encoder.scores(texts.held_out.texts).shape == (
        len(texts.held_out),
        len(texts.questions),
    )


def test_a_teacher_is_silent_on_what_it_was_not_asked(
    teacher: Path, texts: EncoderTexts, recipe: Recipe, tmp_path: Path
) -> None:
    questions: Sequence[str] = (*texts.questions, "code:9Z999")
    answers = np.hstack([texts.learn.answers, np.zeros((len(texts.learn), 1), np.float32)])
    answers[0, -1] = 1
    learn = replace(texts.learn, answers=answers)
    network, tokenizer = load_network(teacher, questions, recipe.network)
    student = student_of(recipe, 2)
    told = teach(network, tokenizer, learn, questions, student, teacher, tmp_path).taught
    assert told is not None
    assert np.isnan(told[0]).all()
    assert np.isnan(told[:, -1]).all()
    assert not np.isnan(told[1:, :-1]).any()
    # A run that was killed asks it no second time: the network is thinner then.
    again = teach(network, tokenizer, learn, questions, student, teacher, tmp_path).taught
    assert np.array_equal(told, again, equal_nan=True)


def test_a_student_without_a_teacher_or_larger_than_it_is_one_sentence(
    teacher: Path, texts: EncoderTexts, recipe: Recipe, tmp_path: Path
) -> None:
    with pytest.raises(DualuseError, match="name a model to learn from with --update"):
        train_network(texts, student_of(recipe, 2), tmp_path / "a", silent)
    with pytest.raises(DualuseError, match="has 3 layers, and a recipe wants 4 of them"):
        train_network(texts, student_of(recipe, 4), tmp_path / "b", silent, update=teacher)
