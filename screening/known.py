"""Signed-off classifications of the user's own: they win over the model, and say so."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Final

from dualuse.corpus import labels
from dualuse.corpus.errors import DualuseError
from dualuse.corpus.tables.cells import cell_text
from dualuse.screening.assessment import Assessment

SIGNED_OFF: Final = "known:"
"""How the `model` of an assessment begins that the user has signed off."""

CONTROLLED: Final = frozenset({"medium", "high"})
"""The relevances of goods that a list names, or may name."""

_DECISIONS: Final = {"listed": "controlled", "parameter_missing": "review"}
"""What follows from a basis where the user names no decision; from any other, `clear`."""


@dataclass(frozen=True, slots=True)
class KnownClassifications:
    """Signed-off rows by id and by text; `digest` is the SHA-256 of their file.

    A text that was signed off in two ways, for different ids, is in `ambiguous` and matches no row.
    `texts` are those that ids were signed off with; `contradicted` gathers the ids of rows that
    bear another. `notice` says which columns of the file they stand in.
    """

    source: str
    digest: str
    notice: str = ""
    by_id: dict[str, dict[str, str]] = field(default_factory=dict)
    by_text: dict[str, dict[str, str]] = field(default_factory=dict)
    ambiguous: set[str] = field(default_factory=set)
    texts: dict[str, str] = field(default_factory=dict)
    contradicted: set[str] = field(default_factory=set)

    def lookup(self, row_id: str | None, text: str | None) -> dict[str, str] | None:
        """The signed-off labels of a row: by its id first, else by the same text.

        Two lists may both number their rows from 1: an id that was signed off with another text
        tells nothing of this row, also where the row has no text.
        """
        key = _key(text) if text else ""
        found = self.by_id.get(row_id) if row_id else None
        if row_id and found and self.texts.get(row_id, key) != key:
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
        controlled = relevance in CONTROLLED
        category: str | None = labels.NO_CATEGORY
        if controlled:
            category = known.get("category") or _category(codes, assessment)
        regimes = parts(known.get("regimes", "")) or assessment.regimes
        basis = labels.basis_of(relevance, codes)
        return replace(
            assessment,
            category=category,
            category_confidence=None if category is None else 1.0,
            relevance=relevance,
            control_probability=1.0 if relevance == "high" else 0.0,
            basis=basis,
            decision=known.get("decision") or _DECISIONS.get(basis, "clear"),
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


def _category(codes: tuple[str, ...], assessment: Assessment) -> str | None:
    if codes:
        return labels.code_category(codes[0])
    return None if assessment.category == labels.NO_CATEGORY else assessment.category


def _key(text: str) -> str:
    return " ".join(text.split()).casefold()
