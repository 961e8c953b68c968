"""How a delimited text is cut into cells: by which character, and whether quotes count."""

import csv
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from _csv import Reader  # the csv module itself does not name it before Python 3.13

DELIMITERS = (",", ";", "\t", "|")
LONGEST_CELL = 16 << 20


@dataclass(frozen=True, slots=True)
class Dialect:
    """A delimiter, and whether a quotation mark groups (else it is a character like others)."""

    delimiter: str
    quoted: bool = True


@dataclass(frozen=True, slots=True, order=True)
class _Fit:
    """How well a delimiter cuts lines into rows of one width; greater is better."""

    share: float
    header_fits: bool
    width: int


def sniff_dialect(lines: Sequence[str], delimiters: Sequence[str] = DELIMITERS) -> Dialect:
    """The delimiter and quoting by which most of `lines` have the same number of cells.

    Where none cuts them evenly the text has one column, and the first of `delimiters` is given.
    """
    best, best_fit = Dialect(delimiters[0]), _Fit(0.0, header_fits=False, width=1)
    for delimiter in delimiters:
        quoted = Dialect(delimiter)
        fits = {quoted: _fit(lines, quoted)}
        if any('"' in line for line in lines):
            plain = Dialect(delimiter, quoted=False)
            fits[plain] = _fit(lines, plain)
        # Compared to the last line: one stray mark may swallow many rows further down.
        chosen = max(fits, key=lambda dialect: (fits[dialect].share, dialect.quoted))
        # In steps of a twentieth: a few rows with a delimiter too many must not decide.
        fit = replace(fits[chosen], share=round(fits[chosen].share * 20) / 20)
        if fit > best_fit:
            best, best_fit = chosen, fit
    return best


def cut_rows(lines: Iterable[str], dialect: Dialect) -> "Reader":
    """A reader of the rows in `lines`, as lists of cells; a blank line is an empty list.

    Cells may be of 16 MiB: the limit of the csv module is raised for that, never lowered.
    """
    if csv.field_size_limit() < LONGEST_CELL:
        csv.field_size_limit(LONGEST_CELL)
    if dialect.quoted:
        return csv.reader(lines, delimiter=dialect.delimiter)
    return csv.reader(lines, delimiter=dialect.delimiter, quoting=csv.QUOTE_NONE)


def _fit(lines: Sequence[str], dialect: Dialect) -> _Fit:
    """The share of lines in rows of the commonest width, and that width.

    A share of lines, not of rows: a stray quotation mark makes one row of many lines. Those of a
    row that is never closed fit nowhere.
    """
    widths: Counter[int] = Counter()
    first, done = 0, 0
    ended: list[bool] = []
    rows = cut_rows(_told_end(lines, ended), dialect)
    for row in rows:
        if row:
            # A row comes out after the last line only if that line did not end it.
            widths[0 if ended else len(row)] += rows.line_num - done
            first = first or len(row)
        done = rows.line_num
    width = max(widths, key=lambda width: (widths[width], width), default=0)
    share = widths[width] / max(1, widths.total())
    if width < 2 or share < 0.5:
        return _Fit(0.0, header_fits=False, width=1)
    return _Fit(share, first == width, width)


def _told_end(lines: Iterable[str], ended: list[bool]) -> Iterator[str]:
    yield from lines
    ended.append(True)
