"""Signed-off classifications of the user's own: they win over the model, and say so."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, Final

from dualuse.corpus import labels
from dualuse.corpus.digests import file_digest
from dualuse.corpus.errors import DualuseError
from dualuse.corpus.tables.cells import cell_text
from dualuse.corpus.tables.columns import guess_text_columns, resolve_columns
from dualuse.corpus.tables.reading import open_table
from dualuse.corpus.tables.table import Row, Table
from dualuse.screening.assessment import Assessment

_FIELDS: Final[tuple[str, ...]] = ("category", "relevance", "codes", "regimes", "decision")
SIGNED_OFF: Final = "known:"
"""How the `model` of an assessment begins that the user has signed off."""

_CONTROLLED: Final = frozenset({"medium", "high"})


@dataclass(frozen=True, slots=True)
class KnownClassifications:
    """Signed-off rows by id and by text; `digest` is the SHA-256 of their file.

    A text that was signed off in two ways, for different ids, is in `ambiguous` and matches no row.
    `texts` are those that ids were signed off with; `contradicted` gathers the ids of rows that
    bear another.
    """

    source: str
    digest: str
    by_id: dict[str, dict[str, str]] = field(default_factory=dict)
    by_text: dict[str, dict[str, str]] = field(default_factory=dict)
    ambiguous: set[str] = field(default_factory=set)
    texts: dict[str, str] = field(default_factory=dict)
    contradicted: set[str] = field(default_factory=set)

    def lookup(self, row_id: str | None, text: str | None) -> dict[str, str] | None:
        """The signed-off labels of a row: by its id first, else by the same text.

        Two lists may both number their rows from 1: an id that was signed off with another text
        tells nothing of this row.
        """
        key = _key(text) if text else ""
        found = self.by_id.get(row_id) if row_id else None
        if row_id and found and key and self.texts.get(row_id, key) != key:
            self.contradicted.add(row_id)
            found = None
        return found or self.by_text.get(key)

    def apply(self, assessment: Assessment, known: dict[str, str]) -> Assessment:
        """The assessment with the signed-off labels in place of the model's.

        Where the user names neither category nor code of a controlled good, the model's category
        stands, or none at all if it thinks the good on no list.
        """
        relevance = known["relevance"]
        codes = parts(known.get("codes", ""))
        controlled = relevance in _CONTROLLED
        category: str | None = labels.NO_CATEGORY
        if controlled:
            category = known.get("category") or _category(codes, assessment)
        regimes = parts(known.get("regimes", "")) or assessment.regimes
        return replace(
            assessment,
            category=category,
            category_confidence=1.0,
            relevance=relevance,
            control_probability=1.0 if relevance == "high" else 0.0,
            basis=labels.basis_of(relevance, codes),
            decision=known.get("decision") or ("controlled" if relevance == "high" else "clear"),
            codes=codes,
            regimes=regimes if controlled else (),
            evidence=f"Signed off in {self.source}.",
            missing=(),
            model=f"{SIGNED_OFF}{self.source}",
        )

    def add(self, values: dict[str, str], row_id: str | None, text: str | None, at: str) -> None:
        """Enter one signed-off row; `at` says where it stands.

        Raises:
            DualuseError: its id was signed off in another way before.
        """
        if row_id and self.by_id.setdefault(row_id, values) != values:
            raise DualuseError(f"{at}: id {row_id!r} was signed off otherwise above; keep one")
        key = _key(text) if text else ""
        if row_id and key:
            self.texts[row_id] = key
        if not key or key in self.ambiguous:
            return
        if self.by_text.setdefault(key, values) != values:
            del self.by_text[key]
            self.ambiguous.add(key)


def load_known(path: Path) -> KnownClassifications:
    """The signed-off classifications of a catalogue with an id or text column and labels.

    The labels are columns called `relevance` (needed) and `category`, `codes`, `regimes` or
    `decision`. Rows without a relevance are not signed off, and passed over.

    Raises:
        DualuseError: `relevance` is missing, no row is signed off, labels are unknown or
            contradict each other, or an id is signed off in two ways.
    """
    table = open_table(path)
    rows = _labelled_rows(table, path)
    known = KnownClassifications(path.name, file_digest(path))
    id_place, text_places = _keys(table)
    for number, (row, values) in enumerate(rows, 1):
        if "relevance" not in values:
            continue
        at = f"{path}, row {number}"
        _check(values, at)
        row_id = None if id_place is None else cell_key(row[id_place])
        known.add(values, row_id, row_text(row, text_places), at)
    if not (known.by_id or known.by_text):
        raise DualuseError(f"{path} signs off no row: give each an id or text, and a relevance")
    return known


def row_text(row: Sequence[Any], places: Sequence[int]) -> str | None:
    """The text of a row: its text cells with a space between; None where all are empty."""
    cells = [cell_text(row[place]).strip() for place in places]
    return " ".join(cell for cell in cells if cell) or None


def cell_key(value: Any) -> str | None:
    """An id or HS code as text; None where the cell is empty."""
    if isinstance(value, float) and value.is_integer():
        # Tables with gaps hold whole numbers as fractions: 12.0 is the id 12.
        value = int(value)
    return cell_text(value).strip() or None


def parts(text: str) -> tuple[str, ...]:
    """The words of a list in a cell, parted by semicolons or commas."""
    return tuple(part.strip() for part in text.replace(",", ";").split(";") if part.strip())


def _labelled_rows(table: Table, path: Path) -> Iterator[tuple[Row, dict[str, str]]]:
    names = {name.strip().lower(): name for name in table.columns}
    if "relevance" not in names:
        have = ", ".join(table.columns)
        raise DualuseError(f"{path} has no column `relevance`, which --known needs; it has {have}")
    fields = [name for name in _FIELDS if name in names]
    places = resolve_columns(table, [names[name] for name in fields])

    def labels_of(row: Row) -> dict[str, str]:
        cells = (cell_key(row[place]) for place in places)
        return {name: cell for name, cell in zip(fields, cells, strict=True) if cell}

    return ((row, labels_of(row)) for row in table.rows())


def _keys(table: Table) -> tuple[int | None, tuple[int, ...]]:
    names = {name.strip().lower(): place for place, name in enumerate(table.columns)}
    id_place, text = names.get("id"), names.get("text")
    if text is not None:
        return id_place, (text,)
    try:
        guess = guess_text_columns(table)
    except DualuseError:
        if id_place is None:
            raise
        return id_place, ()
    return guess.id if id_place is None else id_place, guess.text


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
    _check_agreement(values, at)


def _check_agreement(values: dict[str, str], at: str) -> None:
    """Refuse labels of which one would have to be dropped."""
    relevance = values["relevance"]
    category = values.get("category", "")
    if relevance in _CONTROLLED and category == labels.NO_CATEGORY:
        raise DualuseError(f"{at}: relevance {relevance!r} contradicts category 'none'")
    said = [values.get("codes"), values.get("regimes"), category.removeprefix(labels.NO_CATEGORY)]
    if relevance not in _CONTROLLED and any(said):
        told = next(filter(None, said))
        raise DualuseError(f"{at}: relevance {relevance!r}, so on no list, contradicts {told!r}")


def _category(codes: tuple[str, ...], assessment: Assessment) -> str | None:
    if codes:
        return labels.code_category(codes[0])
    return None if assessment.category == labels.NO_CATEGORY else assessment.category


def _key(text: str) -> str:
    return " ".join(text.split()).casefold()
