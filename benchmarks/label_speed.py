"""Rows a second and peak memory of `dualuse label`, on a catalogue of 66,000 rows or more.

    python benchmarks/label_speed.py [CATALOGUE] [--model default]

Without CATALOGUE: the computer parts in ../shared where they are, else the shipped rows, repeated.
"""

import argparse
import resource
import tempfile
import time
from pathlib import Path

from dualuse.corpus.store import load_products
from dualuse.corpus.tables.writing import write_table
from dualuse.screening.assess import ProductScreener
from dualuse.screening.catalogue import CatalogueOptions, open_catalogue
from dualuse.screening.label import LabelOutput, label_catalogue
from dualuse.training.default import product_model

PARTS = Path(__file__).parents[2] / "shared/data/catalogue/pc_parts.jsonl.gz"


def catalogue_path(given: Path | None, folder: Path) -> Path:
    """The catalogue to label."""
    if given:
        return given
    if PARTS.exists():
        return PARTS
    path = folder / "rows.csv"
    rows = [(product.id, product.text) for product in load_products()] * 20
    write_table(path, ["id", "description"], rows, format="csv")
    return path


def main() -> None:
    """Label once and print the figures."""
    parser = argparse.ArgumentParser(description="Rows a second of `dualuse label`.")
    parser.add_argument("catalogue", nargs="?", type=Path)
    parser.add_argument("--model", default="default", help="A name, or a model folder.")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        catalogue = open_catalogue(catalogue_path(options.catalogue, folder), CatalogueOptions())
        screener = ProductScreener(product_model(options.model, print))
        start = time.perf_counter()
        summary = label_catalogue(catalogue, LabelOutput(folder / "out.csv"), screener)
        seconds = time.perf_counter() - start
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        print(
            f"{summary.rows:,} rows of {catalogue.path.name}: judged at "
            f"{summary.rows_per_second:,.0f} rows/s, {summary.rows / seconds:,.0f} rows/s with "
            f"reading and writing, peak memory {peak:.0f} MB"
        )


if __name__ == "__main__":
    main()
