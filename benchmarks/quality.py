"""What each part of a product model brings, and what each step of making it small costs.

    python benchmarks/quality.py [--model default] [--base FOLDER] [--without-held-out]

Two tables of the parts, on families that no part has seen and on the evaluation set: the linear
model alone, with the control lists, with the votes of the nearest products, with the encoder on
every row, the cascade (encoder only where it can change the answer), and the encoder alone. The
first table fits a linear model without those families, which takes minutes; the encoder and the
weights that join both are learnt without them anyway. Then a table of steps: the network as it was
fine-tuned where the model's folder keeps it, in seven bits, the cascade, the linear part alone;
with --base also the size of the base model whole, and cut.
"""

import argparse
import json
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from dualuse.corpus.labels import REGIMES
from dualuse.corpus.records import LabelledProduct
from dualuse.corpus.store import load_products
from dualuse.corpus.version import lists_version
from dualuse.models.believed import believed_evidence, code_shares
from dualuse.models.cascade import Cascade, LeastDoubt, asked_about
from dualuse.models.classifier import Probabilities
from dualuse.models.linear import LinearClassifier
from dualuse.models.list_evidence import with_lists
from dualuse.models.persistence import Place
from dualuse.models.products import ProductModel
from dualuse.models.questions import PRODUCT_QUESTIONS
from dualuse.models.reading import ProductReading
from dualuse.training.default import model_place, product_model
from dualuse.training.encoder.run import NETWORK
from dualuse.training.figures import answer_figures
from dualuse.training.fit import fit_products
from dualuse.training.sizes import part_sizes
from dualuse.training.stacking import HeldOutScores, answered_apart, with_encoder
from dualuse.training.unseen import held_out_examples

SHOWN = ("accuracy", "macro-F1", "AUROC", "relevance", "low-high", "ECE", "ECE-high")
Products = Sequence[LabelledProduct]


def say(text: str) -> None:
    print(text, file=sys.stderr, flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(description="Ablation of a product model, and its steps.")
    parser.add_argument("--model", default="default", help="A name, or a model folder.")
    parser.add_argument("--base", type=Path, help="The folder of its base model, for sizes.")
    parser.add_argument("--without-held-out", action="store_true", help="The evaluation set only.")
    options = parser.parse_args()
    model = product_model(options.model, say)
    tests = load_products(evaluation=True)
    if not options.without_held_out:
        held_out_table(model)
    print_parts(f"{len(tests)} texts of the evaluation set", model, tests)
    print_steps(model, model_place(options.model, "products", say), tests, options.base)


def held_out_table(model: ProductModel) -> None:
    """The parts on families that none of them has seen."""
    found = held_out_examples(model)
    if found is None or model.cascade is None:
        say(f"{model.name} has no encoder with families of its own held out: no such table")
        return
    kept = {example.id for example in found[0]}
    products = load_products()
    unseen = [product for product in products if product.id in kept]
    families = {product.family for product in unseen}
    learnt = [product for product in products if product.family not in families]
    say(f"fitting a linear model on {len(learnt)} products, without {len(families)} families")
    linear = fit_products(learnt, kind="linear", name="ablation", lists=lists_version())
    print_parts(f"{len(unseen)} products of families held out", linear, unseen, model.cascade)


@dataclass(frozen=True)
class Answered:
    """What a model with some of its parts says of texts."""

    part: str
    answers: Probabilities


def answered(
    model: ProductModel, products: Products, cascade: Cascade | None, *, apart: bool
) -> Iterator[Answered]:
    """The answers of each set of parts; `apart`: joined by weights learnt from other families."""
    texts = [product.text for product in products]
    classifier, precedents = model.classifier, model.precedents
    if not isinstance(classifier, LinearClassifier) or precedents is None:
        raise SystemExit(f"{model.name} is no linear model with precedents: no parts to tell apart")
    vectors = classifier.features_.transform(texts)
    plain = classifier.calibration_.apply(classifier.scores(vectors))
    yield Answered("linear", plain)
    consulted = precedents.consult(texts, vectors, plain)
    moved = with_lists(consulted.lists.evidence, plain, precedents.list_weights)
    yield Answered("+ lists", moved)
    yield Answered("+ votes of neighbours", consulted.answers)
    if cascade is None:
        return
    columns = [cascade.encoder.questions.index(question) for question in PRODUCT_QUESTIONS]
    scores = cascade.encoder.scores(texts)
    codes, limit = code_shares(cascade.encoder.questions, scores), cascade.least_doubt
    evidence = believed_evidence(consulted.lists, codes)
    joint = cascade.joined(consulted.answers, scores, evidence)
    if apart:
        seen = HeldOutScores(tuple(products), consulted.answers, scores[:, columns], evidence)
        _, joint = answered_apart(seen)
        if made := with_encoder(model, cascade.encoder, seen, "ablation").cascade:
            limit = made.least_doubt
    yield Answered("+ encoder on every row", joint)
    asked = asked_about(consulted.answers, limit)
    yield Answered(
        f"cascade (asked of {asked.mean():.0%})",
        np.where(asked[:, None], joint, consulted.answers).astype(np.float32),
    )
    alone = cascade.encoder.calibration.apply(scores)[:, columns]
    yield Answered("encoder alone", alone)


def figures(products: Products, answers: Probabilities) -> dict[str, float]:
    reading = ProductReading(PRODUCT_QUESTIONS, answers)
    control = reading.control_probability(REGIMES)
    said = [reading.judgement(row, REGIMES, float(control[row])) for row in range(len(products))]
    return dict(answer_figures(products, said))


def print_parts(
    title: str, model: ProductModel, products: Products, cascade: Cascade | None = None
) -> None:
    apart = cascade is not None
    print(f"\n{title}\n{'':26}{''.join(name.rjust(11) for name in SHOWN)}")
    for each in answered(model, products, cascade or model.cascade, apart=apart):
        row = figures(products, each.answers)
        print(f"{each.part:26}{''.join(f'{row[name]:11.3f}' for name in SHOWN)}", flush=True)


def print_steps(model: ProductModel, place: Place, tests: Products, base: Path | None) -> None:
    """Accuracy, AUROC, size and speed of each step; `-` where the parts at hand do not tell."""
    print(f"\n{'step':44}{'accuracy':>10}{'AUROC':>8}{'MB':>9}{'rows/s':>9}")
    sizes = part_sizes(place)
    network = Path(str(place)) / NETWORK
    for name, megabytes in cuts(base, network):
        print_step(name, None, megabytes, None)
    texts = [product.text for product in tests]
    if (network / "config.json").exists() and model.cascade:
        scores, speed = timed(lambda: network_scores(network, texts, model.cascade))
        row = figures(tests, scores)
        print_step(
            "fine-tuned network alone, 32 bits", row, sizes[NETWORK] / 1e6, speed * len(texts)
        )
    if model.cascade:
        encoder = model.cascade.encoder
        columns = [encoder.questions.index(question) for question in PRODUCT_QUESTIONS]
        answers, speed = timed(lambda: encoder.predict_proba(texts)[:, columns])
        size = len(encoder.graph) + len(encoder.tokenizer.encode())
        name = "encoder alone, 7 bits, embeddings 4"
        print_step(name, figures(tests, answers), size / 1e6, speed * len(texts))
        every = with_cascade(model, everywhere(model.cascade))
        print_judged("linear part and encoder on every row", every, tests, sizes, NETWORK)
        print_judged("cascade: encoder where it can matter", model, tests, sizes, NETWORK)
    print_judged(
        "linear part alone (lite)", with_cascade(model, None), tests, sizes, NETWORK, "cascade"
    )


def with_cascade(model: ProductModel, cascade: Cascade | None) -> ProductModel:
    """The model with another second part, or none."""
    parts = model.classifier, model.held_out, model.precedents
    return ProductModel(model.name, model.lists, *parts, cascade)


def everywhere(cascade: Cascade) -> Cascade:
    """The cascade that asks its encoder about every text."""
    weights = cascade.weights, cascade.list_weights
    return Cascade(cascade.encoder, *weights, LeastDoubt(0.0, 0.0), cascade.held_out)


def print_judged(
    name: str, model: ProductModel, tests: Products, sizes: dict[str, int], *without: str
) -> None:
    texts = [product.text for product in tests]
    said, speed = timed(lambda: model.judge(texts))
    size = sum(each for part, each in sizes.items() if part.partition("/")[0] not in without)
    print_step(name, dict(answer_figures(tests, said)), size / 1e6, speed * len(texts))


def timed(action: Callable[[], Any]) -> tuple[Any, float]:
    """What comes of it, and how often a second it can be done, the best of two."""
    best = float("inf")
    for _ in range(2):
        start = time.perf_counter()
        result = action()
        best = min(best, time.perf_counter() - start)
    return result, 1 / best


def network_scores(folder: Path, texts: Sequence[str], cascade: Cascade | None) -> NDArray[Any]:
    """The probabilities of the network as it was fine-tuned, in 32 bits, by torch."""
    import torch
    from transformers import AutoModelForSequenceClassification, AutoTokenizer
    from transformers.utils import logging

    quieten: Callable[[], None] = logging.disable_progress_bar  # it says nothing of its types
    quieten()
    network = AutoModelForSequenceClassification.from_pretrained(folder).eval()
    cut = AutoTokenizer.from_pretrained(folder)
    columns = [network.config.label2id[question] for question in PRODUCT_QUESTIONS]
    most = cascade.encoder.max_pieces if cascade else 64
    rows = []
    with torch.inference_mode():
        for start in range(0, len(texts), 32):
            batch = cut(
                list(texts[start : start + 32]),
                padding=True,
                truncation=True,
                max_length=most,
                return_tensors="pt",
            )
            rows.append(torch.sigmoid(network(**batch).logits[:, columns]).numpy())
    return np.vstack(rows)


def cuts(base: Path | None, network: Path) -> Iterator[tuple[str, float]]:
    """The megabytes of the base model in 32 bits: whole, vocabulary cut, layers cut."""
    if base is None or not (network / "config.json").exists():
        return
    whole, kept = (json.loads((folder / "config.json").read_text()) for folder in (base, network))
    for name, pieces, layers in (
        ("base model", whole["vocab_size"], whole["num_hidden_layers"]),
        (f"{kept['vocab_size']:,} pieces kept", kept["vocab_size"], whole["num_hidden_layers"]),
        (f"{kept['num_hidden_layers']} layers kept", kept["vocab_size"], kept["num_hidden_layers"]),
    ):
        width, inner = whole["hidden_size"], whole["intermediate_size"]
        layer = 4 * width * width + 2 * width * inner + 9 * width + inner
        around = whole["max_position_embeddings"] * width + 3 * width + width * width
        yield f"{name}, 32 bits", 4 * (pieces * width + layers * layer + around) / 1e6


def print_step(
    name: str, row: dict[str, float] | None, megabytes: float, speed: float | None
) -> None:
    scores = f"{row['accuracy']:10.3f}{row['AUROC']:8.3f}" if row else f"{'-':>10}{'-':>8}"
    print(f"{name:44}{scores}{megabytes:9.1f}{f'{speed:,.0f}' if speed else '-':>9}", flush=True)


if __name__ == "__main__":
    main()
