"""How many labelled products each entry of the control lists has."""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Final

from dualuse.corpus.control_lists.entries import ControlEntry
from dualuse.corpus.labels import CATEGORIES, LANGUAGES, NO_CATEGORY, code_category
from dualuse.corpus.quality.balance import BalanceTable
from dualuse.corpus.records import LabelledProduct

_STEPS: Final = ((0, 0, "none"), (1, 3, "1-3"), (4, 14, "4-14"), (15, None, "15 up"))


def coverage_table(
    products: Sequence[LabelledProduct], entries: Iterable[ControlEntry]
) -> BalanceTable:
    """By category, how many codes of the lists have no product, 1 to 3, 4 to 14, or more."""
    counts = _products_of(products)
    cells: Counter[tuple[str, str]] = Counter()
    for code in {entry.code for entry in entries}:
        cells[code_category(code), _step(counts[code])] += 1
    rows = tuple(category for category in CATEGORIES if category != NO_CATEGORY)
    columns = tuple(name for _, _, name in _STEPS)
    return BalanceTable(
        "codes by products",
        columns,
        rows,
        tuple(tuple(cells[row, column] for column in columns) for row in rows),
    )


def entry_table(
    products: Sequence[LabelledProduct], entries: Iterable[ControlEntry]
) -> BalanceTable:
    """The products of each code of the lists, by language."""
    codes = sorted({entry.code for entry in entries})
    cells: Counter[tuple[str, str]] = Counter()
    for product in products:
        for code in {code[-5:] for code in product.codes}:
            cells[code, product.lang] += 1
    return BalanceTable(
        "codes",
        LANGUAGES,
        tuple(codes),
        tuple(tuple(cells[code, language] for language in LANGUAGES) for code in codes),
    )


def _products_of(products: Sequence[LabelledProduct]) -> Counter[str]:
    return Counter(code for each in products for code in {code[-5:] for code in each.codes})


def _step(count: int) -> str:
    return next(
        name for low, high, name in _STEPS if low <= count and (high is None or count <= high)
    )
