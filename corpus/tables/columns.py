"""Which columns hold the text, the id and the HS code: asked for by name, or guessed."""

from collections.abc import Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from itertools import islice
from typing import Any

from dualuse.corpus.errors import DualuseError
from dualuse.corpus.tables.names import (
    HS,
    ID,
    NAME,
    SPECIFICATION,
    UNKNOWN,
    WORD_RANK,
    role_of,
    without_language,
)
from dualuse.corpus.tables.profile import Profile, profile
from dualuse.corpus.tables.table import Row, Table

_SPECIFICATIONS = 2  # columns beside a name; more would drown it


@dataclass(frozen=True, slots=True)
class ColumnGuess:
    """Indices of the columns with the text (in order), the id and the HS code, and a sentence."""

    text: tuple[int, ...]
    id: int | None
    hs: int | None
    notice: str


@dataclass(frozen=True, slots=True)
class _Column:
    index: int
    name: str
    role: str
    rank: int
    profile: Profile
    values: tuple[Any, ...]


def guess_text_columns(table: Table, sample: int = 200) -> ColumnGuess:
    """The columns that describe the goods, by their names checked against the first rows.

    A name and a specification (品名 and 规格型号) are both taken, in the table's order, unless one
    repeats the other. Where no name says so, the column that reads most like descriptions is.

    Raises:
        DualuseError: no column qualifies.
    """
    rows = list(islice(table.rows(), sample))
    columns = [_column(index, name, rows) for index, name in enumerate(table.columns)]
    text, why = _by_name(columns, known=bool(rows)), "by the names of columns"
    if not text:
        text, why = _by_content(columns), "by their content" if len(columns) > 1 else "the only one"
    if not text:
        raise DualuseError(
            "no column reads like a description of goods: name one with --text-column "
            f"({_listed(table.columns)})"
        )
    hs = _hs(columns, known=bool(rows))
    ident = _id([column for column in columns if column not in (*text, hs)], known=bool(rows))
    return ColumnGuess(
        text=tuple(column.index for column in text),
        id=ident.index if ident else None,
        hs=hs.index if hs else None,
        notice=_notice(text, why, ident, hs),
    )


def resolve_columns(table: Table, names: Sequence[str]) -> tuple[int, ...]:
    """The indices of the columns so called, in the order of `names`, letter case aside if need be.

    Raises:
        DualuseError: there is no such column, or only letter case tells several apart.
    """
    return tuple(_resolve(table.columns, name) for name in names)


def _resolve(columns: tuple[str, ...], name: str) -> int:
    if name in columns:
        return columns.index(name)
    folded = [column.strip().casefold() for column in columns]
    wanted = name.strip().casefold()
    if folded.count(wanted) == 1:
        return folded.index(wanted)
    if folded.count(wanted) > 1:
        alike = [column for column, form in zip(columns, folded, strict=True) if form == wanted]
        raise DualuseError(f"several columns are called {name!r}: choose one of {_listed(alike)}")
    near = get_close_matches(wanted, folded, n=1)
    hint = f"did you mean {columns[folded.index(near[0])]!r}? The" if near else "the"
    raise DualuseError(f"there is no column {name!r}: {hint} columns are {_listed(columns)}")


def _listed(columns: Sequence[str]) -> str:
    more = f" and {len(columns) - 50} more" if len(columns) > 50 else ""
    return ", ".join(repr(name) for name in columns[:50]) + more


def _column(index: int, name: str, rows: Sequence[Row]) -> _Column:
    values = tuple(row[index] for row in rows)
    role, rank = role_of(name)
    return _Column(index, name, role, rank, profile(values), values)


def _by_name(columns: Sequence[_Column], *, known: bool) -> list[_Column]:
    """One name and up to two specifications, in the table's order."""
    names = [column for column in columns if column.role == NAME and _is_text(column, known=known)]
    name = min(names, key=lambda column: column.rank, default=None)
    # Beside a name, figures alone ("φ12×1.5") are a specification too.
    specifications = [
        column
        for column in columns
        if column.role == SPECIFICATION
        and (_is_text(column, known=known) or (name and column.profile.filled >= 0.05))
    ]
    specifications = _one_language(sorted(specifications, key=lambda column: column.rank))
    chosen = [*([name] if name else []), *specifications[:_SPECIFICATIONS]]
    kept = [column for column in chosen if not _repeats(column, chosen)]
    return sorted(kept, key=lambda column: column.index)


def _is_text(column: _Column, *, known: bool) -> bool:
    """Whether the cells bear the name out; more is asked of them where only a word in it fits."""
    fits = column.profile.may_be_text if column.rank < WORD_RANK else column.profile.is_text
    return fits or not known


def _one_language(columns: Sequence[_Column]) -> list[_Column]:
    """The columns without those whose name differs from an earlier one only in its language."""
    forms: dict[str, _Column] = {}
    for column in columns:
        forms.setdefault(without_language(column.name), column)
    return list(forms.values())


def _repeats(column: _Column, chosen: Sequence[_Column]) -> bool:
    """Whether another of the chosen says all that this one says, in four rows of five."""
    return any(_within(column, other) for other in chosen if other is not column)


def _within(column: _Column, other: _Column) -> bool:
    pairs = [
        (str(own).strip(), str(theirs).strip())
        for own, theirs in zip(column.values, other.values, strict=True)
        if own and theirs
    ]
    filled = sum(bool(value) for value in column.values)
    inside = sum(own in theirs for own, theirs in pairs)
    same = all(own == theirs for own, theirs in pairs)
    # Of two columns that are alike throughout, the earlier stays.
    return 0 < 0.8 * filled <= inside and not (same and column.index < other.index)


def _by_content(columns: Sequence[_Column]) -> list[_Column]:
    """The column that reads most like descriptions, if any does."""
    if len(columns) == 1:
        return [c for c in columns if c.profile.letters > 0 or not c.values]
    likely = [
        column
        for column in columns
        if column.role in {UNKNOWN, NAME, SPECIFICATION}
        and column.profile.is_text
        and column.profile.length >= 8
        and column.profile.distinct >= 0.3
    ]
    best = max(likely, key=lambda column: column.profile.weight, default=None)
    return [best] if best else []


def _hs(columns: Sequence[_Column], *, known: bool) -> _Column | None:
    fits = [c for c in columns if c.role == HS and (c.profile.hs >= 0.6 or not known)]
    return min(fits, key=lambda column: column.rank, default=None)


def _id(columns: Sequence[_Column], *, known: bool) -> _Column | None:
    """The id; 商品编码 and "commodity code" are ids where they hold no HS codes."""
    fits = [
        column
        for column in columns
        if (column.role == ID or (column.role == HS and known and column.profile.hs < 0.6))
        and (not known or (column.profile.filled >= 0.5 and column.profile.distinct >= 0.5))
    ]
    return min(fits, key=lambda column: (column.role != ID, column.rank), default=None)


def _notice(text: Sequence[_Column], why: str, ident: _Column | None, hs: _Column | None) -> str:
    told = f"text is read from {' and '.join(repr(column.name) for column in text)} ({why})"
    if ident:
        told += f", ids from {ident.name!r}"
    if hs:
        told += f", HS codes from {hs.name!r}"
    return told
