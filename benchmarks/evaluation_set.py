"""What the evaluation set holds, and how its writer and its two blind readers agreed.

The labels before settling stand in `readings/*.jsonl`: of each text those of the writer, and of the
readers `a` and `b`, who saw the text alone. The id is null where the text was dropped afterwards.
"""

import json
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

from dualuse.corpus.labels import is_low_level
from dualuse.corpus.records import LabelledPolicy, LabelledProduct
from dualuse.corpus.store import load_policy, load_products
from dualuse.training.evaluate import is_long
from dualuse.training.metrics import multilabel_micro_f1, weighted_kappa

READINGS = Path(__file__).with_name("readings")
PAIRS = (("writer", "a"), ("writer", "b"), ("a", "b"))
Labels = dict[str, Any]
Value = Callable[[Labels], object]


def named(name: str) -> Value:
    """The value of a field; the order of a list says nothing."""

    def value(labels: Labels) -> object:
        found = labels[name]
        return sorted(found) if isinstance(found, list | tuple) else found

    return value


def first_code(labels: Labels) -> str:
    """The first code without its regime; empty without codes."""
    return str(labels["codes"][0]).rpartition(":")[2] if labels["codes"] else ""


PRODUCTS: dict[str, Value] = {
    **{name: named(name) for name in ("category", "relevance")},
    "first code": first_code,
    "regimes": named("regimes"),
}
DOCUMENTS: dict[str, Value] = {
    name: named(name)
    for name in (
        *("relevance", "measures", "categories", "scope", "issuing_country"),
        *("target_countries", "date", "effective_date"),
    )
}


def readings(task: str) -> list[Labels]:
    """The readings of a task, a record for each text that two have read."""
    lines = (READINGS / f"{task}.jsonl").read_text("utf-8").splitlines()
    return [json.loads(line) for line in lines]


def print_agreement(
    task: str,
    texts: Sequence[LabelledProduct] | Sequence[LabelledPolicy],
    values: dict[str, Value],
    core: Sequence[str],
) -> None:
    read = readings(task)
    print(f"\n{len(read)} {task:<20}" + "".join(f"{one} and {two}".rjust(14) for one, two in PAIRS))
    for name, value in values.items():
        print_row(name, [share(read, value, *pair) for pair in PAIRS])
    levels = {who: [each[who]["relevance"] for each in read] for who in ("writer", "a", "b")}
    kappas = [weighted_kappa(levels[one], levels[two]) for one, two in PAIRS]
    print_row("relevance, kappa", kappas)
    if task == "policy":
        measures = {who: [each[who]["measures"] for each in read] for who in levels}
        scores = [multilabel_micro_f1(measures[one], measures[two]) for one, two in PAIRS]
        print_row("measures, micro-F1", scores)
    quarrels = [
        each
        for each in read
        if any(
            values[name](each[who]) != values[name](each["writer"])
            for who in ("a", "b")
            for name in core
        )
    ]
    final = {record.id: asdict(record) for record in texts}
    kept = [each for each in read if each["id"]]
    changed = sum(
        any(values[name](final[each["id"]]) != values[name](each["writer"]) for name in core)
        for each in kept
    )
    print(
        f"{len(quarrels)} quarrels over {', '.join(core)}; {changed} texts changed in them, "
        f"{len(read) - len(kept)} dropped after reading"
    )


def share(read: Sequence[Labels], value: Value, one: str, two: str) -> float:
    return sum(value(each[one]) == value(each[two]) for each in read) / len(read)


def print_row(name: str, figures: Sequence[float]) -> None:
    print(name.ljust(24) + "".join(f"{figure:14.3f}" for figure in figures))


def print_counts(title: str, counts: Counter[Any]) -> None:
    print(f"{title}: " + ", ".join(f"{name} {count}" for name, count in sorted(counts.items())))


def print_products() -> None:
    products = load_products(evaluation=True)
    print(f"{len(products)} products")
    for name in ("category", "relevance", "lang", "style", "difficulty"):
        print_counts(name, Counter(getattr(product, name) for product in products))
    sources = [product.source for product in products if product.source]
    recalled = sum("recalled" in source for source in sources)
    print(f"published {len(sources)}, of them recalled {recalled}")
    print(f"pairs {sum(product.pair is not None for product in products) // 2}")
    undecided = [
        product
        for product in products
        if product.relevance == "medium" and not any(map(is_low_level, product.codes))
    ]
    print(f"deciding figure missing {len(undecided)}")


def print_documents() -> None:
    documents = load_policy(evaluation=True)
    print(f"\n{len(documents)} documents")
    for name in ("relevance", "lang", "form", "difficulty"):
        print_counts(name, Counter(getattr(document, name) for document in documents))
    parties = sum(len(document.parties or ()) for document in documents)
    events = len({document.event for document in documents})
    print(f"long {sum(map(is_long, documents))}, events {events}, parties {parties}")


def main() -> None:
    print_products()
    print_documents()
    products, documents = load_products(evaluation=True), load_policy(evaluation=True)
    print_agreement("products", products, PRODUCTS, ("category", "relevance", "first code"))
    print_agreement("policy", documents, DOCUMENTS, ("relevance", "measures"))


if __name__ == "__main__":
    main()
