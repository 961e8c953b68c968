"""Our training of any label set against the standard recipe, on Banking77.

    python benchmarks/banking77.py FOLDER_OF_BASE [--epochs 5] [--train 2000] [--threads 1]

Both fine-tune the same encoder for the same number of epochs on the same texts, and are judged on
the same test set. Ours is what `dualuse train --label-column category --base FOLDER_OF_BASE` does,
except that its recipe keeps all layers and trains them all, as theirs does; theirs is a plain
`AutoModelForSequenceClassification`, cross-entropy, AdamW at 5e-5 with a linear decay, no more.
Each half's result is kept in --work: a run that was killed goes on with the half it was in, and
ours at its last epoch. The texts are `banking77_train.csv` and `banking77_test.csv` in the folder
--data (Casanueva et al. 2020, "Efficient Intent Detection with Dual Sentence Encoders").
"""

import argparse
import json
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np

from dualuse.training.default import cache_folder
from dualuse.training.encoder.recipe import Recipe
from dualuse.training.label_encoder import fit_label_encoder
from dualuse.training.metrics import accuracy, macro_f1
from dualuse.training.tabular import LabelledTexts, fit_labels, read_labelled

DATA = Path(__file__).parents[1].parent / "shared" / "data" / "bench"
SEED = 20261124
LEARNING_RATE = 5e-5
BATCH = 32
MOST_PIECES = 64


def main() -> None:
    parser = argparse.ArgumentParser(description="Our training against the standard recipe.")
    parser.add_argument("base", type=Path, help="Folder of the base encoder.")
    parser.add_argument("--epochs", type=int, default=5)
    parser.add_argument("--train", type=int, help="Learn from so many texts only.")
    parser.add_argument("--threads", type=int, default=0, help="Threads of torch; 0: all.")
    parser.add_argument("--data", type=Path, default=DATA)
    parser.add_argument("--work", type=Path, help="Folder for results and the state of a run.")
    options = parser.parse_args()
    table = read_labelled(options.data / "banking77_train.csv", ["text"], "category")
    test = read_labelled(options.data / "banking77_test.csv", ["text"], "category")
    if options.train:
        table = part(table, options.train)
    named = f"banking77-{options.base.name}-{len(table.texts)}-{options.epochs}"
    work = options.work or cache_folder() / named
    work.mkdir(parents=True, exist_ok=True)
    print(f"{len(table.texts)} texts to learn, {len(test.texts)} to test, {options.epochs} epochs")
    print(f"{'':32}{'accuracy':>10}{'macro-F1':>10}{'minutes':>9}")
    halves: dict[str, Callable[[], list[str]]] = {
        "linear, no encoder": lambda: linear(table, test),
        "standard recipe": lambda: standard(options, table, test),
        "dualuse train --base": lambda: ours(options, table, test, work),
    }
    for name, run in halves.items():
        print_half(name, run, test, work)


def part(table: LabelledTexts, count: int) -> LabelledTexts:
    """So many texts of a table, drawn by a fixed seed."""
    chosen = sorted(np.random.default_rng(SEED).permutation(len(table.texts))[:count].tolist())
    texts, labels = (tuple(each[k] for k in chosen) for each in (table.texts, table.labels))
    return replace(table, texts=texts, labels=labels)


def print_half(name: str, run: Callable[[], list[str]], test: LabelledTexts, work: Path) -> None:
    """The figures of a half, run now unless its result is kept."""
    kept = work / f"{name.replace(' ', '-')}.json"
    if not kept.exists():
        start = time.monotonic()
        found = run()
        result = {"found": found, "minutes": (time.monotonic() - start) / 60}
        kept.write_text(json.dumps(result), "utf-8")
    result = json.loads(kept.read_text("utf-8"))
    scores = accuracy(test.labels, result["found"]), macro_f1(test.labels, result["found"])
    row = "".join(f"{score:10.4f}" for score in scores)
    print(f"{name:32}{row}{result['minutes']:9.1f}", flush=True)


def linear(table: LabelledTexts, test: LabelledTexts) -> list[str]:
    return [label for label, _ in fit_labels(table, "linear").predict(test.texts)]


def ours(
    options: argparse.Namespace, table: LabelledTexts, test: LabelledTexts, work: Path
) -> list[str]:
    recipe = Recipe()
    recipe = replace(
        recipe,
        network=replace(
            recipe.network, base=str(options.base), layers=0, pieces=0, frozen_layers=0
        ),
        learning=replace(
            recipe.learning,
            epochs=options.epochs,
            patience=options.epochs,
            threads=options.threads,
            batch=BATCH,
        ),
        texts=replace(recipe.texts, max_pieces=MOST_PIECES, noise=0.0),
    )
    model = fit_label_encoder(table, recipe, work / "ours", say)
    return [label for label, _ in model.predict(test.texts)]


def standard(options: argparse.Namespace, table: LabelledTexts, test: LabelledTexts) -> list[str]:
    """Plain fine-tuning, as the documentation of transformers shows it."""
    import torch
    from transformers import AutoModelForSequenceClassification, AutoTokenizer, get_scheduler

    torch.set_num_threads(options.threads or torch.get_num_threads())
    torch.manual_seed(SEED)
    names = sorted(set(table.labels))
    make = AutoModelForSequenceClassification.from_pretrained
    network = make(options.base, num_labels=len(names))
    cut = AutoTokenizer.from_pretrained(options.base)

    def batch(texts: Sequence[str]) -> dict[str, torch.Tensor]:
        tensors: dict[str, torch.Tensor] = cut(
            list(texts), padding=True, truncation=True, max_length=MOST_PIECES, return_tensors="pt"
        )
        return tensors

    optimizer = torch.optim.AdamW(network.parameters(), lr=LEARNING_RATE)
    steps = options.epochs * -(-len(table.texts) // BATCH)
    schedule = get_scheduler("linear", optimizer, 0, steps)
    chance = np.random.default_rng(SEED)
    network.train()
    for epoch in range(options.epochs):
        order = chance.permutation(len(table.texts)).tolist()
        for start in range(0, len(order), BATCH):
            places = order[start : start + BATCH]
            truth = torch.tensor([names.index(table.labels[place]) for place in places])
            loss = network(**batch([table.texts[k] for k in places]), labels=truth).loss
            loss.backward()
            torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            optimizer.step()
            schedule.step()
            optimizer.zero_grad()
        say(f"standard recipe, epoch {epoch + 1} of {options.epochs}: loss {loss.item():.3f}")
    return [names[place] for place in likeliest(network, batch, test.texts)]


def likeliest(
    network: Any, batch: Callable[[Sequence[str]], Any], texts: Sequence[str]
) -> list[int]:
    """The place of the likeliest label of each text."""
    import torch

    network.eval()
    places: list[int] = []
    with torch.inference_mode():
        for start in range(0, len(texts), BATCH):
            scores = network(**batch(texts[start : start + BATCH])).logits
            places += scores.argmax(dim=1).tolist()
    return places


def say(text: str) -> None:
    print(text, file=sys.stderr, flush=True)


if __name__ == "__main__":
    main()
