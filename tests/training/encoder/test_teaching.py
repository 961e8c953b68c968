from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray
from safetensors.numpy import load_file

from dualuse.corpus.errors import DualuseError
from dualuse.corpus.say import Say
from dualuse.models.list_terms import TERM_MARK
from dualuse.training.encoder import teaching
from dualuse.training.encoder.answered import AnsweredTexts
from dualuse.training.encoder.loop import predict
from dualuse.training.encoder.network import layers_of, load_network
from dualuse.training.encoder.recipe import Recipe
from dualuse.training.encoder.run import EncoderTexts, Sources, train_network
from dualuse.training.encoder.teaching import taught, thin


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
    ("wanted", "first", "kept"),
    [(2, 1, [0, 2]), (2, 0, [0, 2]), (2, 2, [0, 2]), (3, 1, [0, 1, 2]), (1, 1, [2])],
)
def test_the_first_layers_are_left_and_others_far_apart(
    teacher: Path, texts: EncoderTexts, recipe: Recipe, wanted: int, first: int, kept: list[int]
) -> None:
    network, _ = load_network(teacher, texts.questions, recipe.network)
    before = list(layers_of(network))
    thin(network, wanted, first)
    assert [before.index(layer) for layer in layers_of(network)] == kept
    assert network.config.num_hidden_layers == wanted


def far_from(teacher: NDArray[np.float32], student: NDArray[np.float32]) -> float:
    return float(np.abs(1 / (1 + np.exp(-teacher)) - 1 / (1 + np.exp(-student))).mean())


def test_a_student_is_smaller_and_learns_what_its_teacher_says(
    teacher: Path, texts: EncoderTexts, recipe: Recipe, tmp_path: Path
) -> None:
    student = student_of(recipe, 2)
    student = replace(student, learning=replace(student.learning, teacher=1.0, epochs=4))
    whole, tokenizer = load_network(teacher, texts.questions, recipe.network)
    told = predict(whole, tokenizer, texts.learn.texts, recipe)
    thin(whole, 2, 1)
    before = predict(whole, tokenizer, texts.learn.texts, recipe)
    # What the answers say does not count with such a teacher.
    turned = replace(texts, learn=replace(texts.learn, answers=1 - texts.learn.answers))
    folder = train_network(turned, student, tmp_path, silent, Sources(teacher))
    network, tokenizer = load_network(folder, texts.questions, recipe.network)
    assert len(layers_of(network)) == 2
    after = predict(network, tokenizer, texts.learn.texts, recipe)
    asked = ~np.isnan(texts.learn.answers[0])  # what no text answers nothing teaches
    assert far_from(told[:, asked], after[:, asked]) < far_from(told[:, asked], before[:, asked])


def test_two_processes_learn_from_a_teacher(
    teacher: Path, texts: EncoderTexts, recipe: Recipe, tmp_path: Path
) -> None:
    student = student_of(recipe, 2)
    student = replace(student, learning=replace(student.learning, processes=2, epochs=1))
    assert train_network(texts, student, tmp_path, silent, Sources(teacher)).is_dir()


def taught_by(
    teacher: Path,
    questions: Sequence[str],
    learn: AnsweredTexts,
    student: Recipe,
    work: Path,
    say: Say = silent,
) -> NDArray[np.float16]:
    work.mkdir(exist_ok=True)
    told = taught(learn, questions, student, [teacher], work, say).taught
    assert told is not None
    return told


def test_a_teacher_is_silent_on_what_it_was_not_asked_and_on_texts_never_read_whole(
    teacher: Path, texts: EncoderTexts, recipe: Recipe, tmp_path: Path
) -> None:
    questions = (*texts.questions, "code:9Z999")
    answers = np.hstack([texts.learn.answers, np.zeros((len(texts.learn), 1), np.float32)])
    entry = TERM_MARK.join(["gyroscope", "gyro", "Kreisel"])
    learn = replace(texts.learn, answers=answers, texts=(entry, *texts.learn.texts[1:]))
    told = taught_by(teacher, questions, learn, student_of(recipe, 2), tmp_path)
    assert np.isnan(told[0]).all()
    assert np.isnan(told[:, -1]).all()
    assert not np.isnan(told[1:, :-1]).any()


def test_a_teacher_is_asked_once(
    teacher: Path,
    texts: EncoderTexts,
    recipe: Recipe,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    student = student_of(recipe, 2)
    first = taught_by(teacher, texts.questions, texts.learn, student, tmp_path)
    monkeypatch.delattr("dualuse.training.encoder.teaching.predict")
    again = taught_by(teacher, texts.questions, texts.learn, student, tmp_path)
    assert np.array_equal(first, again)


def test_a_teacher_that_takes_minutes_says_how_far_it_is(
    teacher: Path,
    texts: EncoderTexts,
    recipe: Recipe,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    learn, student = texts.learn, student_of(recipe, 2)
    whole, parts = tmp_path / "whole", tmp_path / "parts"
    first = taught_by(teacher, texts.questions, learn, student, whole)
    monkeypatch.setattr(teaching, "_PART", len(learn) // 2 + 1)
    said: list[str] = []
    again = taught_by(teacher, texts.questions, learn, student, parts, said.append)
    assert len(said) == 2
    assert f"{len(learn)} of {len(learn)} texts; 0 minutes left" in said[-1]
    assert np.allclose(again.astype(np.float32), first.astype(np.float32), atol=0.05)


def test_what_it_says_is_kept_however_it_lies_in_memory(tmp_path: Path) -> None:
    scores = np.arange(6, dtype=np.float16).reshape(2, 3)
    teaching._save_whole(np.asfortranarray(scores), tmp_path / "taught.safetensors")
    assert np.array_equal(load_file(tmp_path / "taught.safetensors")["scores"], scores)


def test_without_a_larger_teacher_is_one_sentence(
    teacher: Path, texts: EncoderTexts, recipe: Recipe, tmp_path: Path
) -> None:
    with pytest.raises(DualuseError, match="name a model to learn from with --update"):
        train_network(texts, student_of(recipe, 2), tmp_path / "a", silent)
    for layers in (0, 3, 4):
        with pytest.raises(
            DualuseError, match=f"has 3 layers, and no network of {layers} is smaller"
        ):
            train_network(
                texts, student_of(recipe, layers), tmp_path / "a", silent, Sources(teacher)
            )
    assert not (tmp_path / "a").exists()


@pytest.fixture(scope="module")
def other(texts: EncoderTexts, recipe: Recipe, tmp_path_factory: pytest.TempPathFactory) -> Path:
    again = replace(recipe, learning=replace(recipe.learning, seed=9))
    return train_network(texts, again, tmp_path_factory.mktemp("other"), silent)


def test_of_several_teachers_the_mean_is_believed_where_they_speak(
    teacher: Path, other: Path, texts: EncoderTexts, recipe: Recipe, tmp_path: Path
) -> None:
    learn, student = texts.learn, student_of(recipe, 3)
    alone = [
        taught_by(each, texts.questions, learn, student, tmp_path / each.parent.name)
        for each in (teacher, other)
    ]
    work = tmp_path / "both"
    work.mkdir()
    said: list[str] = []
    both = taught(learn, texts.questions, student, [teacher, other], work, said.append).taught
    assert both is not None
    assert [line.split(" has")[0] for line in said] == ["teacher 1 of 2", "teacher 2 of 2"]
    assert abs(alone[0] - alone[1]).max() > 0.1
    mean = (alone[0].astype(np.float32) + alone[1].astype(np.float32)) / 2
    assert np.allclose(both.astype(np.float32), mean, atol=0.01)


def test_a_teacher_that_is_silent_leaves_the_word_to_the_others() -> None:
    one = np.array([[1.0, np.nan, np.nan]], np.float16)
    other = np.array([[3.0, 5.0, np.nan]], np.float16)
    mean = teaching._mean([one, other])
    assert mean[0, :2].tolist() == [2.0, 5.0]
    assert np.isnan(mean[0, 2])


def test_beside_another_teacher_a_student_may_be_as_large(
    teacher: Path, other: Path, texts: EncoderTexts, recipe: Recipe, tmp_path: Path
) -> None:
    student = student_of(recipe, 3)
    student = replace(student, learning=replace(student.learning, epochs=1))
    sources = Sources(teacher, (other,))
    folder = train_network(texts, student, tmp_path / "a", silent, sources)
    network, _ = load_network(folder, texts.questions, recipe.network)
    assert len(layers_of(network)) == 3
    with pytest.raises(DualuseError, match="has 3 layers, and no network of 4 fits into it"):
        train_network(texts, student_of(recipe, 4), tmp_path / "b", silent, sources)
    with pytest.raises(DualuseError, match="holds the state of another run"):
        train_network(texts, student, tmp_path / "a", silent, Sources(teacher, (teacher,)))


def test_a_teacher_that_no_recipe_believes_is_one_sentence(
    teacher: Path, texts: EncoderTexts, recipe: Recipe, tmp_path: Path
) -> None:
    with pytest.raises(DualuseError, match="no recipe believes a teacher"):
        train_network(texts, recipe, tmp_path / "a", silent, Sources(teacher, (teacher,)))


def test_a_teacher_of_other_questions_is_one_sentence(
    teacher: Path, texts: EncoderTexts, recipe: Recipe, tmp_path: Path
) -> None:
    with pytest.raises(DualuseError, match="answers none of the questions"):
        taught_by(teacher, ["label:x", "label:y"], texts.learn, student_of(recipe, 2), tmp_path)
