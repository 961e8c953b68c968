"""XLSX: a limited child process turns one sheet into JSON lines, which are then streamed."""

import json
import os
import subprocess
import sys
import tempfile
import weakref
from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import Any

from dualuse.corpus.errors import DualuseError
from dualuse.corpus.tables import sheet_child
from dualuse.corpus.tables.header import HEADER_SEARCH, find_header
from dualuse.corpus.tables.table import Row, Table

_WALL_SECONDS = 900


def open_workbook(
    path: Path,
    sheet: str | None = None,
    header_row: int | None = None,
    named: Sequence[str] = (),
) -> Table:
    """The table in one sheet of a workbook: the one named, else the longest under a header.

    All values come as text. The child that reads it has 2 GiB of memory, for the format has to
    be held whole; the rows wait in a temporary file, which goes when the table does.

    Raises:
        DualuseError: the workbook is damaged, protected, too large, or has no such sheet.
    """
    converted = _Converted(path, sheet)
    place = f"sheet {converted.found['sheet']!r}"
    first = list(islice(converted.records(), max(HEADER_SEARCH, header_row or 0)))
    if not first:
        raise DualuseError(f"{path}: {place} is empty: name another with --sheet")
    width = max(map(len, first))
    rows = [_padded(row, width) for row in first]
    header = find_header(rows, header_row, place, even=True, named=named)
    converted.skip = header.skip
    return Table(
        columns=header.columns,
        format="xlsx",
        source=converted.rows,
        sheet=converted.found["sheet"],
        row_count=converted.found["rows"] - header.skip,
        notices=(*_notices(converted.found), *header.notices),
    )


def _padded(row: Sequence[str], width: int) -> list[str]:
    # Only a blank row is shorter: the child writes it as an empty list.
    return [*row, *[""] * (width - len(row))]


def _notices(found: dict[str, Any]) -> list[str]:
    """Sentences on the sheets that were not read, and on cells that are not what they seem."""
    notices = []
    if others := found["others"]:
        listed = ", ".join(repr(name) for name in others[:10]) + (" …" if len(others) > 10 else "")
        were = "sheet was" if len(others) == 1 else "sheets were"
        notices.append(
            f"sheet {found['sheet']!r} is read; {len(others)} other {were} not: {listed}"
        )
    void = [
        _counted(found["errors"], "cell with an error", "cells with errors"),
        _counted(found["uncalculated"], "formula without a result", "formulas without results"),
    ]
    if told := " and ".join(filter(None, void)):
        single = found["errors"] + found["uncalculated"] == 1
        notices.append(
            f"{told} {'is' if single else 'are'} read as empty: calculate and save the workbook "
            "in a spreadsheet program"
        )
    if found["repeated"]:
        times = _counted(found["repeated"], "time", "times")
        notices.append(f"words in merged cells were repeated in each row they span, {times}")
    return notices


def _counted(number: int, one: str, many: str) -> str:
    return f"{number:,} {one if number == 1 else many}" if number else ""


class _Converted:
    """The rows of a sheet in a temporary file. Not a dataclass: it owns the file."""

    def __init__(self, path: Path, sheet: str | None) -> None:
        self.skip = 0
        handle, name = tempfile.mkstemp(prefix="dualuse-", suffix=".jsonl")
        os.close(handle)
        self.file = Path(name)
        weakref.finalize(self, self.file.unlink, missing_ok=True)
        self.found = self._convert(path, sheet)

    def _convert(self, path: Path, sheet: str | None) -> dict[str, Any]:
        """What the child says of the sheet it wrote."""
        command = [sys.executable, "-P", sheet_child.__file__, str(path)]
        with self.file.open("wb") as out:
            try:
                done = subprocess.run(  # noqa: S603 - no shell; the arguments are plain paths
                    [*command, *([] if sheet is None else [sheet])],
                    stdin=subprocess.DEVNULL,
                    stdout=out,
                    stderr=subprocess.DEVNULL,
                    timeout=_WALL_SECONDS,
                    check=False,
                )
            except subprocess.TimeoutExpired:
                raise DualuseError(_too_much(path, "time")) from None
        if done.returncode == sheet_child.NO_ROOM:
            raise DualuseError(
                f"{path} needs room for a temporary file in {tempfile.gettempdir()}: free some, "
                "or set TMPDIR to another folder"
            )
        if done.returncode:
            raise DualuseError(_too_much(path, "memory or time"))
        found: dict[str, Any] = json.loads(_last_line(self.file))
        if "refused" in found:
            raise DualuseError(f"{path} {found['refused']}")
        return found

    def records(self) -> Iterator[list[str]]:
        """All rows of the sheet, blank ones as empty lists."""
        with self.file.open(encoding="utf-8", errors="surrogatepass") as file:
            for line in islice(file, self.found["rows"]):
                yield json.loads(line)

    def rows(self, table: Table) -> Iterator[Row]:
        """The rows of data, each as wide as the sheet."""
        blank = ("",) * len(table.columns)
        for cells in islice(self.records(), self.skip, None):
            yield tuple(cells) if cells else blank


def _too_much(path: Path, what: str) -> str:
    return (
        f"{path} takes more {what} than is safe (damaged, or too large): save the sheet as CSV "
        "and give that"
    )


def _last_line(file: Path) -> bytes:
    with file.open("rb") as stream:
        stream.seek(max(0, file.stat().st_size - (1 << 20)))
        return stream.read().splitlines()[-1]
