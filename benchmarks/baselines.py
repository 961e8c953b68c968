"""The table of the benchmark: baselines and the linear model on the evaluation set.

    python benchmarks/baselines.py [--lists FOLDER]

Prints Markdown, each figure with its 95 % bootstrap interval. The nearest list paragraph needs the
official lists (`--lists`, default: `../shared/data/lists`) and is left out, with a word, without.
"""

import argparse
from collections.abc import Iterator, Sequence
from pathlib import Path

from nearest_paragraph import nearest_policy, nearest_products, read_lists

from dualuse.corpus import store
from dualuse.corpus.version import lists_version
from dualuse.models.policy import PolicyModel
from dualuse.models.products import ProductModel
from dualuse.training.evaluate import evaluate_policy, evaluate_products
from dualuse.training.fit import fit_policy, fit_products
from dualuse.training.report import EvaluationReport, Figures

LISTS = Path(__file__).parents[2] / "shared" / "data" / "lists"
PRODUCT_COLUMNS = ("accuracy", "macro-F1", "AUROC", "low-high", "code-1", "code-5", "ECE")
POLICY_COLUMNS = ("accuracy", "kappa", "recall", "precision", "AUROC", "measures", "fields")


def product_models(lists: Path) -> Iterator[ProductModel]:
    products = store.load_products()
    yield fit_products(products, kind="majority", name="majority", lists=lists_version())
    if lists.is_dir():
        yield nearest_products(read_lists(lists), products)
    yield fit_products(products, kind="linear", name="linear", lists=lists_version())


def policy_models(lists: Path) -> Iterator[PolicyModel]:
    documents = store.load_policy()
    yield fit_policy(documents, kind="majority", name="majority", lists=lists_version())
    if lists.is_dir():
        yield nearest_policy(read_lists(lists), documents)
    yield fit_policy(documents, kind="linear", name="linear", lists=lists_version())


def print_table(reports: Sequence[EvaluationReport], columns: Sequence[str]) -> None:
    print("| model | texts | " + " | ".join(columns) + " |")
    print("|---|---:|" + "---|" * len(columns))
    for report in reports:
        for section in report.sections:
            if section.title not in {"products", "policy", "classification"}:
                continue
            for name in (row for row in section.rows if f"{row} 2.5%" in section.rows):
                low, high = section.rows[f"{name} 2.5%"], section.rows[f"{name} 97.5%"]
                cells = [_cell(column, section.rows[name], low, high) for column in columns]
                part = "" if name == "all" else f", {name}"
                count = section.rows[name]["texts"]
                print(f"| {report.model}{part} | {count} | " + " | ".join(cells) + " |")


def _cell(column: str, value: Figures, low: Figures, high: Figures) -> str:
    if value[column] != value[column]:  # NaN
        return "–"
    return f"{value[column]:.3f} ({low[column]:.2f}–{high[column]:.2f})"


def main() -> None:
    parser = argparse.ArgumentParser(description="Baselines on the evaluation set, in Markdown.")
    parser.add_argument("--lists", type=Path, default=LISTS, help="Folder of the official lists.")
    lists = parser.parse_args().lists
    if not lists.is_dir():
        print(f"{lists} is absent: without the nearest list paragraph\n")
    products = store.load_products(evaluation=True)
    goods = [
        evaluate_products(model, products, "evaluation", with_intervals=True)
        for model in product_models(lists)
    ]
    print_table(goods, PRODUCT_COLUMNS)
    print()
    documents = store.load_policy(evaluation=True)
    papers = [
        evaluate_policy(model, documents, "evaluation", with_intervals=True)
        for model in policy_models(lists)
    ]
    print_table(papers, POLICY_COLUMNS)


if __name__ == "__main__":
    main()
