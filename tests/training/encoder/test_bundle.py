"""The model that ships, made from a small corpus by the code that makes the real one."""

import json
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest

from dualuse.models.policy import PolicyModel
from dualuse.models.products import ProductModel
from dualuse.training.bundle import make_default
from dualuse.training.encoder.recipe import Recipe

SAID: list[str] = []


@pytest.fixture(scope="module")
def made(small_corpus: Path, recipe: Recipe, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("bundle")
    short = replace(recipe, learning=replace(recipe.learning, epochs=1))
    recipes = [recipe, short, short]
    make_default(recipes, folder / "work", folder / "made.zip", SAID.append, corpus=small_corpus)
    return folder


def test_both_tasks_are_in_one_archive(made: Path) -> None:
    archive = zipfile.Path(made / "made.zip")
    products = ProductModel.load(archive / "products")
    assert products.cascade is not None
    policy = PolicyModel.load(archive / "policy", products.cascade.encoder)
    assert products.name.startswith("cascade-")
    assert policy.name.startswith("joined-")
    assert len(products.judge(["gyroscope 0.01 deg/h", "office chair"])) == 2
    for task in ("products", "policy"):
        card = json.loads((archive / task / "card.json").read_text("utf-8"))
        assert "python -m dualuse.training.bundle" in card["remake"]


def test_each_run_goes_on_from_the_last_by_a_seed_of_its_own(made: Path) -> None:
    epochs = [told.split(":")[0] for told in SAID if told.startswith("epoch")]
    assert epochs == ["epoch 1 of 2", "epoch 2 of 2", "epoch 1 of 1", "epoch 1 of 1"]
    folders = [made / "work" / name for name in ("encoder-1", "encoder-2", "encoder")]
    runs = [json.loads((folder / "run.json").read_text("utf-8")) for folder in folders]
    assert [run["recipe"]["learning"]["seed"] for run in runs] == [0, 1, 2]
    begun = [run["update"] for run in runs]
    assert begun == [None, *(str(folder / "network") for folder in folders[:2])]


def test_made_again_it_learns_nothing_anew(
    made: Path, small_corpus: Path, recipe: Recipe, tmp_path: Path
) -> None:
    short = replace(recipe, learning=replace(recipe.learning, epochs=1))
    said: list[str] = []
    make_default(
        [recipe, short, short], made / "work", tmp_path / "again.zip", said.append,
        corpus=small_corpus,
    )  # fmt: skip
    assert not [told for told in said if told.startswith(("epoch", "fitting the linear"))]
    again = zipfile.Path(tmp_path / "again.zip") / "products" / "card.json"
    assert again.read_text("utf-8") == (
        zipfile.Path(made / "made.zip") / "products" / "card.json"
    ).read_text("utf-8")
