"""XLSX, written row by row with every cell as text."""

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from itertools import chain, islice
from pathlib import Path
from typing import Any

from dualuse.corpus.errors import DualuseError
from dualuse.corpus.tables.cells import cell_text, encodable

# The limits of the format (ECMA-376; Microsoft, "Excel specifications and limits").
MOST_ROWS = 1_048_576
MOST_COLUMNS = 16_384
LONGEST_TEXT = 32_767

_WIDTH_SAMPLE = 100
_NARROWEST, _WIDEST = 8, 60


def check_xlsx_limits(rows: int, longest: int, columns: int = 0) -> None:
    """Nothing, if a sheet can hold so many rows of data and columns, and so long a cell.

    `longest` counts characters.

    Raises:
        DualuseError: it can't.
    """
    if rows + 1 > MOST_ROWS:
        raise DualuseError(
            f"{rows:,} rows and a header are more than the {MOST_ROWS:,} of an Excel sheet: "
            "write CSV or Parquet instead"
        )
    if columns > MOST_COLUMNS:
        raise DualuseError(f"{columns:,} columns are more than Excel has: write CSV instead")
    if longest > LONGEST_TEXT:
        raise DualuseError(
            f"a cell of {longest:,} characters is longer than the {LONGEST_TEXT:,} of Excel: "
            "write CSV or Parquet instead"
        )


def write_workbook(path: Path, columns: Sequence[str], rows: Iterable[Sequence[Any]]) -> int:
    """The number of rows written to a workbook of one sheet, its header bold, frozen, filtered.

    Equal rows give equal bytes.

    Raises:
        DualuseError: there are more rows, columns or characters in a cell than the format has.
    """
    import xlsxwriter

    check_xlsx_limits(0, 0, len(columns))
    options = {
        "constant_memory": True,
        "strings_to_formulas": False,
        "strings_to_numbers": False,
        "strings_to_urls": False,
    }
    source = iter(rows)
    first = [_texts(row) for row in islice(source, _WIDTH_SAMPLE)]
    with xlsxwriter.Workbook(str(path), options) as book:
        # A fixed time of creation keeps the bytes reproducible.
        book.set_properties({"created": datetime(2000, 1, 1, tzinfo=UTC)})
        sheet = book.add_worksheet("dualuse")
        for index, width in enumerate(_widths([_texts(columns), *first])):
            sheet.set_column(index, index, width)
        _write_row(sheet, 0, _texts(columns), book.add_format({"bold": True}))
        sheet.freeze_panes(1, 0)
        count = 0
        for row in chain(first, map(_texts, source)):
            count += 1
            if len(row) != len(columns):
                raise ValueError(f"row {count} has {len(row)} values for {len(columns)} columns")
            _write_row(sheet, count, row)
        if columns:
            sheet.autofilter(0, 0, count, len(columns) - 1)
    return count


def _texts(row: Sequence[Any]) -> list[str]:
    return [encodable(cell_text(value)) for value in row]


def _write_row(sheet: Any, index: int, texts: Sequence[str], style: Any = None) -> None:
    longest = max(map(len, texts), default=0)
    if index >= MOST_ROWS or longest > LONGEST_TEXT:
        check_xlsx_limits(index, longest)
    for column, text in enumerate(texts):
        if text:
            sheet.write_string(index, column, text, style)


def _widths(rows: Sequence[Sequence[str]]) -> list[int]:
    """A width for each column, in characters, by its longest line; CJK counts double."""
    return [
        min(_WIDEST, max(_NARROWEST, 2 + max(map(_shown_length, texts))))
        for texts in zip(*rows, strict=True)
    ]


def _shown_length(text: str) -> int:
    line = max(text.splitlines(), key=len, default="")
    return sum(2 if character > "\u2e7f" else 1 for character in line)
