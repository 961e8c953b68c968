"""Signed-off classifications of the user's own: they win over the model, and say so."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Final

from dualuse.corpus import labels
from dualuse.corpus.errors import DualuseError
from dualuse.corpus.tables.columns import guess_text_columns, resolve_columns
from dualuse.corpus.tables.reading import open_table
from dualuse.corpus.tables.table import Table
from dualuse.screening.assessment import Assessment

_FIELDS: Final[tuple[str, ...]] = ("category", "relevance", "codes", "regimes", "decision")


@dataclass(frozen=True, slots=True)
class KnownClassifications:
    """Signed-off rows by id and by text."""

    source: str
    by_id: dict[str, dict[str, str]]
    by_text: dict[str, dict[str, str]]

    def lookup(self, row_id: str | None, text: str | None) -> dict[str, str] | None:
        """The signed-off labels of a row: by its id first, else by the same text."""
        found = self.by_id.get(row_id) if row_id else None
        return found or (self.by_text.get(_key(text)) if text else None)

    def apply(self, assessment: Assessment, known: dict[str, str]) -> Assessment:
        """The assessment with the signed-off labels in place of the model's."""
        relevance = known.get("relevance") or assessment.relevance
        codes = _parts(known["codes"]) if known.get("codes") else ()
        category = known.get("category") or _category(relevance, codes) or assessment.category
        regimes = _parts(known["regimes"]) if known.get("regimes") else assessment.regimes
        controlled = relevance in {"medium", "high"}
        return replace(
            assessment,
            category=category if controlled else labels.NO_CATEGORY,
            category_confidence=1.0,
            relevance=relevance,
            control_probability=1.0 if relevance == "high" else 0.0,
            basis=labels.basis_of(relevance or "none", codes),
            decision=known.get("decision") or ("controlled" if relevance == "high" else "clear"),
            codes=codes if controlled else (),
            regimes=regimes if controlled else (),
            evidence=f"Signed off in {self.source}; the model was not asked.",
            missing=(),
            model=f"known:{self.source}",
        )


def load_known(path: Path) -> KnownClassifications:
    """The signed-off classifications of a catalogue with an id or text column and labels.

    The labels are columns called `relevance` (needed) and `category`, `codes`, `regimes` or
    `decision`.

    Raises:
        DualuseError: `relevance` is missing, no row can be matched, or a label is unknown.
    """
    table = open_table(path)
    names = {name.lower(): name for name in table.columns}
    if "relevance" not in names:
        have = ", ".join(table.columns)
        raise DualuseError(f"{path} has no column `relevance`, which --known needs; it has {have}")
    fields = [name for name in _FIELDS if name in names]
    places = resolve_columns(table, [names[name] for name in fields])
    id_place, text_places = _keys(table)
    by_id: dict[str, dict[str, str]] = {}
    by_text: dict[str, dict[str, str]] = {}
    for number, row in enumerate(table.rows(), 1):
        values = {
            name: str(row[place]).strip()
            for name, place in zip(fields, places, strict=True)
            if row[place] not in (None, "")
        }
        if "relevance" not in values:
            continue
        _check(values, f"{path}, row {number}")
        if id_place is not None and row[id_place] not in (None, ""):
            by_id[str(row[id_place]).strip()] = values
        text = row_text(row, text_places)
        if text:
            by_text[_key(text)] = values
    return KnownClassifications(path.name, by_id, by_text)


def row_text(row: Sequence[Any], places: Sequence[int]) -> str | None:
    """The text of a row: its text cells with a space between; None where all are empty."""
    cells = [str(row[place]).strip() for place in places if row[place] is not None]
    return " ".join(cell for cell in cells if cell) or None


def _keys(table: Table) -> tuple[int | None, tuple[int, ...]]:
    names = {name.lower(): place for place, name in enumerate(table.columns)}
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


def _check(values: dict[str, str], place: str) -> None:
    allowed = {
        "category": labels.CATEGORIES,
        "relevance": labels.RELEVANCE,
        "decision": labels.DECISIONS,
    }
    for name, choices in allowed.items():
        if name in values and values[name] not in choices:
            known = ", ".join(choices)
            raise DualuseError(f"{place}: {name} {values[name]!r} is none of {known}")
    for code in _parts(values.get("codes", "")):
        if not labels.is_code(code):
            raise DualuseError(f"{place}: {code!r} is no five-character code such as 6A003")


def _category(relevance: str | None, codes: tuple[str, ...]) -> str | None:
    if relevance in {"medium", "high"}:
        return labels.code_category(codes[0]) if codes else None
    return labels.NO_CATEGORY


def _parts(text: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in text.replace(",", ";").split(";") if part.strip())


def _key(text: str) -> str:
    return " ".join(text.split()).casefold()
