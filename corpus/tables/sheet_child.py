"""A program, not a module: turns one sheet of a workbook into JSON lines, within limits.

`python -P sheet_child.py WORKBOOK [SHEET]` writes each row to standard output as an array of
texts, and ends with one JSON object that says which sheet it was. It runs apart from its caller,
for a hostile workbook may exhaust memory or crash the parser. Of ours it loads two neighbours by
their paths and nothing else, so that it starts fast.
"""

import datetime as dt
import importlib.util
import json
import os
import sys
from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import Any, TextIO
from zipfile import BadZipFile, ZipFile

MEMORY = 2 << 30  # bytes of address space
SECONDS = 600  # of processor time
INFLATED = 1536 << 20  # bytes of all parts together
SUSPECT = 100 << 20  # a part of more bytes than this …
RATIO = 200  # … may not be packed tighter than this; sheets of one value reach about 100
HEAD = 50  # rows of a sheet among which its header is looked for
NO_ROOM = 74  # exit status where the rows can't be written; EX_IOERR of sysexits.h


class Refused(Exception):  # noqa: N818 - a verdict on the workbook, not a fault here
    """The workbook can't be read; the message goes on after its name."""


def main(arguments: list[str], out: TextIO) -> None:
    """Convert the sheet, or say in the final object why not."""
    _limit()
    try:
        _check_parts(arguments[0])
        found = _convert(arguments[0], arguments[1] if len(arguments) > 1 else None, out)
    except Refused as refusal:
        found = {"refused": str(refusal)}
    except MemoryError:
        found = {"refused": "needs over 2 GiB of memory: save the sheet as CSV and give that"}
    out.write(json.dumps(found, ensure_ascii=False) + "\n")


def _limit() -> None:
    if sys.platform == "win32":  # has no such limits
        return
    import resource

    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _check_parts(path: str) -> None:
    """Refuse what inflates beyond reason: first by what its directory says, then by counting."""
    try:
        with ZipFile(path) as archive:
            parts = archive.infolist()
            if sum(part.file_size for part in parts) > INFLATED:
                raise Refused("unpacks to over 1.5 GiB: save the sheet as CSV and give that")
            for part in parts:
                if part.file_size > SUSPECT and part.file_size > RATIO * part.compress_size:
                    raise Refused("is packed like a decompression bomb: save the sheet as CSV")
                with archive.open(part) as stream:
                    # Fails where a part is longer than stated: the check sum does not fit.
                    while stream.read(1 << 20):
                        pass
    except (BadZipFile, NotImplementedError, RuntimeError, EOFError, OSError, ValueError) as error:
        raise Refused(f"is damaged ({error}): open it in Excel and save it again") from None


def _convert(path: str, wanted: str | None, out: TextIO) -> dict[str, Any]:
    """Write the rows of the sheet; the result names it and the others."""
    from python_calamine import CalamineError, CalamineWorkbook, PasswordError

    try:
        with CalamineWorkbook.from_path(path) as book:
            names = _visible(book)
            if wanted is not None:
                if wanted not in book.sheet_names:
                    listed = ", ".join(repr(name) for name in book.sheet_names)
                    raise Refused(f"has no sheet {wanted!r}: choose one of {listed}")
                name, sheet = wanted, book.get_sheet_by_name(wanted)
            else:
                name, sheet = _largest(book, names)
            others = [other for other in book.sheet_names if other != name]
            return {"sheet": name, "others": others, **_written(path, name, sheet, out)}
    except PasswordError:
        raise Refused("is protected by a password: save a copy without one") from None
    except CalamineError as error:
        raise Refused(f"is damaged ({error}): open it in Excel and save it again") from None


def _visible(book: Any) -> list[str]:
    """The worksheets that a person sees, or all if there is none."""
    seen = [
        sheet.name
        for sheet in book.sheets_metadata
        if str(sheet.typ).endswith("WorkSheet") and str(sheet.visible).endswith(".Visible")
    ]
    return seen or list(book.sheet_names)


def _largest(book: Any, names: list[str]) -> tuple[str, Any]:
    """The sheet to read where none is named.

    Of those under names of columns, or of all if there is none, the one with the most rows from
    its first filled one to its last; the first of equals.
    """
    best: tuple[str, Any] | None = None
    best_size = (False, 0)
    is_name = _neighbour("names").names_a_text if len(names) > 1 else None
    for name in names:
        sheet = book.get_sheet_by_name(name)
        # A page of disclaimers or a list of countries may well be longer than the catalogue.
        headed = is_name is not None and _is_headed(islice(sheet.iter_rows(), HEAD), is_name)
        size = (headed, sheet.height)
        if best is None or size > best_size:
            best, best_size = (name, sheet), size
    if best is None:
        raise Refused("has no sheets: save the table as CSV and give that")
    return best


def _is_headed(rows: Iterable[list[Any]], is_name: Callable[[list[str]], bool]) -> bool:
    return any(is_name([cell for cell in row if isinstance(cell, str) and cell]) for row in rows)


def _neighbour(name: str) -> Any:
    """A module beside this one, without the package around it."""
    path = Path(__file__).with_name(f"{name}.py")
    spec = importlib.util.spec_from_file_location(name, path)
    if spec is None or spec.loader is None:
        raise ImportError(f"{path} is no module")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _written(path: str, name: str, sheet: Any, out: TextIO) -> dict[str, int]:
    """Write the sheet; the result counts rows and the cells that are not what they were."""
    module = _neighbour("sheet_marks")
    # The rows begin with the first of the sheet, but their cells with the first column in use.
    left = sheet.start[1] if sheet.start else 0
    marks, spans = module.Marks(path, name, left), Spans(sheet.merged_cell_ranges or [], left)
    texts = _texts(sheet.iter_rows(), marks, module.shown)
    rows = _write((spans.filled(index, row) for index, row in enumerate(texts)), out)
    marks.finish()
    return {
        "rows": rows,
        "errors": marks.errors,
        "uncalculated": marks.uncalculated,
        "repeated": spans.repeated,
    }


def _texts(rows: Iterable[list[Any]], marks: Any, shown: Any) -> Iterator[list[str]]:
    """The cells as text, with the zeros and signs that their formats show."""
    for index, row in enumerate(rows):
        texts = [cell_text(cell) for cell in row]
        for column, shape in marks.of_row(index).items():
            value = row[column] if 0 <= column < len(row) else None
            if isinstance(value, int | float) and not isinstance(value, bool):
                texts[column] = shown(value, shape) or texts[column]
        yield texts


class Spans:
    """Merged cells: their words count for each row that they span.

    Figures are not repeated: a sum over them would be another. Nor is anything in a row that is
    blank beside them, for a line that is two rows high is one good.
    """

    def __init__(
        self, ranges: Iterable[tuple[tuple[int, int], tuple[int, int]]], first: int = 0
    ) -> None:
        tall = [(top, left - first, end) for (top, left), (end, _) in ranges if end > top]
        self.repeated = 0
        self._waiting = sorted(tall, reverse=True)
        self._open: dict[int, tuple[int, str]] = {}

    def filled(self, index: int, texts: list[str]) -> list[str]:
        """Row `index` with the words of merged cells that reach into it; rows in their order."""
        if not self._open and not self._waiting:
            return texts
        self._open = {at: (last, text) for at, (last, text) in self._open.items() if last >= index}
        if any(texts):
            for column, (_, text) in self._open.items():
                if not texts[column]:
                    texts[column] = text
                    self.repeated += 1
        while self._waiting and self._waiting[-1][0] <= index:
            top, column, last = self._waiting.pop()
            text = texts[column] if top == index and 0 <= column < len(texts) else ""
            if any(map(str.isalpha, text)):
                self._open[column] = (last, text)
        return texts


def _write(rows: Iterable[list[str]], out: TextIO) -> int:
    """Write the rows down to the last that holds anything; the result is their number."""
    count, blank = 0, 0
    for texts in rows:
        if not any(texts):
            blank += 1
            continue
        out.writelines("[]\n" for _ in range(blank))
        out.write(json.dumps(texts, ensure_ascii=False) + "\n")
        count += blank + 1
        blank = 0
    return count


def cell_text(cell: Any) -> str:
    """The cell as a spreadsheet shows it: whole numbers without `.0`, 15 digits, ISO dates."""
    if isinstance(cell, str):
        return cell
    if isinstance(cell, bool):
        return "TRUE" if cell else "FALSE"
    if isinstance(cell, float):
        return str(int(cell)) if cell.is_integer() and abs(cell) < 1e15 else f"{cell:.15g}"
    if isinstance(cell, dt.datetime):
        return cell.isoformat(sep=" ")
    if isinstance(cell, dt.timedelta):
        return _duration(cell)
    return cell.isoformat() if isinstance(cell, dt.date | dt.time) else str(cell)


def _duration(span: dt.timedelta) -> str:
    seconds = round(span.total_seconds())
    sign, seconds = ("-", -seconds) if seconds < 0 else ("", seconds)
    return f"{sign}{seconds // 3600}:{seconds // 60 % 60:02d}:{seconds % 60:02d}"


if __name__ == "__main__":
    try:
        with os.fdopen(1, "w", encoding="utf-8", errors="surrogatepass") as standard_output:
            main(sys.argv[1:], standard_output)
    except OSError:
        sys.exit(NO_ROOM)
