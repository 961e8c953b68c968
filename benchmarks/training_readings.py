"""How the writers of the training texts and their blind readers agreed, before mending.

    python benchmarks/training_readings.py

`readings/training.jsonl` holds for each product of the batches: batch and number, relevance and
codes of the writer, those of the reader, who saw the text alone, and whether the reader was sure.
`readings/training_policy.jsonl` holds relevance, measures and categories of documents in the same
order. The number is that of the id; a text that is no longer in the corpus was dropped.
"""

import json
from collections import defaultdict
from collections.abc import Sequence
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


Labels = tuple[str, tuple[str, ...], tuple[str, ...]]


def labels(relevance: str, measures: str, categories: str) -> Labels:
    """Relevance, measures and categories of a document, sorted."""
    return relevance, tuple(sorted(measures.split())), tuple(sorted(categories.split()))


def print_documents() -> None:
    documents = {document.id: document for document in load_policy()}
    names = ("texts", "relevance", "kappa", "measures", "micro-F1", "fields", "changed", "dropped")
    print(f"{'batch':6}" + "".join(name.rjust(10) for name in names))
    found: dict[str, list[tuple[str, Labels, Labels]]] = defaultdict(list)
    for line in POLICY_READINGS.read_text("utf-8").splitlines():
        batch, number, *said = json.loads(line)
        found[batch].append((f"{batch}-{number:04}", labels(*said[:3]), labels(*said[3:6])))
    for batch, read in (
        *found.items(),
        ("all", [each for part in found.values() for each in part]),
    ):
        writers, readers = ([each[place] for each in read] for place in (1, 2))
        kept = [each for each in read if each[0] in documents]
        changed = sum(
            writer != labels(d.relevance, " ".join(d.measures), " ".join(d.categories))
            for d, writer in ((documents[name], writer) for name, writer, _ in kept)
        )
        shares = (
            accuracy([w[0] for w in writers], [r[0] for r in readers]),
            weighted_kappa([w[0] for w in writers], [r[0] for r in readers]),
            accuracy([" ".join(w[1]) for w in writers], [" ".join(r[1]) for r in readers]),
            multilabel_micro_f1([w[1] for w in writers], [r[1] for r in readers]),
            multilabel_micro_f1([w[2] for w in writers], [r[2] for r in readers]),
        )
        cells = "".join(f"{share:10.3f}" for share in shares)
        print(f"{batch:6}{len(read):10}{cells}{changed:10}{len(read) - len(kept):10}")


def main() -> None:
    print_products()
    print()
    print_documents()


if __name__ == "__main__":
    main()
