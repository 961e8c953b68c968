"""How the linear model's scores grow with the number of labelled texts, as a table and a plot.

    python benchmarks/learning_curve.py products|policy [--plot FILE.svg] [--sizes 400,800,1600]

Of the training corpus ever larger random parts (whole families or events, each part within the
next) are learnt, and judged on the evaluation set: the aggregates alone. The plot needs the extra
`plots`.
"""

import argparse
from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TypeVar

import numpy as np

from dualuse.corpus.control_lists.store import VERSION
from dualuse.corpus.records import LabelledPolicy, LabelledProduct
from dualuse.corpus.store import load_policy, load_products
from dualuse.training.evaluate import evaluate_policy, evaluate_products
from dualuse.training.fit import fit_policy, fit_products
from dualuse.training.report import EvaluationReport, Figures

SHOWN = {
    "products": ("accuracy", "macro-F1", "AUROC", "relevance", "low-high", "code-1", "code-5"),
    "policy": ("accuracy", "kappa", "AUROC", "recall", "precision", "measures", "fields"),
}
SIZES = {"products": "400,800,1600,3200,6400", "policy": "100,200,400,800"}
NAMES = {
    "low-high": "lookalikes called high",
    "recall": "recall of high",
    "precision": "precision of high",
}
UNDRAWN = {"macro-F1"}

Record = TypeVar("Record", LabelledProduct, LabelledPolicy)
SEED = 20261124


def main() -> None:
    parser = argparse.ArgumentParser(description="Learning curve over labelled texts.")
    parser.add_argument("task", choices=SHOWN)
    parser.add_argument("--plot", type=Path, help="SVG or PNG file to draw.")
    parser.add_argument("--sizes", help="Numbers of texts; all is added.")
    options = parser.parse_args()
    sizes = [int(size) for size in (options.sizes or SIZES[options.task]).split(",")]
    shown = SHOWN[options.task]
    print(f"{options.task:>9}  {'  '.join(f'{name:>9}' for name in shown)}", flush=True)
    rows = []
    for size, report in reports(options.task, sizes):
        figures = report.sections[0].rows["all"]
        rows.append((size, figures))
        print(f"{size:9}  {'  '.join(f'{figures[name]:9.3f}' for name in shown)}", flush=True)
    if options.plot:
        draw(rows, [name for name in shown if name not in UNDRAWN], options.plot)


def reports(task: str, sizes: Sequence[int]) -> Iterator[tuple[int, EvaluationReport]]:
    """The evaluation of a model of each size."""
    if task == "products":
        products = load_products(evaluation=True)
        for part in nested_parts(load_products(), sizes):
            goods = fit_products(part, kind="linear", name="curve", lists=VERSION)
            yield len(part), evaluate_products(goods, products, "")
    else:
        documents = load_policy(evaluation=True)
        for papers in nested_parts(load_policy(), sizes):
            policy = fit_policy(papers, kind="linear", name="curve", lists=VERSION)
            yield len(papers), evaluate_policy(policy, documents, "")


def nested_parts(records: Sequence[Record], sizes: Sequence[int]) -> Iterator[list[Record]]:
    """Parts of whole groups in one random order, up to the group that fills each size, then all."""
    groups: dict[str, list[Record]] = defaultdict(list)
    for record in records:
        groups[record.group].append(record)
    names = sorted(groups)
    part: list[Record] = []
    waiting = sorted(sizes)
    for place in np.random.default_rng(SEED).permutation(len(names)):
        part += groups[names[place]]
        if waiting and waiting[0] <= len(part) < len(records):
            yield part
            waiting = [size for size in waiting if size > len(part)]
    yield part


def draw(rows: Sequence[tuple[int, Figures]], names: Sequence[str], path: Path) -> None:
    """The curves over the number of texts, on a scale of doublings."""
    from matplotlib.figure import Figure

    figure = Figure(figsize=(7, 4.5), layout="constrained")
    axes = figure.subplots()
    sizes = [size for size, _ in rows]
    for name in names:
        values = [figures[name] for _, figures in rows]
        axes.plot(sizes, values, marker="o", label=NAMES.get(name, name))
    axes.set_xscale("log", base=2)
    axes.set_xticks(sizes, [f"{size:,}" for size in sizes])
    axes.minorticks_off()
    axes.set_ylim(0, 1)
    axes.set_xlabel("labelled texts learnt")
    axes.set_ylabel("score on the evaluation set")
    axes.grid(alpha=0.3)
    axes.legend(loc="center left", bbox_to_anchor=(1, 0.5), frameon=False)
    path.parent.mkdir(parents=True, exist_ok=True)
    figure.savefig(path)


if __name__ == "__main__":
    main()
