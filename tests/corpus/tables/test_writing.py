import gzip
from collections.abc import Iterator
from pathlib import Path

import pytest

from dualuse.corpus.tables.formats import output_format
from dualuse.corpus.tables.reading import open_table, open_written
from dualuse.corpus.tables.writing import write_table

COLUMNS = ["id", "text", "codes"]
ROWS = [(1, 'a "b", c', ["6A003", "CN:3C001"]), (None, "x\ny", [])]


def written(folder: Path, kind: str) -> bytes:
    path = folder / f"out.{kind}"
    assert write_table(path, COLUMNS, ROWS, format=kind) == 2
    return path.read_bytes()


def test_csv(tmp_path: Path) -> None:
    expected = 'id,text,codes\n1,"a ""b"", c",6A003;CN:3C001\n,"x\ny",\n'
    assert written(tmp_path, "csv").decode() == expected


def test_tsv(tmp_path: Path) -> None:
    assert written(tmp_path, "tsv").startswith(b"id\ttext\tcodes\n")


def test_jsonl_keeps_lists_and_null(tmp_path: Path) -> None:
    lines = written(tmp_path, "jsonl").decode().splitlines()
    assert lines[0] == r'{"id": 1, "text": "a \"b\", c", "codes": ["6A003", "CN:3C001"]}'
    assert lines[1] == r'{"id": null, "text": "x\ny", "codes": []}'


@pytest.mark.parametrize("kind", ["csv", "tsv", "jsonl"])
def test_packed_bytes_are_reproducible(tmp_path: Path, kind: str) -> None:
    first = written(tmp_path, f"{kind}.gz")
    assert first[4:8] == b"\0\0\0\0"  # the time of packing
    assert gzip.decompress(first) == written(tmp_path, kind)


@pytest.mark.parametrize("kind", ["csv", "tsv.gz", "jsonl", "parquet", "xlsx"])
def test_no_rows_leave_a_header_or_nothing(tmp_path: Path, kind: str) -> None:
    path = tmp_path / f"out.{kind}"
    assert write_table(path, COLUMNS, [], format=kind) == 0
    if kind != "jsonl":
        table = open_table(path)
        assert (table.columns, list(table.rows())) == (tuple(COLUMNS), [])


def test_formulas_are_escaped_on_demand(tmp_path: Path) -> None:
    path = tmp_path / "out.csv"
    rows = [("=1+1",), ("-5",), ("@x",)]
    write_table(path, ["text"], rows, format="csv", spreadsheet_safe=True)
    assert path.read_text().splitlines() == ["text", "'=1+1", "-5", "'@x"]
    write_table(path, ["text"], rows, format="csv")
    assert path.read_text().splitlines() == ["text", "=1+1", "-5", "@x"]


def test_lone_surrogate_is_spelt_out(tmp_path: Path) -> None:
    path = tmp_path / "out.jsonl"
    write_table(path, ["text"], [("a\ud800",)], format="jsonl")
    assert list(open_table(path).rows()) == [("a\ud800",)]
    write_table(path, ["text"], [("a\ud800",)], format="csv")
    assert path.read_bytes() == b"text\na\\ud800\n"


@pytest.mark.parametrize("kind", ["csv", "csv.gz", "jsonl.gz", "parquet", "xlsx"])
@pytest.mark.parametrize("fault", [KeyboardInterrupt, RuntimeError])
def test_failure_leaves_what_was_there(
    tmp_path: Path, kind: str, fault: type[BaseException]
) -> None:
    def rows() -> Iterator[tuple[str, str, str]]:
        yield "1", "a", "b"
        raise fault

    path = tmp_path / f"out.{kind}"
    path.write_text("earlier")
    with pytest.raises(fault):
        write_table(path, COLUMNS, rows(), format=kind)
    assert path.read_text() == "earlier"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("kind", ["csv", "jsonl", "parquet", "xlsx"])
def test_row_of_another_width_is_a_bug(tmp_path: Path, kind: str) -> None:
    with pytest.raises(ValueError, match=r"columns|shorter|longer"):
        write_table(tmp_path / "out", COLUMNS, [("1", "2")], format=kind)


@pytest.mark.parametrize(
    "ending", ["csv", "tsv.gz", "xlsx", "jsonl.gz", "ndjson", "ndjson.gz", "pq"]
)
def test_what_was_written_is_opened_by_its_first_row(tmp_path: Path, ending: str) -> None:
    path = tmp_path / f"out.{ending}"
    # A first row that looks as much like a header as the header does.
    write_table(path, ["1", "2"], [["name", "text"], ["3", "4"]], format=output_format(path, None))
    table = open_written(path)
    assert list(table.columns) == ["1", "2"]
    assert [list(row) for row in table.rows()] == [["name", "text"], ["3", "4"]]
