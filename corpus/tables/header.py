"""Where the header of a sheet or CSV stands among its first rows, and the columns' names."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from dualuse.corpus.errors import DualuseError
from dualuse.corpus.tables.names import (
    NAME,
    SPECIFICATION,
    is_known_name,
    may_name_a_column,
    role_of,
)

# Rows looked at: titles and addresses above a header seldom take more than ten.
HEADER_SEARCH = 50

_FIGURE = re.compile(
    r"[-+(]?[\s$€£¥￥]*\d[\d\s.,'’:/-]*(?:e[-+]?\d+)?[\s%)a-z€$£¥元円]{0,4}", re.IGNORECASE
)
# Years, and months as a sheet dates them, stand above columns of quantities.
_YEAR = re.compile(r"(?:19|20)\d\d")
_MONTH = re.compile(r"(?:19|20)\d\d-\d\d(?:-01(?: 00:00:00)?)?")
_NO_FIGURE = frozenset({"n/a", "na", "nan", "none", "null", "nil", "tbd", "tba", "unknown"})
_LONGEST_NAME = 60


@dataclass(frozen=True, slots=True)
class Header:
    """The names of the columns, how many rows come before the data, and what to tell the user."""

    columns: tuple[str, ...]
    skip: int
    notices: tuple[str, ...]


def find_header(
    rows: Sequence[Sequence[str]],
    header_row: int | None,
    place: str,
    *,
    even: bool = False,
    named: Sequence[str] = (),
) -> Header:
    """The header among the first rows of a table.

    Args:
        rows: the first rows, blank ones included; cells as text.
        header_row: its number as a spreadsheet counts, from 1, if the user knows; 0 for none.
        place: what the rows are taken from, for messages (`sheet 'Stock'`, or the file's name).
        named: columns that the user asks for: the row that has most of them is the header.
        even: whether all rows have as many cells as the sheet is wide, as in a workbook.

    Raises:
        DualuseError: there is no row of the number given, or it is blank, or all rows are.
    """
    if not any(_filled(row) for row in rows):
        raise DualuseError(
            f"{place} has no cells with content in its first {len(rows)} rows: say with "
            "--header-row where the columns' names are"
        )
    index = _index(rows, header_row, place, even=even, named=named)
    if index is None:
        return _headless(rows, place, told=header_row == 0)
    names = list(rows[index])
    if not _lone_text_name(names, even=even):
        names += [""] * _unnamed(len(names), rows[index + 1 :])
    columns, notices = unique_names(names)
    if header_row is None:
        notices = (*_found(rows[index], index + 1, place, named=bool(named)), *notices)
    return Header(columns, index + 1, notices)


def _index(
    rows: Sequence[Sequence[str]],
    header_row: int | None,
    place: str,
    *,
    even: bool,
    named: Sequence[str],
) -> int | None:
    """The index of the header, told or found; None where there is none."""
    if header_row is None:
        index = _naming(rows, named)
        return _guess(rows, even=even) if index is None else index
    if header_row == 0:
        return None
    if header_row > len(rows) or header_row < 0 or not _filled(rows[header_row - 1]):
        raise DualuseError(
            f"{place} has no header in row {header_row}: look for the row with the columns' names"
        )
    return header_row - 1


def _found(row: Sequence[str], number: int, place: str, *, named: bool) -> tuple[str, ...]:
    """How the header was come by, where that is not plain."""
    if number > 1:
        return (f"header found in row {number} of {place}",)
    if named or any(is_known_name(cell) or may_name_a_column(cell) for cell in row):
        return ()
    return ("row 1 is taken for the columns' names: --header-row 0 if it is a good",)


def unique_names(names: Sequence[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The names with blank ones numbered and repeated ones told apart, and a sentence on each."""
    blank = [f"column_{i + 1}" for i, name in enumerate(names) if not name.strip()]
    taken = {name for name in names if name.strip()}
    result: list[str] = []
    repeated: list[str] = []
    for i, name in enumerate(names):
        wanted = name if name.strip() else f"column_{i + 1}"
        unique, n = wanted, 1
        while unique in result or (n > 1 and unique in taken):
            n += 1
            unique = f"{wanted}_{n}"
        if n > 1:
            repeated.append(unique)
        result.append(unique)
    notices = []
    if blank:
        notices.append(f"columns without a name are called {', '.join(blank[:5])}{_more(blank)}")
    if repeated:
        told = ", ".join(repr(name) for name in repeated[:5])
        notices.append(f"repeated names of columns were told apart: {told}{_more(repeated)}")
    return tuple(result), tuple(notices)


def _more(names: list[str]) -> str:
    return f" and {len(names) - 5} more" if len(names) > 5 else ""


def _filled(row: Sequence[str]) -> int:
    return sum(bool(cell.strip()) for cell in row)


def _extent(row: Sequence[str]) -> int:
    """The place of the last filled cell, from 1."""
    return max((i + 1 for i, cell in enumerate(row) if cell.strip()), default=0)


def _unnamed(width: int, data: Sequence[Sequence[str]]) -> int:
    """How many columns most rows of data fill beyond the header's `width`."""
    beyond = Counter(max(0, _extent(row) - width) for row in data if _filled(row))
    return max(beyond, key=lambda more: (beyond[more], -more), default=0)


def _headless(rows: Sequence[Sequence[str]], place: str, *, told: bool) -> Header:
    widths = Counter(len(row) for row in rows if _filled(row))
    width = max(widths, key=lambda width: (widths[width], width))
    names = tuple(f"column_{i + 1}" for i in range(width))
    called = "column is" if width == 1 else "columns are"
    span = ("", "", " and column_2")[width] if width < 3 else f" to column_{width}"
    notice = (
        f"no header found: the first row of {place} is read as a good, the {called} called "
        f"column_1{span} (--header-row says where names are)"
    )
    return Header(names, 0, () if told else (notice,))


def _naming(rows: Sequence[Sequence[str]], named: Sequence[str]) -> int | None:
    """The row with most of the names, the first of equals; None where no row has one."""
    wanted = {name.strip().casefold() for name in named}
    counts = [len(wanted & {cell.strip().casefold() for cell in row}) for row in rows]
    return counts.index(max(counts)) if wanted and any(counts) else None


def _guess(rows: Sequence[Sequence[str]], *, even: bool) -> int | None:
    """The index of the header: the first row as wide as the table, if it reads like one."""
    first = next(i for i, row in enumerate(rows) if _filled(row))
    named_below = any(_known(row) > 1 for row in rows[first + 1 :])
    if _lone_text_name(rows[first], even=even) and not named_below:
        return first
    # Where every row is sparse, the fullest says how wide a header must be.
    enough = min(0.6 * _usual_extent(rows), max(map(_filled, rows)))
    wide = next(i for i, row in enumerate(rows) if _filled(row) >= max(1, enough))
    named = [i for i, row in enumerate(rows[:wide]) if _known(row) > 1]
    if named:
        return named[-1]  # columns that have no name do not make the first row of data the header
    if wide + 1 < len(rows) and _stacked(rows[wide], rows[wide + 1]):
        wide += 1
    below = [row for row in rows[wide + 1 :] if _filled(row)]
    return wide if _reads_like_names(rows[wide], below) else None


def _stacked(upper: Sequence[str], lower: Sequence[str]) -> bool:
    """Whether two rows are one header: merged cells stand in both, and the lower names more."""
    same = any(is_known_name(a) and a == b for a, b in zip(upper, lower, strict=False))
    return same and _filled(lower) > _filled(upper)


def _lone_text_name(row: Sequence[str], *, even: bool) -> bool:
    # "description" alone above unquoted sentences with commas: one column, however they split.
    if even or len(row) != 1 or role_of(row[0])[0] not in {NAME, SPECIFICATION}:
        return False
    return is_known_name(row[0]) or may_name_a_column(row[0])


def _known(row: Sequence[str]) -> int:
    """How many cells are names that columns have."""
    return sum(map(is_known_name, row))


def _usual_extent(rows: Sequence[Sequence[str]]) -> int:
    """How many cells most rows fill; of a table with a title or two, the rows below count."""
    extents = Counter(_extent(row) for row in rows if _filled(row))
    return max(extents, key=lambda extent: (extents[extent], extent))


def _reads_like_names(row: Sequence[str], below: Sequence[Sequence[str]]) -> bool:
    """Whether a row is a header; in doubt it is a good, for a good must not go unjudged."""
    cells = [cell.strip() for cell in row if cell.strip()]
    dated = _known(cells) > 1
    if sum(_is_figure(cell, dated=dated) for cell in cells) * 3 > len(cells):
        return False
    repeated = _repeated_below(row, below)
    if dated or any(map(is_known_name, {*cells} - repeated)):
        return True
    if any(len(cell) > _LONGEST_NAME for cell in cells) or len(set(cells)) < len(cells):
        return False
    return not repeated and (any(map(may_name_a_column, cells)) or _stands_out(row, below))


def _is_figure(cell: str, *, dated: bool = False) -> bool:
    """Whether a cell is a figure, and no year; nor a month, where a row is `dated` by them."""
    if _YEAR.fullmatch(cell) or (dated and _MONTH.fullmatch(cell)):
        return False
    return _FIGURE.fullmatch(cell) is not None


def _has_digit(cell: str) -> bool:
    return any(character.isdigit() for character in cell)


def _is_code(cell: str) -> bool:
    return _has_digit(cell) and len(cell.split()) == 1


def _repeated_below(row: Sequence[str], below: Sequence[Sequence[str]]) -> set[str]:
    """The cells that come again in their own column, as values do and names don't.

    The whole row may: a list that was printed has its header on each page.
    """
    others = [other for other in below if list(other) != list(row)]
    return {
        cell.strip()
        for i, cell in enumerate(row)
        if cell.strip() and any(i < len(other) and other[i] == cell for other in others)
    }


def _stands_out(row: Sequence[str], below: Sequence[Sequence[str]]) -> bool:
    """Whether some column has a word on top and figures, or codes of one piece, all below.

    Words above text with digits prove nothing: germanium may stand above bolts with their sizes.
    """
    for i, cell in enumerate(row):
        values = [other[i].strip() for other in below if i < len(other) and other[i].strip()]
        worded = any(map(str.isalpha, cell)) and not _has_digit(cell)
        if not worded or cell.strip().casefold() in _NO_FIGURE or not values:
            continue
        if all(_is_code(value) or _FIGURE.fullmatch(value) for value in values):
            return True
    return False
