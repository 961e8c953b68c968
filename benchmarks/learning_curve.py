"""How the linear model's scores grow with the number of labelled products, as a table and a plot.

    python benchmarks/learning_curve.py [--plot FILE.svg] [--sizes 400,800,1600]

Of the training corpus ever larger random parts (whole families, each part within the next) are
learnt, and judged on the evaluation set: the aggregates alone. The plot needs the extra `plots`.
"""

import argparse
from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np

from dualuse.corpus.control_lists.store import VERSION
from dualuse.corpus.records import LabelledProduct
from dualuse.corpus.store import load_products
from dualuse.training.evaluate import evaluate_products
from dualuse.training.fit import fit_products
from dualuse.training.report import Figures

SHOWN = ("accuracy", "macro-F1", "AUROC", "relevance", "low-high", "code-1", "code-5")
SIZES = "400,800,1600,3200,6400"
SEED = 20261124


def main() -> None:
    parser = argparse.ArgumentParser(description="Learning curve over products.")
    parser.add_argument("--plot", type=Path, help="SVG or PNG file to draw.")
    parser.add_argument("--sizes", default=SIZES, help="Numbers of products; all is added.")
    options = parser.parse_args()
    sizes = [int(size) for size in options.sizes.split(",")]
    tests = load_products(evaluation=True)
    print(f"{'products':>9}  {'  '.join(f'{name:>9}' for name in SHOWN)}", flush=True)
    rows = []
    for part in nested_parts(load_products(), sizes):
        model = fit_products(part, kind="linear", name="curve", lists=VERSION)
        figures = evaluate_products(model, tests, "").sections[0].rows["all"]
        rows.append((len(part), figures))
        shown = "  ".join(f"{figures[name]:9.3f}" for name in SHOWN)
        print(f"{len(part):9}  {shown}", flush=True)
    if options.plot:
        draw(rows, options.plot)


def nested_parts(
    products: Sequence[LabelledProduct], sizes: Sequence[int]
) -> Iterator[list[LabelledProduct]]:
    """Parts of whole families in one random order, up to each size, then all."""
    families: dict[str, list[LabelledProduct]] = defaultdict(list)
    for product in products:
        families[product.family].append(product)
    names = sorted(families)
    order = np.random.default_rng(SEED).permutation(len(names))
    shuffled = [product for place in order for product in families[names[place]]]
    for size in sizes:
        if size < len(shuffled):
            yield shuffled[:size]
    yield shuffled


def draw(rows: Sequence[tuple[int, Figures]], path: Path) -> None:
    """The curves over the number of products, which doubles from mark to mark."""
    from matplotlib.figure import Figure

    figure = Figure(figsize=(7, 4.5), layout="constrained")
    axes = figure.subplots()
    sizes = [size for size, _ in rows]
    for name in ("accuracy", "AUROC", "relevance", "code-1", "code-5", "low-high"):
        values = [figures[name] for _, figures in rows]
        label = {"low-high": "lookalikes called high"}.get(name, name)
        axes.plot(sizes, values, marker="o", label=label)
    axes.set_xscale("log", base=2)
    axes.set_xticks(sizes, [f"{size:,}" for size in sizes])
    axes.minorticks_off()
    axes.set_ylim(0, 1)
    axes.set_xlabel("labelled products learnt")
    axes.set_ylabel("score on the evaluation set")
    axes.grid(alpha=0.3)
    axes.legend(loc="center left", bbox_to_anchor=(1, 0.5), frameon=False)
    path.parent.mkdir(parents=True, exist_ok=True)
    figure.savefig(path)


if __name__ == "__main__":
    main()
