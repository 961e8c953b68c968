"""An opened catalogue with its columns' roles settled."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from dualuse.corpus.errors import DualuseError
from dualuse.corpus.records import Product
from dualuse.corpus.tables.columns import ColumnGuess, guess_text_columns, resolve_columns
from dualuse.corpus.tables.reading import open_table
from dualuse.corpus.tables.table import Row, Table
from dualuse.screening.known import cell_key, row_text


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
                id=None if self.id is None else cell_key(row[self.id]),
                hs_code=None if self.hs is None else cell_key(row[self.hs]),
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
    named = resolve_columns(table, options.text_columns)
    guess = _without(named, _guess(table, needed=not named))
    return Catalogue(
        path=path,
        table=table,
        text=named or guess.text,
        id=_place(table, options.id_column, guess.id),
        hs=_place(table, options.hs_column, guess.hs),
        notices=(*table.notices, *_notices(table, options, guess)),
    )


def _guess(table: Table, *, needed: bool) -> ColumnGuess:
    """What the columns seem to be; nothing where that can't be told and no text is `needed`."""
    try:
        return guess_text_columns(table)
    except DualuseError:
        if needed:
            raise
        return ColumnGuess((), None, None, "")


def _without(named: tuple[int, ...], guess: ColumnGuess) -> ColumnGuess:
    # What the user calls text is neither id nor HS code, whatever it looks like.
    return replace(
        guess,
        id=None if guess.id in named else guess.id,
        hs=None if guess.hs in named else guess.hs,
    )


def _notices(table: Table, options: CatalogueOptions, guess: ColumnGuess) -> tuple[str, ...]:
    """A sentence on all that was guessed and not asked for."""
    guessed = [
        f"{what} from {table.columns[place]!r}"
        for what, place, name in (
            ("ids", guess.id, options.id_column),
            ("HS codes", guess.hs, options.hs_column),
        )
        if place is not None and not name
    ]
    if not options.text_columns:
        guessed.insert(0, guess.notice.split(", ids from ")[0].split(", HS codes from ")[0])
    elif guessed:
        guessed[0] = guessed[0].replace(" from ", " are read from ")
    return (", ".join(guessed),) if guessed else ()


def _place(table: Table, name: str | None, guess: int | None) -> int | None:
    return resolve_columns(table, [name])[0] if name else guess
