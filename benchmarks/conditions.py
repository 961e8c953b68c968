"""What checking figures against the lists brings, and what it costs.

    python benchmarks/conditions.py [--development] [--catalogue FILE]

Prints the figures of products on the evaluation set (with `--development` on held-out families of
the training corpus) with and without conditions: the same text model, the same terms, the weights
of both learnt on the same texts. Then, on the rows of a catalogue, how many a second have their
candidate entries named and conditions checked, in one process.
"""

import argparse
import time
from collections.abc import Sequence
from itertools import islice
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from dualuse.corpus.control_lists.store import VERSION
from dualuse.corpus.records import LabelledProduct
from dualuse.corpus.store import corpus_folder, load_products
from dualuse.models.condition_evidence import CONDITION_FEATURES
from dualuse.models.examples import ExampleIndex
from dualuse.models.held_out import HeldOut
from dualuse.models.linear import LinearClassifier
from dualuse.models.list_reader import ListReader, ListReading
from dualuse.models.ngrams import Matrix
from dualuse.models.precedents import Precedents
from dualuse.models.products import ProductModel
from dualuse.models.questions import product_answers
from dualuse.screening.catalogue import CatalogueOptions, open_catalogue
from dualuse.training.evaluate import development_split, evaluate_products
from dualuse.training.fit import fit_products

CATALOGUE = Path(__file__).parents[2] / "shared" / "data" / "catalogue" / "pc_parts.jsonl.gz"
SHOWN = ("accuracy", "AUROC", "relevance", "low-high", "code-1", "code-5")
ROWS = 4096


class SilentOnConditions(ListReader):
    """The lists by their terms alone."""

    def read(self, texts: Sequence[str], likeness: Matrix) -> ListReading:
        found = super().read(texts, likeness)
        found.evidence[:, -CONDITION_FEATURES:] = 0
        return found


class WithoutConditions(Precedents):
    """Precedents and terms, whose evidence is silent on conditions."""

    def __init__(
        self,
        examples: ExampleIndex,
        list_weights: NDArray[np.float32],
        vote_weights: NDArray[np.float32],
    ) -> None:
        super().__init__(examples, list_weights, vote_weights)
        self.lists = SilentOnConditions(examples)


def without_conditions(model: ProductModel, products: Sequence[LabelledProduct]) -> ProductModel:
    """The same model with weights learnt from terms alone."""
    classifier = model.classifier
    if not isinstance(classifier, LinearClassifier) or model.precedents is None:
        raise TypeError("conditions are part of the linear model alone")
    texts = [product.text for product in products]
    vectors = classifier.vectors_apart_[: len(texts)]
    unseen = classifier.held_out_[: len(texts)]
    answers = product_answers(products)
    families = [product.family for product in products]
    fitted, apart = WithoutConditions.fit(
        model.precedents.examples, texts, vectors, unseen, answers, families
    )
    held_out = HeldOut(apart, model.held_out.listed, model.held_out.languages)
    return ProductModel(model.name, model.lists, classifier, held_out, fitted)


def main() -> None:
    parser = argparse.ArgumentParser(description="Products with and without conditions.")
    parser.add_argument("--development", action="store_true")
    parser.add_argument("--catalogue", type=Path, default=CATALOGUE)
    options = parser.parse_args()
    products = load_products()
    if options.development:
        learning, held_out = development_split(products)
        texts = [products[place] for place in held_out]
        products = [products[place] for place in learning]
    else:
        texts = load_products(corpus_folder() / "evaluation")
    model = fit_products(products, kind="linear", name="benchmark", lists=VERSION)
    print(f"{len(texts)} texts  {'  '.join(f'{name:>9}' for name in (*SHOWN, 'apart'))}")
    for name, judging in (
        ("without", without_conditions(model, products)),
        ("with", model),
    ):
        print_figures(name, judging, texts)
    if options.catalogue.exists():
        print_speed(model, options.catalogue)


def print_figures(name: str, model: ProductModel, texts: Sequence[LabelledProduct]) -> None:
    report = evaluate_products(model, texts, "")
    found = {each.title: each.rows["all"] for each in report.sections if "all" in each.rows}
    figures = [found["products"][each] for each in SHOWN]
    figures.append(found["pairs"]["apart"] if "pairs" in found else float("nan"))
    print(f"{name:9}  {'  '.join(f'{value:9.3f}' for value in figures)}")


def print_speed(model: ProductModel, path: Path) -> None:
    """Rows a second of candidates and conditions alone: the text model is not counted."""
    classifier, precedents = model.classifier, model.precedents
    if not isinstance(classifier, LinearClassifier) or precedents is None:
        return
    catalogue = open_catalogue(path, CatalogueOptions())
    products = list(islice(catalogue.products(catalogue.table.rows()), 5 * ROWS))
    seconds = 0.0
    for first in range(0, len(products), ROWS):
        chunk = [product.text for product in products[first : first + ROWS]]
        vectors = classifier.features_.transform(chunk)
        answers = classifier.calibration_.apply(classifier.scores(vectors))
        started = time.perf_counter()
        precedents.consult(chunk, vectors, answers)
        seconds += time.perf_counter() - started
    print(f"{len(products) / seconds:,.0f} rows/s: candidates and conditions, on {path.name}")


if __name__ == "__main__":
    main()
