"""What labelling makes of ordinary computer parts: of some 66,000, a hundred are on a list.

These are cards of the RTX 4090 and 5090 (3A090 and 4A090 of the US list); no entry is near others.

    python benchmarks/safe_parts.py [CATALOGUE]

Prints the share of each relevance and decision over all rows of the catalogue (default: the
computer parts in ../shared, where they are), of which kinds those called `controlled` are, and how
many rows of the safe kinds, which no entry is near to, are called `high`, by kind.
"""

import json
import sys
import tempfile
from collections import Counter
from pathlib import Path
from typing import Any

from dualuse.screening.assess import ProductScreener
from dualuse.screening.catalogue import CatalogueOptions, open_catalogue
from dualuse.screening.label import LabelOutput, label_catalogue
from dualuse.training.default import product_model

PARTS = Path(__file__).parents[2] / "shared/data/catalogue/pc_parts.jsonl.gz"
SAFE = frozenset(
    {
        *("case", "case-accessory", "case-fan", "cpu-cooler", "fan-controller", "headphones"),
        *("keyboard", "mouse", "power-supply", "speakers", "thermal-paste"),
    }
)


def main() -> None:
    """Label the catalogue once and count."""
    path = Path(sys.argv[1]) if len(sys.argv) > 1 else PARTS
    if not path.exists():
        print(f"{path} is absent: name a catalogue with the column `category`")
        return
    with tempfile.TemporaryDirectory() as folder:
        output = Path(folder) / "labelled.jsonl"
        screener = ProductScreener(product_model("default", print))
        label_catalogue(open_catalogue(path, CatalogueOptions()), LabelOutput(output), screener)
        rows = [json.loads(line) for line in output.read_text("utf-8").splitlines()]
    for name in ("relevance", "decision"):
        counts = Counter(row[name] for row in rows)
        shares = (f"{word} {count} ({count / len(rows):.4f})" for word, count in counts.items())
        print(f"{len(rows)} rows: {', '.join(shares)}")
    print_kinds("rows are controlled", rows, [r for r in rows if r["decision"] == "controlled"])
    safe = [row for row in rows if row["category"] in SAFE]
    print_kinds("safe parts are high", safe, [r for r in safe if r["relevance"] == "high"])


def print_kinds(words: str, rows: list[dict[str, Any]], chosen: list[dict[str, Any]]) -> None:
    """One line: how many rows were chosen, and of which kinds."""
    kinds = Counter(row["category"] for row in chosen)
    named = ", ".join(f"{kind} {count}" for kind, count in kinds.most_common())
    print(f"{len(chosen)} of {len(rows)} {words} ({len(chosen) / len(rows):.4f}): {named}")


if __name__ == "__main__":
    main()
