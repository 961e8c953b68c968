"""How the writers of the training texts and their blind readers agreed, before mending.

    python benchmarks/training_readings.py

`readings/training.jsonl` holds for each product of the batches: batch and number, relevance and
codes of the writer, those of the reader, who saw the text alone, and whether the reader was sure.
`readings/training_policy.jsonl` holds relevance, measures and categories of documents in the same
order. The number is that of the id; a text that is no longer in the corpus was dropped.
"""

import json
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from dualuse.corpus.labels import NO_CATEGORY, code_category
from dualuse.corpus.store import load_policy, load_products
from dualuse.training.metrics import accuracy, multilabel_micro_f1, weighted_kappa

READINGS = Path(__file__).parent / "readings" / "training.jsonl"
POLICY_READINGS = READINGS.with_name("training_policy.jsonl")


@dataclass(frozen=True)
class Reading:
    """One text's labels by its writer and by its reader."""

    id: str
    writer: tuple[str, tuple[str, ...]]
    reader: tuple[str, tuple[str, ...]]
    sure: bool

    @property
    def quarrel(self) -> bool:
        """Whether the two differ in field, first code or relevance, low and none being one."""
        (said, codes), (read, others) = self.writer, self.reader
        if {said, read} == {"low", "none"}:
            return False
        return said != read or field(said, codes) != field(read, others) or not self.same_code

    @property
    def same_code(self) -> bool:
        """Whether the reader's first code is among the writer's, whatever the regime."""
        codes = {code[-5:] for code in self.writer[1]}
        return not codes or {code[-5:] for code in self.reader[1][:1]} <= codes


def field(relevance: str, codes: Sequence[str]) -> str:
    """The category that relevance and codes come to."""
    return code_category(codes[0]) if relevance in {"high", "medium"} and codes else NO_CATEGORY


def readings() -> dict[str, list[Reading]]:
    """The readings by batch."""
    found: dict[str, list[Reading]] = defaultdict(list)
    for line in READINGS.read_text("utf-8").splitlines():
        batch, number, said, codes, read, others, sure = json.loads(line)
        writer, reader = (said, tuple(codes.split())), (read, tuple(others.split()))
        found[batch].append(Reading(f"{batch}-{number:04}", writer, reader, bool(sure)))
    return found


def print_products() -> None:
    products = {product.id: product for product in load_products()}
    names = ("texts", "category", "relevance", "low=none", "listed", "code", "quarrels")
    print(f"{'batch':6}" + "".join(name.rjust(10) for name in (*names, "changed", "dropped")))
    found = readings()
    for batch, read in (
        *found.items(),
        ("all", [each for part in found.values() for each in part]),
    ):
        kept = [each for each in read if each.id in products]
        changed = sum(
            (products[each.id].relevance, products[each.id].codes) != each.writer for each in kept
        )
        coded = [each for each in read if each.writer[1]]
        shares = (
            [field(*each.writer) == field(*each.reader) for each in read],
            [each.writer[0] == each.reader[0] for each in read],
            [one_low(each.writer[0]) == one_low(each.reader[0]) for each in read],
            [(each.writer[0] == "high") == (each.reader[0] == "high") for each in read],
            [each.same_code for each in coded],
        )
        cells = [f"{sum(part) / max(1, len(part)):10.3f}" for part in shares]
        quarrels = sum(each.quarrel for each in read)
        ends = f"{quarrels:10}{changed:10}{len(read) - len(kept):10}"
        print(f"{batch:6}{len(read):10}{''.join(cells)}{ends}")


def one_low(relevance: str) -> str:
    """The relevance, low and none being one: both are on no list."""
    return "none" if relevance == "low" else relevance


@dataclass(frozen=True)
class DocumentLabels:
    """Relevance, measures and categories of a document as one reader sees them, sorted."""

    relevance: str
    measures: tuple[str, ...]
    categories: tuple[str, ...]

    @classmethod
    def of(
        cls, relevance: str, measures: Iterable[str], categories: Iterable[str]
    ) -> "DocumentLabels":
        """The labels in one order."""
        return cls(relevance, tuple(sorted(measures)), tuple(sorted(categories)))


@dataclass(frozen=True)
class DocumentReading:
    """One document's labels by its writer and by its reader."""

    id: str
    writer: DocumentLabels
    reader: DocumentLabels


def document_readings() -> dict[str, list[DocumentReading]]:
    """The readings of documents by batch."""
    found: dict[str, list[DocumentReading]] = defaultdict(list)
    for line in POLICY_READINGS.read_text("utf-8").splitlines():
        batch, number, said, measures, fields, read, others, categories, _sure = json.loads(line)
        writer = DocumentLabels.of(said, measures.split(), fields.split())
        reader = DocumentLabels.of(read, others.split(), categories.split())
        found[batch].append(DocumentReading(f"{batch}-{number:04}", writer, reader))
    return found


def document_shares(read: Sequence[DocumentReading]) -> tuple[float, ...]:
    """Agreement on relevance (and its kappa), all measures, measures, and fields (micro-F1)."""
    writers, readers = [each.writer for each in read], [each.reader for each in read]
    levels = [[labels.relevance for labels in side] for side in (writers, readers)]
    measures = [[labels.measures for labels in side] for side in (writers, readers)]
    fields = [[labels.categories for labels in side] for side in (writers, readers)]
    same = [one == other for one, other in zip(*measures, strict=True)]
    return (
        accuracy(*levels),
        weighted_kappa(*levels),
        sum(same) / len(same),
        multilabel_micro_f1(*measures),
        multilabel_micro_f1(*fields),
    )


def print_documents() -> None:
    now = {
        each.id: DocumentLabels.of(each.relevance, each.measures, each.categories)
        for each in load_policy()
    }
    names = ("texts", "relevance", "kappa", "measures", "micro-F1", "fields", "changed", "dropped")
    print(f"{'batch':6}" + "".join(name.rjust(10) for name in names))
    found = document_readings()
    for batch, read in (
        *found.items(),
        ("all", [each for part in found.values() for each in part]),
    ):
        kept = [each for each in read if each.id in now]
        changed = sum(now[each.id] != each.writer for each in kept)
        cells = "".join(f"{share:10.3f}" for share in document_shares(read))
        print(f"{batch:6}{len(read):10}{cells}{changed:10}{len(read) - len(kept):10}")


def print_counts() -> None:
    products, documents = load_products(), load_policy()
    pairs = sum(product.pair is not None for product in products) // 2
    parts = sum(product.style == "part" for product in products)
    print(f"{len(products)} products now: {pairs} pairs, {parts} part lines")
    events = len({document.event for document in documents})
    countries = {document.issuing_country for document in documents} - {None}
    print(f"{len(documents)} documents now: {events} events, {len(countries)} jurisdictions")


def main() -> None:
    print_products()
    print()
    print_documents()
    print()
    print_counts()


if __name__ == "__main__":
    main()
