"""The cells below the head of a column, in tables whose rows are lines with tabs or bars."""

import re
from collections.abc import Callable, Iterator
from typing import Final

_MARK: Final = re.compile("[\t|]")
_WIDEST: Final = 40  # columns that are told apart; the last holds the rest of the line
_HEAD: Final = 60  # characters of a cell that may still be the head of a column

Cell = tuple[int, int]
"""The place of a cell's words, without the blanks around them."""


def column_cells(body: str, is_head: Callable[[str], object]) -> Iterator[tuple[int, int, Cell]]:
    """Start and end of each cell below one that `is_head` finds, with the head's row.

    The table goes on for as long as its lines have cells; an empty line does not end it.
    """
    columns: list[int] = []
    row = (0, 0)
    at = 0
    for line in body.split("\n"):
        if _MARK.search(line):
            cells = cells_of(line, at)
            if heads := _heads(body, cells, is_head):
                columns, row = heads, (at, at + len(line))
            else:
                for each in columns:
                    if each < len(cells) and cells[each][0] < cells[each][1]:
                        yield *cells[each], row
        elif line.strip():
            columns = []
        at += len(line) + 1


def cells_of(line: str, at: int) -> list[Cell]:
    """The cells of a line that begins at `at`, with empty ones."""
    cells = []
    for piece in _MARK.split(line, _WIDEST):
        start = at + len(piece) - len(piece.lstrip())
        cells.append((start, max(start, at + len(piece.rstrip()))))
        at += len(piece) + 1
    return cells


def _heads(body: str, cells: list[Cell], is_head: Callable[[str], object]) -> list[int]:
    """Which cells of a row head a column."""
    return [
        number
        for number, (start, end) in enumerate(cells)
        if end - start <= _HEAD and is_head(body[start:end])
    ]
