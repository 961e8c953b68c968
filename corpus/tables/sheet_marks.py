"""What a reader of values leaves out of a sheet: formats that show zeros, errors, empty formulas.

`sheet_child.py` loads this by its path, so of ours it imports nothing.
"""

import re
from collections.abc import Iterator
from contextlib import suppress
from math import isfinite
from typing import IO, Any
from zipfile import ZipFile

PERCENT = "%"
_DIGIT = "\0"  # the place of a digit in a mask; no character that a cell may hold
_BUILT_IN = {"9": "0%", "10": "0.00%"}
_UNSHOWN = re.compile(r"\[[^\]]*\]|_.|\*.")  # colours, languages and padding
_PERCENTAGE = re.compile(r"\s*[#,0]*0(?:\.[0#?]+)?\s*%\s*")
_PIECE = re.compile(r'"([^"]*)"|\\(.)|(0)|([ ()+-])')
_LETTERS = 3  # of the last column, XFD
_CHUNK = 1 << 20
_OVERLAP = 64  # bytes; what is looked for is shorter


class Marks:
    """The formats of cells row by row, in step with a reader of their values, and two counts.

    `errors` counts cells such as `#N/A`, `uncalculated` formulas whose result was never stored;
    both are whole once `finish` has been called. Columns count from `first`.
    """

    def __init__(self, path: str, sheet: str, first: int = 0) -> None:
        self.errors = 0
        self.uncalculated = 0
        self._first = first
        self._rows = self._read(path, sheet)
        self._next = next(self._rows, None)

    def of_row(self, index: int) -> dict[int, str]:
        """Columns of row `index`, from 0, to what `shown` takes; ask for rows in rising order."""
        while self._next and self._next[0] < index:
            self._next = next(self._rows, None)
        return self._next[1] if self._next and self._next[0] == index else {}

    def finish(self) -> None:
        """Go through the rows that nobody asked for."""
        for _ in self._rows:
            pass

    def _read(self, path: str, sheet: str) -> Iterator[tuple[int, dict[int, str]]]:
        from lxml import etree

        # A workbook that hides these parts, or spells them oddly, is read without its formats.
        with suppress(KeyError, ValueError, etree.XMLSyntaxError), ZipFile(path) as archive:
            formats = _formats(archive)
            part = _part(archive, sheet)
            with archive.open(part) as stream:
                if not _holds(stream, formats):
                    return
            with archive.open(part) as stream:
                yield from self._marked(stream, formats)

    def _marked(
        self, stream: IO[bytes], formats: dict[str, str]
    ) -> Iterator[tuple[int, dict[int, str]]]:
        index = -1
        for row in _elements(stream):
            place = row.get("r", "")
            index = int(place) - 1 if place.isdecimal() else index + 1
            found: dict[int, str] = {}
            for at, cell in enumerate(row):
                kind = cell.get("t", "n")
                self._count(cell, kind)
                if kind == "n" and (shape := formats.get(cell.get("s", ""))):
                    found[_column(cell.get("r"), at) - self._first] = shape
            if found:
                yield index, found

    def _count(self, cell: Any, kind: str) -> None:
        if kind == "e":
            self.errors += 1
        # An empty text is a result: =IF(A2="", "", …).
        elif kind != "str" and len(cell) and cell[0].tag.endswith("}f") and _void(cell):
            self.uncalculated += 1


def _void(cell: Any) -> bool:
    """Whether a cell has no stored value; where it has one, it follows the formula."""
    return len(cell) < 2 or not cell[1].text


def shown(value: float, shape: str) -> str | None:
    """The number as its format shows it; None where the plain number says it better."""
    if shape == PERCENT and isfinite(value):
        return f"{value * 100:.15g}%"
    if not isfinite(value) or value < 0 or value != int(value) or value >= 1e15:
        return None
    places = shape.count(_DIGIT)
    digits = f"{int(value):0{places}d}"
    # Digits beyond the places stand before the first of them.
    surplus = len(digits) - places
    left = iter([digits[: surplus + 1], *digits[surplus + 1 :]])
    return "".join(next(left) if each == _DIGIT else each for each in shape)


def shape_of(code: str) -> str | None:
    """What `shown` needs of a number format: `PERCENT`, a mask of two or more digits, or None."""
    section = _UNSHOWN.sub("", code.split(";", maxsplit=1)[0])
    if _PERCENTAGE.fullmatch(section):
        return PERCENT
    mask, end = "", 0
    for piece in _PIECE.finditer(section):
        if piece.start() != end:
            return None
        quoted, escaped, digit, plain = piece.groups()
        mask += _DIGIT if digit else quoted or escaped or plain or ""
        end = piece.end()
    return mask if end == len(section) and mask.count(_DIGIT) > 1 else None


def _formats(archive: ZipFile) -> dict[str, str]:
    """The styles of cells whose format `shown` knows, by their numbers in the sheet."""
    root = _root(archive, "xl/styles.xml")
    codes = dict(_BUILT_IN)
    for each in root.iterfind("{*}numFmts/{*}numFmt"):
        codes[each.get("numFmtId", "")] = each.get("formatCode", "")
    styles = enumerate(root.iterfind("{*}cellXfs/{*}xf"))
    shapes = {str(n): shape_of(codes.get(style.get("numFmtId", ""), "")) for n, style in styles}
    return {style: shape for style, shape in shapes.items() if shape}


def _part(archive: ZipFile, sheet: str) -> str:
    """The name of the sheet's part in the archive; KeyError where it can't be told."""
    book = _root(archive, "xl/workbook.xml").iterfind("{*}sheets/{*}sheet")
    ids = {
        value
        for each in book
        if each.get("name") == sheet
        for name, value in each.items()
        if name.endswith("}id")
    }
    for each in _root(archive, "xl/_rels/workbook.xml.rels"):
        if each.get("Id") in ids:
            target = each.get("Target", "")
            return target.lstrip("/") if target.startswith("/") else f"xl/{target}"
    raise KeyError(sheet)


def _root(archive: ZipFile, part: str) -> Any:
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True)
    return etree.fromstring(archive.read(part), parser)


def _holds(stream: IO[bytes], formats: dict[str, str]) -> bool:
    """Whether the sheet has anything to mark: most have not, and searching bytes is quick."""
    styles = "|".join(formats) or "none"
    sought = re.compile(rf"""\st=["']e["']|<(?:\w+:)?f[\s/>]|\ss=["'](?:{styles})["']""".encode())
    before = b""
    while chunk := stream.read(_CHUNK):
        if sought.search(before + chunk):
            return True
        before = chunk[-_OVERLAP:]
    return False


def _elements(stream: IO[bytes]) -> Iterator[Any]:
    """The rows of a sheet, each dropped from memory when the next is asked for."""
    from lxml import etree

    rows = etree.iterparse(
        stream,
        tag="{*}row",
        remove_comments=True,
        remove_pis=True,
        resolve_entities=False,
        no_network=True,
    )
    for _, row in rows:
        yield row
        row.clear()
        parent = row.getparent()
        while row.getprevious() is not None:
            del parent[0]


def _column(reference: str | None, place: int) -> int:
    """The column of a cell such as `AB12`, from 0; its place in the row where it isn't said."""
    letters = (reference or "").rstrip("0123456789")
    if not letters.isascii() or not letters.isalpha() or len(letters) > _LETTERS:
        return place
    number = 0
    for letter in letters.upper():
        number = number * 26 + ord(letter) - ord("A") + 1
    return number - 1
