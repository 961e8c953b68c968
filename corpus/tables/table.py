"""A catalogue that is open for reading, whatever its format."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

Row = tuple[Any, ...]


class RowTally:
    """How many rows a pass met of some kind, and the numbers of the first few.

    Numbers count rows of data from 1. Only the first 20 are kept: memory must not grow with the
    file.
    """

    __slots__ = ("count", "first")

    def __init__(self) -> None:
        self.count = 0
        self.first: list[int] = []

    def add(self, row: int) -> None:
        """Count one more row."""
        self.count += 1
        if len(self.first) < 20:
            self.first.append(row)

    def clear(self) -> None:
        """Start again from nothing."""
        self.count = 0
        self.first.clear()

    def __len__(self) -> int:
        return self.count

    def __repr__(self) -> str:
        return f"RowTally(count={self.count}, first={self.first})"


@dataclass(frozen=True, slots=True)
class Table:
    """The columns of a catalogue, what was guessed of it, and a way to its rows.

    `notices` are sentences for the user. `encoding` and `delimiter` are None where the format has
    none, `sheet` is a workbook's, `schema` a Parquet file's Arrow schema with the names of
    `columns`. `row_count` is None where only reading could tell it.

    `damaged_rows` (characters that could not be decoded, lines that are no JSON object or have a
    key twice) and `ragged_rows` (more cells than columns) are filled by the latest pass over
    `rows()`.
    """

    columns: tuple[str, ...]
    format: str
    source: Callable[["Table"], Iterator[Row]] = field(repr=False, compare=False)
    encoding: str | None = None
    delimiter: str | None = None
    sheet: str | None = None
    schema: Any = field(default=None, repr=False)
    row_count: int | None = None
    notices: tuple[str, ...] = ()
    damaged_rows: RowTally = field(default_factory=RowTally, compare=False)
    ragged_rows: RowTally = field(default_factory=RowTally, compare=False)

    def rows(self) -> Iterator[Row]:
        """The rows from the first on, each as long as `columns`; each call opens the file anew.

        Raises:
            DualuseError: the file turns out to be broken further down.
        """
        self.damaged_rows.clear()
        self.ragged_rows.clear()
        return self.source(self)
