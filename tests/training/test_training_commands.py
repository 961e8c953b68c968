import json
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path
from typing import Any

import pytest

from dualuse.corpus.records import LabelledPolicy, LabelledProduct
from dualuse.corpus.store import load_policy
from dualuse.models.labels import LabelModel
from dualuse.models.policy import PolicyModel
from dualuse.models.products import ProductModel

Command = Callable[..., Any]


@pytest.fixture(scope="module")
def corpus(
    few_products: list[LabelledProduct],
    few_documents: list[LabelledPolicy],
    tmp_path_factory: pytest.TempPathFactory,
) -> Path:
    """A corpus folder of the user's own, with an evaluation set of products alone."""
    folder = tmp_path_factory.mktemp("own")
    parts: dict[str, list[Any]] = {
        "products": few_products[::2],
        "policy": few_documents[::2],
        "evaluation/products": few_products[1::4],
    }
    for place, records in parts.items():
        (folder / place).mkdir(parents=True)
        lines = [json.dumps(asdict(record), ensure_ascii=False) + "\n" for record in records]
        (folder / place / "all.jsonl").write_text("".join(lines), "utf-8")
    return folder


@pytest.fixture
def table(tmp_path: Path) -> Path:
    """A table of things, one row of it without a label."""
    rows = [f"{word} {name},{kind}" for kind, name in KINDS for word in ("red", "old", "big", "")]
    path = tmp_path / "things.csv"
    path.write_text("\n".join(["description,kind", *rows, "nameless,"]) + "\n", "utf-8")
    return path


KINDS = [("fruit", "apple"), ("fruit", "pear"), ("tool", "saw"), ("tool", "drill")]


def one_error(run: Any) -> str:
    """The one sentence of a run that failed as it should."""
    assert run.status == 1
    assert run.out == ""
    lines = run.err.splitlines()
    assert lines[-1].startswith("Error: ")
    assert "Traceback" not in run.err
    return lines[-1]


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
    assert left_out == "1 rows without a text or a label are left out"
    assert done.endswith("2 labels from 16 texts")
    assert LabelModel.load(tmp_path / "model").predict(["green apple"])[0][0] == "fruit"


def test_an_existing_output_is_kept(dualuse_command: Command, corpus: Path, tmp_path: Path) -> None:
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
    dualuse_command: Command, corpus: Path, tmp_path: Path
) -> None:
    (tmp_path / "thesis").mkdir()
    (tmp_path / "thesis" / "chapter.txt").write_text("years of work")
    run = dualuse_command("train", corpus, "-o", tmp_path / "thesis", "--force")
    assert "holds other things than a model" in one_error(run)
    assert (tmp_path / "thesis" / "chapter.txt").read_text() == "years of work"


@pytest.mark.parametrize("force", [[], ["--force"]])
def test_a_file_is_no_output(
    dualuse_command: Command, corpus: Path, tmp_path: Path, force: list[str]
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


def test_labels_without_a_table_are_one_sentence(dualuse_command: Command, tmp_path: Path) -> None:
    for command in (("train", "-o", tmp_path / "model"), ("evaluate",)):
        run = dualuse_command(*command, "--label-column", "kind")
        assert "--label-column needs a table" in one_error(run)


def test_evaluate_a_model_on_ones_own_corpus(
    dualuse_command: Command,
    corpus: Path,
    product_folder: Path,
    few_products: list[LabelledProduct],
) -> None:
    run = dualuse_command("evaluate", corpus, "--model", product_folder, "--json")
    assert (run.status, run.err) == (0, "")
    (line,) = run.out.splitlines()
    report = json.loads(line)
    assert report["model"] == "tiny"
    assert report["sections"]["products"]["all"]["texts"] == len(few_products[1::4])
    assert report["sections"]["products"]["all"]["accuracy"] > 0.9  # it learnt these rows


def test_evaluate_prints_tables(
    dualuse_command: Command, corpus: Path, product_folder: Path
) -> None:
    run = dualuse_command("evaluate", corpus, "--model", product_folder)
    assert run.out.startswith("tiny on the evaluation set ")
    titles = [table.split()[0] for table in run.out.split("\n\n")[1:] if table.strip()]
    assert titles[:5] == ["products", "language", "category", "relevance", "style"]
    assert titles[-1] == "decision"


def test_evaluate_the_shipped_set_for_the_task_of_the_model(
    dualuse_command: Command, policy_folder: Path
) -> None:
    run = dualuse_command("evaluate", "--model", policy_folder, "--json")
    (report,) = map(json.loads, run.out.splitlines())
    assert report["sections"]["policy"]["all"]["texts"] == len(load_policy(evaluation=True))


def test_evaluate_all_tasks_and_one_kind(dualuse_command: Command) -> None:
    run = dualuse_command("evaluate", "--model", "majority", "--json")
    products, policy = map(json.loads, run.out.splitlines())
    assert "category" in products["sections"]
    assert "form" in policy["sections"]
    assert run.err.count("training the majority model") == 2


def test_evaluate_only_the_task_that_a_corpus_has(dualuse_command: Command, corpus: Path) -> None:
    run = dualuse_command("evaluate", corpus, "--model", "majority", "--json")
    assert run.status == 0
    (report,) = map(json.loads, run.out.splitlines())
    assert "products" in report["sections"]


def test_development_compares_kinds_on_held_out_families(
    dualuse_command: Command, corpus: Path
) -> None:
    run = dualuse_command("evaluate", corpus, "--development", "--task", "products", "--json")
    assert (run.status, run.err) == (0, "")
    linear, majority = map(json.loads, run.out.splitlines())
    assert linear["texts"].startswith("linear, held-out")
    figures = [each["sections"]["products"]["all"] for each in (linear, majority)]
    assert figures[0]["texts"] == figures[1]["texts"] < 60
    assert figures[0]["macro-F1"] > figures[1]["macro-F1"]


def test_evaluate_own_labels(dualuse_command: Command, table: Path, tmp_path: Path) -> None:
    labels = ("--label-column", "kind")
    dualuse_command("train", table, *labels, "-o", tmp_path / "model")
    run = dualuse_command("evaluate", table, *labels, "--model", tmp_path / "model", "--json")
    assert run.err == "1 rows without a text or a label are left out\n"
    assert json.loads(run.out)["sections"]["labels"]["all"]["accuracy"] == 1


def test_evaluate_a_product_model_on_a_table(
    dualuse_command: Command,
    product_folder: Path,
    few_products: list[LabelledProduct],
    tmp_path: Path,
) -> None:
    lines = [json.dumps({"text": p.text, "field": p.category}) + "\n" for p in few_products[::9]]
    (tmp_path / "rows.jsonl").write_text("".join(lines), "utf-8")
    run = dualuse_command(
        "evaluate", tmp_path / "rows.jsonl", "--label-column", "field", "--model", product_folder,
        "--json",
    )  # fmt: skip
    assert json.loads(run.out)["sections"]["labels"]["all"]["accuracy"] > 0.9


def test_a_page_shows_what_a_model_can_do(
    dualuse_command: Command, corpus: Path, product_folder: Path, tmp_path: Path
) -> None:
    page = tmp_path / "report.html"
    run = dualuse_command("evaluate", corpus, "--model", product_folder, "--html", page)
    assert run.status == 0
    assert "all 97.5%" in run.out
    assert run.err.splitlines()[-1].startswith(f"{page}: ")
    text = page.read_text("utf-8")
    for title in ("Families that the model has not seen", "Attacks with noise", "Size and speed"):
        assert f">{title}</h3>" in text
    assert "Against the other model" not in text
    # The tiny model learnt these rows.
    assert 'class="h5"' in text


def test_a_model_in_place_of_the_data_is_the_model(
    dualuse_command: Command, policy_folder: Path
) -> None:
    run = dualuse_command("evaluate", policy_folder, "--json")
    assert json.loads(run.out)["model"] == "tiny"


def test_a_comparison_with_another_model(
    dualuse_command: Command, corpus: Path, product_folder: Path, tmp_path: Path
) -> None:
    page = tmp_path / "report.html"
    dualuse_command("train", corpus, "--model", "majority", "-o", tmp_path / "old")
    run = dualuse_command(
        "evaluate", corpus, "--model", product_folder, "--against", tmp_path / "old", "--json",
        "--html", page,
    )  # fmt: skip
    assert run.status == 0
    found = json.loads(run.out)
    row = found["sections"]["figure"]["accuracy"]
    assert row["new"] > 0.9 > row["old"]
    assert row["2.5%"] > 0
    right = sum(
        each["new right"] - each["old right"] for each in found["sections"]["label"].values()
    )
    assert right == len(found["better"]) - len(found["worse"])
    assert ">Against the other model</h3>" in page.read_text("utf-8")


def test_own_labels_are_compared_and_drawn(
    dualuse_command: Command, table: Path, tmp_path: Path
) -> None:
    labels = ("--label-column", "kind")
    for kind in ("linear", "majority"):
        dualuse_command("train", table, *labels, "--model", kind, "-o", tmp_path / kind)
    run = dualuse_command(
        "evaluate", table, *labels, "--model", tmp_path / "linear",
        "--against", tmp_path / "majority", "--html", tmp_path / "page.html",
    )  # fmt: skip
    assert run.status == 0
    assert run.out.startswith("linear-")
    assert "became right: 8 texts" in run.out
    assert "labels</h2>" in (tmp_path / "page.html").read_text("utf-8")
    card = json.loads((tmp_path / "linear" / "card.json").read_text("utf-8"))
    assert card["held_out"]["texts of the table"]["all"]["texts"] == 16


def test_transfer_to_a_language_that_was_not_learnt(dualuse_command: Command, corpus: Path) -> None:
    arguments = ("evaluate", corpus, "--task", "products", "--without-language", "zh", "--json")
    run = dualuse_command(*arguments)
    assert run.status == 0
    rows = json.loads(run.out)["sections"]["transfer"]
    assert set(rows) == {
        f"{test}, learnt {with_or_without} zh"
        for test in ("held-out", "evaluation")
        for with_or_without in ("with", "without")
    }
    for test in ("held-out", "evaluation"):
        counts = {rows[f"{test}, learnt {each} zh"]["texts"] for each in ("with", "without")}
        assert len(counts) == 1
    answers = [rows[f"evaluation, learnt {each} zh"]["AUROC"] for each in ("with", "without")]
    assert answers[0] != answers[1]


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["{own}", "--model", "bert"], "unknown model 'bert': known are default, lite, linear"),
        (["{own}", "--model", "{own}"], "is no model folder"),
        (["{tmp}", "--model", "{products}"], "is no corpus folder"),
        (["--task", "policy", "--model", "{products}"], "model of 'products', not of policy"),
        (["{own}", "--development", "--model", "{products}"], "--model is one of linear, majority"),
        (["{table}", "--label-column", "kind", "--model", "{products}"], "label 'fruit'"),
        (["{table}", "--label-column", "kind", "--model", "{policy}"], "not of products"),
        (["{table}", "--label-column", "sort", "--model", "{products}"], "no column 'sort'"),
        (["{table}", "--model", "{products}"], "name its --label-column"),
        (["--model", "{labels}"], "evaluate it on a table with --label-column"),
        (["{own}", "--against", "linear"], "name it with --model"),
        (["{own}", "--without-language", "ko"], "the corpus has no texts in 'ko'; it has de, en"),
        (["{own}", "--without-language", "ja", "--html", "x.html"], "leave out --html"),
        (["{own}", "--without-language", "ja", "--model", "{products}"], "leave out --model"),
    ],
)
def test_what_cannot_be_evaluated_is_one_sentence(
    dualuse_command: Command,
    corpus: Path,
    table: Path,
    product_folder: Path,
    policy_folder: Path,
    arguments: list[str],
    told: str,
) -> None:
    places = {"own": corpus, "table": table, "products": product_folder, "policy": policy_folder}
    places |= {"labels": table.parent / "labels", "tmp": table.parent}
    if "{labels}" in arguments:
        dualuse_command(
            "train", table, "--label-column", "kind", "--model", "majority", "-o", places["labels"]
        )
    run = dualuse_command("evaluate", *(argument.format(**places) for argument in arguments))
    assert told in one_error(run)


def test_an_unknown_task_is_wrong_usage(dualuse_command: Command, tmp_path: Path) -> None:
    assert dualuse_command("train", "--task", "wine", "-o", tmp_path / "model").status == 2
    assert dualuse_command("train").status == 2
