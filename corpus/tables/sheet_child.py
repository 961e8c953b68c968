"""A program, not a module: turns one sheet of a workbook into JSON lines, within limits.

`python -P sheet_child.py WORKBOOK [SHEET]` writes each row to standard output as an array of
texts, and ends with one JSON object that says which sheet it was. It runs apart from its caller,
for a hostile workbook may exhaust memory or crash the parser. Of ours it imports nothing, so
that it starts fast and runs by its path.
"""

import datetime as dt
import json
import os
import sys
from collections.abc import Iterator
from typing import Any, TextIO
from zipfile import BadZipFile, ZipFile

MEMORY = 2 << 30  # bytes of address space
SECONDS = 600  # of processor time
INFLATED = 1536 << 20  # bytes of all parts together
SUSPECT = 100 << 20  # a part of more bytes than this …
RATIO = 200  # … may not be packed tighter than this; sheets of one value reach about 100
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
            count = _write(sheet.iter_rows(), out)
            return {
                "sheet": name,
                "rows": count,
                "others": [other for other in book.sheet_names if other != name],
            }
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
    """The sheet with the most rows from its first filled one to its last; the first of equals."""
    best: tuple[str, Any] | None = None
    for name in names:
        sheet = book.get_sheet_by_name(name)
        if best is None or sheet.height > best[1].height:
            best = (name, sheet)
    if best is None:
        raise Refused("has no sheets: save the table as CSV and give that")
    return best


def _write(rows: Iterator[list[Any]], out: TextIO) -> int:
    """Write the rows down to the last that holds anything; the result is their number."""
    count, blank = 0, 0
    for row in rows:
        texts = [cell_text(cell) for cell in row]
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
