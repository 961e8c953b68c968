"""Where the header of a sheet or CSV stands among its first rows, and the columns' names."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from dualuse.corpus.errors import DualuseError
from dualuse.corpus.tables.names import NAME, SPECIFICATION, is_known_name, role_of

# Rows looked at: titles and addresses above a header seldom take more than ten.
HEADER_SEARCH = 50

_FIGURE = re.compile(
    r"[-+(]?[\s$€£¥￥]*\d[\d\s.,'’:/-]*(?:e[-+]?\d+)?[\s%)a-z€$£¥元円]{0,4}", re.IGNORECASE
)
_YEAR = re.compile(r"(?:19|20)\d\d")
_LONGEST_NAME = 60


@dataclass(frozen=True, slots=True)
class Header:
    """The names of the columns, how many rows come before the data, and what to tell the user."""

    columns: tuple[str, ...]
    skip: int
    notices: tuple[str, ...]


def find_header(
    rows: Sequence[Sequence[str]], header_row: int | None, place: str, *, even: bool = False
) -> Header:
    """The header among the first rows of a table.

    Args:
        rows: the first rows, blank ones included; cells as text.
        header_row: its number as a spreadsheet counts, from 1, if the user knows; 0 for none.
        place: what the rows are taken from, for messages (`sheet 'Stock'`, or the file's name).
        even: whether all rows have as many cells as the sheet is wide, as in a workbook.

    Raises:
        DualuseError: there is no row of the number given, or it is blank, or all rows are.
    """
    if not any(_filled(row) for row in rows):
        raise DualuseError(
            f"{place} has no cells with content in its first {len(rows)} rows: say with "
            "--header-row where the columns' names are"
        )
    if header_row is None:
        index = _guess(rows, even=even)
    elif header_row == 0:
        index = None
    elif header_row > len(rows) or header_row < 0 or not _filled(rows[header_row - 1]):
        raise DualuseError(
            f"{place} has no header in row {header_row}: look for the row with the columns' names"
        )
    else:
        index = header_row - 1
    if index is None:
        return _headless(rows, told=header_row == 0)
    names = list(rows[index])
    if not _lone_text_name(names, even=even):
        names += [""] * _unnamed(len(names), rows[index + 1 :])
    columns, notices = unique_names(names)
    if index and header_row is None:
        notices = (f"header found in row {index + 1} of {place}", *notices)
    return Header(columns, index + 1, notices)


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


def _headless(rows: Sequence[Sequence[str]], *, told: bool) -> Header:
    widths = Counter(len(row) for row in rows if _filled(row))
    width = max(widths, key=lambda width: (widths[width], width))
    names = tuple(f"column_{i + 1}" for i in range(width))
    called = "column is" if width == 1 else "columns are"
    span = "" if width == 1 else f" to column_{width}"
    notice = f"no header found: the {called} called column_1{span}"
    return Header(names, 0, () if told else (notice,))


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
    below = [row for row in rows[wide + 1 :] if _filled(row)]
    return wide if _reads_like_names(rows[wide], below) else None


def _lone_text_name(row: Sequence[str], *, even: bool) -> bool:
    # "description" alone above unquoted sentences with commas: one column, however they split.
    return not even and len(row) == 1 and role_of(row[0])[0] in {NAME, SPECIFICATION}


def _known(row: Sequence[str]) -> int:
    """How many cells are names that columns have."""
    return sum(map(is_known_name, row))


def _usual_extent(rows: Sequence[Sequence[str]]) -> int:
    """How many cells most rows fill; of a table with a title or two, the rows below count."""
    extents = Counter(_extent(row) for row in rows if _filled(row))
    return max(extents, key=lambda extent: (extents[extent], extent))


def _reads_like_names(row: Sequence[str], below: Sequence[Sequence[str]]) -> bool:
    cells = [cell.strip() for cell in row if cell.strip()]
    if sum(map(_is_figure, cells)) * 3 > len(cells):
        return False
    if _known(cells):
        return True
    if any(len(cell) > _LONGEST_NAME for cell in cells) or len(set(cells)) < len(cells):
        return False
    if _repeated_below(row, below):
        return False
    return _stands_out(row, below) or (len(cells) > 1 and not any(map(_has_digit, cells)))


def _is_figure(cell: str) -> bool:
    # Years stand above columns of quantities.
    return _FIGURE.fullmatch(cell) is not None and _YEAR.fullmatch(cell) is None


def _has_digit(cell: str) -> bool:
    return any(character.isdigit() for character in cell)


def _repeated_below(row: Sequence[str], below: Sequence[Sequence[str]]) -> bool:
    """Whether a cell comes again in its own column, as values do and names don't."""
    return any(
        cell.strip() and any(i < len(other) and other[i] == cell for other in below)
        for i, cell in enumerate(row)
    )


def _stands_out(row: Sequence[str], below: Sequence[Sequence[str]]) -> bool:
    """Whether some column has words on top and figures, or text with digits, all below."""
    for i, cell in enumerate(row):
        values = [other[i] for other in below if i < len(other) and other[i].strip()]
        if cell.strip() and not _has_digit(cell) and values and all(map(_has_digit, values)):
            return True
    return False
