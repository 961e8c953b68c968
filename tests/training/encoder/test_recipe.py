from pathlib import Path
from typing import Any

import pytest

from dualuse.corpus.errors import DualuseError
from dualuse.training.encoder.recipe import RECIPES, Recipe, as_toml, read_recipe, recipe_of


@pytest.mark.parametrize("name", RECIPES)
def test_a_resolved_recipe_reads_back_as_itself(tmp_path: Path, name: str) -> None:
    path = tmp_path / "recipe.toml"
    path.write_text(as_toml(RECIPES[name]), "utf-8")
    assert read_recipe(str(path)) == RECIPES[name] == read_recipe(name)


def test_what_a_file_leaves_out_is_the_default() -> None:
    recipe = recipe_of({"learning": {"epochs": 3, "clip": 2}}, "x")
    assert (recipe.learning.epochs, recipe.learning.clip) == (3, 2.0)
    assert recipe.network == Recipe().network


@pytest.mark.parametrize(
    ("tables", "told"),
    [
        ({"learning": {"epoch": 3}}, "x: learning has no key 'epoch'; known are epochs"),
        ({"teacher": {}}, "x: no table is called 'teacher'; known are network"),
        ({"epochs": 3}, "x: no table is called 'epochs'"),
        ({"learning": {"epochs": 2.5}}, "learning.epochs is 2.5, and must be a whole number"),
        ({"learning": {"bf16": 1}}, "learning.bf16 is 1, and must be true or false"),
        ({"texts": {"held_out": 0.9}}, "texts.held_out is 0.9, and must be 0.01 to 0.5"),
        ({"texts": {"tasks": ["poems"]}}, "texts.tasks names poems"),
        ({"texts": {"tasks": []}}, "texts.tasks names nothing"),
        ({"learning": {"matrix_learning_rate": -1}}, "matrix_learning_rate is -1"),
        ({"network": {"base": 3}}, "network.base is 3, and must be a text"),
    ],
)
def test_what_is_wrong_is_named(tables: dict[str, Any], told: str) -> None:
    with pytest.raises(DualuseError) as fault:
        recipe_of(tables, "x")
    assert told in str(fault.value)


@pytest.mark.parametrize("content", [None, "epochs = = 3", "\udcff"])
def test_a_file_that_is_no_toml_is_one_sentence(tmp_path: Path, content: str | None) -> None:
    path = tmp_path / "recipe.toml"
    if content is not None:
        path.write_bytes(content.encode("utf-8", "surrogateescape"))
    with pytest.raises(
        DualuseError,
        match=r"neither a recipe \(default, long, again, student, .*, labels\) nor a TOML",
    ):
        read_recipe(str(path))
