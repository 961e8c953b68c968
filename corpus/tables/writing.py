"""The one way out: rows into a file of any format, whole or not at all."""

import csv
import gzip
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from io import TextIOWrapper
from itertools import chain
from pathlib import Path
from typing import Any

from dualuse.corpus.tables.cells import cell_text, json_text, safe_text
from dualuse.corpus.tables.formats import output_format
from dualuse.corpus.whole import written_whole


def write_table(
    path: Path,
    columns: Sequence[str],
    rows: Iterable[Sequence[Any]],
    *,
    format: str,
    spreadsheet_safe: bool = False,
    schema: Any = None,
) -> int:
    r"""The number of rows written to `path`, which appears in one step when all are there.

    CSV and TSV are UTF-8 without a mark, quoted after RFC 4180 with `\n` at line ends; packed
    files are the same bytes for the same rows.

    Args:
        path: the file, replaced if it exists.
        columns: the names, unlike one another.
        rows: as many values each as there are columns.
        format: one of `FORMATS`.
        spreadsheet_safe: whether CSV and TSV get an apostrophe before what a spreadsheet would
            run as a formula.
        schema: an Arrow schema for Parquet, of all columns or only those whose type is known.

    Raises:
        DualuseError: the file can't be written, or the rows don't fit its format.
    """
    kind = (name := output_format(path, format)).removesuffix(".gz")
    with written_whole(path) as partial:
        if kind == "parquet":
            from dualuse.corpus.tables.parquet_writer import write_parquet

            return write_parquet(partial, columns, rows, schema)
        if kind == "xlsx":
            from dualuse.corpus.tables.workbook_writer import write_workbook

            return write_workbook(partial, columns, rows)
        with _text_file(partial, packed=name.endswith(".gz")) as file:
            if kind == "jsonl":
                return _write_jsonl(file, columns, rows)
            return _write_delimited(file, columns, rows, kind, safe=spreadsheet_safe)


@contextmanager
def _text_file(path: Path, *, packed: bool) -> Iterator[TextIOWrapper]:
    # A lone surrogate is written as \ud800, which in JSON is the character itself.
    settings: dict[str, Any] = {
        "encoding": "utf-8",
        "errors": "backslashreplace",
        "newline": "",
    }
    with path.open("wb") as raw:
        if not packed:
            with TextIOWrapper(raw, **settings) as file:
                yield file
            return
        # Neither name nor time of writing, so that equal rows are equal bytes.
        with (
            gzip.GzipFile(filename="", mode="wb", compresslevel=6, fileobj=raw, mtime=0) as packer,
            TextIOWrapper(packer, write_through=False, **settings) as file,
        ):
            yield file


def _write_jsonl(file: TextIOWrapper, columns: Sequence[str], rows: Iterable[Sequence[Any]]) -> int:
    count = 0
    for row in rows:
        file.write(json_text(dict(zip(columns, row, strict=True))) + "\n")
        count += 1
    return count


def _write_delimited(
    file: TextIOWrapper,
    columns: Sequence[str],
    rows: Iterable[Sequence[Any]],
    kind: str,
    *,
    safe: bool,
) -> int:
    delimiter = "\t" if kind == "tsv" else ","
    writer = csv.writer(file, delimiter=delimiter, lineterminator="\n")
    # A writer whose lines end in \n leaves \r bare, which readers take for the end of a row.
    wary = csv.writer(file, delimiter=delimiter, lineterminator="\n", quoting=csv.QUOTE_ALL)
    width, count = len(columns), 0
    for count, row in enumerate(chain([columns], rows)):  # the header is number 0
        if len(row) != width:
            raise ValueError(f"row {count} has {len(row)} values for {width} columns")
        texts = [cell_text(value) for value in row]
        if safe:
            texts = [safe_text(text) for text in texts]
        (wary if any("\r" in text for text in texts) else writer).writerow(texts)
    return count
