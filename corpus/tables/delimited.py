"""CSV and TSV: sniffed once, then streamed row by row."""

import csv
import re
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path

from dualuse.corpus.errors import DualuseError
from dualuse.corpus.tables.dialect import (
    DELIMITERS,
    LONGEST_CELL,
    Dialect,
    cut_rows,
    sniff_dialect,
)
from dualuse.corpus.tables.header import HEADER_SEARCH, find_header
from dualuse.corpus.tables.table import Row, Table
from dualuse.corpus.tables.textlines import REPLACEMENT, find_encoding, read_lines

_SAMPLE_LINES = 1000
_NO_CELL = 4  # lines, each cut like a row of the table, that are not one cell
_SAMPLE_CHARACTERS = 1 << 20
_JSON = re.compile(r"\s*(?:\[\s*)?\{\s*\"[^\"]*\"\s*:")


def open_delimited(
    path: Path, name: str, header_row: int | None = None, named: Sequence[str] = ()
) -> Table:
    """The table in a CSV or TSV file; `name` is its format (`csv`, `tsv.gz` …).

    Raises:
        DualuseError: the file holds no text, or no header where one is said to stand.
    """
    packed = name.endswith(".gz")
    encoding = find_encoding(path, packed)
    lines, whole = _sample(path, packed, encoding)
    _check_markup(path, "".join(lines[:20]))
    told = _told_delimiter(lines[0])
    lead = 1 if told else 0
    dialect = sniff_dialect(lines[lead:], _delimiters(name, lines, told))
    rows = list(cut_rows(lines[lead:], dialect))
    if not whole and len(rows) > 1:
        rows.pop()  # its last cell may go on beyond the sample
    first = rows[: max(HEADER_SEARCH, header_row or 0)]
    header = find_header(first, header_row, path.name, named=named)
    stream = _Stream(path, packed, encoding, dialect, lead, header.skip)
    return Table(
        columns=header.columns,
        format=name,
        source=stream.rows,
        encoding=encoding,
        delimiter=dialect.delimiter,
        notices=(*_notices(name, encoding, dialect, len(header.columns)), *header.notices),
    )


def _sample(path: Path, packed: bool, encoding: str) -> tuple[list[str], bool]:
    """The first lines, and whether they are all there are."""
    lines: list[str] = []
    characters = 0
    with closing(read_lines(path, packed, encoding)) as source:
        for line in source:
            if len(lines) >= _SAMPLE_LINES or characters >= _SAMPLE_CHARACTERS:
                return lines, False
            lines.append(line)
            characters += len(line)
    if not lines:
        raise DualuseError(f"{path} is empty: give a file with at least a header")
    return lines, True


def _check_markup(path: Path, start: str) -> None:
    # Many systems call a page with a table an Excel or CSV export.
    if start.lstrip().lower().startswith(("<!doctype", "<html", "<table", "<?xml", "<head")):
        raise DualuseError(f"{path} is HTML or XML: open it in a spreadsheet and save it as CSV")
    if _JSON.match(start):
        raise DualuseError(f"{path} holds JSON, not a table with delimiters: try --format jsonl")


def _told_delimiter(line: str) -> str | None:
    """The delimiter that a first line `sep=;` names, as Excel writes and reads it."""
    told = line.strip("\r\n")
    named = told.lower().startswith("sep=") and len(told) == 5
    return told[4] if named and not told[4].isalnum() and told[4] not in "\"' " else None


def _delimiters(name: str, lines: list[str], told: str | None) -> tuple[str, ...]:
    if told:
        return (told,)
    if name.startswith("tsv"):
        return ("\t",) if any("\t" in line for line in lines) else ("\t", ",", ";", "|")
    return DELIMITERS


def _notices(name: str, encoding: str, dialect: Dialect, width: int) -> tuple[str, ...]:
    notices = []
    usual = "\t" if name.startswith("tsv") else ","
    if dialect.delimiter != usual and width > 1:
        shown = "a tab" if dialect.delimiter == "\t" else repr(dialect.delimiter)
        notices.append(f"delimiter is {shown}")
    if not dialect.quoted:
        notices.append("quotation marks are read as plain characters, for they don't pair up")
    if encoding not in {"utf-8", "utf-8-sig"}:
        notices.append(f"encoding is {encoding}")
    return tuple(notices)


class _Feed:
    """Lines on their way into a csv reader, which hides which of them made a row."""

    def __init__(self, lines: Iterator[str]) -> None:
        self.lines = lines
        self.pending: list[str] = []  # the lines of the row in the making
        self.damaged = False
        self.ended = False
        self._size = 0

    def __iter__(self) -> Iterator[str]:
        for line in self.lines:
            if REPLACEMENT in line or "\0" in line:
                self.damaged = True
            if self.pending:
                self._check_size(len(line))
            self.pending.append(line)
            yield line
        self.ended = True

    def _check_size(self, more: int) -> None:
        self._size = more + (self._size if len(self.pending) > 1 else len(self.pending[0]))
        # The csv module's own limit is of all its users, one of whom may have lifted it.
        if self._size > 2 * LONGEST_CELL:
            raise csv.Error


@dataclass(frozen=True, slots=True)
class _Stream:
    """All that is known of a file before its rows are read."""

    path: Path
    packed: bool
    encoding: str
    dialect: Dialect
    lead: int
    skip: int

    def rows(self, table: Table) -> Iterator[Row]:
        """The rows of data, each fitted to the table's columns."""
        with closing(read_lines(self.path, self.packed, self.encoding)) as lines:
            feed = _Feed(islice(lines, self.lead, None))
            width = len(table.columns)
            records = self._records(feed, width)
            for number, cells in enumerate(records, start=1):
                if feed.damaged:
                    table.damaged_rows.add(number)
                    feed.damaged = False
                if len(cells) == width:
                    yield tuple(cells)
                else:
                    yield self._fitted(cells, table, number)

    def _records(self, feed: _Feed, width: int) -> Iterator[list[str]]:
        """The rows of data as they were cut.

        Blank lines are no rows; in a file of one column those that stand between others are.
        """
        reader = cut_rows(feed, self.dialect)
        left, blank = self.skip, 0
        try:
            for cells in reader:
                if left:
                    left -= 1
                elif feed.ended:  # by the last line alone if that did not end the row
                    yield from self._plain(feed)
                elif cells:
                    yield from [[""]] * blank
                    blank = 0
                    swallowed = len(feed.pending) > 1 and self._swallowed(feed.pending, width)
                    yield from self._plain(feed) if swallowed else (cells,)
                elif width == 1:
                    blank += 1
                feed.pending.clear()
        except csv.Error:
            raise DualuseError(
                f"{self.path} has a cell of over {LONGEST_CELL >> 20} MiB before line "
                f"{reader.line_num + 1}: look for a quotation mark that is never closed"
            ) from None

    def _plain(self, feed: _Feed) -> Iterator[list[str]]:
        """The rows that an opening quotation mark made one cell of."""
        for cells in cut_rows(feed.pending, self._unquoted):
            if cells:
                feed.damaged = True
                yield cells

    def _swallowed(self, lines: Sequence[str], width: int) -> bool:
        """Whether lines that make one row are rows of their own, each as wide as the table.

        A cell of several lines may by chance look so. It is closed before a delimiter or the end
        of a line, though, and has seldom many lines that all do.
        """
        if width < 2 or any(len(cells) != width for cells in cut_rows(lines, self._unquoted)):
            return False
        strict = csv.reader(lines, delimiter=self.dialect.delimiter, strict=True)
        try:
            return any(strict) and len(lines) >= _NO_CELL
        except csv.Error:
            return True

    @property
    def _unquoted(self) -> Dialect:
        return replace(self.dialect, quoted=False)

    def _fitted(self, cells: list[str], table: Table, number: int) -> Row:
        """The cells padded, or those beyond the last column joined to its cell, as they stood."""
        width = len(table.columns)
        if any(cells[width:]):
            table.ragged_rows.add(number)
            cells = [*cells[: width - 1], self.dialect.delimiter.join(cells[width - 1 :])]
        return (*cells[:width], *[""] * (width - len(cells)))
