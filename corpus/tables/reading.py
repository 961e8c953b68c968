"""The one way in: any catalogue, whatever its format, as a `Table`."""

from collections.abc import Sequence
from pathlib import Path

from dualuse.corpus.errors import DualuseError
from dualuse.corpus.tables.bytestream import check_readable
from dualuse.corpus.tables.formats import check_magic, input_format
from dualuse.corpus.tables.table import Table

_HEADER_LIMIT = 500  # rows above are held in memory


def open_table(
    path: Path,
    *,
    format: str | None = None,
    sheet: str | None = None,
    header_row: int | None = None,
    named: Sequence[str] = (),
    option: bool = True,
) -> Table:
    """The catalogue in `path`: its columns, what was found out about it, and its rows.

    Args:
        path: the file; its ending says its format.
        format: one of `FORMATS`, where the ending is wrong or missing.
        sheet: the sheet of a workbook; if not given the longest, of those with a header if any.
        header_row: the row with the columns' names, from 1 as a spreadsheet counts, 0 where
            there is none; found if not given (CSV, TSV and XLSX).
        named: columns that the user asks for, by which the header is known.
        option: whether the user has an option --format for this file, to be advised of.

    Raises:
        DualuseError: the file is missing, empty, or not what its format says, or `sheet` or
            `header_row` name what is not there.
    """
    if path.is_dir():
        check_readable(path)  # a folder has no ending to miss: say that it is one
    name = input_format(path, format, option=option)
    check_readable(path)
    check_magic(path, name, option=option)
    _check_options(name.removesuffix(".gz"), sheet, header_row)
    return _opened(path, name, sheet, header_row, named)


def open_written(path: Path, *, format: str | None = None, option: bool = True) -> Table:
    """A table that `write_table` wrote: its header stands in the first row, where it has a row.

    Raises:
        DualuseError: as `open_table`.
    """
    name = input_format(path, format, option=option)
    flat = not name.startswith(("jsonl", "parquet"))
    return open_table(path, format=name, header_row=1 if flat else None, option=option)


def _opened(
    path: Path, name: str, sheet: str | None, header_row: int | None, named: Sequence[str]
) -> Table:
    kind = name.removesuffix(".gz")
    # Each format's module is loaded for its own files only.
    if kind == "xlsx":
        from dualuse.corpus.tables.workbook import open_workbook

        return open_workbook(path, sheet, header_row, named)
    if kind == "parquet":
        from dualuse.corpus.tables.parquet import open_parquet

        return open_parquet(path)
    if kind == "jsonl":
        from dualuse.corpus.tables.jsonl import open_jsonl

        return open_jsonl(path, name)
    from dualuse.corpus.tables.delimited import open_delimited

    return open_delimited(path, name, header_row, named)


def _check_options(kind: str, sheet: str | None, header_row: int | None) -> None:
    if header_row is not None and header_row > _HEADER_LIMIT:
        raise DualuseError(f"--header-row {header_row} is too far down: cut off what is above it")
    if sheet is not None and kind != "xlsx":
        raise DualuseError(f"--sheet {sheet} is for workbooks: leave it out for {kind}")
    if header_row is not None and kind in {"jsonl", "parquet"}:
        raise DualuseError(f"--header-row {header_row} is for CSV and XLSX: leave it out here")
