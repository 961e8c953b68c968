from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from dualuse.corpus.errors import DualuseError
from dualuse.models.encoder import EncoderClassifier
from dualuse.training.encoder.loop import predict
from dualuse.training.encoder.recipe import Recipe, read_recipe
from dualuse.training.encoder.run import (
    NETWORK,
    EncoderTexts,
    Sources,
    split_texts,
    train_encoder,
)


@pytest.fixture(scope="module")
def work(texts: EncoderTexts, recipe: Recipe, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("run") / "work"
    said: list[str] = []
    train_encoder(texts, recipe, folder, said.append)
    assert any("epoch 2 of 2" in line and "minutes left" in line for line in said)
    return folder


@pytest.fixture(scope="module")
def encoder(work: Path, texts: EncoderTexts, recipe: Recipe) -> EncoderClassifier:
    # A second call finds everything done.
    said: list[str] = []
    model = train_encoder(texts, recipe, work, said.append)
    assert said == []
    return model


def test_the_small_graph_answers_as_the_network(
    encoder: EncoderClassifier, work: Path, texts: EncoderTexts, recipe: Recipe
) -> None:
    from transformers import AutoModelForSequenceClassification, AutoTokenizer

    network = AutoModelForSequenceClassification.from_pretrained(work / NETWORK)
    tokenizer = AutoTokenizer.from_pretrained(work / NETWORK)
    some = list(texts.held_out.texts[:20])
    plain = predict(network, tokenizer.backend_tokenizer, some, recipe)
    small = encoder.scores(some)
    assert small.shape == (20, len(texts.questions))
    chances = [1 / (1 + np.exp(-scores)) for scores in (plain, small)]
    assert abs(chances[0] - chances[1]).max() < 0.1


def test_the_folder_is_an_ordinary_classifier(work: Path, texts: EncoderTexts) -> None:
    from transformers import pipeline

    judge = pipeline("text-classification", model=str(work / NETWORK), top_k=None)
    (found,) = judge(["BOLT M8X40"])
    assert {each["label"] for each in found} == set(texts.questions)
    assert all(0 <= each["score"] <= 1 for each in found)
    assert not list((work / NETWORK).glob("*.py"))


def test_the_resolved_recipe_is_kept(work: Path, recipe: Recipe) -> None:
    assert read_recipe(str(work / NETWORK / "recipe.toml")) == recipe


def test_another_run_does_not_take_up_this_one(
    work: Path, texts: EncoderTexts, recipe: Recipe
) -> None:
    other = replace(recipe, learning=replace(recipe.learning, seed=5))
    with pytest.raises(DualuseError, match="holds the state of another run"):
        train_encoder(texts, other, work, print)
    heavier = replace(texts, learn=replace(texts.learn, weights=texts.learn.weights * 2))
    with pytest.raises(DualuseError, match="holds the state of another run"):
        train_encoder(heavier, recipe, work, print)


def test_more_processes_are_the_same_run(work: Path, texts: EncoderTexts, recipe: Recipe) -> None:
    more = replace(recipe, learning=replace(recipe.learning, processes=2, threads=2))
    said: list[str] = []
    train_encoder(texts, more, work, said.append)
    assert said == []


def test_a_run_can_go_on_from_a_network(
    work: Path, texts: EncoderTexts, recipe: Recipe, tmp_path: Path
) -> None:
    more = replace(
        recipe,
        learning=replace(recipe.learning, epochs=1, learning_rate=1e-6, head_learning_rate=1e-6),
    )
    further = train_encoder(texts, more, tmp_path / "more", lambda _: None, Sources(work / NETWORK))
    before = train_encoder(texts, recipe, work, lambda _: None)
    some = list(texts.held_out.texts[:10])
    np.testing.assert_allclose(further.scores(some), before.scores(some), atol=0.2)


def test_a_folder_without_a_network_is_one_sentence(
    texts: EncoderTexts, recipe: Recipe, tmp_path: Path
) -> None:
    bare = replace(recipe, network=replace(recipe.network, base=str(tmp_path)))
    with pytest.raises(DualuseError, match=r"has no tokenizer\.json that can be read"):
        train_encoder(texts, bare, tmp_path / "work", print)


def test_too_few_groups_are_one_sentence(texts: EncoderTexts, recipe: Recipe) -> None:
    few = texts.learn.only(np.arange(len(texts.learn)) < 9)
    with pytest.raises(DualuseError, match="too few to fine-tune on"):
        split_texts(few, texts.questions, recipe)
