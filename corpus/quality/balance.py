"""The balance of the corpus: how many texts there are of each kind."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from dualuse.corpus.labels import CATEGORIES, LANGUAGES, MEASURES, NO_MEASURE, RELEVANCE
from dualuse.corpus.records import LabelledPolicy, LabelledProduct


@dataclass(frozen=True, slots=True)
class BalanceTable:
    """A cross table of counts or shares: `cells[row][column]`, with names for both."""

    title: str
    columns: tuple[str, ...]
    rows: tuple[str, ...]
    cells: tuple[tuple[float, ...], ...]


def product_balance(products: Sequence[LabelledProduct]) -> BalanceTable:
    """Products of each category by relevance and by language."""
    counts: Counter[tuple[str, str]] = Counter()
    for product in products:
        counts[product.category, product.relevance] += 1
        counts[product.category, product.lang] += 1
        counts[product.category, "pairs"] += product.pair is not None
    columns = (*RELEVANCE, *LANGUAGES, "pairs")
    return _table("products", CATEGORIES, columns, counts)


def policy_balance(documents: Sequence[LabelledPolicy]) -> BalanceTable:
    """Policy documents with each measure by relevance and by language; a document may have two."""
    counts: Counter[tuple[str, str]] = Counter()
    for document in documents:
        for row in (*document.measures, "documents"):
            counts[row, document.relevance] += 1
            counts[row, document.lang] += 1
    columns = (*RELEVANCE, *LANGUAGES)
    return _table("policy documents", (*MEASURES, NO_MEASURE, "documents"), columns, counts)


def _table(
    title: str,
    rows: Sequence[str],
    columns: Sequence[str],
    counts: Counter[tuple[str, str]],
) -> BalanceTable:
    cells = tuple(tuple(counts[row, column] for column in columns) for row in rows)
    return BalanceTable(title, tuple(columns), tuple(rows), cells)
