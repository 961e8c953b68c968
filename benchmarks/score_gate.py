"""Measure the models that ship on the evaluation set and hold them to the pinned floors.

    python benchmarks/score_gate.py                       compare; exit 1 where a floor is broken
    python benchmarks/score_gate.py --update              raise the floors to what was measured
    python benchmarks/score_gate.py --update --allow-regression      also lower them, on purpose

The floors stand in `scores.json` with the digests of the texts they belong to: another corpus is
another score, so that data cannot change unnoticed.
"""

import argparse
import json
import sys
import time
import timeit
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import facts_quality
from sklearn.feature_extraction.text import TfidfVectorizer

from dualuse.corpus import store
from dualuse.corpus.quality.check import corpus_files
from dualuse.models.features import NgramFeatures, normalise
from dualuse.models.policy import PolicyModel
from dualuse.models.summary.count import SentenceCount
from dualuse.models.summary.ranker import shipped_ranker
from dualuse.training.default import DEFAULT, LITE, policy_model, product_model
from dualuse.training.evaluate import evaluate_policy, evaluate_products
from dualuse.training.key_sentences import hits
from dualuse.training.ranked import rank_document
from dualuse.training.report import EvaluationReport

SCORES = Path(__file__).with_name("scores.json")
SLACK = 0.005
"""Floors lie this much below what was measured: linear algebra differs a little by machine."""

UPPER_BOUNDS = frozenset(
    {
        *(f"{part} {name}" for part in ("products", "lite") for name in ("ECE", "ECE-high")),
        *(f"{part} low-high" for part in ("products", "lite")),
        "policy ECE-high",
    }
)
SPEED = "speed of features, times scikit-learn's"
SPEED_ROUNDS = 3


def measure_products() -> dict[str, float]:
    """The pinned figures of the product model, with its encoder."""
    return _of_products("products", DEFAULT)


def measure_lite() -> dict[str, float]:
    """The pinned figures of its linear part alone."""
    return _of_products("lite", LITE)


def _of_products(part: str, name: str) -> dict[str, float]:
    tests = store.load_products(evaluation=True)
    return _named(part, evaluate_products(product_model(name, print), tests, "evaluation"))


@cache
def _policy_model() -> PolicyModel:
    return policy_model(DEFAULT, print)


def measure_policy() -> dict[str, float]:
    """The pinned figures of the policy model."""
    documents = store.load_policy(evaluation=True)
    return _named("policy", evaluate_policy(_policy_model(), documents, "evaluation"))


def measure_summary() -> dict[str, float]:
    """The pinned key-sentence F1 of summaries that choose their own length."""
    documents = [each for each in store.load_policy(evaluation=True) if each.key_spans]
    told = [each for each in documents if each.relevance in {"medium", "high"}]
    found = []
    for document in told:
        ranked = rank_document(document, _policy_model())
        found.append(hits(ranked.choose(SentenceCount(), shipped_ranker()), ranked.keys)["F1"])
    return {"summary key-sentence F1": sum(found) / len(found)}


def measure_facts() -> dict[str, float]:
    """The pinned figures of the facts: exact agreement, and F1 where a document has several."""
    figures = facts_quality.figures(*facts_quality.measure())
    return {f"facts {name}": value for name, value in figures.items()}


def measure_speed() -> dict[str, float]:
    """The pinned ratio of speeds."""
    return {SPEED: speed_ratio()}


def _named(task: str, report: EvaluationReport) -> dict[str, float]:
    whole = report.sections[0].rows["all"]
    return {f"{task} {name}": value for name, value in whole.items() if name != "texts"}


MEASURES: dict[str, Callable[[], dict[str, float]]] = {
    "products": measure_products,
    "lite": measure_lite,
    "policy": measure_policy,
    "summary": measure_summary,
    "facts": measure_facts,
    "speed": measure_speed,
}
"""What is measured; the first word of a floor's name says in which part."""


def measure() -> dict[str, float]:
    """All figures that are pinned, by name."""
    return {name: value for part in MEASURES.values() for name, value in part().items()}


def speed_ratio() -> float:
    """How many times faster our features are than scikit-learn's on the same catalogue lines."""
    texts = [product.text for product in store.load_products()][::3]
    ours = NgramFeatures().fit(texts)
    # A catalogue repeats its words, as this one does.
    lines = texts * 4
    normalised = [normalise(text) for text in lines]
    theirs = TfidfVectorizer(analyzer="char_wb", ngram_range=(1, 5), min_df=2).fit(normalised)
    # In turns, so that a neighbour's load falls on both; without collecting garbage, which costs
    # by what else the process holds and not by what is timed.
    timers = [
        timeit.Timer(action, timer=time.process_time)
        for action in (lambda: theirs.transform(normalised), lambda: ours.transform(lines))
    ]
    rounds = [[timer.timeit(1) for timer in timers] for _ in range(SPEED_ROUNDS)]
    return min(slow for slow, _ in rounds) / min(fast for _, fast in rounds)


def digests() -> dict[str, str]:
    """The versions of the training and evaluation texts."""
    files = corpus_files(store.corpus_folder())
    return {
        "training": store.corpus_digest([f for f in files if "evaluation" not in f.parts]),
        "evaluation": store.corpus_digest([f for f in files if "evaluation" in f.parts]),
    }


def broken(figures: dict[str, float], pinned: dict[str, Any]) -> list[str]:
    """A sentence for each floor that is broken and each text that is another."""
    faults = [
        f"the {name} texts have changed: run benchmarks/score_gate.py --update"
        for name, digest in digests().items()
        if pinned["digests"].get(name) != digest
    ]
    for name, floor in pinned["floors"].items():
        value = figures[name]
        worse = value > floor if name in UPPER_BOUNDS else value < floor
        if worse:
            faults.append(f"{name} is {value:.4f}, pinned at {floor:.4f}")
    return faults


def _floors(figures: dict[str, float]) -> dict[str, float]:
    floors = {}
    for name, value in figures.items():
        if name == SPEED:
            floors[name] = round(value * 0.7, 2)
        elif name in UPPER_BOUNDS:
            floors[name] = round(value + SLACK, 4)
        else:
            floors[name] = round(value - SLACK, 4)
    return floors


def main() -> int:
    """Compare or update; the exit status."""
    parser = argparse.ArgumentParser(description="Hold the default models to pinned scores.")
    parser.add_argument("--update", action="store_true")
    parser.add_argument("--allow-regression", action="store_true")
    options = parser.parse_args()
    figures = measure()
    pinned = json.loads(SCORES.read_text("utf-8")) if SCORES.exists() else None
    for name, value in figures.items():
        floor = pinned["floors"].get(name) if pinned else None
        print(f"{name:<45} {value:8.4f}   pinned {floor}")
    faults = broken(figures, pinned) if pinned else []
    if not options.update:
        print("\n".join(faults) or "all floors hold")
        return 1 if faults or pinned is None else 0
    lower = [fault for fault in faults if "pinned at" in fault]
    if lower and not options.allow_regression:
        print("\n".join([*lower, "refused: --allow-regression lowers floors on purpose"]))
        return 1
    content = {"digests": digests(), "floors": _floors(figures)}
    SCORES.write_text(json.dumps(content, indent=1) + "\n", "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
