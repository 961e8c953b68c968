import json
from pathlib import Path
from typing import Any

import pytest

from dualuse.corpus.records import LabelledPolicy, LabelledProduct
from dualuse.corpus.version import lists_version
from dualuse.training.card import Card, learnt_from, write_card
from dualuse.training.encoder.recipe import read_recipe, recipe_of
from dualuse.training.report import Section

FIGURES = (Section("unseen families", {"all": {"texts": 1200, "accuracy": 0.75}}),)


def card(folder: Path, task: str, **more: Any) -> str:
    made = {"name": "linear-0a1b", "digest": "0a1b2c", "learnt": "9 texts", "remake": "make it"}
    (folder / "manifest.json").write_text("{}" * 500_000, "utf-8")
    write_card(folder, Card(task=task, **made, **more))
    return (folder / "README.md").read_text("utf-8")


@pytest.mark.parametrize("task", ["products", "policy"])
def test_a_card_says_what_the_model_is_and_what_it_learnt_from(tmp_path: Path, task: str) -> None:
    text = card(tmp_path, task)
    assert text.startswith("# linear-0a1b\n")
    assert f"- task: {task}\n- learnt from: corpus 0a1b2c\n- that is: 9 texts\n" in text
    assert f"- lists: {lists_version()}" in text
    assert "not legal advice" in text
    assert "## Made by\n\n```\nmake it\n```" in text
    assert "| all | 1.0 |" in text


def test_the_card_of_own_labels_claims_no_lists(tmp_path: Path) -> None:
    text = card(tmp_path, "labels")
    assert "- learnt from: a table with the digest 0a1b2c\n" in text
    assert "- lists: none" in text
    assert "legal" not in text


def test_figures_stand_in_both_forms(tmp_path: Path) -> None:
    text = card(tmp_path, "products", held_out=FIGURES)
    assert "| | texts | accuracy |\n|---|---:|---:|\n| all | 1200 | 0.750 |" in text
    data = json.loads((tmp_path / "card.json").read_text("utf-8"))
    assert data["held_out"] == {"unseen families": {"all": {"texts": 1200, "accuracy": 0.75}}}
    assert data["lists"] == lists_version()
    assert data["bytes"] == {"precedents and thresholds": 1_000_000}
    assert data["recipe"] is None
    assert data["recipes_before"] == []


def test_the_recipe_names_no_folder_of_the_machine(tmp_path: Path) -> None:
    base = tmp_path / "private" / "small-base"
    base.mkdir(parents=True)
    recipe = recipe_of({"network": {"base": str(base)}}, "test")
    text = card(tmp_path, "products", recipes=(recipe,))
    assert 'base = "small-base"' in text
    assert "private" not in text + (tmp_path / "card.json").read_text("utf-8")
    named = read_recipe("default").network.base
    assert f'base = "{named}"' in card(tmp_path, "products", recipes=(read_recipe("default"),))


def test_each_of_several_runs_has_its_recipe(tmp_path: Path) -> None:
    runs = (read_recipe("default"), read_recipe("again"))
    text = card(tmp_path, "products", recipes=runs, remade="Such a model, not this one.")
    assert "## Recipe of run 1\n" in text
    assert "## Recipe of run 2\n" in text
    assert text.endswith("```\n\nSuch a model, not this one.\n")
    data = json.loads((tmp_path / "card.json").read_text("utf-8"))
    assert data["recipe"]["learning"]["epochs"] == runs[1].learning.epochs
    assert [each["learning"]["epochs"] for each in data["recipes_before"]] == [5]


def test_records_are_counted_by_language(
    few_products: list[LabelledProduct], few_documents: list[LabelledPolicy]
) -> None:
    families = len({product.family for product in few_products})
    english = sum(product.lang == "en" for product in few_products)
    text = learnt_from(few_products)
    assert text.startswith(f"{len(few_products)} products in {families} families (")
    assert f"en {english}" in text
    assert learnt_from(few_documents).startswith(f"{len(few_documents)} documents in ")
