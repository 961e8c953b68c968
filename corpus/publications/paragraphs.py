"""Official list texts as paragraphs: from the eCFR's XML, or from a table of paragraphs."""

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from dualuse.corpus.documents.content import Unreadable
from dualuse.corpus.documents.worker import Worker
from dualuse.corpus.errors import DualuseError
from dualuse.corpus.tables.bytestream import check_readable
from dualuse.corpus.tables.cells import cell_text
from dualuse.corpus.tables.reading import open_table
from dualuse.corpus.tables.table import Table

KINDS: Final = ("heading", "item", "note")

_PLACES: Final = ("paragraph", "code", "label", "number")
_ENTRY: Final = re.compile(r"[0-9][A-E][0-9]{3}")
_JAPANESE: Final = re.compile(r"([0-9]+(?:の[0-9]+)?)の項(?:[(（]([^)）]+)[)）])?")


@dataclass(frozen=True, slots=True)
class OfficialParagraph:
    """A paragraph of an official text: `3A001.a.5.a.3`, or Japan's item `7(8の2)`.

    `kind` is one of `KINDS`; a note bears the paragraph that it stands behind.
    """

    paragraph: str
    kind: str
    text: str


def read_publication(path: Path) -> list[OfficialParagraph]:
    """The paragraphs of an official publication, in its order.

    An `.xml` file is read as the eCFR's 15 CFR 774, Supplement 1; any catalogue format as a table
    with a column `paragraph`, `code`, `label` or `number`, a column `text`, and at will `kind`.

    Raises:
        DualuseError: the file cannot be read, or holds no paragraphs.
    """
    paragraphs = _from_xml(path) if path.suffix.lower() == ".xml" else _from_table(path)
    if not paragraphs:
        raise DualuseError(f"{path} holds no paragraph with a text")
    return paragraphs


def is_entry_code(code: str) -> bool:
    """Whether a code is of the common scheme (`3A001`), not a number of one country's own."""
    return _ENTRY.fullmatch(code) is not None


def is_number(paragraph: str) -> bool:
    """Whether a paragraph has a number of a list, which begin with a digit in all regimes."""
    return paragraph[:1].isdigit()


def entry_code(paragraph: str) -> str:
    """The five-character code that a paragraph belongs to, or Japan's item as it is."""
    return paragraph[:5] if _ENTRY.match(paragraph) else paragraph


def _from_xml(path: Path) -> list[OfficialParagraph]:
    check_readable(path)
    try:
        with Worker() as worker:
            lines = worker.read_list(path).text.split("\n")
    except Unreadable as refusal:
        raise DualuseError(f"{path} {refusal}") from None
    return [OfficialParagraph(*json.loads(line)) for line in lines]


def _from_table(path: Path) -> list[OfficialParagraph]:
    table = open_table(path, option=False)
    place, text, kind = _columns(table, path)
    found = []
    for row in table.rows():
        words = " ".join(cell_text(row[text]).split())
        number = _number(cell_text(row[place]))
        if number and words:
            said = "" if kind is None else cell_text(row[kind]).strip().lower()
            # Lists call their notes by many names: Note, N.B., related controls.
            stated = "item" if not said else said if said in KINDS else "note"
            found.append(OfficialParagraph(number, stated, words))
    return found


def _columns(table: Table, path: Path) -> tuple[int, int, int | None]:
    names = [name.strip().lower() for name in table.columns]
    place = next((names.index(name) for name in _PLACES if name in names), None)
    if place is None or "text" not in names:
        wanted = f"one of {', '.join(_PLACES)}, and text"
        raise DualuseError(f"{path} needs the columns {wanted}; it has {_listed(table.columns)}")
    return place, names.index("text"), names.index("kind") if "kind" in names else None


def _listed(names: Sequence[str]) -> str:
    return ", ".join(names) or "none"


def _number(text: str) -> str:
    """The paragraph as our entries write it: without a last stop, Japan's items in brackets."""
    text = text.strip().rstrip(".")
    if _ENTRY.match(text.upper()):
        return text[:5].upper() + text[5:]
    if japanese := _JAPANESE.fullmatch(text):
        return japanese[1] + (f"({japanese[2]})" if japanese[2] else "")
    return text
