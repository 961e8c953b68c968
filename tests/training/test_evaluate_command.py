import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from dualuse.corpus.records import LabelledProduct
from dualuse.corpus.store import load_policy
from dualuse.training import judging

Command = Callable[..., Any]
OneError = Callable[[Any], str]


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
    assert run.err == "1 row without a text or a label is left out\n"
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
    assert "Against other models" not in text
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
    assert ">Against other models</h3>" in page.read_text("utf-8")


def test_several_models_side_by_side(
    dualuse_command: Command, corpus: Path, product_folder: Path, tmp_path: Path
) -> None:
    page = tmp_path / "report.html"
    for kind in ("majority", "linear"):
        dualuse_command("train", corpus, "--model", kind, "-o", tmp_path / kind)
    olds = [tmp_path / kind for kind in ("majority", "linear")]
    run = dualuse_command(
        "evaluate", corpus, "--model", product_folder, "--json", "--html", page,
        "--against", olds[0], "--against", olds[1],
    )  # fmt: skip
    assert run.status == 0
    table, *pairs = map(json.loads, run.out.splitlines())
    rows = table["sections"]["side by side"]
    assert [pair["names"]["old"] for pair in pairs] == [str(old) for old in olds]
    for pair in pairs:
        figures, old = pair["sections"]["figure"], pair["names"]["old"]
        assert rows[old] == {name: row["old"] for name, row in figures.items()}
        assert rows[str(product_folder)] == {name: row["new"] for name, row in figures.items()}
        below = rows[f"{product_folder} less {old}, 2.5%"]
        assert below == {name: row["2.5%"] for name, row in figures.items()}
    drawn = page.read_text("utf-8")
    assert all(f"<h4>Against {old} (" in drawn for old in olds)
    assert drawn.count(">side by side</th>") == 1


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
    assert f"{tmp_path / 'linear'} (linear-" in run.out
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
    answers = [rows[f"evaluation, learnt {each} zh"] for each in ("with", "without")]
    assert answers[0] != answers[1]


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["{own}", "--model", "bert"], "unknown model 'bert': known are default, lite, linear"),
        (["{own}", "--model", "{own}"], "is no model folder"),
        (["{tmp}", "--model", "{products}"], "is no corpus folder"),
        (["--task", "policy", "--model", "{products}"], "model of 'products', not of policy"),
        (["{table}", "--label-column", "kind", "--model", "{products}"], "label 'fruit'"),
        (["{table}", "--label-column", "kind", "--model", "{policy}"], "not of products"),
        (["{table}", "--label-column", "sort", "--model", "{products}"], "no column 'sort'"),
        (["{table}", "--model", "{products}"], "name its --label-column"),
        (["--model", "{labels}"], "evaluate it on a table with --label-column"),
        (["{own}", "--without-language", "ko"], "the corpus has no texts in 'ko'; it has de, en"),
    ],
)
def test_what_cannot_be_evaluated_is_one_sentence(
    one_error: OneError,
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


def test_a_wrong_name_to_compare_with_costs_no_evaluation(
    one_error: OneError,
    dualuse_command: Command,
    corpus: Path,
    product_folder: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def judged(*_: object) -> None:
        pytest.fail("the new model was judged before the old one was looked for")

    monkeypatch.setattr(judging, "judge_products", judged)
    for name in ("nosuch", corpus):
        arguments = ("evaluate", corpus, "--model", product_folder, "--against", name)
        assert str(name) in one_error(dualuse_command(*arguments))
