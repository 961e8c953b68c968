"""Fit the weights that ship for the facts to the labelled training documents.

python benchmarks/facts_weights.py            print the weights
python benchmarks/facts_weights.py --update   write them to models/facts/weights.json
"""

import argparse
import json
from pathlib import Path

from dualuse.corpus.store import load_policy
from dualuse.training.facts import fit_facts

WEIGHTS = Path(__file__).parents[1] / "models" / "facts" / "weights.json"


def main() -> None:
    """Fit, and print or write."""
    parser = argparse.ArgumentParser(description="Fit the weights of the facts.")
    parser.add_argument("--update", action="store_true")
    options = parser.parse_args()
    done = 0

    def advance(count: int) -> None:
        nonlocal done
        done += count
        if done % 300 == 0:
            print(f"{done} documents")

    fitted = fit_facts(load_policy(), advance)
    for question, weights in fitted.items():
        heaviest = sorted(weights.items(), key=lambda each: -each[1])
        print(question, " ".join(f"{name} {weight}" for name, weight in heaviest))
    if options.update:
        WEIGHTS.write_text(json.dumps(fitted, indent=1, sort_keys=True) + "\n", "utf-8")


if __name__ == "__main__":
    main()
