"""The user's file of signed-off classifications: its columns, and what may stand in them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from dualuse.corpus import labels
from dualuse.corpus.digests import file_digest
from dualuse.corpus.errors import DualuseError
from dualuse.corpus.tables.columns import resolve_columns
from dualuse.corpus.tables.names import ID, NAME, SPECIFICATION, WORD_RANK, role_of
from dualuse.corpus.tables.reading import open_table
from dualuse.corpus.tables.table import Row, Table
from dualuse.screening.known import (
    CONTROLLED,
    KnownClassifications,
    cell_key,
    parts,
    row_text,
)

_FIELDS: Final[tuple[str, ...]] = ("category", "relevance", "codes", "regimes", "decision")


def load_known(path: Path, text_names: Sequence[str] = ()) -> KnownClassifications:
    """The signed-off classifications of a catalogue with an id or text column and labels.

    The labels are columns called `relevance` (needed) and `category`, `codes`, `regimes` or
    `decision`. The text is that of the columns `text_names`, those of the catalogue, where all are
    there; else of one that is called as texts are. Rows without a relevance are not signed off,
    and passed over.

    Raises:
        DualuseError: `relevance`, or both id and text, are missing, no row is signed off, labels
            are unknown or contradict each other, or an id is signed off in two ways.
    """
    table = open_table(path, named=["relevance"], option=False)
    rows = _labelled_rows(table, path)
    keys = _keys(table, text_names, path)
    known = KnownClassifications(path.name, file_digest(path), keys.notice(table, path.name))
    for number, (row, values) in enumerate(rows, 1):
        if "relevance" not in values:
            continue
        at = f"{path}, row {number}"
        _check(values, at)
        row_id = None if keys.id is None else cell_key(row[keys.id])
        known.add(values, row_id, row_text(row, keys.text), at)
    if not (known.by_id or known.by_text):
        raise DualuseError(f"{path} signs off no row: give each an id or text, and a relevance")
    return known


@dataclass(frozen=True, slots=True)
class _Keys:
    """Where the ids and the texts of a file stand."""

    id: int | None
    text: tuple[int, ...]

    def notice(self, table: Table, name: str) -> str:
        """Which columns these are, in a sentence."""
        ids = [] if self.id is None else [f"ids from {table.columns[self.id]!r}"]
        texts = " and ".join(repr(table.columns[place]) for place in self.text)
        told = [*ids, *([f"texts from {texts}"] if texts else [])]
        return f"rows that {name} signs off are known by {' and '.join(told)}"


def _labelled_rows(table: Table, path: Path) -> Iterator[tuple[Row, dict[str, str]]]:
    names = {name.strip().lower(): name for name in table.columns}
    if "relevance" not in names:
        have = ", ".join(table.columns)
        raise DualuseError(f"{path} has no column `relevance`, which --known needs; it has {have}")
    fields = [name for name in _FIELDS if name in names]
    places = resolve_columns(table, [names[name] for name in fields])

    def labels_of(row: Row) -> dict[str, str]:
        cells = (cell_key(row[place]) for place in places)
        pairs = zip(fields, cells, strict=True)
        return {name: _in_our_case(name, cell) for name, cell in pairs if cell}

    return ((row, labels_of(row)) for row in table.rows())


def _in_our_case(name: str, cell: str) -> str:
    return cell.upper() if name in {"codes", "regimes"} else cell.lower()


def _keys(table: Table, text_names: Sequence[str], path: Path) -> _Keys:
    """The columns with ids and texts, by their names alone.

    What a cell holds tells nothing: the name of who signed, or a note, reads like a text too.
    """
    names = {
        name.strip().lower(): place
        for place, name in reversed(list(enumerate(table.columns)))
        if name.strip().lower() not in _FIELDS
    }
    own = [names.get(name.strip().lower()) for name in text_names]
    text = tuple(place for place in own if place is not None)
    if not text or len(text) < len(own):
        found = names["text"] if "text" in names else _called(table, names, {NAME, SPECIFICATION})
        text = () if found is None else (found,)
    others = {name: place for name, place in names.items() if place not in text}
    ident = others["id"] if "id" in others else _called(table, others, {ID})
    if ident is None and not text:
        raise DualuseError(
            f"{path} has neither ids nor texts to know rows by: call a column `id` or `text`; it "
            f"has {', '.join(table.columns)}"
        )
    return _Keys(ident, text)


def _called(table: Table, names: dict[str, int], roles: set[str]) -> int | None:
    """The column whose whole name is the surest of those for a role; None where there is none."""
    ranked = [
        (rank, place)
        for place in names.values()
        for role, rank in [role_of(table.columns[place])]
        if role in roles and rank < WORD_RANK
    ]
    return min(ranked)[1] if ranked else None


def _check(values: dict[str, str], at: str) -> None:
    allowed = {
        "category": labels.CATEGORIES,
        "relevance": labels.RELEVANCE,
        "decision": labels.DECISIONS,
    }
    for name, choices in allowed.items():
        if name in values and values[name] not in choices:
            known = ", ".join(choices)
            raise DualuseError(f"{at}: {name} {values[name]!r} is none of {known}")
    for code in parts(values.get("codes", "")):
        if not labels.is_code(code):
            raise DualuseError(f"{at}: {code!r} is no five-character code such as 6A003")
    for regime in parts(values.get("regimes", "")):
        if regime not in labels.REGIMES:
            raise DualuseError(f"{at}: regime {regime!r} is none of {', '.join(labels.REGIMES)}")
    told = _contradiction(values)
    if told:
        raise DualuseError(f"{at}: {told}")


def _contradiction(values: dict[str, str]) -> str | None:
    """What labels say against each other, so that one would have to be dropped; else None."""
    relevance, category = values["relevance"], values.get("category", "")
    codes, decision = parts(values.get("codes", "")), values.get("decision", "")
    if relevance not in CONTROLLED:
        said = [values.get("codes"), values.get("regimes")]
        said += [category.removeprefix(labels.NO_CATEGORY)]
        said += [decision] if decision == "controlled" else []
        told = next(filter(None, said), None)
        return told and f"relevance {relevance!r}, so on no list, contradicts {told!r}"
    if category == labels.NO_CATEGORY:
        return f"relevance {relevance!r} contradicts category 'none'"
    if category and codes and category not in map(labels.code_category, codes):
        return f"category {category!r} contradicts {values['codes']!r}, which is of another"
    if relevance == "high" and decision == "clear":
        return "relevance 'high', so on a list, contradicts decision 'clear'"
    if relevance == "medium" and not (category or codes):
        return "relevance 'medium' needs the category or code of the list that it is about"
    return None
