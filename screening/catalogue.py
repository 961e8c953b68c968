"""An opened catalogue with its columns' roles settled."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from dualuse.corpus.errors import DualuseError, UsageError
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
    """A table, where its texts, ids and HS codes stand, and notices for the user.

    `asked` tells which columns the user had judged otherwise than would have been guessed, behind
    a comma as `ScreeningPolicy.words` does; empty where nothing was.
    """

    path: Path
    table: Table
    text: tuple[int, ...]
    id: int | None
    hs: int | None
    notices: tuple[str, ...]
    asked: str = ""

    def products(self, rows: Iterator[Row]) -> Iterator[Product]:
        """Each row as a product; an empty text where the row has none."""
        for row in rows:
            yield Product(
                text=row_text(row, self.text) or "",
                id=None if self.id is None else cell_key(row[self.id]),
                hs_code=None if self.hs is None else cell_key(row[self.hs]),
            )

    @property
    def text_names(self) -> tuple[str, ...]:
        """The names of the columns with the text, in their order."""
        return tuple(self.table.columns[place] for place in self.text)

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
    asked = (*options.text_columns, options.id_column, options.hs_column)
    table = open_table(
        path,
        format=options.format,
        sheet=options.sheet,
        header_row=options.header_row,
        named=[name for name in asked if name is not None],
    )
    named = resolve_columns(table, options.text_columns)
    own_id, own_hs = _place(table, options.id_column), _place(table, options.hs_column)
    if own_id is not None and own_id == own_hs:
        name = table.columns[own_id]
        raise UsageError(f"--id-column and --hs-column both name {name!r}: it cannot be both")
    found = _guess(table, needed=not named)
    guess = _without(named, own_id, own_hs, found)
    text, hs = named or guess.text, guess.hs if own_hs is None else own_hs
    notices = [*table.notices, *_notices(table, options, guess)]
    if own_id is None and own_hs is not None and own_hs == found.id:
        notices.append(f"{table.columns[own_hs]!r} is read as HS codes, so there are no ids")
    return Catalogue(
        path=path,
        table=table,
        text=text,
        id=guess.id if own_id is None else own_id,
        hs=hs,
        notices=tuple(notices),
        asked=_asked(table, text, hs, found),
    )


def guessed_columns(table: Table) -> tuple[tuple[int, ...], int | None]:
    """Where texts and HS codes are read from in a table of which the user says nothing."""
    guess = _guess(table, needed=False)
    return guess.text, guess.hs


def _asked(table: Table, text: tuple[int, ...], hs: int | None, guess: ColumnGuess) -> str:
    names = table.columns
    said = (
        (text != guess.text, f"text from {' and '.join(repr(names[each]) for each in text)}"),
        (hs != guess.hs, f"HS codes from {'nowhere' if hs is None else repr(names[hs])}"),
    )
    return "".join(f", {words}" for differs, words in said if differs)


def _guess(table: Table, *, needed: bool) -> ColumnGuess:
    """What the columns seem to be; nothing where that can't be told and no text is `needed`."""
    try:
        return guess_text_columns(table)
    except DualuseError:
        if needed:
            raise
        return ColumnGuess((), None, None, "")


def _without(
    named: tuple[int, ...], own_id: int | None, own_hs: int | None, guess: ColumnGuess
) -> ColumnGuess:
    # What the user calls text, or an HS code, is no id, whatever it looks like; and so on.
    return replace(
        guess,
        id=None if guess.id in (*named, own_hs) else guess.id,
        hs=None if guess.hs in (*named, own_id) else guess.hs,
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


def _place(table: Table, name: str | None) -> int | None:
    return resolve_columns(table, [name])[0] if name else None
