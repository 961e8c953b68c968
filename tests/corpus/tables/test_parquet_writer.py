from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from dualuse.corpus.errors import DualuseError
from dualuse.corpus.tables.parquet_writer import write_parquet


def types(path: Path) -> list[str]:
    return [str(kind) for kind in pq.read_schema(path).types]


def test_types_are_found(tmp_path: Path) -> None:
    rows = [("a", 1, 0.5, ["x"], True, None), (None, 2, 1, [], None, None)]
    path = tmp_path / "t.parquet"
    assert write_parquet(path, list("abcdef"), rows) == 2
    listed = "list<element: string>"
    assert types(path) == ["string", "int64", "double", listed, "bool", "string"]
    assert pq.read_table(path).to_pydict()["c"] == [0.5, 1.0]


def test_late_row_widens_a_column(tmp_path: Path) -> None:
    rows = [(None, 1, i) for i in range(10_001)] + [(2.5, "x", 7)]
    path = tmp_path / "t.parquet"
    assert write_parquet(path, ["a", "b", "c"], rows) == 10_002
    assert types(path) == ["double", "string", "int64"]
    table = pq.read_table(path).slice(10_000).to_pydict()
    assert table == {"a": [None, 2.5], "b": ["1", "x"], "c": [10_000, 7]}
    assert list(tmp_path.iterdir()) == [path]


def test_given_types_are_kept_and_others_found(tmp_path: Path) -> None:
    schema = pa.schema([("p", pa.float32()), ("codes", pa.list_(pa.string()))])
    path = tmp_path / "t.parquet"
    write_parquet(path, ["id", "p", "codes"], [("x", 1, None)], schema)
    assert types(path) == ["string", "float", "list<element: string>"]


def test_value_that_does_not_fit_names_the_column(tmp_path: Path) -> None:
    schema = pa.schema([("p", pa.float32())])
    with pytest.raises(DualuseError, match="column 'p' can't be written as float"):
        write_parquet(tmp_path / "t.parquet", ["p"], [("much",)], schema)


def test_lone_surrogate_is_spelt_out(tmp_path: Path) -> None:
    write_parquet(tmp_path / "t.parquet", ["a"], [("\ud800",)])
    assert pq.read_table(tmp_path / "t.parquet").to_pydict() == {"a": ["\\ud800"]}
