"""The model that ships, made from a small corpus by the code that makes the real one."""

import json
import zipfile
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from dualuse.corpus.errors import DualuseError
from dualuse.models.policy import PolicyModel
from dualuse.models.products import ProductModel
from dualuse.training.bundle import make_default
from dualuse.training.cascade import CascadeRun, train_cascade
from dualuse.training.encoder.recipe import Recipe


@dataclass(frozen=True)
class Made:
    """An archive that was made, the folder of its runs, and what was said."""

    archive: Path
    work: Path
    said: list[str]

    def part(self, *names: str) -> zipfile.Path:
        return zipfile.Path(self.archive).joinpath(*names)


def make(recipes: list[Recipe], work: Path, archive: Path, corpus: Path) -> Made:
    said: list[str] = []
    make_default(recipes, work, archive, said.append, corpus=corpus)
    return Made(archive, work, said)


@pytest.fixture(scope="module")
def recipes(recipe: Recipe) -> list[Recipe]:
    short = replace(recipe, learning=replace(recipe.learning, epochs=1))
    student = replace(short, learning=replace(short.learning, teacher=0.7))
    return [recipe, short, student]


@pytest.fixture(scope="module")
def made(
    small_corpus: Path, recipes: list[Recipe], tmp_path_factory: pytest.TempPathFactory
) -> Made:
    folder = tmp_path_factory.mktemp("bundle")
    return make(recipes, folder / "work", folder / "made.zip", small_corpus)


def test_both_tasks_are_in_one_archive(made: Made) -> None:
    products = ProductModel.load(made.part("products"))
    assert products.cascade is not None
    policy = PolicyModel.load(made.part("policy"), products.cascade.encoder)
    assert products.name.startswith("cascade-")
    assert policy.name.startswith("joined-")
    assert len(products.judge(["gyroscope 0.01 deg/h", "office chair"])) == 2
    cards = [
        json.loads(made.part(task, "card.json").read_text("utf-8"))
        for task in ("products", "policy")
    ]
    assert all("python -m dualuse.training.bundle" in card["remake"] for card in cards)
    assert [len(card["recipes_before"]) for card in cards] == [2, 0]


def test_each_run_goes_on_from_the_last_and_a_student_believes_all_before_it(made: Made) -> None:
    epochs = [told.split(":")[0] for told in made.said if told.startswith("epoch")]
    assert epochs == ["epoch 1 of 2", "epoch 2 of 2", "epoch 1 of 1", "epoch 1 of 1"]
    folders = [made.work / name for name in ("encoder-1", "encoder-2", "encoder")]
    runs = [json.loads((folder / "run.json").read_text("utf-8")) for folder in folders]
    assert [run["recipe"]["learning"]["seed"] for run in runs] == [0, 1, 2]
    assert runs[0]["update"] == []
    (first,), (second, third) = (run["update"] for run in runs[1:])
    assert first == third != second
    heard = [told for told in made.said if told.startswith("teacher")]
    assert [told.split(" has")[0] for told in heard] == ["teacher 1 of 2", "teacher 2 of 2"]


def test_made_again_it_learns_nothing_anew(
    made: Made, recipes: list[Recipe], small_corpus: Path, tmp_path: Path
) -> None:
    again = make(recipes, made.work, tmp_path / "again.zip", small_corpus)
    assert not [told for told in again.said if told.startswith(("epoch", "fitting the linear"))]
    card = ("products", "card.json")
    assert again.part(*card).read_text("utf-8") == made.part(*card).read_text("utf-8")


def test_what_would_end_a_later_run_is_found_before_the_first(
    made: Made, recipes: list[Recipe], small_corpus: Path, tmp_path: Path
) -> None:
    said: list[str] = []
    (tmp_path / "encoder").mkdir()
    run = CascadeRun(recipes[1], tmp_path, small_corpus, before=(recipes[0],))
    linear = next(made.work.glob("linear-*"))
    (tmp_path / linear.name).symlink_to(linear)
    with pytest.raises(DualuseError, match="encoder holds the state of another run"):
        train_cascade(run, said.append)
    half = replace(recipes[0], texts=replace(recipes[0].texts, held_out=0.1))
    with pytest.raises(DualuseError, match=r"not 0\.1 and 0\.2"):
        train_cascade(replace(run, before=(half,)), said.append)
    assert said == []
