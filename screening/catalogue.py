"""An opened catalogue with its columns' roles settled."""

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from dualuse.corpus.records import Product
from dualuse.corpus.tables.columns import guess_text_columns, resolve_columns
from dualuse.corpus.tables.reading import open_table
from dualuse.corpus.tables.table import Row, Table
from dualuse.screening.known import row_text


@dataclass(frozen=True, slots=True)
class CatalogueOptions:
    """How to read a catalogue: what is None or empty is found out."""

    format: str | None = None
    sheet: str | None = None
    header_row: int | None = None
    text_columns: tuple[str, ...] = ()
    id_column: str | None = None
    hs_column: str | None = None


@dataclass(frozen=True, slots=True)
class Catalogue:
    """A table, where its texts, ids and HS codes stand, and notices for the user."""

    path: Path
    table: Table
    text: tuple[int, ...]
    id: int | None
    hs: int | None
    notices: tuple[str, ...]

    def products(self, rows: Iterator[Row]) -> Iterator[Product]:
        """Each row as a product; an empty text where the row has none."""
        for row in rows:
            yield Product(
                text=row_text(row, self.text) or "",
                id=_cell(row, self.id),
                hs_code=_cell(row, self.hs),
            )

    def settings(self) -> dict[str, Any]:
        """What of the reading decides the result, for the fingerprint of a run."""
        return {
            "format": self.table.format,
            "sheet": self.table.sheet,
            "columns": list(self.table.columns),
            "text": list(self.text),
            "id": self.id,
            "hs": self.hs,
        }


def open_catalogue(path: Path, options: CatalogueOptions) -> Catalogue:
    """The catalogue in `path`, its columns as asked for or guessed with a notice.

    Raises:
        DualuseError: it cannot be read, or a column is not there or cannot be guessed.
    """
    table = open_table(
        path, format=options.format, sheet=options.sheet, header_row=options.header_row
    )
    notices = list(table.notices)
    guess_id = guess_hs = None
    if options.text_columns:
        text = resolve_columns(table, options.text_columns)
    else:
        guess = guess_text_columns(table)
        text, guess_id, guess_hs = guess.text, guess.id, guess.hs
        notices.append(guess.notice)
    return Catalogue(
        path=path,
        table=table,
        text=text,
        id=_place(table, options.id_column, guess_id),
        hs=_place(table, options.hs_column, guess_hs),
        notices=tuple(notices),
    )


def file_digest(path: Path) -> str:
    """The SHA-256 of a file's bytes."""
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def _place(table: Table, name: str | None, guess: int | None) -> int | None:
    return resolve_columns(table, [name])[0] if name else guess


def _cell(row: Sequence[Any], place: int | None) -> str | None:
    if place is None or row[place] in (None, ""):
        return None
    return str(row[place]).strip()
