"""The balance of the corpus: how many texts there are of each kind."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from dualuse.corpus.labels import (
    CATEGORIES,
    LANGUAGES,
    MEASURES,
    NO_MEASURE,
    POLICY_FORMS,
    RELEVANCE,
)
from dualuse.corpus.records import LONG_WORDS, LabelledPolicy, LabelledProduct

_LENGTHS: Final = (
    ("under 100", 99),
    ("100-299", 299),
    (f"300-{LONG_WORDS}", LONG_WORDS),
    (f"over {LONG_WORDS}", None),
)
"""Lengths in words, each with its greatest."""
_FEWEST: Final = 5
"""Documents of a jurisdiction with a row of its own."""
_OTHERS: Final = "others"
_NOBODY: Final = "nobody"


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


def policy_balance(documents: Sequence[LabelledPolicy]) -> tuple[BalanceTable, ...]:
    """Documents by relevance and language: of each measure, form, jurisdiction and length in words.

    A document may have two measures.
    """
    issued = Counter(document.issuing_country for document in documents)
    own = [name for name, count in issued.most_common() if name and count >= _FEWEST]

    def jurisdiction(document: LabelledPolicy) -> str:
        country = document.issuing_country
        if country is None:
            return _NOBODY
        return country if country in own else _OTHERS

    measures = (*MEASURES, NO_MEASURE, "documents")
    return (
        _policy_table(
            "policy documents", measures, documents, lambda d: (*d.measures, "documents")
        ),
        _policy_table("forms", POLICY_FORMS, documents, lambda d: (d.form,)),
        _policy_table(
            "jurisdictions", (*own, _OTHERS, _NOBODY), documents, lambda d: (jurisdiction(d),)
        ),
        _policy_table(
            "words", tuple(name for name, _ in _LENGTHS), documents, lambda d: (_length(d.words),)
        ),
    )


def _length(words: int) -> str:
    return next(name for name, end in _LENGTHS if end is None or words <= end)


def _policy_table(
    title: str,
    rows: Sequence[str],
    documents: Sequence[LabelledPolicy],
    rows_of: Callable[[LabelledPolicy], Sequence[str]],
) -> BalanceTable:
    counts: Counter[tuple[str, str]] = Counter()
    for document in documents:
        for row in rows_of(document):
            counts[row, document.relevance] += 1
            counts[row, document.lang] += 1
    return _table(title, rows, (*RELEVANCE, *LANGUAGES), counts)


def _table(
    title: str,
    rows: Sequence[str],
    columns: Sequence[str],
    counts: Counter[tuple[str, str]],
) -> BalanceTable:
    cells = tuple(tuple(counts[row, column] for column in columns) for row in rows)
    return BalanceTable(title, tuple(columns), tuple(rows), cells)
