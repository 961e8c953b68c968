"""A user's own labelled rows, to learn from beside the corpus."""

import hashlib
import re
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from dualuse.corpus import labels
from dualuse.corpus.errors import DualuseError
from dualuse.corpus.language import detect_language
from dualuse.corpus.records import LabelledProduct
from dualuse.corpus.tables.cells import cell_text
from dualuse.corpus.tables.columns import guess_text_columns, resolve_columns
from dualuse.corpus.tables.reading import open_table

_FIELDS: Final = ("category", "relevance", "codes", "regimes")
_BETWEEN: Final = re.compile(r"[;,/|\s]+")


def load_corrections(path: Path, text_columns: Sequence[str] = ()) -> list[LabelledProduct]:
    """The rows of a table of any format with a text and a `relevance`, `category` or `codes`.

    Several codes, and `regimes`, stand with `;` between, as `label` writes them, or as people do;
    of a paragraph (3A001.b.2) the code of its entry is taken. What the columns leave out follows
    from those that are there. Rows that `label` wrote and a person corrected fit as they are. Equal
    texts are of one family.

    Raises:
        DualuseError: the file cannot be read, a column is missing, or a label is not of the scheme.
    """
    table = open_table(path, option=False)
    present: list[str] = [name for name in _FIELDS if name in table.columns]
    if not {"category", "relevance", "codes"} & set(present):
        raise DualuseError(
            f"{path}: a column `relevance`, `category` or `codes` is needed, and there are "
            f"{', '.join(table.columns)}"
        )
    places = dict(zip(present, resolve_columns(table, present), strict=True))
    named = resolve_columns(table, text_columns) if text_columns else guess_text_columns(table).text
    texts = [place for place in named if place not in places.values()]
    if not texts:
        raise DualuseError(f"{path}: no column reads like text; name one with --text-column")
    found = []
    for number, row in enumerate(table.rows(), 1):
        text = " ".join(filter(None, (cell_text(row[place]).strip() for place in texts)))
        said = {name: cell_text(row[place]).strip() for name, place in places.items()}
        if text and any(said.values()):
            found.append(_product(text, said, f"{path}, row {number}"))
    if not found:
        raise DualuseError(f"{path}: no row has both a text and a label")
    return found


def _product(text: str, said: dict[str, str], place: str) -> LabelledProduct:
    codes, regimes = (_parts(said.get(name, "")) for name in ("codes", "regimes"))
    codes = tuple(dict.fromkeys(code.partition(".")[0] for code in codes))
    relevance, category = said.get("relevance", ""), said.get("category", "")
    if wrong := [code for code in codes if not labels.is_code(code)]:
        raise DualuseError(f"{place}: {wrong[0]!r} is no five-character code")
    if not relevance:
        weak = bool(codes) and labels.is_low_level(codes[0])
        listed = "medium" if weak else "high"
        relevance = "low" if category == labels.NO_CATEGORY else listed
    controlled = relevance in {"medium", "high"}
    if controlled and not category and codes:
        category = labels.code_category(codes[0])
    category = category if controlled else labels.NO_CATEGORY
    for name, value, known in (
        ("relevance", relevance, labels.RELEVANCE),
        ("category", category, labels.CATEGORIES),
        *(("regime", regime, labels.REGIMES) for regime in regimes),
    ):
        if value not in known:
            raise DualuseError(f"{place}: {name} {value!r} is none of {', '.join(known)}")
    if controlled and category == labels.NO_CATEGORY:
        raise DualuseError(f"{place}: relevance {relevance} with no category")
    digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16]
    return LabelledProduct(
        id=f"own-{digest}",
        text=text,
        lang=detect_language(text),
        category=category,
        relevance=relevance,
        codes=codes if controlled else (),
        regimes=(regimes or labels.REGIMES) if controlled else (),
        family=f"own-{digest}",
        pair=None,
        style="erp",
        why="labelled by the user",
    )


def _parts(cell: str) -> tuple[str, ...]:
    return tuple(part.upper() for part in _BETWEEN.split(cell) if part)
