"""`dualuse train` with an encoder, as a user runs it."""

import csv
import json
import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from dualuse.models.products import ProductModel
from dualuse.training.encoder.recipe import LABELS, Recipe, as_tables, as_toml

Command = Callable[..., "Run"]  # noqa: F821 - the fixture's own type
WORDS = {"fruit": "apple pear plum cherry fig", "metal": "iron zinc tin lead copper"}


@pytest.fixture(scope="session")
def recipe_file(recipe: Recipe, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("recipe") / "recipe.toml"
    path.write_text(as_toml(recipe), "utf-8")
    return path


def test_a_cascade_is_trained_used_and_learnt_further(
    dualuse_command: Command, small_corpus: Path, recipe_file: Path, tmp_path: Path
) -> None:
    first = tmp_path / "first"
    run = dualuse_command("train", small_corpus, "--recipe", recipe_file, "-o", first)
    assert run.status == 0, run.err
    assert "epoch 2 of 2" in run.err
    model = ProductModel.load(first)
    assert model.cascade is not None
    assert model.name.startswith("cascade-")
    assert ProductModel.load(first, with_encoder=False).cascade is None

    catalogue = tmp_path / "stock.csv"
    catalogue.write_text("text\nGyroscope 0.01 deg/h\nOffice chair\n", "utf-8")
    labelled = dualuse_command("label", catalogue, "--model", first, "-o", "-")
    rows = list(csv.DictReader(labelled.out.splitlines()))
    assert [row["text"] for row in rows] == ["Gyroscope 0.01 deg/h", "Office chair"]
    assert {row["model"] for row in rows} == {model.name}

    shutil.rmtree(first / "network")  # it is made anew from the encoder
    own = tmp_path / "own.csv"
    own.write_text("text,category,codes\nblue widget W7,6,6A003\n", "utf-8")
    further = dualuse_command(
        "train", small_corpus, "--recipe", recipe_file, "--update", first, "--extra", own,
        "-o", tmp_path / "second",
    )  # fmt: skip
    assert further.status == 0, further.err
    widget = ProductModel.load(tmp_path / "second").judge(["blue widget W7"])[0]
    assert widget.neighbours[0].example.text == "blue widget W7"


def test_a_run_that_was_killed_goes_on(
    dualuse_command: Command,
    small_corpus: Path,
    recipe_file: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    import dualuse.training.encoder.run as module

    def killed(*_: object) -> None:
        raise KeyboardInterrupt

    work = tmp_path / "work"
    arguments = (
        "train", small_corpus, "--recipe", recipe_file, "--work", work, "-o", tmp_path / "out",
    )  # fmt: skip
    with monkeypatch.context() as patch:
        patch.setattr("dualuse.training.encoder.export.export_network", killed)
        assert dualuse_command(*arguments).status != 0
    assert (work / "encoder" / module.NETWORK).is_dir()
    assert not (tmp_path / "out").exists()
    run = dualuse_command(*arguments)
    assert run.status == 0, run.err
    assert "epoch" not in run.err
    assert "fitting the linear model" not in run.err


def labelled_table(folder: Path) -> Path:
    rows = [
        f"{word} {place} kg,{label}"
        for label, words in WORDS.items()
        for word in words.split()
        for place in range(12)
    ]
    table = folder / "table.csv"
    table.write_text("text,kind\n" + "\n".join(rows) + "\n", "utf-8")
    return table


def test_any_label_set(dualuse_command: Command, recipe: Recipe, tmp_path: Path) -> None:
    table = labelled_table(tmp_path)
    # A base that has learnt nothing may need some epochs before anything changes.
    longer = replace(recipe, learning=replace(recipe.learning, epochs=20, batch=8, patience=20))
    (tmp_path / "r.toml").write_text(as_toml(longer), "utf-8")
    run = dualuse_command(
        "train", table, "--label-column", "kind", "--recipe", tmp_path / "r.toml",
        "-o", tmp_path / "model",
    )  # fmt: skip
    assert run.status == 0, run.err
    judged = dualuse_command(
        "evaluate", table, "--label-column", "kind", "--model", tmp_path / "model", "--json"
    )
    figures = json.loads(judged.out)["sections"]["labels"]["all"]
    assert figures["accuracy"] > 0.9


def test_a_label_set_has_a_recipe_of_its_own(
    dualuse_command: Command, base: Path, tmp_path: Path
) -> None:
    table = labelled_table(tmp_path)
    run = dualuse_command(
        "train", table, "--label-column", "kind", "--base", base, "-o", tmp_path / "model"
    )
    assert run.status == 0, run.err
    card = json.loads((tmp_path / "model" / "card.json").read_text("utf-8"))
    assert card["recipe"]["learning"] == as_tables(LABELS)["learning"]


def test_a_label_set_has_no_teacher(dualuse_command: Command, base: Path, tmp_path: Path) -> None:
    run = dualuse_command(
        "train", labelled_table(tmp_path), "--label-column", "kind", "--base", base,
        "--recipe", "student", "-o", tmp_path / "model",
    )  # fmt: skip
    assert run.status == 1
    assert "labels of your own have no teacher" in run.err


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["--recipe", "huge"], "huge is neither a recipe"),
        (["--recipe", "student"], "the recipe wants a teacher"),
        (["--update", "majority"], "majority has no encoder to go on with"),
        (["--update", "no-such"], "unknown model 'no-such'"),
        (["--recipe", "quick", "--task", "policy"], "an encoder is trained for products"),
        (["--extra", "{tmp}/own.csv", "--task", "policy"], "--extra adds products"),
        (["--extra", "{tmp}/own.csv"], "own.csv"),
        (["--base", "no/such-model", "--recipe", "quick"], "'no/such-model' is no folder"),
    ],
)
def test_what_cannot_be_is_one_sentence(
    dualuse_command: Command,
    small_corpus: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    arguments: list[str],
    told: str,
) -> None:
    monkeypatch.setenv("HF_HUB_OFFLINE", "1")
    given = [argument.format(tmp=tmp_path) for argument in arguments]
    run = dualuse_command("train", small_corpus, "-o", tmp_path / "out", *given)
    assert run.status == (2 if "policy" in arguments else 1)
    lines = [line for line in run.err.splitlines() if line.startswith("Error: ")]
    assert len(lines) == 1
    assert told in lines[0]
    assert not (tmp_path / "out").exists()
