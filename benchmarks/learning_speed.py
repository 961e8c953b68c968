"""How well an encoder answers after each epoch, by recipe: what optimizer, depth and batch bring.

    python benchmarks/learning_speed.py FOLDER_OF_BASE [RECIPE.toml ...] [--share 4] [--work FOLDER]

Each recipe (a file, or a name; without any, `default`) learns from the products of every so many-th
family on one core, a quarter of these held out. Printed are the figure that chooses epochs (the
mean of category accuracy and AUROC of listed goods, held out) and the minutes so far. --work keeps
the state of each run: one that was killed goes on at its last epoch.
"""

import argparse
import tempfile
import time
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import torch

from dualuse.corpus.control_lists.store import load_entries
from dualuse.corpus.records import LabelledProduct
from dualuse.corpus.store import load_products
from dualuse.training.encoder.loop import fine_tune
from dualuse.training.encoder.network import new_network
from dualuse.training.encoder.recipe import Recipe, read_recipe
from dualuse.training.encoder.run import screening_texts
from dualuse.training.encoder.switching import list_names

HELD_OUT = 0.25


def main() -> None:
    parser = argparse.ArgumentParser(description="What recipes learn in how much time.")
    parser.add_argument("base", type=Path, help="Folder of the base encoder.")
    parser.add_argument("recipes", nargs="*", default=["default"])
    parser.add_argument("--share", type=int, default=4, help="Every so many-th family.")
    parser.add_argument("--work", type=Path, help="Folder for the state of the runs.")
    options = parser.parse_args()
    torch.set_num_threads(1)
    products = part(load_products(), options.share)
    print(f"{len(products)} products of every {options.share}th family, {HELD_OUT:.0%} held out")
    print(f"{'recipe':32}{'epoch':>6}{'loss':>9}{'held out':>10}{'minutes':>9}")
    with tempfile.TemporaryDirectory() as folder:
        for name in options.recipes:
            if read_recipe(name).learning.teacher:
                parser.error(f"{name} wants a teacher: here all begin from the base")
            work = (options.work or Path(folder)) / Path(name).stem
            learn(name, alone(read_recipe(name)), products, options.base, work)


def part(products: Sequence[LabelledProduct], share: int) -> list[LabelledProduct]:
    """The products of every so many-th family, in the order of their names."""
    kept = set(sorted({product.group for product in products})[::share])
    return [product for product in products if product.group in kept]


def alone(recipe: Recipe) -> Recipe:
    """The recipe on products alone, in one process, to its last epoch."""
    learning = replace(recipe.learning, processes=1, threads=1, patience=recipe.learning.epochs)
    texts = replace(recipe.texts, tasks=("products",), held_out=HELD_OUT, list_terms=False)
    return replace(recipe, learning=learning, texts=texts)


def learn(
    name: str, recipe: Recipe, products: Sequence[LabelledProduct], base: Path, work: Path
) -> None:
    """Print a line after each epoch."""
    texts = screening_texts(products, [], recipe)
    known = [*texts.learn.texts, *texts.held_out.texts]
    network, tokenizer = new_network(recipe.network, base, texts.questions, known)
    start = time.monotonic()
    for epoch in fine_tune(
        network,
        tokenizer,
        texts.learn,
        texts.held_out,
        texts.questions,
        recipe,
        work,
        list_names(load_entries()),
    ):
        minutes = (time.monotonic() - start) / 60
        row = f"{epoch.number:6}{epoch.loss:9.3f}{epoch.score:10.4f}{minutes:9.1f}"
        print(f"{Path(name).stem:32}{row}", flush=True)


if __name__ == "__main__":
    main()
