import json
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path
from typing import Any

import pytest

from dualuse.corpus.records import LabelledProduct
from dualuse.models.labels import LabelModel
from dualuse.models.policy import PolicyModel
from dualuse.models.products import ProductModel

Command = Callable[..., Any]
OneError = Callable[[Any], str]


@pytest.mark.parametrize(
    ("task", "load"), [("products", ProductModel.load), ("policy", PolicyModel.load)]
)
def test_train_writes_a_model_of_ones_own_corpus(
    dualuse_command: Command, corpus: Path, tmp_path: Path, task: str, load: Callable[[Path], Any]
) -> None:
    run = dualuse_command("train", corpus, "--task", task, "-o", tmp_path / "model")
    assert (run.status, run.out) == (0, "")
    assert run.err == f"{tmp_path / 'model'}: the linear model for {task}\n"
    name = load(tmp_path / "model").name
    assert name.startswith("linear-")
    assert (tmp_path / "model" / "README.md").read_text("utf-8").startswith(f"# {name}\n")
    card = json.loads((tmp_path / "model" / "card.json").read_text("utf-8"))
    assert card["remake"] == f"dualuse train CORPUS --task {task} --model linear -o FOLDER"
    (figures,) = [rows["all"] for rows in card["held_out"].values() if "all" in rows]
    assert figures["texts"] == len((corpus / task / "all.jsonl").read_text("utf-8").splitlines())
    # Held out: a model knows nearly all of what it has learnt.
    assert 0.1 < figures["accuracy"] < 0.9


def test_train_without_a_folder_learns_the_shipped_corpus(
    dualuse_command: Command, tmp_path: Path
) -> None:
    run = dualuse_command("train", "--model", "majority", "-o", tmp_path / "model")
    assert run.status == 0
    assert len(ProductModel.load(tmp_path / "model").held_out.probabilities) > 3_000


def test_train_learns_any_labels(dualuse_command: Command, table: Path, tmp_path: Path) -> None:
    run = dualuse_command("train", table, "--label-column", "kind", "-o", tmp_path / "model")
    assert run.status == 0
    left_out, done = run.err.splitlines()
    assert left_out == "1 row without a text or a label is left out"
    assert done.endswith("2 labels from 16 texts")
    assert LabelModel.load(tmp_path / "model").predict(["green apple"])[0][0] == "fruit"


def test_an_existing_output_is_kept(
    one_error: OneError, dualuse_command: Command, corpus: Path, tmp_path: Path
) -> None:
    (tmp_path / "model").mkdir()
    (tmp_path / "model" / "mine.txt").touch()
    run = dualuse_command("train", corpus, "-o", tmp_path / "model")
    assert one_error(run) == f"Error: {tmp_path / 'model'} exists; --force overwrites it"
    assert (tmp_path / "model" / "mine.txt").exists()


def test_force_overwrites_a_model(dualuse_command: Command, corpus: Path, tmp_path: Path) -> None:
    train = ("train", corpus, "-o", tmp_path / "model", "--model")
    assert dualuse_command(*train, "majority").status == 0
    assert dualuse_command(*train, "linear").status == 1
    assert ProductModel.load(tmp_path / "model").name.startswith("majority")
    assert dualuse_command(*train, "linear", "--force").status == 0
    assert ProductModel.load(tmp_path / "model").name.startswith("linear")
    assert [path.name for path in tmp_path.iterdir()] == ["model"]


def test_force_overwrites_no_folder_of_other_things(
    one_error: OneError, dualuse_command: Command, corpus: Path, tmp_path: Path
) -> None:
    (tmp_path / "thesis").mkdir()
    (tmp_path / "thesis" / "chapter.txt").write_text("years of work")
    run = dualuse_command("train", corpus, "-o", tmp_path / "thesis", "--force")
    assert "holds other things than a model" in one_error(run)
    assert (tmp_path / "thesis" / "chapter.txt").read_text() == "years of work"


@pytest.mark.parametrize("force", [[], ["--force"]])
def test_a_file_is_no_output(
    one_error: OneError, dualuse_command: Command, corpus: Path, tmp_path: Path, force: list[str]
) -> None:
    (tmp_path / "model").write_text("mine")
    run = dualuse_command("train", corpus, "-o", tmp_path / "model", *force)
    assert "is a file; name a folder" in one_error(run)
    assert (tmp_path / "model").read_text() == "mine"


@pytest.mark.parametrize(
    ("data", "options", "told"),
    [
        ("corpus", ["--model", "forest"], "'forest' is no model that can be trained"),
        ("nowhere", [], "is no corpus folder"),
        ("things.csv", [], "for a table of your own name its --label-column"),
        ("nowhere.csv", ["--label-column", "kind"], "nowhere.csv"),
        ("things.csv", ["--label-column", "sort"], "no column 'sort'"),
        ("things.csv", ["--label-column", "kind", "--text-column", "x"], "no column 'x'"),
        ("alike.csv", ["--label-column", "kind"], "only the label 'fruit'; two are needed"),
        ("few.csv", ["--label-column", "kind"], "too few to learn from"),
        ("signs.csv", ["--label-column", "kind", "--text-column", "text"], "holds a word"),
        ("wrong", [], "6-1: relevance 'hgih' is none of none, low, medium, high"),
        ("broken", [], "line 1: not JSON"),
    ],
)
def test_what_cannot_be_learnt_is_one_sentence_and_leaves_nothing(
    one_error: OneError,
    dualuse_command: Command,
    corpus: Path,
    table: Path,
    few_products: list[LabelledProduct],
    data: str,
    options: list[str],
    told: str,
) -> None:
    folder = table.parent
    rows = {"alike": ["apple,fruit"] * 9, "few": ["apple,fruit", "saw,tool"]}
    rows["signs"] = [f"{sign},{sign in '!?+*'}" for sign in "!?+*#~$%&"]
    for name, lines in rows.items():
        (folder / f"{name}.csv").write_text("\n".join(["text,kind", *lines]) + "\n", "utf-8")
    wrong = {**asdict(few_products[0]), "id": "6-1", "relevance": "hgih"}
    for name, line in (("wrong", json.dumps(wrong)), ("broken", "{")):
        (folder / name / "products").mkdir(parents=True)
        (folder / name / "products" / "6.jsonl").write_text(line + "\n", "utf-8")
    source = corpus if data == "corpus" else folder / data
    before = sorted(folder.iterdir())
    run = dualuse_command("train", source, *options, "-o", folder / "deep" / "model")
    assert told in one_error(run)
    assert sorted(folder.iterdir()) == before


def test_labels_without_a_table_are_one_sentence(
    one_error: OneError, dualuse_command: Command, tmp_path: Path
) -> None:
    for command in (("train", "-o", tmp_path / "model"), ("evaluate",)):
        run = dualuse_command(*command, "--label-column", "kind")
        assert "--label-column needs a table" in one_error(run)


def test_an_unknown_task_is_wrong_usage(dualuse_command: Command, tmp_path: Path) -> None:
    assert dualuse_command("train", "--task", "wine", "-o", tmp_path / "model").status == 2
    assert dualuse_command("train").status == 2
